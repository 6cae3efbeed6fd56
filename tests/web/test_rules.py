from __future__ import annotations

from html import unescape
from typing import TYPE_CHECKING

from whiteboard.manual.rules import rule_pages

if TYPE_CHECKING:
    from .visitor import Visitor


def test_every_rule_is_listed(ada: Visitor) -> None:
    page = ada.get("/rules").text
    assert [rule_id for rule_id in rule_pages() if f'href="/rules/{rule_id}"' not in page] == []


def test_every_rule_has_a_page_with_its_drawings(ada: Visitor) -> None:
    for rule in rule_pages().values():
        answer = ada.get(f"/rules/{rule.id}")
        assert answer.status_code == 200
        assert answer.text.count("<svg xmlns") == 1 + len(rule.bad)
        assert rule.explanation is not None
        assert all(text in unescape(answer.text) for text in (rule.title, *rule.explanation.cannot_see))


def test_a_page_says_what_each_board_shows(ada: Visitor) -> None:
    page = ada.get("/rules/spof").text
    assert '<span class="verdict pass">holds</span>' in page
    assert '<span class="verdict problem">problem</span>' in page


def test_a_page_keeps_the_rules_of_every_page(ada: Visitor) -> None:
    assert "script-src 'self'" in ada.get("/rules/spof").headers["Content-Security-Policy"]


def test_a_rule_that_is_not_there_is_not_found(ada: Visitor) -> None:
    answer = ada.get("/rules/<b>")
    assert (answer.status_code, "<b>" in answer.text) == (404, False)
