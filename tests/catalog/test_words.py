from __future__ import annotations

import pytest

from whiteboard.catalog.words import Break, fold, key, tokens


def texts(label: str) -> list[str]:
    return [token.text for token in tokens(label)]


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("webApp2", ["web", "App", "2"]),
        ("APIGateway", ["API", "Gateway"]),
        ("user_service", ["user", "service"]),
        ("driver's phone", ["drivers", "phone"]),
        ("C A C H E", ["CACHE"]),
        ("缓存", ["缓", "存"]),
        ("Redisキュー", ["Redis", "キ", "ュ", "ー"]),
        ("Redis<br/>Cache", ["Redis", "Cache"]),
        ("R&amp;D", ["R", "D"]),
        ("ＤＢ", ["DB"]),
        ("", []),
    ],
)
def test_tokens(label: str, expected: list[str]) -> None:
    assert texts(label) == expected


@pytest.mark.parametrize(
    ("label", "parting"),
    [
        ("load balancer", Break.NONE),
        ("load-balancer", Break.NONE),
        ("load\nbalancer", Break.LINE),
        ("load\\nbalancer", Break.LINE),
        ("pub/sub", Break.JOINT),
        ("a, b", Break.COMMA),
        ("a - b", Break.NEXT),
        ("a: b", Break.NEXT),
        ("a -> b", Break.NEXT),
        ("a • b", Break.NEXT),
        ("a 1. b", Break.NEXT),
    ],
)
def test_breaks(label: str, parting: Break) -> None:
    assert tokens(label)[1].before is parting


def test_brackets_stand_aside() -> None:
    assert [(token.text, token.aside) for token in tokens("a (b) c [d (e)] f (g")] == [
        ("a", 0),
        ("b", 1),
        ("c", 0),
        ("d", 2),
        ("e", 2),
        ("f", 0),
        ("g", 3),
    ]


@pytest.mark.parametrize(
    "spelling", ["Load-Balancer", "load balancer", "LoadBalancer", "LOAD_BALANCER", "Löad Balancer"]
)
def test_key(spelling: str) -> None:
    assert key(spelling) == "loadbalancer"


def test_russian_endings_do_not_matter() -> None:
    assert fold("сервис") == fold("Сервисы") == fold("сервиса")


def test_kana_keep_their_marks() -> None:
    assert fold("データ") == "データ"
