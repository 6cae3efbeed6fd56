from __future__ import annotations

from contextlib import suppress

import pytest
from drawing import edges, labels
from hypothesis import given
from hypothesis import strategies as st

from formats.drawio.pages import drawing, edge, file, model, packed, page, vertex
from whiteboard.catalog import load_catalog
from whiteboard.formats.drawio import draw_page, load_drawio
from whiteboard.model.errors import InputError, TooLargeError
from whiteboard.reading import read

PAIR = (vertex("a", "API"), vertex("b", "Orders DB", 400), edge("ab", "a", "b", "SQL"))


def problem(data: bytes, **options: str) -> str:
    with pytest.raises(InputError) as caught:
        draw_page(data, "shop.drawio", **options)
    (found,) = caught.value.problems
    return str(found)


@pytest.mark.parametrize(
    "data",
    [
        file(page(*PAIR)),
        file(f'<diagram name="p">{packed(model(*PAIR))}</diagram>'),
        model(*PAIR).encode(),
        b"\xef\xbb\xbf" + file(page(*PAIR)),
    ],
)
def test_plain_packed_and_bare_files_are_the_same_drawing(data: bytes) -> None:
    reading = read(load_drawio(data), load_catalog())
    assert edges(reading) == ["API -> Orders DB"]
    assert [c.label for c in reading.architecture.connections] == ["SQL"]


def test_things_stand_where_the_file_has_them() -> None:
    places = {e["id"]: (e["x"], e["y"], e["width"]) for e in draw_page(file(page(*PAIR))).elements}
    assert places["b"] == (400, 0, 120)


def test_the_first_page_with_a_connection_is_drawn() -> None:
    pages = [page(name="empty"), page(vertex("t", "Notes"), name="cover"), page(*PAIR, name="design"), page(*PAIR)]
    board = draw_page(file(*pages))
    assert board.title == "design"
    assert board.left_out == ("This is page “design” of the file; it has 3 other pages: “empty”, “cover”, “Page-1”.",)


def test_the_reading_says_that_there_are_other_pages() -> None:
    reading = read(load_drawio(file(page(*PAIR, name="one"), page(name="two"))), load_catalog())
    assert reading.unclear[0].question == "This is page “one” of the file; it has one other page: “two”."


def test_without_connections_it_is_the_first_page_with_anything() -> None:
    assert draw_page(file(page(name="empty"), page(vertex("a", "API"), name="second"))).title == "second"


@pytest.mark.parametrize("wanted", ["two", "2", 2])
def test_a_page_can_be_chosen(wanted: str | int) -> None:
    board = draw_page(file(page(*PAIR, name="one"), page(vertex("x", "Cache"), name="two")), page=wanted)
    assert [e["id"] for e in board.elements] == ["x", "x-label"]


def test_a_page_that_is_not_there() -> None:
    message = problem(file(page(*PAIR, name="one"), page(name="two")), page="three")
    assert message == "shop.drawio: there is no page 'three': its pages are “one”, “two”"


def test_a_hidden_layer_is_left_out_and_said() -> None:
    layer = '<mxCell id="old" value="Old design" parent="0" visible="0"/>'
    board = draw_page(file(page(*PAIR, layer, vertex("x", "Cache", parent="old"))))
    assert "x" not in {e["id"] for e in board.elements}
    assert board.left_out == ("Left out, as they are on the hidden layer “Old design”: one cell.",)


def test_what_is_folded_away_is_left_out() -> None:
    box = vertex("box", "Cluster", style="swimlane;", collapsed=1)
    board = draw_page(file(page(box, vertex("x", "Cache", parent="box"))))
    assert board.left_out == ("Left out, as they are hidden or folded away: one cell.",)


def test_an_edge_without_any_place_is_left_out_and_said() -> None:
    board = draw_page(file(page(*PAIR, edge("lost", "a", "gone"))))
    assert board.left_out == ("Left out, as they lead from nowhere to nowhere: one edge.",)


def test_ids_that_are_there_twice_or_missing_get_new_ones() -> None:
    cells = [vertex("a", "API"), vertex("a", "Cache", 400), '<mxCell value="Worker" vertex="1" parent="1"/>']
    ids = [e["id"] for e in draw_page(file(page(*cells))).elements]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "not XML (no element found)"),
        (b"<mxfile><diagram>", "not XML (no element found)"),
        (b"<svg/>", "not a draw.io drawing: it is <svg>"),
        (b"<mxlibrary>[]</mxlibrary>", "not a draw.io drawing: it is <mxlibrary>"),
        (b"<mxfile/>", "an empty drawing: nothing is on any of its pages"),
        (file(page()), "an empty drawing"),
        (file("<diagram>not base64!</diagram>"), "page 1 is damaged: it cannot be unpacked"),
        (file("<diagram>AAAA</diagram>"), "page 1 is damaged"),
        (file("<diagram>AAAé</diagram>"), "page 1 is damaged"),
        (file(f"<diagram>{packed('<svg/>')}</diagram>"), "page 1 holds no drawing: it is <svg>"),
        (b"<mxfile>\xff</mxfile>", "not UTF-8 text"),
        (b'<!DOCTYPE x [<!ENTITY a "b">]><mxfile>&a;</mxfile>', "a document type or entities are not read"),
        (b'<!DOCTYPE x SYSTEM "file:///etc/passwd"><mxfile/>', "a document type or entities are not read"),
        (b"<a>" * 2_000 + b"</a>" * 2_000, "nested too deeply: more than 100 levels"),
        (file(page(vertex("a", "A", float("nan")))), "x must be a finite number, not 'nan'"),
        (file(page(vertex("a", "A", 1e300))), "x must be a finite number, not '1e+300'"),
        (file(page(vertex("a", parent="b"), vertex("b", parent="a"))), "has 2 cells that contain each other"),
        (file(page(vertex("a", parent="a"))), "has 1 cells that contain each other"),
    ],
)
def test_bad_files(data: bytes, message: str) -> None:
    assert message in problem(data)
    assert problem(data).startswith("shop.drawio")


