from __future__ import annotations

import pytest
import yaml

from whiteboard.manual.check_types import check_type_page
from whiteboard.manual.pages import CheckTypePage
from whiteboard.scenarios.check_types import check_type_names, find_check_type
from whiteboard.scenarios.load import installed

OURS = [name for name in check_type_names() if find_check_type(name).__module__.startswith("whiteboard.checks.")]
each_page = pytest.mark.parametrize("page", [*map(check_type_page, OURS)], ids=lambda page: page.name)


@each_page
def test_it_is_described(page: CheckTypePage) -> None:
    assert page.summary.endswith(".")
    assert page.description


@each_page
def test_every_key_is_described(page: CheckTypePage) -> None:
    assert [key.name for key in page.keys if not key.description] == []
    assert [key.name for key in page.keys if key.takes == "a value"] == []


@each_page
def test_its_example_is_a_check_of_the_type(page: CheckTypePage) -> None:
    assert page.example
    check = find_check_type(page.name).model_validate(yaml.safe_load(page.example), context=installed())
    assert check.check == page.name


def test_keys_say_what_they_take() -> None:
    takes = {key.name: (key.takes, key.required, key.default) for key in check_type_page("waypoint").keys}
    assert takes["journey"] == ("a journey", True, None)
    assert takes["between"] == ("a list of a role and a role", False, None)
    assert takes["accept"] == ("a list, each `inline` or `aside`", False, "inline")


def test_the_rules_that_use_it_are_named() -> None:
    assert "spof" in check_type_page("no_single_point").rules


@pytest.mark.parametrize(("type_", "key", "takes"), [("cached", "hot", "content"), ("asynchronous", "slow", "subject")])
def test_a_key_that_takes_a_word_of_ours_says_which(type_: str, key: str, takes: str) -> None:
    assert {k.name: k.takes for k in check_type_page(type_).keys}[key] == f"a list, each a {takes}"
