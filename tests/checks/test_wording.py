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


@pytest.mark.parametrize("label", ["API server x3", "API server ×3", "API server (3x)", "API server [x 3]"])
def test_a_count_of_copies_is_no_part_of_a_name(label: str) -> None:
    assert wording.name(Component(id="x", label=label, kind="service", replicas=3)) == "API server"


@pytest.mark.parametrize("label", ["Proxy 3x", "x3"])
def test_what_was_not_read_as_a_count_or_is_all_there_is_stays(label: str) -> None:
    replicas = 3 if label == "x3" else None
    assert wording.name(Component(id="x", label=label, kind="service", replicas=replicas)) == label


def test_a_name_does_not_turn_the_text_behind_it() -> None:
    assert wording.short("DB \u202eevil\u2066") == "DB evil"


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
