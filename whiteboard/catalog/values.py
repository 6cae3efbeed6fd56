"""What the catalog is made of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """What a component can be. Kinds form a tree; an `abstract` one is only a heading in it.

    `nouns` are words that name the kind where they head a label, as (language, word);
    `qualifiers` name it in front of a general noun: "mail" in "mail service".
    """

    id: str
    title: str
    description: str
    parent: str | None = None
    abstract: bool = False
    nouns: tuple[tuple[str, str], ...] = ()
    qualifiers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Technology:
    """A product. `kind` is what it is when the label says nothing else, `also` what else it can be."""

    id: str
    name: str
    kind: str
    also: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Classification:
    """What a label says: a kind (`other` when nothing fits), how sure that is (0 to 1), and why.

    `technology` is the id of the product that the label names, if any.
    """

    kind: str
    technology: str | None = None
    confidence: float
    reason: str
