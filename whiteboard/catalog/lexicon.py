"""Every term of the catalog, found in a label by its spelling."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from dataclasses import dataclass, replace
from enum import IntEnum, auto
from functools import cached_property
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from whiteboard.catalog.spelling import Spelling
from whiteboard.catalog.words import Break, Token, key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from whiteboard.catalog.values import Grammar, Kind, Technology, Words

HEAD_FIRST = frozenset({"es", "pt", "fr", "it", "ru"})
"""Languages that name the thing first: "servicio de pagos", "сервис платежей"."""

_ACTING = re.compile(r"^[a-z]{3,}(er|or)s?$")
_DOING = re.compile(r"^[a-z]{2,}(er|or|ing|tion|ment)s?$")
_SYLLABLES = re.compile(r"[\u3040-\u30ff\uac00-\ud7a3]")


class Sense(IntEnum):
    """In which sense a term is used in a label. Where two have the same spelling, the one listed first stays."""

    TECHNOLOGY = auto()
    NOUN = auto()
    GENERAL = auto()
    PART = auto()
    HINT = auto()
    PERSON = auto()
    TOPIC = auto()
    FOREIGN = auto()
    MAKER = auto()


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase of the catalog: its sense, the kind it names if any, and its language."""

    sense: Sense
    kind: str = ""
    technology: Technology | None = None
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Mention:
    """A term as it stands in a label: the tokens from `start` up to `end`."""

    term: Term
    start: int
    end: int
    text: str


