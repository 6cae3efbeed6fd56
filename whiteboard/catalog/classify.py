"""Label to kind: the clauses of a label together."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from whiteboard.catalog.clauses import Clause, Link, clauses
from whiteboard.catalog.lexicon import Sense
from whiteboard.catalog.naming import (
    DOOR_FEATURES,
    DOORS,
    FAIR,
    GUESSED,
    KEPT_OUTSIDE,
    LIKELY,
    WEAK,
    Grade,
    Namer,
    Naming,
)
from whiteboard.catalog.statements import statement
from whiteboard.catalog.values import Classification

if TYPE_CHECKING:
    from collections.abc import Sequence

    from whiteboard.catalog.lexicon import Lexicon
    from whiteboard.catalog.tree import Tree

Named = tuple[Clause, Naming]

_SHAPES = {
    "cylinder": "datastore",
    "person": "client",
    "cloud": "external_service",
    "queue": "queue",
}
_DUTIES = frozenset({"identity", "notification", "monitoring", "logging"})
"""What a service can do beside other things: “tracking & auth”."""
_READ = 500
"""Characters that are read: nobody's component has a longer name."""
_STATEMENT = 0.3
"""At most this sure of the kind of something that reads like a sentence."""
_QUOTED = 60
"""Characters of a label that a reason repeats."""


class Classifier:
    """What a label says, by the rules for clauses (naming.py) and for how they go together (here)."""

    def __init__(self, lexicon: Lexicon, tree: Tree) -> None:
        self._lexicon = lexicon
        self._tree = tree
        self._namer = Namer(lexicon, tree)

    def classify(self, label: str, shape: str | None = None) -> Classification:
        """What a component with this label is."""
        label = label[:_READ]
        parts = clauses(label, self._lexicon)
        naming = self._with_shape(self._naming(parts), shape, parts)
        if naming is None:
            return Classification(kind="other", confidence=0.1, reason=f"{_quoted(label)}: no word names a kind")
        why = statement(label, parts, naming, self._lexicon)
        if why:
            naming = replace(naming, sure=min(naming.sure, _STATEMENT), reason=f"{why}, though {naming.reason}")
        return Classification(
            kind=self._read_as(naming.kind),
            also=tuple(map(self._read_as, naming.also)),
            technology=naming.technology.id if naming.technology else None,
            confidence=round(naming.sure, 2),
            reason=f"{_quoted(label)}: {naming.reason}",
        )

    def _read_as(self, kind: str) -> str:
        return self._lexicon.kinds[kind].reads_as or kind

    def statement(self, label: str) -> str | None:
        """Why a label names no component; None when it may well be a name."""
        label = label[:_READ]
        parts = clauses(label, self._lexicon)
        return statement(label, parts, self._naming(parts), self._lexicon)

    def _naming(self, parts: Sequence[Clause]) -> Naming | None:
        named = [(clause, naming) for clause in parts if (naming := self._namer.name(clause))]
        if not named:
            return None
        head, rest = _door(named) or _head(named)
        if _has_more_duties(head, parts, rest):
            return Naming("service", Grade.GENERAL, FAIR, "it does that and more")
        return self._with_others(self._refined(head, rest), rest)

    def _with_others(self, naming: Naming, rest: Sequence[Named]) -> Naming:
        """The naming with the kinds of what the label names beside it, and of what a door does by the way."""
        others = list(naming.also)
        for clause, other in rest:
            beside = clause.link is Link.BESIDE and other.grade >= Grade.GENERAL
            feature = naming.kind in DOORS and other.kind in DOOR_FEATURES
            feature &= clause.link is not Link.OF or other.kind not in DOORS
            if beside or feature:
                others += (other.kind, *other.also)
        also = dict.fromkeys(kind for kind in others if not self._tree.is_akin(kind, naming.kind))
        return replace(naming, also=tuple(also))

    def _refined(self, head: Named, rest: Sequence[Named]) -> Naming:
        """The head, made more exact by what else the label names."""
        _, naming = head
        for clause, other in rest:
            naming = self._joined(naming, clause.link, other)
        rivals = (
            other for clause, other in rest if clause.link in (Link.BESIDE, Link.NEXT) and other.grade is Grade.FIRM
        )
        if any(not self._tree.is_akin(naming.kind, other.kind) for other in rivals):
            return replace(naming, sure=min(naming.sure, LIKELY))
        return naming

    def _joined(self, naming: Naming, link: Link, other: Naming) -> Naming:
        """One naming with another that follows it."""
        if naming.grade is Grade.GENERAL:
            return self._purpose(naming, link, other)
        if other.technology:
            refined = self._namer.refined(naming, other.technology) if link is not Link.BESIDE else None
            return naming if naming.technology or refined is None else refined
        if other.grade is not Grade.FIRM:
            return naming
        if link is Link.ASIDE and naming.technology and other.kind in naming.technology.kinds:
            return self._used(naming, other)
        if other.kind != naming.kind and self._tree.is_a(other.kind, naming.kind):
            return replace(naming, kind=other.kind, reason=f"{naming.reason}, and {other.reason}")
        return naming

    def _used(self, naming: Naming, other: Naming) -> Naming:
        """A product with something that its brackets say it is used as: “Redis (cache + pub/sub)” is both."""
        if naming.bare:
            return replace(naming, kind=other.kind, bare=False, reason=f"{naming.reason}, and {other.reason}")
        return replace(naming, also=(*naming.also, other.kind))

    def _purpose(self, service: Naming, link: Link, other: Naming) -> Naming:
        """A service, made exact by what it is for (“service for notifications”) or by its brackets."""
        if other.technology and self._tree.is_a(other.technology.kind, "service"):
            return replace(service, technology=other.technology)
        if link is Link.ASIDE and other.technology:
            return self._namer.refined(service, other.technology) or service
        if link is Link.ASIDE and other.kind == "external_service" and other.grade is Grade.FIRM:
            return replace(other, sure=FAIR)
        firm = other.grade is Grade.FIRM if link is Link.ASIDE else other.grade >= Grade.HINT
        if link not in (Link.OF, Link.ASIDE) or not firm or other.technology:
            return service
        if self._tree.is_any(other.kind, (*KEPT_OUTSIDE, "external_service")):
            return service
        return replace(other, sure=min(other.sure, FAIR))

    def _with_shape(self, naming: Naming | None, shape: str | None, parts: Sequence[Clause]) -> Naming | None:
        """What the shape says, where the words say little: a cylinder called “MySQL reader” is a MySQL."""
        kind = _SHAPES.get(shape or "")
        if kind == "datastore" and naming and naming.kind == "coordination" and naming.technology is None:
            return Naming(kind, Grade.HINT, GUESSED, f"it is drawn as a {shape}, and leads its copies")
        if kind == "datastore" and naming and naming.kind == "worker":
            products = (m.term.technology for clause in parts for m in clause.mentions if m.term.technology)
            kept = next((one for one in products if self._tree.is_a(one.kind, kind)), None)
            if kept:
                return Naming(kept.kind, Grade.FIRM, LIKELY, f"it is drawn as a {shape}", technology=kept)
        if kind is None or (naming and (naming.sure >= WEAK or self._tree.is_a(naming.kind, kind))):
            return naming
        return Naming(kind, Grade.HINT, GUESSED, f"it is drawn as a {shape}, like {self._lexicon.kinds[kind].named}")


