from __future__ import annotations

from itertools import pairwise

import pytest
from drawing import edges

from formats.drawio.pages import drawing, edge, file, page, vertex
from whiteboard.formats.drawio import draw_page

PAIR = (vertex("a", "API"), vertex("b", "Cache", 400, 300))
LABEL = "edgeLabel;html=1;"
ENDS = '<mxPoint x="{}" y="{}" as="sourcePoint"/><mxPoint x="{}" y="{}" as="targetPoint"/>'


def arrow(style: str = "", inner: str = "") -> dict[str, object]:
    cells = (*PAIR, edge("e", "a", "b", style=style, inner=inner))
    return next(e for e in draw_page(file(page(*cells))).elements if e["id"] == "e")


def corners(drawn: dict[str, object]) -> list[tuple[float, float]]:
    x, y, points = drawn["x"], drawn["y"], drawn["points"]
    assert isinstance(x, float | int)
    assert isinstance(y, float | int)
    assert isinstance(points, list)
    return [(x + px, y + py) for px, py in points]


@pytest.mark.parametrize(
    ("style", "connection"),
    [
        ("", "API -> Cache"),
        ("endArrow=none;", "API -- Cache"),
        ("startArrow=block;", "API <-> Cache"),
        ("startArrow=open;endArrow=none;", "Cache -> API"),
        ("startArrow=ERmany;endArrow=ERone;", "API -- Cache"),
        ("shape=link;", "API -- Cache"),
    ],
)
def test_heads(style: str, connection: str) -> None:
    assert edges(drawing(*PAIR, edge("e", "a", "b", style=style))) == [connection]


def test_dashes_stay() -> None:
    assert arrow("dashed=1;")["strokeStyle"] == "dashed"


def test_labels_on_an_edge_are_its_label() -> None:
    on_it = [
        vertex("l2", "<b>reply</b>", 0.5, 0, 0, 0, style=LABEL, parent="e"),
        vertex("l1", "request", -0.5, 0, 0, 0, style=LABEL, parent="e"),
    ]
    (connection,) = drawing(*PAIR, edge("e", "a", "b"), *on_it).architecture.connections
    assert connection.label == "request reply"


def test_an_edge_without_ends_leads_to_what_it_touches() -> None:
    points = ENDS.format(125, 30, 395, 330)
    assert edges(drawing(*PAIR, edge("e", inner=points))) == ["API -> Cache"]


def test_an_edge_with_one_end() -> None:
    point = '<mxPoint x="395" y="330" as="targetPoint"/>'
    assert edges(drawing(*PAIR, edge("e", "a", inner=point))) == ["API -> Cache"]


def test_waypoints_stay() -> None:
    way = '<Array as="points"><mxPoint x="60" y="500"/></Array>'
    assert (60, 500) in corners(arrow(inner=way))


def test_the_places_of_exit_and_entry_stay() -> None:
    drawn = corners(arrow("exitX=1;exitY=0.5;entryX=0.5;entryY=0;"))
    assert (drawn[0], drawn[-1]) == ((120, 30), (460, 300))


@pytest.mark.parametrize("style", ["", "exitX=1;exitY=0.5;", "exitX=0.5;exitY=1;entryX=0;entryY=0.5;"])
@pytest.mark.parametrize("way", ["", '<Array as="points"><mxPoint x="200" y="100"/></Array>'])
def test_orthogonal_edges_have_level_and_upright_parts_only(style: str, way: str) -> None:
    drawn = corners(arrow(f"edgeStyle=orthogonalEdgeStyle;{style}", way))
    assert all(a[0] == pytest.approx(b[0]) or a[1] == pytest.approx(b[1]) for a, b in pairwise(drawn))


def test_an_orthogonal_edge_between_neighbours_is_straight() -> None:
    cells = [
        vertex("a", "API"),
        vertex("b", "Cache", 400, 20),
        edge("e", "a", "b", style="edgeStyle=orthogonalEdgeStyle"),
    ]
    drawn = next(e for e in draw_page(file(page(*cells))).elements if e["id"] == "e")
    assert corners(drawn) == [(120, 40), (400, 40)]


def test_points_stand_relative_to_what_the_edge_is_in() -> None:
    lane = vertex("lane", "Lane", 1000, 1000, 900, 900, style="swimlane;")
    inner = ENDS.format(10, 10, 200, 10)
    loose = edge("e", inner=inner).replace('parent="1"', 'parent="lane"')
    drawn = next(
        e for e in draw_page(file(page(lane, vertex("x", "X", parent="lane"), loose))).elements if e["id"] == "e"
    )
    assert corners(drawn) == [(1010, 1010), (1200, 1010)]


def test_an_edge_to_an_edge_has_no_end_there() -> None:
    board = draw_page(file(page(*PAIR, edge("e", "a", "b"), edge("f", "a", "e"))))
    assert board.left_out == ("Left out, as they lead from nowhere to nowhere: one edge.",)


def test_an_edge_from_below_into_a_side_has_one_corner() -> None:
    assert corners(arrow("edgeStyle=orthogonalEdgeStyle;exitX=0.5;exitY=1;entryX=0;entryY=0.5;")) == [
        (60, 60),
        (60, 330),
        (400, 330),
    ]


@pytest.mark.parametrize("style", ["", "edgeStyle=elbowEdgeStyle;"])
def test_messages_of_a_sequence_run_at_their_height(style: str) -> None:
    life = "shape=umlLifeline;"
    cells = [vertex(id_, id_, x, 0, 100, 600, style=life) for id_, x in (("Shop", 0), ("Bank", 300))]
    way = '<Array as="points"><mxPoint x="200" y="250"/></Array>'
    board = draw_page(file(page(*cells, edge("e", "Shop", "Bank", style=style, inner=way))))
    drawn = next(e for e in board.elements if e["id"] == "e")
    assert {y for _, y in corners(drawn)} == {250}
