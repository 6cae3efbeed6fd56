"""What the catalog is made of."""

from __future__ import annotations

from dataclasses import dataclass

Words = tuple[tuple[str, str], ...]
"""Words with the language of each (ISO 639-1): ("en", "cache")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """What a component can be. Kinds form a tree; an `abstract` one is only a heading in it.

    A label that names no more than an abstract kind ("storage") is read as `reads_as`.
    `nouns` name the kind where they head a label; `hints` do so less surely, and in front of
    a general noun ("mail" in "mail server"); `topics` only where nothing else in the label does.
    """

    id: str
    title: str
    description: str
    parent: str | None = None
    abstract: bool = False
    reads_as: str | None = None
    countable: bool = True
    nouns: Words = ()
    hints: Words = ()
    topics: Words = ()

    @property
    def named(self) -> str:
        """The title inside a sentence: "a cache", "an API gateway", "monitoring"."""
        acronym = self.title[:2].isupper()
        article = "an" if self.title[0] in ("AEFHILMNORSX" if acronym else "AEIOU") else "a"
        title = self.title if acronym else self.title[0].lower() + self.title[1:]
        return f"{article} {title}" if self.countable else title


@dataclass(frozen=True, slots=True, kw_only=True)
class Technology:
    """A product. `kind` is what it is when the label says nothing else, `also` what else it can be.

    `redundant` names the vendor's document which says that it keeps running when a machine or a zone fails,
    without anybody asking for copies; None when it does not, or only with the right settings.
    """

    id: str
    name: str
    kind: str
    also: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    redundant: str | None = None

    @property
    def kinds(self) -> tuple[str, ...]:
        """All that it can be, the most likely first."""
        return (self.kind, *self.also)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """Words that name no kind themselves, but say how a label is built (see grammar.yaml)."""

    general: Words
    parts: Words
    copies: tuple[str, ...]
    running: tuple[str, ...]
    people: Words
    makers: tuple[str, ...]
    clouds: tuple[str, ...]
    foreign: tuple[str, ...]
    prepositions: tuple[str, ...]
    conjunctions: tuple[str, ...]
    hosts: tuple[str, ...]
    applications: tuple[str, ...]
    work: Words
    """Verbs, each with the kind of what does that work."""
    short: Words
    """Abbreviations, each with the word in full."""
    steps: tuple[str, ...]
    also_nouns: tuple[str, ...]
    commands: tuple[str, ...]
    openers: tuple[str, ...]
    headings: tuple[str, ...]
    heading_ends: tuple[str, ...]
    inactive: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Classification:
    """What a label says: a kind (`other` when nothing fits), how sure that is (0 to 1), and why.

    `technology` is the id of the product that the label names, if any; `also` are further kinds of the same
    rank ("API gateway & load balancer").
    """

    kind: str
    also: tuple[str, ...] = ()
    technology: str | None = None
    confidence: float
    reason: str
