from __future__ import annotations

from dataclasses import replace

from sketch import sketch

from whiteboard.checks.texts import Texts
from whiteboard.model.architecture import Reading


def written(reading: Reading, term: str) -> list[str]:
    return [text.text for text in Texts(reading).speaking_of(term)]


def test_labels_and_notes_are_searched() -> None:
    reading = sketch("web(client) -[cached]-> api", labels={"api": "Cache service"}, notes=["The cache is warm"])
    assert written(reading, "cache") == ["Cache service", "cached", "The cache is warm"]


def test_a_component_bears_its_own_notes() -> None:
    reading = sketch("api")
    component = replace(reading.architecture.components[0], notes=("sharded by user",))
    reading = replace(reading, architecture=replace(reading.architecture, components=(component,)))
    (text,) = Texts(reading).speaking_of("shard", "notes")
    assert text.component == "api"


def test_a_text_is_found_once() -> None:
    assert written(sketch(notes=["failover: we fail over"]), "fail over") == ["failover: we fail over"]


def test_a_term_without_a_word_is_nowhere() -> None:
    assert written(sketch(notes=["…"]), "…") == []
