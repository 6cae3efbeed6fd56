"""The pages that `make docs` writes are those of today's rules and check types."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from whiteboard.manual.files import checks_file, index_file, rule_files
from whiteboard.manual.pages import RulePage
from whiteboard.manual.rules import rule_pages

DOCS = Path(__file__).parents[2] / "docs"
AGAIN = "run `make docs`"


def written(name: str) -> str:
    path = DOCS / name
    return path.read_text("utf-8") if path.is_file() else ""


@pytest.mark.parametrize("page", list(rule_pages().values()), ids=lambda page: page.id)
def test_each_rule_has_its_page_and_pictures(page: RulePage) -> None:
    assert [name for name, text in rule_files(page).items() if written(name) != text] == [], AGAIN


def test_the_index_is_that_of_today() -> None:
    assert written("rules/README.md") == index_file(), AGAIN


def test_the_check_types_are_those_of_today() -> None:
    assert written("checks.md") == checks_file(), AGAIN


def test_no_page_is_left_of_a_rule_that_is_gone() -> None:
    assert {path.stem for path in (DOCS / "rules").glob("*.md")} == {"README", *rule_pages()}, AGAIN


def test_every_link_between_the_pages_leads_somewhere() -> None:
    pages = [*(DOCS / "rules").glob("*.md"), DOCS / "checks.md"]
    links = [(page, link) for page in pages for link in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text("utf-8"))]
    assert [f"{page.name}: {link}" for page, link in links if not (page.parent / link).exists()] == []