def _door(named: Sequence[Named]) -> tuple[Named, list[Named]] | None:
    """“Authentication, rate limiting, API gateway”: a door listed with what it also does."""
    listed = [item for item in named if item[0].link not in (Link.OF, Link.ASIDE)]
    if not all(naming.kind in DOOR_FEATURES and naming.technology is None for _, naming in listed):
        return None
    head = next((item for kind in DOORS for item in listed if item[1].kind == kind), None)
    return (head, [item for item in named if item is not head]) if head else None


def _head(named: Sequence[Named]) -> tuple[Named, list[Named]]:
    """What the label is about: what it names first, unless something later is firmer and of the same rank."""
    first, *rest = named
    if rest and _narrows(*rest[0]):
        return rest[0], [first, *rest[1:]]
    grade = first[1].grade
    if grade >= Grade.GENERAL:
        return first, rest
    for at, (clause, naming) in enumerate(rest):
        if naming.grade > grade and _outranks(clause.link, naming, grade):
            return rest[at], [first, *rest[:at], *rest[at + 1 :]]
    return first, rest


def _has_more_duties(head: Named, parts: Sequence[Clause], rest: Sequence[Named]) -> bool:
    """“Notification handler & user preferences”: a service that does what a kind is for, and something else beside."""
    clause, naming = head
    if naming.kind not in _DUTIES or not clause.mentions or clause.mentions[-1].term.sense is not Sense.GENERAL:
        return False
    duties = [id(other) for other, named in rest if named.kind in _DUTIES]
    return any(part.link is Link.BESIDE and part is not clause and id(part) not in duties for part in parts)


def _narrows(clause: Clause, naming: Naming) -> bool:
    """“Job scheduler - workers”: after a dash, a bare noun for one part of what is named."""
    alone = len(clause.mentions) == 1 and len(clause.mentions[0].text.split()) == len(clause.tokens) == 1
    return clause.link is Link.NEXT and alone and naming.kind == "worker" and naming.technology is None


def _outranks(link: Link, naming: Naming, grade: Grade) -> bool:
    """Whether a later clause decides although an earlier one names something of this grade."""
    if link is Link.BESIDE:
        return naming.grade >= Grade.GENERAL and naming.kind not in _DUTIES
    if link is Link.ASIDE:
        return naming.grade is Grade.FIRM and naming.sure > FAIR
    if link is Link.NEXT:
        return grade is Grade.TOPIC or (grade is Grade.HINT and naming.technology is not None)
    return grade is Grade.TOPIC and naming.grade is Grade.FIRM


def _quoted(label: str) -> str:
    text = " ".join(label.split())
    return f"“{text[:_QUOTED]}{'…' if len(text) > _QUOTED else ''}”"
