from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from whiteboard.catalog import load_catalog
from whiteboard.catalog.catalog import Catalog
from whiteboard.catalog.load import load_grammar

CATALOG = load_catalog()
OTHER = Catalog(CATALOG.kinds, CATALOG.technologies, load_grammar())
unhurried = settings(deadline=None)  # the first label builds the lexicon
SHAPES = st.sampled_from([None, "cylinder", "cloud", "person", "queue", "hexagon", "teapot"])
SIGNS = st.sampled_from(
    [" ", "\n", ", ", " (", ") ", " - ", "/", ": ", " for ", " and ", "[", "}", "<br/>", "\\n", "&amp;", "1. "]
)
WORDS = st.sampled_from(
    [
        "redis",
        "user",
        "service",
        "cache",
        "db",
        "queue",
        "web",
        "kafka",
        "api",
        "gateway",
        "auth",
        "images",
        "create",
        "thing",
    ]
)
LABELS = st.one_of(st.text(), st.lists(st.one_of(WORDS, SIGNS, st.text(max_size=5)), max_size=12).map("".join))


@unhurried
@given(LABELS, SHAPES)
def test_every_label_has_a_kind(label: str, shape: str | None) -> None:
    found = CATALOG.classify(label, shape=shape)
    assert not CATALOG.kinds[found.kind].abstract
    assert found.technology is None or found.technology in CATALOG.technologies
    assert 0 <= found.confidence <= 1
    assert found.reason


@unhurried
@given(LABELS)
def test_statement_never_raises(label: str) -> None:
    assert CATALOG.statement(label) != ""


@unhurried
@given(LABELS, SHAPES)
def test_deterministic(label: str, shape: str | None) -> None:
    assert OTHER.classify(label, shape=shape) == CATALOG.classify(label, shape=shape)


@unhurried
@given(st.lists(WORDS, min_size=1, max_size=5).map(" ".join))
def test_case_and_space_around_do_not_matter(label: str) -> None:
    kinds = {CATALOG.classify(form).kind for form in (label, label.upper(), label.title(), f"  {label}\n")}
    assert len(kinds) == 1
