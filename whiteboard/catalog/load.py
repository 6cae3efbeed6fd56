"""The catalog from its files."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from whiteboard.catalog.catalog import Catalog
from whiteboard.catalog.values import Grammar, Kind, Technology

if TYPE_CHECKING:
    from whiteboard.catalog.values import Words


@cache
def load_catalog() -> Catalog:
    """The catalog that ships with Whiteboard, read once."""
    kinds = {id_: _kind(id_, entry) for id_, entry in _read("kinds.yaml").items()}
    technologies = _technologies(_read("technologies.yaml"))
    return Catalog(kinds, technologies, load_grammar())


@cache
def load_grammar() -> Grammar:
    """The words that say how labels are built, read once."""
    words: dict[str, Any] = {
        name: _list(value) if isinstance(value, str) else _words(value) for name, value in _read("grammar.yaml").items()
    }
    return Grammar(**words)


def label_kind(label: str) -> str:
    """The kind that a label alone names: `other` when no kind fits, `none` when it is no component's name at all."""
    catalog = load_catalog()
    return "none" if catalog.statement(label) else catalog.classify(label).kind


def _read(name: str) -> dict[str, Any]:
    import yaml

    content: dict[str, Any] = yaml.load(Path(__file__).with_name(name).read_bytes(), yaml.CSafeLoader)
    return content


def _kind(id_: str, entry: dict[str, Any]) -> Kind:
    words: dict[str, Any] = {sense: _words(entry[sense]) for sense in ("nouns", "hints", "topics") if sense in entry}
    return Kind(id=id_, **(entry | words))


def _technologies(entries: dict[str, dict[str, str]]) -> dict[str, Technology]:
    also = {id_: _list(kinds) for id_, kinds in entries.pop("also").items()}
    redundant: dict[str, str] = entries.pop("redundant")
    technologies = {}
    for kind, names in entries.items():
        for id_, spellings in names.items():
            name, *aliases = _list(spellings)
            technologies[id_] = Technology(
                id=id_,
                name=name,
                kind=kind,
                also=also.get(id_, ()),
                aliases=tuple(aliases),
                redundant=redundant.get(id_),
            )
    return technologies


def _words(by_language: dict[str, str]) -> Words:
    return tuple((language, word) for language, words in by_language.items() for word in _list(words))


def _list(text: str) -> tuple[str, ...]:
    return tuple(word for part in text.split(",") if (word := part.strip()))
