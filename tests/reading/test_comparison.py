from __future__ import annotations

from drawing import arrow, box, read, text

from whiteboard.model.architecture import Reading
from whiteboard.reading.comparison import Comparison, Counts, figures
from whiteboard.reading.gold import Gold, GoldComponent, GoldEdge

READING = read(
    box("web", "Web app", 0, 0),
    box("api", "Order service", 300, 0),
    box("db", "Orders DB", 600, 0),
    arrow("a", (120, 30), (300, 30), start="web", end="api"),
    arrow("b", (420, 30), (600, 30), start="api", end="db"),
    text("p99 under 100 ms", 0, 400, "note"),
)


def gold(*kinds: tuple[str, str], edges: tuple[tuple[str, str], ...] = ()) -> Gold:
    return Gold(
        components=tuple(GoldComponent(id=id_, label=id_.upper(), kind=kind) for id_, kind in kinds),
        edges=tuple(GoldEdge(source=a, target=b, directed=True) for a, b in edges),
        groups=frozenset(),
    )


RIGHT = gold(("web", "client"), ("api", "service"), ("db", "datastore"), edges=(("web", "api"), ("api", "db")))


def test_a_reading_that_agrees() -> None:
    comparison = Comparison(RIGHT, READING)
    assert comparison.counts() == Counts(found=3, kinds=3, families=3, connected=2, directions=2, directed=2)
    assert not list(comparison.differences())


def test_a_wrong_kind_may_be_of_the_right_family() -> None:
    kinds = gold(("web", "client"), ("api", "worker"), ("db", "cache"))
    counts = Comparison(kinds, READING).counts()
    assert (counts.kinds, counts.families) == (1, 2)


def test_what_is_no_component_is_too_much() -> None:
    comparison = Comparison(gold(("web", "none"), ("api", "service")), READING)
    counts = comparison.counts()
    assert (counts.found, counts.wrong, counts.missed) == (1, 2, 0)
    differences = "\n".join(comparison.differences())
    assert "too much: “Web app” (client), gold says that it is no component; read because" in differences
    assert "too much: “Orders DB” (datastore), gold has nothing there" in differences
    assert "connection too much: “Web app” → “Order service”" in differences


def test_what_is_missed_says_what_became_of_it() -> None:
    comparison = Comparison(gold(("note", "cache"), ("away", "queue")), READING)
    assert comparison.counts().missed == 2
    differences = list(comparison.differences())
    assert differences[0] == "missed: “NOTE” (cache), it was read as a note, “p99 under 100 ms”"
    assert differences[1] == "missed: “AWAY” (queue), nothing was read there"


def test_a_direction_that_is_turned() -> None:
    turned = gold(("web", "client"), ("api", "service"), ("db", "datastore"), edges=(("api", "web"), ("api", "db")))
    comparison = Comparison(turned, READING)
    assert (comparison.counts().directions, comparison.counts().directed) == (1, 2)
    assert "direction: “API” and “WEB” should lead from the first to the second" in list(comparison.differences())


def test_a_missed_connection() -> None:
    missing = gold(("web", "client"), ("api", "service"), ("db", "datastore"), edges=(("web", "db"),))
    differences = list(Comparison(missing, READING).differences())
    assert "missed connection: “DB” and “WEB”, nothing was read there" in differences


def test_figures_are_over_all_and_the_mean_of_the_scenes() -> None:
    good, bad = Comparison(RIGHT, READING).counts(), Comparison(RIGHT, Reading()).counts()
    found = figures([good, bad], 1)
    assert found["component_f1"] == 2 * 3 / (2 * 3 + 3)
    assert found["component_f1_macro"] == 0.5
    assert found["kind_accuracy"] == 1
    assert (found["scenes"], found["read"]) == (2, 1)
