from __future__ import annotations

from sketch import sketch

from whiteboard.feedback.fixes import edited
from whiteboard.feedback.fixes.difference import difference
from whiteboard.model.architecture import Component, Connection
from whiteboard.model.fix import AddComponent, Connect, Disconnect, Edit, Replicate, Reroute

BOARD = sketch("web(client) --> api --> db(datastore)")
CACHE = AddComponent(component=Component(id="redis", label="Redis", kind="cache"))
ASKED = Connect(connection=Connection(id="new", source="api", target="redis"))


def left(*edits: Edit) -> tuple[Edit, ...]:
    return difference(BOARD.architecture, edited(BOARD, edits).architecture, edits)


def test_edits_without_a_detour_stay() -> None:
    edits = (CACHE, ASKED, Disconnect(connection_id="c2"), Replicate(component_id="db", replicas=2))
    assert left(*edits) == edits


def test_what_is_moved_twice_is_moved_once() -> None:
    last = Reroute(connection_id="c1", source="web", target="redis")
    assert left(CACHE, ASKED, Reroute(connection_id="c1", source="web", target="db"), last) == (CACHE, last, ASKED)


def test_what_is_undone_is_gone() -> None:
    there, back = (Reroute(connection_id="c1", source="web", target=target) for target in ("db", "api"))
    assert left(there, back) == ()
    assert left(CACHE, ASKED, Disconnect(connection_id="new")) == (CACHE,)


def test_a_new_arrow_that_is_moved_is_drawn_where_it_ends() -> None:
    moved = Reroute(connection_id="new", source="db", target="redis")
    assert left(CACHE, ASKED, moved) == (
        CACHE,
        Connect(connection=Connection(id="new", source="db", target="redis")),
    )
