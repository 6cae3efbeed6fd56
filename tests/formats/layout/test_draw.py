from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings

from whiteboard.catalog import load_catalog
from whiteboard.formats import graphviz
from whiteboard.formats.diagram import Diagram, Edge, Node, Subgraph
from whiteboard.formats.diagrams_script import load_diagrams_script
from whiteboard.formats.excalidraw import scene_from_elements
from whiteboard.formats.graphviz import GraphvizError
from whiteboard.formats.layout import draw
from whiteboard.reading import read

from ..diagrams import diagrams, graph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from whiteboard.formats.diagram import Flow


@pytest.fixture
def no_graphviz(monkeypatch: pytest.MonkeyPatch) -> None:
    def run(*_: object) -> str:
        raise GraphvizError("not here")

    monkeypatch.setattr(graphviz, "run", run)


def chain(count: int, flow: Flow | None = None, label: str = "") -> Diagram:
    nodes = tuple(Node(id=f"n{i}", label=f"Service {i}") for i in range(count))
    edges = (Edge(id=f"e{i}", source=f"n{i}", target=f"n{i + 1}", label=label) for i in range(count - 1))
    return Diagram(nodes=nodes, edges=tuple(edges), flow=flow)


NESTED = Diagram(
    nodes=(
        Node(id="web", label="Web app"),
        Node(id="api", label="API", parent="zone"),
        Node(id="db", label="Orders DB", shape="cylinder", parent="zone"),
        Node(id="log", label="Logs", parent="region"),
    ),
    edges=(
        Edge(id="a", source="web", target="zone", label="calls the whole zone"),
        Edge(id="b", source="api", target="db", label="reads"),
        Edge(id="c", source="db", target="db"),
        Edge(id="d", source="log", target="region"),
    ),
    subgraphs=(
        Subgraph(id="zone", label="Zone", parent="region"),
        Subgraph(id="region", label="Region"),
        Subgraph(id="empty", label="Empty", parent="region"),
    ),
    notes=("Risks\n- hot keys\n- retries",),
    title="Shop",
)


def overlap(a: dict[str, Any], b: dict[str, Any]) -> bool:
    return all(a[p] < b[p] + b[s] and b[p] < a[p] + a[s] for p, s in (("x", "width"), ("y", "height")))


def overlaps(elements: Sequence[dict[str, Any]]) -> list[tuple[str, str]]:
    """What lies on each other: boxes, free texts and labels of arrows; a frame may hold what stands in it."""
    there = [e for e in elements if e["type"] == "rectangle" or (e["type"] == "text" and not is_inside(e, elements))]
    return [(a["id"], b["id"]) for a, b in combinations(there, 2) if overlap(a, b)]


def is_inside(text: dict[str, Any], elements: Sequence[dict[str, Any]]) -> bool:
    return any(e["id"] == text["containerId"] and e["type"] != "arrow" for e in elements)


def holds(outer: dict[str, Any], inner: dict[str, Any]) -> bool:
    return all(
        outer[p] <= inner[p] and inner[p] + inner[s] <= outer[p] + outer[s]
        for p, s in (("x", "width"), ("y", "height"))
    )


@given(diagrams())
@settings(deadline=None)
def test_a_board_reads_to_the_graph_of_its_diagram(diagram: Diagram) -> None:
    before, after = read(diagram, load_catalog()), read(scene_from_elements(draw(diagram)), load_catalog())
    assert graph(after) == graph(before)


@pytest.mark.usefixtures("no_graphviz")
@given(diagrams())
@settings(deadline=None, max_examples=30)
def test_so_it_does_without_graphviz(diagram: Diagram) -> None:
    before, after = read(diagram, load_catalog()), read(scene_from_elements(draw(diagram)), load_catalog())
    assert graph(after)["components"] == graph(before)["components"]


def test_nothing_overlaps() -> None:
    assert overlaps(draw(NESTED)) == []


@pytest.mark.usefixtures("no_graphviz")
def test_boxes_do_not_overlap_without_graphviz() -> None:
    assert overlaps([e for e in draw(NESTED) if e["type"] == "rectangle"]) == []


def test_frames_hold_what_stands_in_them() -> None:
    by_id = {element["id"]: element for element in draw(NESTED)}
    assert by_id["api"]["frameId"] == "zone"
    assert holds(by_id["zone"], by_id["api"])
    assert holds(by_id["zone"], by_id["db"])
    assert holds(by_id["region"], by_id["zone"])
    assert not overlap(by_id["region"], by_id["web"])


