from __future__ import annotations

import pytest

from whiteboard.catalog.spelling import Spelling
from whiteboard.catalog.words import tokens

SPELLING = Spelling(
    ["database", "cache", "caches", "notification", "server", "redis", "optimizely"],
    {"server", "db", "cache"}.__contains__,
)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("databse", ("database",)),
        ("notifcaton", ("notification",)),  # two letters of a long word
        ("reids", ("redis",)),  # two swapped
        ("userdb", ("user", "db")),
        ("webserver", ("web", "server")),
        ("redis", None),  # nothing to mend
        ("rdis", None),  # too short to tell
        ("datums", None),  # too far
        ("observer", None),  # a real word
        ("k8s", None),
        ("optimizer", None),  # another ending makes another word
    ],
)
def test_repair(word: str, expected: tuple[str, ...] | None) -> None:
    assert SPELLING.repair(word) == expected


def test_only_what_is_not_covered_is_mended() -> None:
    words = tokens("databse databse")
    mended = SPELLING.mend(words, [(0, 1)]) or []
    assert [token.folded for token in mended] == ["databse", "database"]
    assert [token.text for token in mended] == ["databse", "databse"]


def test_nothing_to_mend() -> None:
    assert SPELLING.mend(tokens("redis cache"), []) is None
