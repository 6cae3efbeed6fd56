from __future__ import annotations

import pytest

from whiteboard.manual.pages import RulePage
from whiteboard.manual.rules import rule_pages

each_page = pytest.mark.parametrize("page", list(rule_pages().values()), ids=lambda page: page.id)


@each_page
def test_a_rule_is_explained_and_scored(page: RulePage) -> None:
    assert page.explanation is not None
    assert page.axis


@each_page
def test_its_good_board_passes_and_its_bad_boards_do_not(page: RulePage) -> None:
    assert page.good is not None
    assert {verdict.status for verdict in page.good.verdicts} == {"pass"}
    assert page.bad
    for example in page.bad:
        assert {verdict.status for verdict in example.verdicts} & {"problem", "not_shown"}


@each_page
def test_every_check_is_seen_not_to_pass(page: RulePage) -> None:
    seen = {v.title for example in page.bad for v in example.verdicts if v.status in {"problem", "not_shown"}}
    assert [check.title for check in page.checks if check.title not in seen] == []