def test_a_mistake_in_xml_has_its_place() -> None:
    assert problem(b"<mxfile>\n  <diagram <\n</mxfile>").startswith("shop.drawio:2:12: not XML")


def test_all_wrong_numbers_are_said_with_their_cells() -> None:
    with pytest.raises(InputError) as caught:
        draw_page(file(page(vertex("a", "A", float("nan")), vertex("b", "B", 0, float("inf")))))
    places = [p.where for p in caught.value.problems]
    assert places == ["page 'Page-1', cell 3, x", "page 'Page-1', cell 4, y"]


@pytest.mark.parametrize(
    ("data", "limit"),
    [
        (b"<mxfile>" + b" " * 20_000_000, "larger than 20 MB"),
        (file(f"<diagram>{packed(' ' * 7_000_000)}</diagram>"), "its pages unpack to more than 20 MB"),
        (file("<diagram/>" * 1_001), "more than 1,000 pages (1,001)"),
        (file("<a/>" * 300_001), "more than 300,000 XML elements"),
        (file(page('<mxCell vertex="1"/>' * 25_000)), "has more than 25,000 cells (25,002)"),
    ],
)
def test_limits_are_named(data: bytes, limit: str) -> None:
    with pytest.raises(TooLargeError) as caught:
        draw_page(data)
    assert limit in str(caught.value)


def test_pages_share_the_limit_of_what_they_unpack_to() -> None:
    bomb = f"<diagram>{packed(' ' * 3_000_000)}</diagram>"
    with pytest.raises(InputError):
        draw_page(file(*[bomb] * 50))


def test_many_cells_in_each_other_are_no_problem_of_depth() -> None:
    cells = [vertex("v0", "Outer", 0, 0, 900, 900, style="swimlane;")]
    cells += [vertex(f"v{i}", f"Box {i}", 1, 1, parent=f"v{i - 1}", style="swimlane;") for i in range(1, 1_500)]
    assert len(draw_page(file(page(*cells))).elements) >= 1_500


_NUMBERS = st.one_of(st.floats(), st.integers(-1000, 1000)).map(str)
_WORDS = st.one_of(
    st.sampled_from(["a", "b", "1", "0", "<b>API</b>", "%name%", "swimlane;", "text;html=1"]), st.text(max_size=20)
)
_STYLES = st.sampled_from(
    [
        "", "swimlane;childLayout=stackLayout", "group", "text;html=1;whiteSpace=wrap", "shape=cylinder3;rotation=90",
        "edgeLabel", "shape=image;image=data:x", "shape=singleArrow;direction=south", "shape=curlyBracket",
        "edgeStyle=orthogonalEdgeStyle;exitX=0;exitY=1;entryX=nan;entryY=2",
        "startArrow=classic;endArrow=none;dashed=1",
        "shape=mxgraph.aws4.resourceIcon;resIcon=mxgraph.aws4.lambda;verticalLabelPosition=bottom", "shape=note",
    ]
)  # fmt: skip
_IDS = st.sampled_from(["0", "1", "a", "b", "c", "d", "e"])
_CELLS = st.builds(
    lambda id_, value, style, place, own: vertex(id_, value, *place, style=style, **own),
    _IDS,
    _WORDS.map(lambda text: "".join(c for c in text if c.isprintable())),
    _STYLES,
    st.lists(_NUMBERS, max_size=4),
    st.fixed_dictionaries(
        {"parent": _IDS},
        optional={
            "edge": st.just(1),
            "source": _IDS,
            "target": _IDS,
            "visible": st.just(0),
            "placeholders": st.just(1),
        },
    ),
)


@given(st.lists(_CELLS, max_size=8))
def test_any_cells_are_read_or_refused(cells: list[str]) -> None:
    with suppress(InputError):
        read(load_drawio(file(page(*cells))), load_catalog())


@given(st.lists(_CELLS, max_size=3), st.integers(0, 2_000), st.binary(max_size=3))
def test_any_damage_is_an_input_error(cells: list[str], at: int, junk: bytes) -> None:
    data = file(page(*cells), f"<diagram>{packed(model(*cells))}</diagram>")
    with suppress(InputError):
        draw_page(data[:at] + junk + data[at + 1 :])
    with suppress(InputError):
        draw_page(data[:at])


@given(st.text(max_size=200))
def test_any_packed_text_is_read_or_refused(text: str) -> None:
    with suppress(InputError):
        draw_page(file(f"<diagram>{packed(text.encode('utf-8', 'replace').decode())}</diagram>"))


def test_a_drawing_reads_to_its_labels() -> None:
    assert labels(drawing(*PAIR)) == ["API", "Orders DB"]