def test_arrows_are_bound_at_both_ends() -> None:
    arrows = {e["id"]: e for e in draw(NESTED) if e["type"] == "arrow"}
    ends = {id_: (e["startBinding"]["elementId"], e["endBinding"]["elementId"]) for id_, e in arrows.items()}
    assert ends == {"a": ("web", "zone"), "b": ("api", "db"), "c": ("db", "db"), "d": ("log", "region")}


@pytest.mark.parametrize(("flow", "axis", "sign"), [("LR", "x", 1), ("RL", "x", -1), ("TB", "y", 1), ("BT", "y", -1)])
def test_a_diagram_runs_as_its_file_says(flow: Flow, axis: str, sign: int) -> None:
    places = [sign * e[axis] for e in draw(chain(3, flow)) if e["type"] == "rectangle"]
    assert places == sorted(places)
    assert len(set(places)) == 3


def test_a_label_stands_in_the_middle_of_its_arrow() -> None:
    by_id = {element["id"]: element for element in draw(chain(2, label="a rather long label of a call"))}
    label, arrow = by_id["e0-label"], by_id["e0"]
    assert label["x"] + label["width"] / 2 == pytest.approx(arrow["x"] + arrow["width"] / 2, abs=1)


def test_the_same_diagram_gives_the_same_board() -> None:
    assert draw(NESTED) == draw(NESTED)


def test_ids_that_are_no_ids_for_a_board_are_replaced() -> None:
    nodes = (Node(id="x" * 500, label="A"), Node(id="e", label="B"), Node(id="a\x00", label="C"))
    diagram = Diagram(nodes=nodes, edges=(Edge(id="e", source="e", target="a\x00"),))
    assert [e["id"] for e in draw(diagram) if e["type"] != "text"] == ["n0", "e", "n2", "e#2"]


def test_notes_of_a_node_are_listed_in_its_box() -> None:
    (label,) = (e for e in draw(Diagram(nodes=(Node(id="a", label="API", notes=("x", "y")),))) if e["type"] == "text")
    assert label["text"] == "API\n- x\n- y"


def test_an_empty_diagram_is_an_empty_board() -> None:
    assert draw(Diagram()) == ()


@pytest.mark.parametrize("depth", [30, 5_000])
def test_deep_nesting_is_drawn(depth: int) -> None:
    subgraphs = (Subgraph(id=f"g{i}", label="", parent=f"g{i - 1}" if i else None) for i in range(depth))
    diagram = Diagram(nodes=(Node(id="a", label="A", parent=f"g{depth - 1}"),), subgraphs=tuple(subgraphs))
    assert sum(element["type"] == "frame" for element in draw(diagram)) == depth


def test_a_large_diagram_is_drawn_simply() -> None:
    assert sum(e["type"] == "rectangle" for e in draw(chain(3_000))) == 3_000


@pytest.mark.parametrize("notes", [("x",), ("x", "y"), ("- x", "two\nlines")])
def test_a_lone_node_with_notes_stays_a_component(notes: tuple[str, ...]) -> None:
    diagram = Diagram(nodes=(Node(id="a", label="Flux", notes=notes),))
    after = read(scene_from_elements(draw(diagram)), load_catalog())
    assert graph(after) == graph(read(diagram, load_catalog()))
    assert after.notes == ()


def test_the_technology_of_a_node_stays_with_its_box() -> None:
    diagram = load_diagrams_script("from diagrams.aws.database import RDS\nRDS('userdb')")
    (component,) = read(scene_from_elements(draw(diagram)), load_catalog()).architecture.components
    assert (component.label, component.technology, component.notes) == ("userdb", "amazon-rds", ("Amazon RDS",))


def test_a_note_that_was_taken_off_the_box_is_gone() -> None:
    elements = draw(Diagram(nodes=(Node(id="a", label="Flux", notes=("x", "y")),)))
    edited = [e | {"text": "Flux\n- x", "originalText": "Flux\n- x"} if e["type"] == "text" else e for e in elements]
    (component,) = read(scene_from_elements(edited), load_catalog()).architecture.components
    assert (component.label, component.notes) == ("Flux", ("x",))
