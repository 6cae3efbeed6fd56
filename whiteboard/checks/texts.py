"""Everything that is written on a board, searchable by the stems of its words."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from whiteboard.graph.stems import first_stems, speaks_of, stems

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from whiteboard.checks.context import Context
    from whiteboard.model.architecture import Reading
    from whiteboard.model.finding import Evidence

_BULLETS = " \t-–*•"

Place = Literal["notes", "labels", "anywhere"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One piece of writing, a label or note, and what on the board bears it (a boundary by its elements)."""

    text: str
    place: Place
    component: str | None = None
    connection: str | None = None
    note: str | None = None
    element_ids: tuple[str, ...] = ()

    def line_with(self, term: str) -> str:
        """The line that uses a term, without its bullet; the whole text when no line does so by itself."""
        return next((line for line in self.text.splitlines() if speaks_of(line, [term])), self.text).strip(_BULLETS)


class Texts:
    """All labels (of components, connections and groups) and notes of one board."""

    def __init__(self, reading: Reading) -> None:
        self.found: dict[str, tuple[Text, ...]] = {}
        """What was found before, by the name of what was looked for."""
        self._with_word: dict[str, list[Text]] = defaultdict(list)
        for text in _written(reading):
            for stem in dict.fromkeys(stems(text.text)):
                self._with_word[stem].append(text)

    def with_stem(self, stem: str) -> Sequence[Text]:
        """The texts in which a word has this stem, in the order of the board."""
        return self._with_word.get(stem, ())

    def speaking_of(self, term: str, place: Place = "anywhere") -> tuple[Text, ...]:
        """The texts that use a term, in the order of the board."""
        candidates = dict.fromkeys(text for stem in first_stems(term) for text in self._with_word.get(stem, ()))
        return tuple(text for text in candidates if place in {"anywhere", text.place} and speaks_of(text.text, [term]))


def borne_by(texts: Sequence[Text], context: Context) -> Evidence:
    """What on the board bears the texts, as evidence."""
    return context.evidence(
        [text.component for text in texts if text.component],
        connections=[text.connection for text in texts if text.connection],
        notes=[text.note for text in texts if text.note],
        elements=[element for text in texts for element in text.element_ids],
    )


def _written(reading: Reading) -> Iterator[Text]:
    architecture = reading.architecture
    for component in architecture.components:
        yield Text(text=component.label, place="labels", component=component.id)
        yield from _notes_at(component.id, component.notes)
    for connection in architecture.connections:
        yield Text(text=connection.label, place="labels", connection=connection.id)
    for group in architecture.groups:
        yield Text(text=group.label, place="labels", element_ids=group.element_ids)
    for note in reading.notes:
        yield Text(text=note.text, place="notes", note=note.id)


def _notes_at(component: str, notes: Iterable[str]) -> Iterator[Text]:
    return (Text(text=note, place="notes", component=component) for note in notes)
