"""Subjects: what a board speaks of, by the words and kinds of `subjects.yaml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import AfterValidator

from whiteboard.graph.stems import first_stems, speaks_of
from whiteboard.model.scope import Names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from whiteboard.checks.context import Context
    from whiteboard.checks.texts import Text, Texts
    from whiteboard.model.architecture import Component, Connection, Group

_LEFT_OUT = "left_out"
_ASKED_FOR = "functional"
"""The heading of notes that say what the product shall do: they show no part of the design."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """Something a board may be about. `terms` speak of it, `kinds` of the catalog are it.

    Where `beside` is given the terms count only on a board that also uses one of those, where `with_` is given only
    in a text that does; a text that uses one of `unless` means another thing.
    """

    id: str
    title: str
    terms: tuple[str, ...]
    kinds: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    with_: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()

    def is_spoken_of(self, text: str) -> bool:
        """Whether a text uses a term, and means it."""
        return bool(speaks_of(text, self.terms)) and self.means(text)

    def means(self, text: str) -> bool:
        """Whether a text that uses a term means it."""
        return (not self.with_ or bool(speaks_of(text, self.with_))) and not speaks_of(text, self.unless)


@cache
def load_subjects() -> Mapping[str, Subject]:
    """The subjects that ship with Whiteboard, read once."""
    import yaml

    content: dict[str, Any] = yaml.load(Path(__file__).with_name("subjects.yaml").read_bytes(), yaml.CSafeLoader)
    return {id_: _subject(id_, entry) for id_, entry in content.items()}


def _subject(id_: str, entry: dict[str, str]) -> Subject:
    lists: dict[str, Any] = {
        name: _list(entry[name]) for name in ("terms", "kinds", "beside", "unless") if name in entry
    }
    if "with" in entry:
        lists["with_"] = _list(entry["with"])
    return Subject(id=id_, title=entry["title"], **lists)


def _list(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for part in text.split(",") if (word := " ".join(part.split()))))


def _known(name: str) -> str:
    known = load_subjects()
    if name not in known:
        raise ValueError(f"unknown subject '{name}'; the subjects are {', '.join(sorted(known))}")
    return name


SubjectName = Annotated[str, Names("subject"), AfterValidator(_known)]
"""A field that names a subject."""


def is_about(subject: str, component: Component, context: Context) -> bool:
    """Whether a component is of a kind of the subject, or its label speaks of it."""
    stated = load_subjects()[subject]
    return _is_of(stated, component, context) or stated.is_spoken_of(component.label)


def says(subject: str, connection: Connection) -> bool:
    """Whether the label of a connection speaks of the subject."""
    return bool(connection.label) and load_subjects()[subject].is_spoken_of(connection.label)


def is_named(subject: str, group: Group) -> bool:
    """Whether the label of a boundary speaks of the subject."""
    return load_subjects()[subject].is_spoken_of(group.label)


def components_about(subjects: Iterable[str], context: Context) -> tuple[str, ...]:
    """The ids of the components that are about one of the subjects, in the order of the board."""
    stated = [load_subjects()[subject] for subject in subjects]
    found = {t.component for one in stated for t in _spoken(one, context) if t.component and t.place == "labels"}
    components = context.reading.architecture.components
    if any(one.kinds for one in stated):
        found.update(c.id for c in components if any(_is_of(one, c, context) for one in stated))
    return tuple(c.id for c in components if c.id in found)


def texts_about(subjects: Iterable[str], context: Context) -> tuple[Text, ...]:
    """What is written of one of the subjects as a part of the design: not in the list of what the product shall do,
    and not as something that is left out.
    """
    return tuple(dict.fromkeys(text for name in subjects for text in _meant(load_subjects()[name], context)))


def titles(subjects: Iterable[str]) -> tuple[str, ...]:
    """How findings call the subjects."""
    return tuple(load_subjects()[subject].title for subject in subjects)


def _is_of(subject: Subject, component: Component, context: Context) -> bool:
    """Whether a component is of a kind of the subject, by what it is called or by the product it names."""
    if not subject.kinds:
        return False
    product = context.catalog.technologies.get(component.technology or "")
    kinds = (component.kind, product.kind) if product else (component.kind,)
    return any(context.catalog.is_a(one, kind) for one in kinds for kind in subject.kinds)


def _spoken(subject: Subject, context: Context) -> tuple[Text, ...]:
    """The texts that use a term of the subject and mean it, wherever they stand."""
    texts = context.board.texts
    if subject.id not in texts.found:
        beside = not subject.beside or any(texts.speaking_of(term) for term in subject.beside)
        texts.found[subject.id] = tuple(dict.fromkeys(_using(subject, texts))) if beside else ()
    return texts.found[subject.id]


def _using(subject: Subject, texts: Texts) -> Iterator[Text]:
    for stem, terms in _terms_by_stem(subject.id).items():
        for text in texts.with_stem(stem):
            if speaks_of(text.text, terms) and subject.means(text.text):
                yield text


@cache
def _terms_by_stem(subject: str) -> Mapping[str, tuple[str, ...]]:
    """The terms of a subject by the stems that a use of them may start with."""
    found: dict[str, list[str]] = {}
    for term in load_subjects()[subject].terms:
        for stem in first_stems(term):
            found.setdefault(stem, []).append(term)
    return {stem: tuple(terms) for stem, terms in found.items()}


def _meant(subject: Subject, context: Context) -> Iterator[Text]:
    asked_for = {note.id for note in context.reading.notes if note.heading == _ASKED_FOR}
    for text in _spoken(subject, context):
        if text.note not in asked_for and not (text.place == "notes" and _is_left_out(text, subject)):
            yield text


def _is_left_out(text: Text, subject: Subject) -> bool:
    """Whether each line of a note that speaks of the subject says that it is left out."""
    out = load_subjects()[_LEFT_OUT].terms
    lines = [line for line in text.text.splitlines() if speaks_of(line, subject.terms)]
    return bool(lines) and all(speaks_of(line, out) for line in lines)
