from __future__ import annotations

from sketch import sketch

from whiteboard.catalog import load_catalog
from whiteboard.checks.stretch import Phase, Stretch
from whiteboard.graph import Graph

BOARD = Graph(
    sketch("web(client) --> lb(load_balancer) --> a --> b --> db(datastore)", "a --> db").architecture, load_catalog()
)


def stretch(*, start: str | None = None, end: str | None = None, inline: str = "", asking: str = "") -> Stretch:
    return Stretch(
        route=BOARD.route(["web"], ["db"]),
        start=frozenset([start]) if start else None,
        end=frozenset([end]) if end else None,
        inline=frozenset([inline]),
        asking=frozenset([asking]),
        proxies=frozenset(["lb"]),
    )


def test_the_shortest_walk_that_misses() -> None:
    assert stretch(inline="b").shortest(Phase.MISSED) == ("web", "lb", "a", "db")


def test_a_walk_that_meets() -> None:
    assert stretch(inline="b").shortest(Phase.MET) == ("web", "lb", "a", "b", "db")


def test_nothing_misses_what_is_always_passed() -> None:
    assert stretch(inline="a").shortest(Phase.MISSED) is None


def test_what_stands_before_the_stretch_does_not_count() -> None:
    assert stretch(start="a", inline="lb").shortest(Phase.MET) is None


def test_the_stretch_ends_where_it_says() -> None:
    assert stretch(end="a", inline="b").shortest(Phase.MET) is None


def test_who_asks_at_the_end_counts() -> None:
    assert stretch(asking="b").shortest(Phase.MET) == ("web", "lb", "a", "b", "db")
    assert stretch(asking="b").shortest(Phase.MISSED) == ("web", "lb", "a", "db")


def test_the_piece_of_a_walk_on_the_stretch() -> None:
    walk = ("web", "lb", "a", "b", "db")
    assert stretch().piece(walk) == walk
    assert stretch(start="lb", end="b").piece(walk) == ("lb", "a", "b")
    assert stretch(start="a", end="lb").piece(walk) == ("a", "b", "db")


def test_a_proxy_stands_for_whom_it_serves() -> None:
    assert stretch(end="a", asking="web").shortest(Phase.MISSED) is None
