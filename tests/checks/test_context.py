from __future__ import annotations

from sketch import sketch

from whiteboard.model.architecture import Architecture, Component, Reading

from .judging import context

BOARD = context(sketch("web(client) --> api --> db(datastore)", notes=["99.9 %"]))


def test_roles_are_the_components_that_match() -> None:
    assert BOARD.roles["client"] == ("web",)
    assert BOARD.roles["cache"] == ()


def test_evidence_holds_the_connections_and_elements_of_its_paths() -> None:
    evidence = BOARD.evidence(paths=[("web", "api", "db")], notes=["n1"])
    assert evidence.component_ids == ("web", "api", "db")
    assert evidence.connection_ids == ("c1", "c2")
    assert evidence.element_ids == ("el-web", "el-api", "el-db", "el-c1", "el-c2", "el-n1")


def test_a_place_is_no_path() -> None:
    assert BOARD.evidence(paths=[("web",)]).paths == ()


def test_names_are_said_once() -> None:
    twins = context(sketch("a", "b", labels={"a": "Server", "b": "Server"}))
    assert twins.names(["a", "b"]) == "Server"


def test_a_walk_in_words() -> None:
    assert BOARD.path(("web", "api")) == "Web → Api"


def test_a_component_of_several_kinds_plays_several_roles() -> None:
    both = Component(id="a", label="MySQL and Redis", kind="relational_db", also=("cache",))
    board = context(Reading(architecture=Architecture(components=(both,))))
    assert [board.components(role) for role in ("store", "cache", "queue")] == [("a",), ("a",), ()]
