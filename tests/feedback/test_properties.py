"""What must be so of the verdicts on any drawing whatever."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st

from whiteboard.catalog import load_catalog
from whiteboard.feedback import assess
from whiteboard.formats.diagram import Diagram, Edge, Node
from whiteboard.formats.excalidraw import scene_from_elements
from whiteboard.formats.layout import draw as lay_out
from whiteboard.reading import read

if TYPE_CHECKING:
    import random

    from hypothesis.strategies import DrawFn

    from whiteboard.model.assessment import Assessment

Elements = list[dict[str, Any]]

SYNONYMS = (
    ("Browser", "Web client"),
    ("Mobile app", "Mobile client"),
    ("Load balancer", "LB"),
    ("API gateway", "API GW"),
    ("CDN", "Content delivery network"),
    ("Order service", "Orders service"),
    ("Search service x3", "Search service (3 replicas)"),
    ("Mail worker", "Email worker"),
    ("Postgres", "PostgreSQL"),
    ("Users DB", "Users database"),
    ("Redis", "Redis cache"),
    ("Kafka", "Apache Kafka"),
    ("RabbitMQ", "Rabbit MQ"),
    ("S3", "Amazon S3"),
    ("Elasticsearch", "Elastic Search"),
    ("Stripe", "Stripe API"),
)
"""Labels with another way to write each."""

UNRELATED = ("Feature X", "Prometheus", "Coffee machine")

ids = st.integers(0, len(SYNONYMS) - 1)
few = settings(max_examples=25)


@dataclass(frozen=True)
class Board:
    """What is drawn: labels by their numbers, and arrows between them."""

    names: tuple[int, ...]
    arrows: tuple[tuple[int, int, str], ...]

    def elements(self, *, flow: str = "LR", other_words: bool = False, extra: str = "") -> Elements:
        """It drawn as a scene, in one of two layouts, with one of two names for everything."""
        nodes = [Node(id=f"n{name}", label=SYNONYMS[name][other_words]) for name in self.names]
        if extra:
            nodes.append(Node(id="extra", label=extra))
        edges = [Edge(id=f"e{i}", source=f"n{a}", target=f"n{b}", label=w) for i, (a, b, w) in enumerate(self.arrows)]
        drawn = lay_out(Diagram(nodes=tuple(nodes), edges=tuple(edges), flow=flow))  # type: ignore[arg-type]
        return [dict(element) for element in drawn]


@st.composite
def boards(draw: DrawFn) -> Board:
    names = draw(st.lists(ids, min_size=2, max_size=8, unique=True))
    name, word = st.sampled_from(names), st.sampled_from(["", "", "read", "write", "publish"])
    arrows = draw(st.lists(st.tuples(name, name, word), max_size=10, unique_by=lambda arrow: frozenset(arrow[:2])))
    return Board(tuple(names), tuple(arrow for arrow in arrows if arrow[0] != arrow[1]))


def judge(elements: Elements) -> Assessment:
    return assess(read(scene_from_elements(elements), load_catalog()))


def verdicts(elements: Elements) -> dict[str, str]:
    return {f"{finding.source}/{finding.check_id}": str(finding.status) for finding in judge(elements).findings}


def renamed(elements: Elements, name: str = "{0}-{0}") -> Elements:
    """The same drawing with other ids."""
    new = {element["id"]: name.format(element["id"][::-1]) for element in elements}
    return [_renamed(element, new) for element in elements]


def _renamed(value: Any, new: dict[str, str]) -> Any:
    if isinstance(value, dict):
        return {key: _renamed(item, new) if key != "customData" else item for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_renamed(item, new) for item in value]
    return new.get(value, value) if isinstance(value, str) else value


@few
@given(boards(), st.randoms(use_true_random=False))
def test_verdicts_do_not_depend_on_the_order_of_elements(board: Board, chance: random.Random) -> None:
    elements = board.elements()
    shuffled = chance.sample(elements, len(elements))
    assert verdicts(shuffled) == verdicts(elements)


@few
@given(boards())
def test_verdicts_do_not_depend_on_ids(board: Board) -> None:
    elements = board.elements()
    assert verdicts(renamed(elements)) == verdicts(elements)


@few
@given(boards(), st.integers(-5000, 5000), st.integers(-5000, 5000))
def test_verdicts_do_not_depend_on_positions(board: Board, right: int, down: int) -> None:
    elements = board.elements()
    moved = [element | {"x": element["x"] + right, "y": element["y"] + down} for element in elements]
    assert verdicts(moved) == verdicts(elements)
    assert verdicts(board.elements(flow="TB")) == verdicts(elements)


@few
@given(boards())
def test_verdicts_do_not_depend_on_which_synonym_is_written(board: Board) -> None:
    assert verdicts(board.elements(other_words=True)) == verdicts(board.elements())


@few
@given(boards(), st.sampled_from(UNRELATED))
def test_something_unrelated_changes_only_what_is_about_it(board: Board, extra: str) -> None:
    before, after = verdicts(board.elements()), judge(board.elements(extra=extra))
    changed = [f for f in after.findings if f.status != before[f"{f.source}/{f.check_id}"]]
    assert [finding.message for finding in changed if "extra" not in finding.evidence.component_ids] == []


@few
@given(boards())
def test_the_same_drawing_gets_the_same_assessment(board: Board) -> None:
    elements = board.elements()
    assert judge(elements) == judge(elements)
    assert "error" not in verdicts(elements).values()


@few
@given(boards())
def test_every_verdict_shows_what_it_is_about(board: Board) -> None:
    for finding in judge(board.elements()).findings:
        if finding.status in {"pass", "problem"}:
            evidence = finding.evidence
            assert evidence.component_ids or evidence.connection_ids or evidence.note_ids, finding.check_id
