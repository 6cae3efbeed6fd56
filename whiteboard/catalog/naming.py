"""What one clause of a label names: the head decides, and the words around it refine."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum
from typing import TYPE_CHECKING

from whiteboard.catalog.lexicon import HEAD_FIRST, Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from whiteboard.catalog.clauses import Clause
    from whiteboard.catalog.lexicon import Lexicon, Mention
    from whiteboard.catalog.tree import Tree
    from whiteboard.catalog.values import Technology


class Grade(IntEnum):
    """How firmly something is named."""

    TOPIC = 1
    PERSON = 2
    HINT = 3
    GENERAL = 4
    """A general noun that nothing makes more exact: some service."""
    FIRM = 5


@dataclass(frozen=True, slots=True)
class Naming:
    """What a clause names, how sure that is (0 to 1), and why."""

    kind: str
    grade: Grade
    sure: float
    reason: str
    technology: Technology | None = None
    bare: bool = False
    """By the name of the product alone, with no noun that says what it is used as."""


_KEPT_OUTSIDE = ("storage", "messaging", "client", "function")
"""A service for one of these is not one of them: "cache service"."""
DOORS = ("api_gateway", "load_balancer", "reverse_proxy")
"""Boxes that a label often lists features for, the most encompassing first."""
DOOR_FEATURES = (*DOORS, "rate_limiter", "waf", "identity", "monitoring", "logging")
_LISTED = 3
"""Kinds in a row from which a label lists what a box does rather than naming it."""


class Namer:
    """The rules for one clause."""

    def __init__(self, lexicon: Lexicon, tree: Tree) -> None:
        self._lexicon = lexicon
        self._tree = tree
        self._rules = {
            Role.TECHNOLOGY: self._technology,
            Role.NOUN: self._noun,
            Role.GENERAL: self._general,
            Role.PART: self._part,
            Role.HINT: self._hint,
            Role.PERSON: self._person,
            Role.TOPIC: self._topic,
        }

    def name(self, clause: Clause) -> Naming | None:
        """What the clause names, if anything."""
        mentions = [m for m in clause.mentions if m.term.role not in (Role.FOREIGN, Role.MAKER)]
        naming = self._head(_head_last(mentions), clause)
        outside = next((m for m in clause.mentions if m.term.role is Role.FOREIGN), None)
        if outside and (naming is None or self._tree.is_a(naming.kind, "compute")):
            return Naming("external_service", Grade.FIRM, 0.9, f"“{outside.text}” says that it is somebody else's")
        if naming is None or naming.grade < Grade.PERSON or naming.grade is Grade.HINT:
            return self._work(clause) or naming or self._maker(clause)
        return naming

    def refined(self, naming: Naming, technology: Technology) -> Naming | None:
        """The naming with a product that it can be made with; None when the two do not go together."""
        exact = next((kind for kind in technology.kinds if self._tree.is_a(kind, naming.kind)), None)
        if exact:
            reason = naming.reason
            if exact != naming.kind:
                reason += f"; {technology.name} makes it {self._named(exact)}"
            return replace(naming, kind=exact, technology=technology, reason=reason, sure=max(naming.sure, 0.95))
        top = self._tree.top(naming.kind)
        if top != self._tree.top(technology.kind) or naming.kind == "cache" or top not in ("storage", "messaging"):
            return None
        reason = f"{naming.reason}, but {technology.name} is {self._named(technology.kind)}"
        return replace(naming, kind=technology.kind, technology=technology, reason=reason, sure=0.8)

    def _head(self, mentions: Sequence[Mention], clause: Clause) -> Naming | None:
        """What a row of terms names, the head being the last."""
        if not mentions:
            return None
        door = self._door(mentions)
        if door or _enumerates(mentions):
            return self._noun([], door or mentions[0], clause)
        *before, head = mentions
        return self._rules[head.term.role](before, head, clause)

    def _noun(self, before: Sequence[Mention], head: Mention, clause: Clause) -> Naming:
        """“Recommendation DB”: a DB. A product in front makes it exact, if it goes with it: “MySQL database”."""
        if head.term.technology:
            return self._product(head)
        sure = 0.75 if _goes_on(clause, head) else 0.95
        kind = head.term.kind
        if before and self._lexicon.kinds[kind].abstract and self._tree.is_a(before[-1].term.kind, kind):
            kind, sure = before[-1].term.kind, 0.75
        if before and self._specifies(before[-1], head):
            kind = before[-1].term.kind
        naming = Naming(kind, Grade.FIRM, sure, f"the head noun “{head.text}” names {self._named(kind)}")
        products = [m.term.technology for m in before if m.term.technology]
        return (products and self.refined(naming, products[-1])) or naming

    def _technology(self, before: Sequence[Mention], head: Mention, clause: Clause) -> Naming:
        """“Redis”: a cache. A noun right in front says what it is used as: “Lock Redis”, “DB Postgres”."""
        owner = before[-1] if before and before[-1].end == head.start else None
        if owner and head.term.technology and owner.term.role in (Role.NOUN, Role.GENERAL):
            naming = self._head(before, clause)
            if naming:
                return self.refined(naming, head.term.technology) or replace(naming, sure=min(naming.sure, 0.7))
        return self._product(head)

    def _general(self, before: Sequence[Mention], head: Mention, clause: Clause) -> Naming:
        """“User service”: a service. “Mail service”: what its purpose names. “Cache service”: still a service."""
        service = Naming("service", Grade.GENERAL, 0.92, f"“{head.text}” names a service")
        owner = before[-1] if before else None
        if owner is None or owner.end != head.start:
            return service
        if owner.term.kind == "client" and self._lexicon.is_application(head.text):
            return Naming("client", Grade.FIRM, 0.85, f"“{owner.text}” says whose “{head.text}” it is")
        if owner.term.role in (Role.GENERAL, Role.PART):
            naming = self._head(before, clause)
            return naming if naming and naming.kind != "other" else service
        if owner.term.role not in (Role.TECHNOLOGY, Role.NOUN, Role.HINT):
            return service
        return self._purpose(owner, head, _KEPT_OUTSIDE) or service

    def _part(self, before: Sequence[Mention], head: Mention, clause: Clause) -> Naming | None:
        """“Cache cluster”: what it is a part of. Alone only what runs is something: “Server A”."""
        whole = self._head(before, clause)
        if whole and whole.grade >= Grade.HINT and whole.kind != "client":
            return whole
        if self._lexicon.runs(head.text):
            return Naming("service", Grade.GENERAL, 0.85, f"“{head.text}” is something that runs")
        return whole if whole and whole.kind == "client" else None

    def _hint(self, before: Sequence[Mention], head: Mention, clause: Clause) -> Naming:
        """“Email”: perhaps a notification. A product in front is surer: “Grafana dashboard”."""
        owner = next((m for m in reversed(before) if m.term.technology), None) or (before[-1] if before else None)
        if owner and (owner.term.technology or self._are_akin(owner, head)):
            return self._noun([], owner, clause)
        if head.term.kind == "client" and self._lexicon.is_host(head.text) and _is_numbered(clause, head):
            return Naming("service", Grade.GENERAL, 0.8, f"“{head.text}” with a number is a machine")
        sure = 0.5 if _goes_on(clause, head) else 0.65
        return Naming(head.term.kind, Grade.HINT, sure, f"“{head.text}” points to {self._named(head.term.kind)}")

    def _person(self, before: Sequence[Mention], head: Mention, clause: Clause) -> Naming | None:
        """“Premium users”: clients, where the word ends the clause; “user profile” is none."""
        if _goes_on(clause, head):
            return self._head(before, clause)
        sure = 0.92 if head.start == clause.start else 0.8
        return Naming("client", Grade.PERSON, sure, f"“{head.text}” is somebody who uses the system")

    def _topic(self, before: Sequence[Mention], head: Mention, clause: Clause) -> Naming:
        """“Images”: most likely where they are kept. Anything firmer in front decides: “Redis session”."""
        firmer = [m for m in before if m.term.role not in (Role.PERSON, Role.TOPIC)]
        naming = self._head(firmer, clause)
        if naming:
            return replace(naming, sure=min(naming.sure, 0.75))
        kind = head.term.kind
        return Naming(kind, Grade.TOPIC, 0.45, f"“{head.text}” alone is most likely {self._named(kind)}")

    def _purpose(self, owner: Mention, head: Mention, outside: tuple[str, ...]) -> Naming | None:
        """What stands in front of a general noun, unless it is something that the noun only works on."""
        kind = owner.term.kind
        if owner.term.technology:
            return None if kind == "client" else self._product(owner)
        if kind == "other" or self._tree.is_any(kind, outside):
            return None
        sure = 0.9 if owner.term.role is Role.NOUN else 0.8
        reason = f"“{owner.text}” says what the “{head.text}” is: {self._named(kind)}"
        return Naming(kind, Grade.FIRM, sure, reason)

    def _product(self, mention: Mention) -> Naming:
        technology = mention.term.technology
        assert technology  # noqa: S101
        sure = 0.95 if len(mention.text) > 2 else 0.8  # noqa: PLR2004
        grade = Grade.HINT if technology.kind == "other" else Grade.FIRM
        what = "none of the kinds" if technology.kind == "other" else self._named(technology.kind)
        reason = f"“{mention.text}” is {technology.name}, {what}"
        return Naming(technology.kind, grade, sure, reason, technology, bare=True)

    def _work(self, clause: Clause) -> Naming | None:
        """“Resize images”: what does that in the background."""
        verb = clause.tokens[0]
        kind = self._lexicon.work(verb.folded) if len(clause.tokens) > 1 else None
        return Naming(kind, Grade.HINT, 0.55, f"“{verb.text} …” is work for {self._named(kind)}") if kind else None

    def _maker(self, clause: Clause) -> Naming | None:
        maker = next((m for m in clause.mentions if m.term.role is Role.MAKER), None)
        if maker is None:
            return None
        return Naming("external_service", Grade.TOPIC, 0.5, f"“{maker.text}” is somebody else's company")

    def _door(self, mentions: Sequence[Mention]) -> Mention | None:
        """“Auth rate limiting API gateway”: a door named in one breath with what it also does."""
        if len(mentions) < 2 or not all(self._is_plain(m, DOOR_FEATURES) for m in mentions):  # noqa: PLR2004
            return None
        if mentions[0].term.kind not in DOORS and len(mentions) < _LISTED:
            return None
        doors = (m for kind in DOORS for m in mentions if m.term.kind == kind)
        return next(doors, None)

    def _is_plain(self, mention: Mention, kinds: tuple[str, ...]) -> bool:
        """Whether the mention names one of these kinds without a product."""
        return mention.term.technology is None and self._tree.is_any(mention.term.kind, kinds)

    def _specifies(self, owner: Mention, head: Mention) -> bool:
        """“Friend graph DB”: what stands right in front names a special case."""
        adjacent = owner.term.role is Role.NOUN and owner.end == head.start
        return adjacent and self._tree.is_a(owner.term.kind, head.term.kind)

    def _are_akin(self, owner: Mention, head: Mention) -> bool:
        """“Cache replica”, “batch job”: the head only says what sort of thing the noun in front is."""
        if owner.term.role is not Role.NOUN or owner.end != head.start:
            return False
        top = self._tree.top(owner.term.kind)
        return top in ("storage", "messaging") and self._tree.top(head.term.kind) == top

    def _named(self, kind: str) -> str:
        return self._lexicon.kinds[kind].named


def _head_last(mentions: Sequence[Mention]) -> Sequence[Mention]:
    """The terms with the head last, as in English; some languages put it first."""
    if len(mentions) > 1 and mentions[0].term.language in HEAD_FIRST:
        return [*mentions[1:], mentions[0]]
    return mentions


def _enumerates(mentions: Sequence[Mention]) -> bool:
    """“Load balancer rate limiter authentication”: nouns for different kinds, one after the other."""
    kinds = {m.term.kind for m in mentions if m.term.role is Role.NOUN and not m.term.technology}
    return len(kinds) >= _LISTED and len(kinds) == len(mentions)


def _goes_on(clause: Clause, head: Mention) -> bool:
    """Whether the clause goes on with words that may be its real head."""
    return any(len(token.text) > 1 and token.text.isalpha() for token in clause.tokens[head.end - clause.start :])


def _is_numbered(clause: Clause, head: Mention) -> bool:
    """Whether a number follows: “web2”."""
    after = head.end - clause.start
    return after < len(clause.tokens) and clause.tokens[after].text.isdecimal()
