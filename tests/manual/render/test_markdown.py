from __future__ import annotations

from whiteboard.manual import look_up
from whiteboard.manual.render.markdown import render_markdown
from whiteboard.scenarios import load_library


def page(name: str) -> str:
    return render_markdown(look_up(name, load_library()))


def test_a_rule_has_all_its_parts() -> None:
    headings = [line.removeprefix("## ") for line in page("spof").splitlines() if line.startswith("## ")]
    assert headings == [
        "What it looks for",
        "Why it matters",
        "How it decides",
        "What it cannot see",
        "Examples",
        "Its checks",
        "Sources",
    ]


def test_without_pictures_boards_are_shown_as_mermaid() -> None:
    assert "```mermaid\ngraph LR" in page("spof")
    assert "](../" not in page("spof")


def test_a_check_type_has_a_row_for_each_key() -> None:
    assert "| `accept` | a list, each `inline` or `aside` |" in page("waypoint")


def test_a_check_of_a_scenario_names_its_type() -> None:
    assert "`whiteboard explain redundant`" in page("product-recommendations/cache-redundant")
