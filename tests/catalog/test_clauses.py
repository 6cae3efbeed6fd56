from __future__ import annotations

import pytest

from whiteboard.catalog import load_catalog
from whiteboard.catalog.clauses import Link, clauses
from whiteboard.catalog.lexicon import Lexicon
from whiteboard.catalog.load import load_grammar

LEXICON = Lexicon(load_catalog().kinds, load_catalog().technologies, load_grammar())
FIRST, BESIDE, OF, NEXT, ASIDE = Link


def parts(label: str) -> list[tuple[Link, str]]:
    return [(clause.link, clause.text) for clause in clauses(label, LEXICON)]


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("User service", [(FIRST, "User service")]),
        ("MySQL, Redis", [(FIRST, "My SQL"), (BESIDE, "Redis")]),
        ("MySQL or Redis", [(FIRST, "My SQL"), (BESIDE, "Redis")]),
        ("Queue for emails", [(FIRST, "Queue"), (OF, "emails")]),
        ("Cache: Redis", [(FIRST, "Cache"), (NEXT, "Redis")]),
        ("DB (MySQL, sharded)", [(FIRST, "DB"), (ASIDE, "My SQL"), (ASIDE, "sharded")]),
        ("(Redis)", [(FIRST, "Redis")]),
        ("Pub/Sub", [(FIRST, "Pub Sub")]),
        ("In-memory cache", [(FIRST, "In memory cache")]),
        ("Base de datos", [(FIRST, "Base de datos")]),
        ("Load\nbalancer", [(FIRST, "Load balancer")]),
        ("Redis\nkeeps hot user sessions", [(FIRST, "Redis"), (NEXT, "keeps hot user sessions")]),
        ("Redis stores sessions", [(FIRST, "Redis"), (NEXT, "stores sessions")]),
        ("", []),
    ],
)
def test_clauses(label: str, expected: list[tuple[Link, str]]) -> None:
    assert parts(label) == expected