class Lexicon:
    """The terms of all kinds, technologies and of the grammar."""

    def __init__(self, kinds: Mapping[str, Kind], technologies: Mapping[str, Technology], grammar: Grammar) -> None:
        self.kinds = kinds
        self.grammar = grammar
        self._technologies = technologies
        self._terms: dict[str, Term] = {}
        for term, spellings in self._entries():
            for spelling in spellings:
                self._terms.setdefault(key(spelling), term)
        self._sorted = [*sorted(self._terms), chr(sys.maxunicode)]
        self.prepositions = frozenset(map(key, grammar.prepositions))
        self.conjunctions = frozenset(map(key, grammar.conjunctions))
        self._makers = frozenset(map(key, grammar.makers))
        self._applications = frozenset(map(key, grammar.applications))
        self._headings = frozenset(map(key, grammar.headings))
        self._heading_ends = frozenset(map(key, grammar.heading_ends))
        self._openers = frozenset(map(key, grammar.openers))
        self._steps = frozenset(map(key, grammar.steps))
        self._commands = frozenset(map(key, grammar.commands))
        self._also_nouns = frozenset(map(key, grammar.also_nouns))
        self._clouds = frozenset(map(key, grammar.clouds))
        self._short = {key(short): key(full) for full, short in grammar.short}
        self._work = {key(verb): kind for kind, verb in grammar.work}
        self._hosts = frozenset(map(key, grammar.hosts))
        self._running = frozenset(map(key, grammar.running))
        self._copies = frozenset(map(key, grammar.copies))
        self._inactive = frozenset(map(key, grammar.inactive))

    def mentions(self, tokens: Sequence[Token]) -> tuple[list[Token], list[Mention]]:
        """The terms in a label from left to right, the longest first, and the tokens they stand in.

        These are the given tokens, or, where something was abbreviated, misspelt or run together, mended ones.
        """
        tokens = [self._in_full(token) for token in tokens]
        found = list(self._scan(tokens))
        mended = self.spelling.mend(tokens, [(mention.start, mention.end) for mention in found])
        return (mended, list(self._scan(mended))) if mended else (list(tokens), found)

    def _in_full(self, token: Token) -> Token:
        full = self._short.get(token.folded) or self._short.get(token.folded.removesuffix("s"))
        return replace(token, folded=full) if full else token

    def runs(self, text: str) -> bool:
        """Whether a general part ("server", never "cluster") is something that runs by itself."""
        return _among(text, self._running)

    def is_copy(self, text: str) -> bool:
        """Whether a general part ("standby") is one of several copies."""
        return _among(text, self._copies)

    def acts(self, word: str) -> bool:
        """Whether a folded word has the form of something that acts: "warmer", "validators"."""
        return bool(_ACTING.search(word)) and not _among(word, self._inactive)

    def does(self, word: str) -> bool:
        """Whether a folded word has the form of something that does or is done: "allocator", "pooling"."""
        return bool(_DOING.search(word)) and not _among(word, self._inactive)

    def is_host(self, text: str) -> bool:
        """Whether a word for a client ("web") is a machine of ours when a number follows."""
        return _among(text, self._hosts)

    def is_application(self, text: str) -> bool:
        """Whether a general noun ("application") stays with the client in front of it."""
        return _among(text, self._applications)

    def is_step(self, word: str) -> bool:
        """Whether a folded word is a verb that begins a step of a story."""
        return word in self._steps

    def is_noun_too(self, word: str) -> bool:
        """Whether a folded verb is as often a noun: "search", "calls"."""
        return _among(word, self._also_nouns)

    def is_cloud(self, text: str) -> bool:
        """Whether a maker is known for the ground that systems stand on ("AWS"), not as a service of somebody else."""
        return _among(text, self._clouds)

    def is_verb(self, word: str) -> bool:
        """Whether a folded word is a verb that the grammar knows."""
        return word in self._steps or word in self._work

    def tells(self, word: str) -> bool:
        """Whether a folded word is a verb in the third person: "publishes"."""
        return any(word.endswith(ending) and self.is_verb(word.removesuffix(ending)) for ending in ("s", "es"))

    def is_command(self, word: str) -> bool:
        """Whether a folded word is a verb that never stands in front of what it names: "check cache" is a step."""
        return word in self._commands

    def is_heading(self, text: str) -> bool:
        """Whether a text is a heading of notes ("Functional requirements")."""
        return _among(text, self._headings)

    def ends_heading(self, word: str) -> bool:
        """Whether a folded word is what a heading ends with ("write path")."""
        return word.removesuffix("s") in self._heading_ends

    def is_opener(self, word: str) -> bool:
        """Whether a folded word begins a sentence and never a name."""
        return word in self._openers

    def work(self, word: str) -> str | None:
        """The kind of what does the work that a verb in front of its object tells ("resize images")."""
        return self._work.get(word)

    def find(self, spelling: str) -> Term | None:
        """The term with this key, in the singular or the plural."""
        terms = self._terms
        term = terms.get(spelling)
        if term or not spelling.endswith("s"):
            return term
        term = terms.get(spelling[:-1])
        if term or not spelling.endswith("es"):
            return term
        return terms.get(spelling[:-2]) or (terms.get(spelling[:-3] + "y") if spelling.endswith("ies") else None)

    def _ends_words(self, ending: str) -> bool:
        """Whether other words are put in front of this one without a space ("userdb")."""
        term = self.find(ending)
        return term is not None and term.sense in (Sense.NOUN, Sense.GENERAL, Sense.PART, Sense.HINT)

    def _scan(self, tokens: Sequence[Token]) -> Iterator[Mention]:
        at = end = 0
        while at < len(tokens):
            mention = self._at(tokens, at, follows=at == end)
            if mention and self._maker_hides_more(tokens, at, mention):
                at += 1
            elif mention:
                yield mention
                at = end = mention.end
            else:
                at += 1

    def _maker_hides_more(self, tokens: Sequence[Token], at: int, mention: Mention) -> bool:
        """Whether “Apache Spark” is the maker and the beginning of a longer name: “Spark Streaming”."""
        if mention.end == at + 1 or tokens[at].folded not in self._makers:
            return False
        rest = self._at(tokens, at + 1, follows=False)
        return rest is not None and rest.end > mention.end

    def _at(self, tokens: Sequence[Token], start: int, *, follows: bool) -> Mention | None:
        """The longest term that begins at a token; `follows`: right after another term."""
        first, best = tokens[start], None
        joined = singular = ""
        for at in range(start, len(tokens)):
            token = tokens[at]
            if at > start and (token.before >= Break.COMMA or not self._begins(joined, singular)):
                break
            if token.before is Break.AND and best and best.end == at:
                break
            term = self.find(joined + token.folded) or self._terms.get(singular + token.folded)
            joined += token.folded
            singular += token.folded.removesuffix("s")
            if term and not _inside_a_word(first, joined, follows=follows):
                best = Mention(term, start, at + 1, _text(tokens[start : at + 1]))
        return best

    def _begins(self, *spellings: str) -> bool:
        """Whether a term begins so."""
        keys = self._sorted
        return any(keys[bisect_left(keys, spelling)].startswith(spelling) for spelling in spellings)

    def _entries(self) -> Iterator[tuple[Term, Iterable[str]]]:
        """Terms with their spellings, in the order of their senses."""
        for technology in self._technologies.values():
            yield Term(Sense.TECHNOLOGY, technology.kind, technology), (technology.name, *technology.aliases)
        yield from self._kind_entries(Sense.NOUN, "nouns")
        yield from _by_language(Sense.GENERAL, "service", self.grammar.general)
        yield from _by_language(Sense.PART, "", self.grammar.parts)
        yield from self._kind_entries(Sense.HINT, "hints")
        yield from _by_language(Sense.PERSON, "client", self.grammar.people)
        yield from self._kind_entries(Sense.TOPIC, "topics")
        yield Term(Sense.FOREIGN, "external_service"), self.grammar.foreign
        yield Term(Sense.MAKER, "external_service"), self.grammar.makers

    def _kind_entries(self, sense: Sense, words: str) -> Iterator[tuple[Term, Iterable[str]]]:
        for kind in self.kinds.values():
            yield from _by_language(sense, kind.id, getattr(kind, words))

    @cached_property
    def spelling(self) -> Spelling:
        """What mends words that no term covers."""
        spellings = (spelling for _, spellings in self._entries() for spelling in spellings)
        words = (key(word) for spelling in spellings for word in spelling.replace("-", " ").split())
        return Spelling(words, self._ends_words)


def _by_language(sense: Sense, kind: str, words: Words) -> Iterator[tuple[Term, Iterable[str]]]:
    """A term for each language of the words."""
    for language, group in groupby(words, key=itemgetter(0)):
        yield Term(sense, kind, language=language), [word for _, word in group]


def _among(text: str, keys: frozenset[str]) -> bool:
    spelling = key(text)
    if spelling in keys or not spelling.endswith("s"):
        return spelling in keys
    return spelling[:-1] in keys or (spelling.endswith("ies") and spelling[:-3] + "y" in keys)


def _inside_a_word(first: Token, joined: str, *, follows: bool) -> bool:
    """Whether a term of one or two signs is only a piece of a longer word, in kana or Hangul."""
    return len(joined) <= 2 and first.glued and not follows and bool(_SYLLABLES.match(joined))  # noqa: PLR2004


def _text(tokens: Sequence[Token]) -> str:
    first, *rest = tokens
    return first.text + "".join(token.text if token.glued else f" {token.text}" for token in rest)
