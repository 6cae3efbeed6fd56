from __future__ import annotations

from whiteboard.catalog.tree import Tree
from whiteboard.catalog.values import Kind


def kind(id_: str, parent: str | None = None) -> Kind:
    return Kind(id=id_, title=id_, description=id_, parent=parent)


TREE = Tree({k.id: k for k in (kind("store"), kind("db", "store"), kind("sql", "db"), kind("client"))})


def test_is_a_goes_all_the_way_up() -> None:
    assert TREE.is_a("sql", "store")
    assert not TREE.is_a("store", "sql")


def test_below_is_what_is_one() -> None:
    assert TREE.below("store") == {"store", "db", "sql"}
    assert TREE.below("unknown") == {"unknown"}


def test_is_any() -> None:
    assert TREE.is_any("sql", ("client", "store"))
    assert not TREE.is_any("sql", ("client",))


def test_is_akin_both_ways() -> None:
    assert TREE.is_akin("db", "sql")
    assert TREE.is_akin("sql", "db")
    assert not TREE.is_akin("sql", "client")


def test_top() -> None:
    assert TREE.top("sql") == "store"
    assert TREE.top("client") == "client"
