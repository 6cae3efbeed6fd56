from __future__ import annotations

import pytest

from whiteboard.reading.headings import heading_of, heading_of_line


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("Functional Requirements:", "functional"),
        ("1. Functional reqirements", "functional"),
        ("NON-FUNCTIONAL REQUIREMENTS", "non_functional"),
        ("nonfunctional requirments", "non_functional"),
        ("API's", "api"),
        ("數", None),
        ("users", None),
        ("Non functioning replicas of the primary", None),
        ("Out of scope", "other"),
    ],
)
def test_a_line_is_a_heading_or_not(line: str, heading: str | None) -> None:
    assert heading_of_line(line) == heading


def test_a_text_has_the_heading_of_its_first_line() -> None:
    assert heading_of("\nRisks\n- hot keys") == "risks"


def test_a_heading_that_sorts_nothing_is_none_of_a_text() -> None:
    assert heading_of("Deep dives\n- hot keys") is None
