from __future__ import annotations

from typing import Any

import pytest
from drawing import arrow, box, edges, labels, notes, read, shape, text

PAIR = [*box("web", "Web client", 0, 0), *box("api", "API gateway", 400, 0), arrow("x", (120, 30), (400, 30))]


@pytest.mark.parametrize(
    "words",
    [
        "Functional requirements\nUsers can post",
        "- fast\n- cheap",
        "POST /v1/orders",
        "User\nid\nname",
        "We could also think of a design in which the clients talk to each other",
        "Design Twitter",
    ],
)
def test_a_box_that_reads_like_a_note_is_one(words: str) -> None:
    reading = read(PAIR, box("panel", words, 0, 300, 300, 200))
    assert labels(reading) == ["API gateway", "Web client"]
    assert list(notes(reading)) == [words]


@pytest.mark.parametrize("words", ["Redis", "Postgres DB", "S3"])
def test_a_box_with_a_known_name_is_a_component_without_arrows_too(words: str) -> None:
    assert words in labels(read(PAIR, box("alone", words, 0, 300)))


@pytest.mark.parametrize("words", ["Billing", "API", "Storage", "Gromit"])
def test_a_box_drawn_like_the_connected_ones_is_a_component_without_arrows_too(words: str) -> None:
    assert words in labels(read(PAIR, box("alone", words, 0, 300, 140, 60)))


@pytest.mark.parametrize(
    "looks", [{"backgroundColor": "#ffec99"}, {"type": "ellipse"}, {"strokeStyle": "dotted"}, {"width": 400}]
)
def test_a_weak_name_in_a_box_of_another_look_is_a_note(looks: dict[str, Any]) -> None:
    reading = read(PAIR, box("alone", "Billing", 0, 300, **looks))
    assert labels(reading) == ["API gateway", "Web client"]
    assert list(notes(reading)) == ["Billing"]


@pytest.mark.parametrize("words", ["Functional requirements", "Estimates", "Database schema", "Risks"])
def test_a_heading_in_a_box_like_the_others_stays_a_note(words: str) -> None:
    assert labels(read(PAIR, box("alone", words, 0, 300))) == ["API gateway", "Web client"]


def test_a_box_called_api_is_a_component_with_arrows() -> None:
    reading = read(PAIR, box("alone", "API", 400, 300, backgroundColor="#eee"), arrow("y", (460, 60), (460, 300)))
    assert edges(reading) == ["API gateway -> API", "Web client -> API gateway"]


def test_the_cells_of_a_table_are_notes() -> None:
    table = [
        box(f"cell{i}", name, 0, 300 + 40 * i, 120, 40) for i, name in enumerate(["Email", "User", "Order service"])
    ]
    assert labels(read(PAIR, table)) == ["API gateway", "Web client"]


def test_the_samples_of_a_legend_are_notes() -> None:
    legend = [
        shape("s1", 0, 300, 20, 20),
        text("Redis cache", 30, 298),
        shape("s2", 0, 330, 20, 20),
        text("Worker", 30, 328),
    ]
    assert labels(read(PAIR, legend)) == ["API gateway", "Web client"]


def test_unknown_names_in_a_panel_that_nothing_leads_to_are_notes() -> None:
    panel = shape("panel", 0, 300, 400, 200), box("one", "Fluxer", 20, 320), box("two", "Gromit", 220, 400)
    assert labels(read(PAIR, panel)) == ["API gateway", "Web client"]


def test_unknown_names_beside_connected_ones_are_components() -> None:
    panel = shape("panel", 300, -100, 500, 300), box("one", "Fluxer", 600, 20)
    assert labels(read(PAIR, panel)) == ["API gateway", "Fluxer", "Web client"]


def test_a_table_that_arrows_lead_to_is_a_store() -> None:
    table = box("table", "Tweets\n- tweet_id\n- user_id", 400, 300, 200, 100)
    reading = read(PAIR, table, arrow("y", (460, 60), (480, 300), start="api", end="table"))
    assert reading.architecture.component["table"].kind == "datastore"


def test_a_callout_is_a_note() -> None:
    words = "here we should discuss what happens when the gateway fails over and all the clients reconnect at once"
    reading = read(PAIR, box("callout", words, 300, 300, 400, 80), arrow("y", (460, 300), (460, 62)))
    assert labels(reading) == ["API gateway", "Web client"]
    assert list(notes(reading)) == [words]


def test_a_bare_shape_with_arrows_is_a_component_to_ask_about() -> None:
    reading = read(PAIR, shape("bare", 800, 0), arrow("y", (520, 30), (800, 30)))
    assert edges(reading)[0] == "API gateway -> bare"
    assert any("without a label" in unclear.question for unclear in reading.unclear)


def test_custom_data_makes_a_component_of_anything() -> None:
    reading = read(shape("palette", 0, 0, customData={"kind": "cache", "replicas": 2}))
    component = reading.architecture.component["palette"]
    assert (component.kind, component.confidence, component.replicas) == ("cache", 1.0, 2)


def test_without_any_arrows_unknown_names_are_components_too() -> None:
    assert labels(read(box("a", "Fluxer", 0, 0), box("b", "Gromit", 300, 0))) == ["Fluxer", "Gromit"]


def test_what_is_crossed_out_and_apart_is_left_out() -> None:
    cross: list[Any] = [line_over(0, 60), line_over(60, 0)]
    reading = read(PAIR, box("old", "Redis cache", 0, 300), cross)
    assert labels(reading) == ["API gateway", "Web client"]
    assert "crossed out" in "".join(unclear.question for unclear in reading.unclear)


def test_what_is_crossed_out_but_connected_stays_with_a_note() -> None:
    cross: list[Any] = [line_over(0, 60), line_over(60, 0)]
    reading = read(PAIR, box("old", "Redis cache", 0, 300), cross, arrow("y", (60, 60), (60, 300)))
    assert reading.architecture.component["old"].notes == ("crossed out",)
    assert edges(reading) == ["Web client -> API gateway", "Web client -> Redis cache"]


def line_over(start: float, end: float) -> dict[str, Any]:
    fields = {"type": "line", "endArrowhead": None}
    return arrow(f"cross{start}", (-5, 300 + start), (125, 300 + end), **fields)  # type: ignore[no-any-return]


def test_a_kind_set_on_a_box_leaves_connected_things_inside_alone() -> None:
    outer = shape("outer", 300, -100, 500, 300, customData={"kind": "cache"})
    reading = read(PAIR, outer, box("in", "Redis", 600, 0))
    assert set(reading.architecture.component) == {"web", "api", "outer"}
