from __future__ import annotations

import pytest

from whiteboard.checks import wording
from whiteboard.model.architecture import Component


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Order\n  service", "Order service"),
        ("  ", "the unnamed relational db"),
        ("word " * 20, ("word " * 12).rstrip() + "…"),
    ],
)
def test_components_go_by_their_labels(label: str, name: str) -> None:
    assert wording.name(Component(id="x", label=label, kind="relational_db")) == name


@pytest.mark.parametrize(
    ("items", "prose"),
    [
        ("", ""),
        ("A", "A"),
        ("AB", "A and B"),
        ("ABC", "A, B and C"),
        ("ABCDEF", "A, B, C, D, E and F"),
        ("ABCDEFG", "A, B, C, D, E and 2 more"),
    ],
)
def test_lists_are_prose(items: str, prose: str) -> None:
    assert wording.listed(items) == prose


def test_the_middle_of_a_long_walk_is_counted() -> None:
    assert wording.walked("ABC") == "A → B → C"
    assert wording.walked([str(i) for i in range(100)]).startswith("0 → 1 → 2 → 3 → 4 → 5 → 88 more → 94 → ")


def test_articles() -> None:
    assert wording.a("object_store") == "an object store"
    assert wording.a("cache") == "a cache"


def test_titles_come_from_ids() -> None:
    assert wording.title("cache-on-read-path") == "Cache on read path"


def test_a_topic_goes_by_its_first_term() -> None:
    assert wording.topic(["TTL", "jitter"]) == "“TTL” or the like"
    assert wording.topic(["TTL"]) == "“TTL”"


def test_one_is_no_plural() -> None:
    assert [wording.counted(number, "file") for number in (0, 1, 2)] == ["0 files", "1 file", "2 files"]
