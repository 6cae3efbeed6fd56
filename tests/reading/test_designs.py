from __future__ import annotations

import pytest
from drawing import arrow, box, flat, read, shape, text

from whiteboard.catalog import load_catalog
from whiteboard.formats.diagram import Diagram, Edge, Node
from whiteboard.model.architecture import Reading
from whiteboard.model.errors import InputError
from whiteboard.reading import read as read_any
from whiteboard.reading.designs import select_design


def row(name: str, y: float, *labels: str) -> list[dict[str, object]]:
    """Boxes in a row, each with an arrow to the next: `<name>0`, `<name>1` and so on."""
    boxes = [box(f"{name}{i}", label, 300 * i, y) for i, label in enumerate(labels)]
    ends = [(f"{name}{i}", f"{name}{i + 1}", 300 * i + 120) for i in range(len(labels) - 1)]
    arrows = [arrow(f"{a}-{b}", (x, y + 30), (x + 180, y + 30), start=a, end=b) for a, b, x in ends]
    return flat([boxes, arrows])


FIRST = row("a", 0, "Web app", "API server", "Orders DB")
SECOND = row("b", 2_000, "Web app", "API server", "Redis", "Orders DB")


def sizes(reading: Reading) -> list[int]:
    return [len(design) for design in reading.designs]


def test_what_hangs_together_is_one_design() -> None:
    assert read(FIRST).designs == (("a0", "a1", "a2"),)
    assert read(text("hello", 0, 0)).designs == ()


def test_a_second_sketch_is_a_second_design() -> None:
    reading = read(FIRST, SECOND)
    assert reading.designs == (("b0", "b1", "b2", "b3"), ("a0", "a1", "a2"))
    assert "which one do you mean" in reading.unclear[-1].question


def test_strays_belong_to_the_nearest_design() -> None:
    stray = box("s", "Prometheus", 0, 200)
    assert read(FIRST, SECOND, stray).designs[0] == ("a0", "a1", "a2", "s")
    assert sizes(read(FIRST, stray)) == [4]


def test_a_pipeline_drawn_apart_is_no_design_of_its_own() -> None:
    assert sizes(read(FIRST, row("p", 500, "Kafka", "Spark job", "Data warehouse"))) == [6]


def test_a_group_holds_its_members_together() -> None:
    frame = shape("f", -50, -50, 1_000, 2_500), text("Production VPC", -40, -45)
    assert sizes(read(FIRST, SECOND, frame)) == [7]


def test_one_design_is_selected() -> None:
    frame = shape("f", -50, 1_950, 1_300, 200), text("VPC", -40, 1_955)
    whole = read(FIRST, SECOND, frame, text("p99 under 100 ms", 0, -400))
    chosen = select_design(whole, 1)
    assert sorted(chosen.architecture.component) == ["b0", "b1", "b2", "b3"]
    assert len(chosen.architecture.connections) == 3
    assert [group.id for group in chosen.architecture.groups] == ["f"]
    assert chosen.notes == whole.notes
    assert chosen.designs == (whole.designs[0],)
    other = select_design(whole, 2)
    assert other.architecture.groups == ()
    assert sorted(other.architecture.component) == ["a0", "a1", "a2"]


def test_a_design_that_is_not_there() -> None:
    with pytest.raises(InputError, match="no design 2: it has one"):
        select_design(read(FIRST), 2)


def test_a_diagram_has_designs_too() -> None:
    nodes = [Node(id=f"{side}{i}", label=label) for side in "xy" for i, label in enumerate(("User", "API", "DB"))]
    edges = [
        Edge(id=f"{s}{i}", source=f"{s}{i}", target=f"{s}{i + 1}", label="", direction="forward", style=None)
        for s in "xy"
        for i in (0, 1)
    ]
    reading = read_any(Diagram(nodes=tuple(nodes), edges=tuple(edges)), load_catalog())
    assert reading.designs == (("x0", "x1", "x2"), ("y0", "y1", "y2"))
