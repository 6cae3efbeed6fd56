from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whiteboard.catalog import load_catalog
from whiteboard.formats.diagram import Diagram
from whiteboard.formats.export.mermaid import escaped, mermaid_of
from whiteboard.formats.mermaid import load_mermaid
from whiteboard.formats.mermaid.label import plain_text
from whiteboard.formats.records import clean
from whiteboard.model.architecture import Architecture, Component, Connection, Group, Note, Reading
from whiteboard.reading import read

from ..diagrams import diagrams, graph


@given(diagrams())
@settings(deadline=None)
def test_what_is_written_reads_to_the_same_graph(diagram: Diagram) -> None:
    before = read(diagram, load_catalog())
    after = read(load_mermaid(mermaid_of(before)), load_catalog())
    assert graph(after) == graph(before)


def test_a_flowchart_says_shapes_groups_styles_and_what_it_has_no_sign_for() -> None:
    architecture = Architecture(
        components=(
            Component(id="web", label="Web app", kind="client"),
            Component(id="x:1", label="Orders", kind="relational_db", replicas=3),
        ),
        connections=(Connection(id="c", source="web", target="x:1", label="reads", style="async"),),
        groups=(Group(id="g", label="Region", members=("x:1",)),),
    )
    assert mermaid_of(Reading(architecture=architecture, notes=(Note(id="n", text="10 k/s"),))).splitlines() == [
        "flowchart LR",
        '  web(["Web app"])',
        '  subgraph g["Region"]',
        '    n2[("Orders")]',
        "  end",
        '  web e1@-.->|"reads"| n2',
        '  note1@{ shape: text, label: "10 k/s" }',
        "  classDef look-client fill:#f1f3f5,stroke:#343a40,color:#1e1e1e",
        "  classDef look-datastore fill:#d3f9d8,stroke:#2b8a3e,color:#1e1e1e",
        "  class web look-client",
        "  class n2 kind-relational_db",
        "  class n2 replicas-3",
        "  class n2 look-datastore",
        "  class e1 style-async",
        "  class note1 note",
    ]


def test_notes_come_back() -> None:
    before = Reading(notes=(Note(id="n", text="Risks\nhot keys", heading="risks"),))
    (note,) = read(load_mermaid(mermaid_of(before)), load_catalog()).notes
    assert (note.text, note.heading) == ("Risks\nhot keys", "risks")


@given(st.text())
def test_every_text_can_be_escaped(text: str) -> None:
    lines = (" ".join(line.split()) for line in clean(text).split("\n"))
    assert plain_text(escaped(clean(text))) == "\n".join(line for line in lines if line)


@pytest.mark.parametrize("id_", ["end", "Graph", "a b", "1a", "n1", "e1", "note1", "ä", ""])
def test_an_id_that_mermaid_does_not_take_is_replaced(id_: str) -> None:
    component = Component(id=id_, label="Web app", kind="client")
    assert mermaid_of(Reading(architecture=Architecture(components=(component,)))).splitlines()[1].startswith("  n1(")


def test_a_lone_component_with_a_list_stays_a_component() -> None:
    component = Component(id="a", label="Redis", kind="cache", notes=("sessions", "carts"))
    found = read(load_mermaid(mermaid_of(Reading(architecture=Architecture(components=(component,))))), load_catalog())
    assert [(c.label, c.notes) for c in found.architecture.components] == [("Redis", ("sessions", "carts"))]
