from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from whiteboard.checks.contents import ContentName, contents_in, load_contents


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Photo service", "media"),
        ("PHOTOS", "media"),
        ("MySQL (users, posts, photo BLOBs)", "blobs"),
        ("INSERT photo LONGBLOB", "blobs"),
        ("SearchService", "text_search"),
        ("poll every 5 s", "hot_reads"),
        ("NewsFeed API", "hot_reads"),
        ("items (ORDER BY distance)", "vectors"),
        ("driver locations", "positions"),
        ("Checkout", "acts"),
        ("40 TB of rows", "volume"),
        ("feed table 50TB", "volume"),
        ("scores, 500M rows", "volume"),
        ("every 5s", "hot_reads"),
        ("ORDER BY score LIMIT 10", "sorted_reads"),
        ("JOIN orders x products", "scans"),
        ("WHERE name ILIKE '%q%'", "text_search"),
        ("100k rps", "polled"),
    ],
)
def test_speaks_of(text: str, content: str) -> None:
    assert content in contents_in(text)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Photo metadata DB", "media"),
        ("video URLs", "media"),
        ("ANN search", "text_search"),
        ("message queue", "messages"),
        ("ORDER BY distance", "money"),
        ("payment gateway", "acts"),
        ("Location history", "positions"),
        ("Session store", "hot_reads"),
        ("", "media"),
        ("…", "media"),
    ],
)
def test_does_not_speak_of(text: str, content: str) -> None:
    assert content not in contents_in(text)


def test_each_content_finds_its_own_terms() -> None:
    lost = [
        (content.id, term)
        for content in load_contents().values()
        for term in content.terms
        if content.id not in contents_in(term)
    ]
    assert lost == []


def test_no_term_is_listed_twice() -> None:
    assert [c.id for c in load_contents().values() if len(set(c.terms)) < len(c.terms)] == []


def test_an_unknown_name_is_refused_with_those_there_are() -> None:
    with pytest.raises(ValidationError, match=r"unknown content 'photos'; the contents are .*media"):
        TypeAdapter(ContentName).validate_python("photos")
