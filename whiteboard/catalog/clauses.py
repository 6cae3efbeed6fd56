"""A label in clauses: what it names side by side, what it is for, what stands in brackets."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from whiteboard.catalog.lexicon import Sense
from whiteboard.catalog.words import Break, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from whiteboard.catalog.lexicon import Lexicon, Mention
    from whiteboard.catalog.words import Token


class Link(Enum):
    """How a clause hangs on the one before it."""

    FIRST = "first"
    BESIDE = "beside"
    """One of several of the same rank: "MySQL and Redis"."""
    OF = "of"
    """After a preposition: what the thing is for, or made with."""
    NEXT = "next"
    """After a colon, dash or line: a description."""
    ASIDE = "aside"
    """In brackets."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a label without punctuation or prepositions, and the terms in it."""

    link: Link
    tokens: tuple[Token, ...]
    mentions: tuple[Mention, ...]
    start: int

    @property
    def text(self) -> str:
        """The words as they are written."""
        return " ".join(token.text for token in self.tokens)

    @property
    def end(self) -> int:
        """The index after the last token."""
        return self.start + len(self.tokens)


STRONG = frozenset({Sense.NOUN, Sense.TECHNOLOGY, Sense.GENERAL})
"""Senses of terms that name something by themselves."""
_DESCRIPTION = 3
"""Words from which a further line describes the first one rather than going on with it."""
_CAPITALS = 2
"""Words in capitals from which small letters after them matter: "Load balancer" is one name."""


def clauses(label: str, lexicon: Lexicon) -> list[Clause]:
    """The clauses of a label, those in brackets last."""
    words = tokens(label)
    main = [word for word in words if not word.aside]
    found = list(_parted(main, lexicon, Link.FIRST)) if main else []
    for number in sorted({word.aside for word in words} - {0}):
        aside = [word for word in words if word.aside == number]
        found += _parted(aside, lexicon, Link.ASIDE if main else Link.FIRST)
    return found


def _parted(words: Sequence[Token], lexicon: Lexicon, first: Link) -> Iterator[Clause]:
    """Clauses in order. The first has the link given, and so have all in the same brackets."""
    words, mentions = lexicon.mentions(words)
    inside = {at for mention in mentions for at in range(mention.start + 1, mention.end)}
    start, link = 0, first
    for at in range(len(words)):
        parting = None if at in inside else _parting(words, at, mentions, lexicon)
        if not parting:
            continue
        found, skip = parting
        if at > start:
            yield _clause(words, mentions, start, at, link)
            link = first if first is Link.ASIDE else found
        start = at + skip
    if start < len(words):
        yield _clause(words, mentions, start, len(words), link)


def _parting(words: Sequence[Token], at: int, mentions: Sequence[Mention], lexicon: Lexicon) -> tuple[Link, int] | None:
    """What a token parts, and how many tokens (a preposition, a conjunction) fall away with it."""
    word = words[at]
    here = next((mention.term.sense for mention in mentions if mention.start == at), None)
    if at and here is None and word.folded in lexicon.prepositions:
        return Link.OF, 1
    if at and here is None and word.folded in lexicon.conjunctions:
        return Link.BESIDE, 1
    if at and (word.before is Break.NEXT or (here not in STRONG and _tells(words, at, mentions, lexicon))):
        return Link.NEXT, 0
    if at and word.before in (Break.COMMA, Break.AND, Break.JOINT):
        return Link.BESIDE, 0
    described = _turns_small(words, at, mentions) or (word.before is Break.LINE and _describes(words, at, mentions))
    return (Link.NEXT, 0) if described else None


def _tells(words: Sequence[Token], at: int, mentions: Sequence[Mention], lexicon: Lexicon) -> bool:
    """Whether a verb tells what the component just named does: “Redis stores sessions”."""
    named = any(mention.end == at and mention.term.sense in STRONG for mention in mentions)
    return named and words[at].folded.endswith("s") and lexicon.is_verb(words[at].folded[:-1])


def _turns_small(words: Sequence[Token], at: int, mentions: Sequence[Mention]) -> bool:
    """Whether a name in capitals is over because small letters go on: “Message Queue async tasks”."""
    if at == 0 or words[at].before is not Break.NONE:
        return False
    if words[at].text[0].isupper() or not words[at - 1].text[0].isupper():
        return False
    if not any(mention.end == at and mention.term.sense in STRONG for mention in mentions):
        return False
    begin = next((i for i in range(at - 1, 0, -1) if words[i].before >= Break.COMMA), 0)
    end = next((i for i in range(at + 1, len(words)) if words[i].before is not Break.NONE), len(words))
    last = next((mention for mention in mentions if mention.end == end), None)
    goes_on = last is not None and (last.start == at or last.term.sense in STRONG)
    return not goes_on and sum(word.text[0].isupper() for word in words[begin:at]) >= _CAPITALS


def _describes(words: Sequence[Token], at: int, mentions: Sequence[Mention]) -> bool:
    """Whether a new line describes the line before, which then is complete, rather than going on with it."""
    named = (mention for mention in mentions if mention.end == at)
    complete = any(m.term.sense in STRONG or (m.term.sense is Sense.HINT and m is not mentions[0]) for m in named)
    breaks = (i for i in range(at + 1, len(words)) if words[i].before in (Break.LINE, Break.NEXT))
    return complete and next(breaks, len(words)) - at >= _DESCRIPTION


def _clause(words: Sequence[Token], mentions: Sequence[Mention], start: int, end: int, link: Link) -> Clause:
    own = tuple(mention for mention in mentions if start <= mention.start and mention.end <= end)
    return Clause(link, tuple(words[start:end]), own, start)
