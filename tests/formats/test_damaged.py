"""Files of every format, damaged by chance: they open and read, or they are refused by the one documented error."""

from __future__ import annotations

import json
from html import escape

import pytest
from drawing import arrow, box, flat, text
from hypothesis import given
from hypothesis import strategies as st

from formats.drawio.pages import edge, file, page, vertex
from whiteboard.catalog import load_catalog
from whiteboard.formats.opening import open_board
from whiteboard.model.errors import InputError
from whiteboard.reading import read

SCENE = json.dumps(
    {
        "type": "excalidraw",
        "elements": flat(
            [
                box("web", "Web app", 0, 0, customData={"drawn": True, "listed": 1, "technology": "Redis"}),
                box("api", "API\n- fast\n- cheap", 400, 0, groupIds=["g"]),
                arrow("a", (120, 30), (400, 30), start="web", end="api"),
                text("p99 < 100 ms", 0, 200),
            ]
        ),
        "files": {},
    }
).encode()
GRAPH = json.dumps(
    {
        "nodes": [{"id": "a", "label": "API", "replicas": 2, "notes": ["x"]}, {"id": "b", "kind": "cache"}],
        "edges": [{"from": "a", "to": "g", "style": "async", "direction": "both"}],
        "groups": [{"id": "g", "label": "Zone", "members": ["b"]}],
    }
).encode()
DRAWIO = file(page(vertex("a", "API"), vertex("b", "Redis", 300, 0), edge("e", "a", "b"), name="One"), page(name="Two"))
FLOWCHART = b"""---
title: Shop
---
flowchart LR
  web(["Web app"]) -->|reads| db[("Orders DB")] & cache{{Redis}}
  subgraph zone["Zone A"]
    db
  end
  x@{ shape: cyl, label: "S3" } e1@-.-> web
  class db replicas-3
  class x notes-1
"""
ARCHITECTURE = b"""architecture-beta
  group vpc(cloud)[VPC]
  service db(database)[Orders] in vpc
  service web(server)[Web]
  junction j
  web:R --> L:j
  j:R -[reads]- L:db{group}
"""
C4 = b"""C4Container
  title Shop
  Person(user, "User", "Buys")
  System_Boundary(shop, "Shop") {
    ContainerDb(db, "Orders", $techn="MySQL")
  }
  Rel(user, db, "reads", "HTTPS")
"""
SCRIPT = b"""from diagrams import Cluster, Diagram, Edge
from diagrams.aws.database import RDS
from diagrams.aws.compute import ECS
with Diagram("Shop", direction="TB"):
    web = [ECS(f"web {i}") for i in range(3)]
    with Cluster("Data"):
        db = RDS("orders")
    web >> Edge(label="reads", style="dashed") >> db
"""
SVG = f'<svg xmlns="http://www.w3.org/2000/svg" content="{escape(DRAWIO.decode())}"></svg>'.encode()
FILES = {
    "a.excalidraw": SCENE,
    "a.json": GRAPH,
    "a.drawio": DRAWIO,
    "a.svg": SVG,
    "flowchart.mmd": FLOWCHART,
    "architecture.mmd": ARCHITECTURE,
    "c4.mmd": C4,
    "a.py": SCRIPT,
}
SCRAPS = st.sampled_from(
    [
        *(bytes([byte]) for byte in b"\"'{}[]()<>&\\:@0%\n\r\x00\x9b\xff"),
        *(b"", b"-->", b"subgraph ", b"end\n", b"null", b"true", b"-1", b"1e999", b"NaN", b"&#0;", b"#quot;", b"]]>"),
        *(b"%%{", b"class a notes-9\n", b"{group}", b"**", b" % ", b"\xed\xa0\x80", b"\xe2\x80\xae", b"=" * 99),
    ]
)


@st.composite
def damaged(draw: st.DrawFn, content: bytes) -> bytes:
    """The content with some stretches taken out, doubled, or written over."""
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(content)))
        stretch = content[start : start + draw(st.sampled_from([0, 0, 1, 2, 8, 40]))]
        put = draw(SCRAPS | st.binary(max_size=4) | st.just(stretch * 2))
        content = content[:start] + put + content[start + len(stretch) :]
    return content


@pytest.mark.parametrize("name", FILES)
def test_the_files_open_undamaged(name: str) -> None:
    board = open_board(FILES[name], name)
    assert read(board.drawing, load_catalog()).architecture.components


@pytest.mark.parametrize("name", FILES)
@given(data=st.data())
def test_a_damaged_file_opens_or_is_refused(name: str, data: st.DataObject) -> None:
    content = data.draw(damaged(FILES[name]))
    try:
        board = open_board(content, name)
    except InputError as error:
        messages = [problem.message for problem in error.problems]
    else:
        messages = ["it opens"]
        read(board.drawing, load_catalog())
    assert messages
    assert all(message.isprintable() for message in messages)
