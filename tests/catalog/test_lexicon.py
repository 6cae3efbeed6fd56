from __future__ import annotations

import pytest

from whiteboard.catalog import load_catalog
from whiteboard.catalog.lexicon import Lexicon, Sense
from whiteboard.catalog.load import load_grammar
from whiteboard.catalog.words import tokens

LEXICON = Lexicon(load_catalog().kinds, load_catalog().technologies, load_grammar())


def mentions(label: str) -> list[str]:
    return [mention.text for mention in LEXICON.mentions(tokens(label))[1]]


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Redis cluster load balancer", ["Redis cluster", "load balancer"]),  # the longest
        ("Apache Spark Streaming", ["Spark Streaming"]),  # the maker hides no longer name
        ("cache, server", ["cache", "server"]),  # nothing goes over a comma
        ("Pub/Sub", ["Pub Sub"]),  # but over a slash
        ("social networks API", ["social networks API"]),  # a plural inside
        ("databases", ["databases"]),
        ("proxies", ["proxies"]),
        ("用户数据库", ["用户", "数据库"]),
        ("ブログ", []),  # no logs in a blog
        ("userdb", ["user", "db"]),
        ("Postgers", ["Postgers"]),
    ],
)
def test_mentions(label: str, expected: list[str]) -> None:
    assert [text.replace(" ", "") for text in mentions(label)] == [text.replace(" ", "") for text in expected]


def test_products_come_before_nouns() -> None:
    found = LEXICON.find("sqlserver")
    assert found
    assert found.sense is Sense.TECHNOLOGY


def test_every_spelling_is_found() -> None:
    lost = [t.id for t in load_catalog().technologies.values() for s in (t.name, *t.aliases) if not mentions(s)]
    assert not lost
