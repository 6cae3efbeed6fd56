"""The catalog from its files."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from whiteboard.catalog.catalog import Catalog
from whiteboard.catalog.values import Kind, Technology


@cache
def load_catalog() -> Catalog:
    """The catalog that ships with Whiteboard, read once."""
    kinds = {id_: _kind(id_, entry) for id_, entry in _read("kinds.yaml").items()}
    technologies = {
        id_: _technology(id_, kind, entry)
        for kind, entries in _read("technologies.yaml").items()
        for id_, entry in entries.items()
    }
    return Catalog(kinds, technologies)


def label_kind(label: str) -> str:
    """The kind that a label alone names; `other` when it names none."""
    return load_catalog().classify(label).kind


def _read(name: str) -> dict[str, Any]:
    import yaml

    content: dict[str, Any] = yaml.load(files(__package__).joinpath(name).read_bytes(), yaml.CSafeLoader)
    return content


def _kind(id_: str, entry: dict[str, Any]) -> Kind:
    nouns = [(language, word) for language, words in entry.get("nouns", {}).items() for word in _list(words)]
    return Kind(
        id=id_,
        title=entry["title"],
        description=entry["description"],
        parent=entry.get("parent"),
        abstract=entry.get("abstract", False),
        nouns=tuple(nouns),
        qualifiers=_list(entry.get("qualifiers")),
    )


def _technology(id_: str, kind: str, entry: dict[str, str]) -> Technology:
    return Technology(
        id=id_, name=entry["name"], kind=kind, also=_list(entry.get("also")), aliases=_list(entry.get("aliases"))
    )


def _list(text: str | None) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.split(",")) if text else ()
