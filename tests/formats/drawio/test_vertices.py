from __future__ import annotations

import pytest
from drawing import edges, labels, notes, only

from formats.drawio.pages import drawing, edge, file, page, vertex
from whiteboard.formats.drawio import draw_page
from whiteboard.model.architecture import Reading

ICON = "shape=mxgraph.aws4.resourceIcon;resIcon=mxgraph.aws4.dynamodb;html=1;verticalLabelPosition=bottom;"


def groups(reading: Reading) -> dict[str, list[str]]:
    names = {c.id: c.label for c in reading.architecture.components}
    return {g.label: sorted(names[m] for m in g.members) for g in reading.architecture.groups}


def element(id_: str, *cells: str) -> dict[str, object]:
    return next(e for e in draw_page(file(page(*cells))).elements if e["id"] == id_)


def test_html_labels_are_plain_text() -> None:
    reading = drawing(vertex("a", "<div><b>Orders</b>&nbsp;API</div><font color='red'>Java<br>Spring</font>"))
    assert only(reading).label == "Orders API Java Spring"


@pytest.mark.parametrize(
    ("style", "kind"),
    [
        ("shape=cylinder3;html=1;", "datastore"),
        ("shape=datastore;", "datastore"),
        ("shape=mxgraph.flowchart.database;", "datastore"),
        ("shape=cylinder3;rotation=90;", "queue"),
        ("shape=cylinder;direction=south;", "queue"),
        ("shape=umlActor;verticalLabelPosition=bottom;", "client"),
        ("shape=actor;", "client"),
    ],
)
def test_the_shape_hints_at_the_kind(style: str, kind: str) -> None:
    assert only(drawing(vertex("a", "Xyz", 0, 0, 60, 80, style=style))).kind == kind


@pytest.mark.parametrize(
    ("style", "type_"),
    [("ellipse;", "ellipse"), ("shape=cloud;", "ellipse"), ("rhombus;", "diamond"), ("", "rectangle")],
)
def test_outlines(style: str, type_: str) -> None:
    assert element("a", vertex("a", "Xyz", style=style))["type"] == type_


def test_an_icon_names_what_has_no_label() -> None:
    component = only(drawing(vertex("a", "", 0, 0, 78, 78, style=ICON)))
    assert (component.label, component.technology) == ("Dynamodb", "dynamodb")


def test_an_icon_says_the_kind_where_the_label_does_not() -> None:
    component = only(drawing(vertex("a", "Orders", 0, 0, 78, 78, style=ICON)))
    assert (component.label, component.kind) == ("Orders", "key_value_store")


def test_a_label_wins_over_an_icon_that_says_less() -> None:
    server = "shape=mxgraph.aws4.resourceIcon;resIcon=mxgraph.aws4.ec2;"
    assert only(drawing(vertex("a", "Redis", style=server))).kind == "cache"


@pytest.mark.parametrize("height", [84, -25])
def test_a_text_right_below_or_above_an_icon_is_its_label(height: float) -> None:
    icon = vertex("i", "", 0, 0, 78, 78, style=ICON)
    text = vertex("t", "Orders", 0, height, 78, 20, style="text;html=1;")
    component = only(drawing(icon, text))
    assert (component.id, component.label, component.kind) == ("i", "Orders", "key_value_store")


def test_a_text_names_the_nearest_icon_only() -> None:
    icons = [vertex(f"i{n}", "", 200 * n, 0, 78, 78, style=ICON) for n in range(2)]
    texts = [vertex(f"t{n}", f"Table {'AB'[n]}", 200 * n, 84, 78, 20, style="text;") for n in range(2)]
    assert labels(drawing(*icons, *texts)) == ["Table A", "Table B"]


def test_children_stand_relative_to_their_container() -> None:
    cells = [vertex("vpc", "VPC", 100, 100, 600, 300, style="swimlane;"), vertex("a", "API", 40, 60, parent="vpc")]
    inner = element("a", *cells)
    assert (inner["x"], inner["y"], inner["frameId"]) == (140, 160, "vpc")
    assert element("vpc", *cells)["type"] == "frame"


def test_containers_are_groups() -> None:
    reading = drawing(
        vertex("region", "Region", 0, 0, 900, 400, style="swimlane;"),
        vertex("vpc", "VPC", 40, 60, 600, 300, style="rounded=0;container=1;", parent="region"),
        vertex("a", "Orders", 40, 60, parent="vpc"),
        vertex("b", "Cache", 700, 60, parent="region"),
    )
    assert groups(reading) == {"Region": ["Cache"], "VPC": ["Orders"]}


def test_a_container_that_edges_end_at_is_a_component_with_parts() -> None:
    reading = drawing(
        vertex("kafka", "Kafka", 300, 0, 300, 200, style="swimlane;"),
        vertex("p1", "Partition 1", 20, 40, parent="kafka"),
        vertex("p2", "Partition 2", 20, 120, parent="kafka"),
        vertex("a", "Order service"),
        edge("e", "a", "kafka"),
    )
    assert edges(reading) == ["Order service -> Kafka"]
    assert labels(reading) == ["Kafka", "Order service"]


