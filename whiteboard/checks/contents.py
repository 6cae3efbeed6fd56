"""What a text speaks of: kinds of data, of work and of load, by the words that `contents.yaml` lists.

The words around a term count: a "photo" belongs in an object store, "photo metadata" does not.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import AfterValidator

from whiteboard.catalog.words import fold
from whiteboard.model.scope import Names

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_FILE = Path(__file__).with_name("contents.yaml")
_PLURAL_OF_CAPITALS = re.compile(r"\b([A-Z]{2,})s\b")
"""Of "BLOBs" the plural is no part of the word."""

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_WORD = re.compile(r"[^\W_]+")
_AMOUNT = re.compile(r"^\d+(?=[^\W\d_]+$)")
"""Of "50TB" the digits, which are no part of the word."""

_MANY = re.compile(
    r"\b\d{3,}\s?(?:m|mn|mio|mil|million)\b[ +]*(?:\w+ )?(?:rows?|records?|entries|items|urls?|links?|messages|posts"
    r"|tweets|documents|docs|events|keys|points)\b",
    re.IGNORECASE,
)
"""Hundreds of millions of something that is kept."""

_VOLUME = "volume"

_HISSING = ("ches", "shes", "sses", "xes", "zes")


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """Something that labels speak of, with its terms; the words around a term may turn it into something else."""

    id: str
    title: str
    terms: tuple[str, ...]
    not_before: frozenset[str] = frozenset()
    not_behind: frozenset[str] = frozenset()


@cache
def load_contents() -> Mapping[str, Content]:
    """All contents by id, as the package's file lists them."""
    import yaml

    entries: dict[str, dict[str, Any]] = yaml.load(_FILE.read_bytes(), yaml.CSafeLoader)
    return {id_: _content(id_, entry) for id_, entry in entries.items()}


def _known(name: str) -> str:
    if name not in load_contents():
        raise ValueError(f"unknown content '{name}'; the contents are {', '.join(sorted(load_contents()))}")
    return name


ContentName = Annotated[str, Names("content"), AfterValidator(_known)]
"""A field of a check that names a content."""


@lru_cache(maxsize=16384)
def contents_in(text: str) -> frozenset[str]:
    """The ids of the contents that a text speaks of."""
    words = _words(text)
    by_first_word = _terms() if words else {}
    told = frozenset(
        content.id
        for at, word in enumerate(words)
        for term, content in by_first_word.get(word, ())
        if words[at : at + len(term)] == term and _is_meant(content, words, at, at + len(term))
    )
    return told | {_VOLUME} if _MANY.search(text) else told


def title(contents: Iterable[str]) -> str:
    """What a report calls the first of some contents."""
    return load_contents()[next(iter(contents))].title


def _is_meant(content: Content, words: tuple[str, ...], start: int, end: int) -> bool:
    if end < len(words) and words[end] in content.not_before:
        return False
    return start == 0 or words[start - 1] not in content.not_behind


@cache
def _terms() -> Mapping[str, tuple[tuple[tuple[str, ...], Content], ...]]:
    """The terms of all contents as words, by the first of them; those of several words also written as one."""
    found: dict[str, dict[tuple[tuple[str, ...], str], Content]] = defaultdict(dict)
    for content in load_contents().values():
        for term in content.terms:
            words = _words(term)
            found[words[0]][words, content.id] = content
            found["".join(words)][("".join(words),), content.id] = content
    return {first: tuple((words, content) for (words, _), content in terms.items()) for first, terms in found.items()}


def _content(id_: str, entry: Mapping[str, str]) -> Content:
    return Content(
        id=id_,
        title=entry["title"],
        terms=_listed(entry["terms"]),
        not_before=_first_words(entry.get("not_before", "")),
        not_behind=_first_words(entry.get("not_behind", "")),
    )


def _listed(text: str) -> tuple[str, ...]:
    return tuple(" ".join(term.split()) for term in text.split(",") if term.strip())


def _first_words(text: str) -> frozenset[str]:
    return frozenset(_words(word)[0] for word in _listed(text))


def _words(text: str) -> tuple[str, ...]:
    """The words of a text in the singular, without numbers. Nothing else is cut off: a server is not serving."""
    parted = _CAMEL.sub(" ", _PLURAL_OF_CAPITALS.sub(r"\1", text))
    return tuple(_singular(_AMOUNT.sub("", word)) for word in _WORD.findall(fold(parted)) if not word.isdigit())


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > len("ties"):
        return f"{word[:-3]}y"
    if word.endswith(_HISSING):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word