def test_a_group_only_moves_its_parts_together() -> None:
    cells = [
        vertex("g", "", 500, 0, 300, 200, style="group"),
        vertex("i", style="shape=image;image=data:image/png,xyz;", parent="g"),
        vertex("t", "Web app", 0, 70, 120, 20, style="text;html=1;", parent="g"),
    ]
    assert labels(drawing(*cells)) == ["Web app"]
    assert element("t", *cells)["groupIds"] == ["i-caption", "g"]


@pytest.mark.parametrize("row", ["text;", "shape=partialRectangle;", "rounded=0;"])
def test_a_list_is_one_thing_with_its_rows(row: str) -> None:
    cells = [
        vertex("users", "Users", 0, 0, 160, 90, style="swimlane;childLayout=stackLayout;"),
        vertex("r1", "id: uuid", 0, 30, 160, 30, style=row, parent="users"),
        vertex("r2", "name: text", 0, 60, 160, 30, style=row, parent="users"),
    ]
    assert element("users-label", *cells)["originalText"] == "Users\n- id: uuid\n- name: text"


def test_an_edge_to_a_row_leads_to_the_list() -> None:
    reading = drawing(
        vertex("db", "Orders DB", 300, 0, 160, 90, style="swimlane;childLayout=stackLayout;"),
        vertex("r", "orders", 0, 30, 160, 30, style="text;", parent="db"),
        vertex("s", "refunds", 0, 60, 160, 30, style="text;", parent="db"),
        vertex("a", "API"),
        edge("e", "a", "r"),
    )
    assert edges(reading) == ["API -> Orders DB"]


def test_lanes_of_a_pool_hold_components() -> None:
    reading = drawing(
        vertex("pool", "Shop", 0, 0, 900, 400, style="swimlane;childLayout=stackLayout;horizontal=0;"),
        vertex("lane", "Checkout", 20, 0, 880, 200, style="swimlane;", parent="pool"),
        vertex("a", "Orders", 40, 60, parent="lane"),
        vertex("b", "Cache", 340, 60, parent="lane"),
    )
    assert groups(reading) == {"Shop": [], "Checkout": ["Cache", "Orders"]}


def test_texts_and_notes_are_notes() -> None:
    reading = drawing(
        vertex("a", "API"),
        vertex("b", "Cache", 400),
        edge("e", "a", "b"),
        vertex("t", "Risks: the cache may fail", 0, 300, 300, 40, style="text;html=1;whiteSpace=wrap;"),
        vertex("n", "remember the TTL", 0, 500, 100, 100, style="shape=note;"),
    )
    assert notes(reading) == {"Risks: the cache may fail": "risks", "remember the TTL": "other"}


def test_what_cannot_be_seen_is_not_drawn() -> None:
    paper = vertex("paper", "", -50, -50, 900, 900, style="rounded=0;strokeColor=none;")
    assert {e["id"] for e in draw_page(file(page(paper, vertex("a", "API")))).elements} == {"a", "a-label"}


def test_a_broad_arrow_is_an_arrow() -> None:
    reading = drawing(
        vertex("a", "API"), vertex("b", "Cache", 400), vertex("x", "", 130, 10, 260, 40, style="shape=singleArrow;")
    )
    assert edges(reading) == ["API -> Cache"]


def test_colours_stay_when_a_label_can_be_read_on_them() -> None:
    styles = ["fillColor=#dae8fc;strokeColor=#6c8ebf;", "", "fillColor=#232F3E;strokeColor=none;"]
    colours = [element("a", vertex("a", "Xyz", style=style))["backgroundColor"] for style in styles]
    assert colours == ["#dae8fc", "#ffffff", "#ffffff"]


def test_placeholders_are_filled_in() -> None:
    cell = '<mxCell style="html=1" vertex="1" parent="1"><mxGeometry width="160" height="80" as="geometry"/></mxCell>'
    wrapped = f'<object id="x" label="%c4Name% (%what%)" c4Name="Order service" placeholders="1">{cell}</object>'
    assert only(drawing(wrapped)).label == "Order service (%what%)"


def test_a_label_inside_of_another_object_is_found() -> None:
    cell = '<mxCell vertex="1" parent="1"><mxGeometry width="160" height="80" as="geometry"/></mxCell>'
    assert (
        only(drawing(f'<UserObject id="x" label="Cache" link="https://example.com">{cell}</UserObject>')).label
        == "Cache"
    )


def test_the_head_of_a_lifeline_is_the_participant() -> None:
    cells = [vertex("a", "API", 0, 0, 100, 600, style="shape=umlLifeline;container=1;size=50;")]
    assert element("a", *cells)["height"] == 50
