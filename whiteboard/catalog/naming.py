"""What one clause of a label names: the head decides, and the words around it refine."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum, auto
from itertools import pairwise
from typing import TYPE_CHECKING

from whiteboard.catalog.lexicon import HEAD_FIRST, Sense

if TYPE_CHECKING:
    from collections.abc import Sequence

    from whiteboard.catalog.clauses import Clause
    from whiteboard.catalog.lexicon import Lexicon, Mention, Term
    from whiteboard.catalog.tree import Tree
    from whiteboard.catalog.values import Technology


class Grade(IntEnum):
    """How firmly something is named."""

    TOPIC = auto()
    HINT = auto()
    PERSON = auto()
    GENERAL = auto()
    """A general noun that nothing makes more exact: some service."""
    FIRM = auto()


@dataclass(frozen=True, slots=True)
class Naming:
    """What a clause names, how sure that is (0 to 1), and why."""

    kind: str
    grade: Grade
    sure: float
    reason: str
    technology: Technology | None = None
    also: tuple[str, ...] = ()
    """Further kinds of the same rank."""
    bare: bool = False
    """By the name of the product alone, with no noun that says what it is used as."""


CERTAIN, LIKELY, FAIR, WEAK, GUESSED = 0.95, 0.85, 0.75, 0.6, 0.4
"""How sure the rules are, set from how often they are right."""
KEPT_OUTSIDE = ("storage", "messaging", "client", "function")
"""A service for one of these is not one of them: "cache service"."""
DOORS = ("api_gateway", "load_balancer", "reverse_proxy")
"""Boxes that a label often lists features for, the most encompassing first."""
DOOR_FEATURES = frozenset({*DOORS, "rate_limiter", "waf", "identity", "monitoring", "logging"})
_THINGS = (Sense.NOUN, Sense.TECHNOLOGY, Sense.HINT)
_NO_THINGS = ("client", "external_service", "other")
_ANALYSING = ("batch_processor", "stream_processor")
_WORKING = ("worker", "batch_processor", "stream_processor", "function")
_SPECIAL_WORK = (*_ANALYSING, "function")
"""Work that a job or a task may do: "daily job", "Lambda task"."""
_TELLING = 3
"""Letters from which the name of a product stands for nothing else."""
_LISTED = 3
"""Kinds in a row from which a label lists what a box does rather than naming it."""


class Namer:
    """The rules for one clause."""

    def __init__(self, lexicon: Lexicon, tree: Tree) -> None:
        self._lexicon = lexicon
        self._tree = tree
        self._rules = {
            Sense.TECHNOLOGY: self._technology,
            Sense.NOUN: self._noun,
            Sense.GENERAL: self._general,
            Sense.PART: self._part,
            Sense.HINT: self._hint,
            Sense.PERSON: self._person,
            Sense.TOPIC: self._topic,
        }

    def name(self, clause: Clause) -> Naming | None:
        """What the clause names, if anything."""
        mentions = [m for m in clause.mentions if m.term.sense not in (Sense.FOREIGN, Sense.MAKER)]
        naming = self._agent(mentions, clause) or self._head(_head_last(mentions), clause)
        outside = next((m for m in clause.mentions if m.term.sense is Sense.FOREIGN), None)
        if outside and (naming is None or self._tree.is_a(naming.kind, "compute")):
            return Naming("external_service", Grade.FIRM, LIKELY, f"“{outside.text}” says that it is somebody else's")
        maker = next((m for m in clause.mentions if m.term.sense is Sense.MAKER), None)
        if naming and naming.grade is Grade.GENERAL and maker and self._is_theirs(maker, clause):
            return Naming("external_service", Grade.FIRM, FAIR, f"“{maker.text}” is somebody else's company")
        if naming is None or naming.grade <= Grade.HINT:
            return self._work(clause) or naming or self._maker(clause) or self._doer(clause)
        return naming

    def _is_theirs(self, maker: Mention, clause: Clause) -> bool:
        """“Google API”: an interface of the maker's own, of which the label says no more."""
        *_, last = clause.mentions
        return not self._lexicon.is_cloud(maker.text) and maker.end == last.start and _is_interface(last)

    def refined(self, naming: Naming, technology: Technology) -> Naming | None:
        """The naming with a product that it can be made with; None when the two do not go together."""
        exact = next((kind for kind in technology.kinds if self._tree.is_a(kind, naming.kind)), None)
        if exact:
            reason = naming.reason
            if exact != naming.kind:
                reason += f"; {technology.name} makes it {self._named(exact)}"
            return replace(naming, kind=exact, technology=technology, reason=reason, sure=max(naming.sure, CERTAIN))
        works = naming.kind in ("worker", "batch_processor") and technology.kind in _WORKING
        if works or (naming.kind == "service" and technology.kind in _ANALYSING):
            reason = f"{naming.reason}, of {technology.name}"
            return replace(naming, kind=technology.kind, technology=technology, reason=reason)
        top = self._tree.top(naming.kind)
        if top != self._tree.top(technology.kind) or naming.kind == "cache" or top not in ("storage", "messaging"):
            return None
        reason = f"{naming.reason}, but {technology.name} is {self._named(technology.kind)}"
        return replace(naming, kind=technology.kind, technology=technology, reason=reason, sure=FAIR)

    def _head(self, mentions: Sequence[Mention], clause: Clause) -> Naming | None:
        """What a row of terms names, the head being the last."""
        if not mentions:
            return None
        first = _door(mentions) or _first_of_list(mentions)
        if first:
            listed = dict.fromkeys(m.term.kind for m in mentions if m.term.kind in DOOR_FEATURES)
            also = tuple(kind for kind in listed if kind != first.term.kind)
            return replace(self._noun([], first, clause), also=also)
        *before, head = mentions[: self._complete(mentions)]
        return self._rules[head.term.sense](before, head, clause)

    def _complete(self, mentions: Sequence[Mention]) -> int | None:
        """How many terms are the name when others only describe it: “CDN CloudFront static assets”."""
        for at, (one, two) in enumerate(pairwise(mentions)):
            product, noun = (one, two) if one.term.technology else (two, one)
            if product.term.technology is None or noun.term.sense is not Sense.NOUN or one.end != two.start:
                continue
            if self._tree.is_a(product.term.kind, noun.term.kind) and all(map(self._is_kept, mentions[at + 2 :])):
                return at + 2
        return None

    def _is_kept(self, mention: Mention) -> bool:
        """Whether a term may tell what is kept there, or for whom."""
        return self._tree.is_any(mention.term.kind, ("storage", "messaging", "client"))

    def _agent(self, mentions: Sequence[Mention], clause: Clause) -> Naming | None:
        """“Cache warmer”, “notification sender”: what acts on the thing named in front, not that thing."""
        words = [at for at, token in enumerate(clause.tokens, clause.start) if token.folded.isalpha()]
        at = words[-1] if words else clause.start
        thing = next((m for m in mentions if m.end == at), None)
        if self._lexicon.is_command(clause.tokens[0].folded):
            return None
        agent = clause.tokens[at - clause.start]
        if thing is None or thing.term.sense not in _THINGS or thing.term.kind in _NO_THINGS:
            return None
        known = self._lexicon.find(agent.folded)
        if not self._lexicon.acts(agent.folded) or (known and not self._may_act(known)):
            return None
        kind = "worker" if self._tree.is_any(thing.term.kind, ("storage", "messaging")) else "service"
        if thing.term.kind in _ANALYSING:
            kind = thing.term.kind
        elif known and self._tree.is_a(known.kind, "compute"):
            kind = known.kind
        return Naming(kind, Grade.FIRM, FAIR, f"“{agent.text}” acts on the “{thing.text}”")

    def _may_act(self, term: Term) -> bool:
        """Whether a word that ends like an agent is one: a builder or a sender, no provider and no server."""
        return term.sense is Sense.PERSON or (term.sense is Sense.HINT and self._tree.is_a(term.kind, "compute"))

    def _noun(self, before: Sequence[Mention], head: Mention, clause: Clause) -> Naming:
        """“Recommendation DB”: a DB. A product in front makes it exact, if it goes with it: “MySQL database”."""
        kind = head.term.kind
        sure = FAIR if _goes_on(clause, head) else self._certainty(kind)
        if before and self._lexicon.kinds[kind].abstract and self._tree.is_a(before[-1].term.kind, kind):
            kind, sure = before[-1].term.kind, FAIR
        if before and self._specifies(before[-1], head):
            kind = before[-1].term.kind
        naming = Naming(kind, Grade.FIRM, sure, f"the head noun “{head.text}” names {self._named(kind)}")
        product = next((m.term.technology for m in reversed(before) if m.term.technology), None)
        return (self.refined(naming, product) if product else None) or naming

    def _technology(self, before: Sequence[Mention], head: Mention, clause: Clause) -> Naming | None:
        """“Redis”: a cache. A noun right in front says what it is used as: “Lock Redis”, “DB Postgres”."""
        product = head.term.technology
        if product is None:
            return None
        owner = before[-1] if before else None
        used = owner and owner.end == head.start and owner.term.sense in (Sense.NOUN, Sense.GENERAL)
        used = used and not (product.kind == "other" and owner and owner.term.kind == "client")
        naming = self._head(before, clause) if used else None
        if naming is None:
            return self._product(head, product)
        return self.refined(naming, product) or replace(naming, sure=min(naming.sure, FAIR))

    def _general(self, before: Sequence[Mention], head: Mention, clause: Clause) -> Naming:
        """“User service”: a service. “Mail service”: what its purpose names. “Cache service”: still a service."""
        service = Naming("service", Grade.GENERAL, CERTAIN, f"“{head.text}” names a service")
        owner = before[-1] if before else None
        if owner is None or owner.end != head.start:
            return service
        if owner.term.kind == "client" and self._lexicon.is_application(head.text):
            return Naming("client", Grade.FIRM, LIKELY, f"“{owner.text}” says whose “{head.text}” it is")
        if owner.term.sense in (Sense.GENERAL, Sense.PART):
            naming = self._head(before, clause)
            inside = naming and naming.kind != "other" and not self._tree.is_any(naming.kind, KEPT_OUTSIDE)
            return naming if naming and inside else service
        if owner.term.sense not in (Sense.TECHNOLOGY, Sense.NOUN, Sense.HINT):
            return service
        return self._purpose(owner, head) or service

    def _part(self, before: Sequence[Mention], head: Mention, clause: Clause) -> Naming | None:
        """“Cache cluster”: what it is a part of. Alone only what runs is something: “Server A”."""
        whole = self._head(before, clause)
        if whole and whole.grade >= Grade.HINT and whole.kind != "client":
            return whole
        if self._lexicon.runs(head.text):
            return Naming("service", Grade.GENERAL, LIKELY, f"“{head.text}” is something that runs")
        if self._lexicon.is_copy(head.text) and not before:
            return Naming("datastore", Grade.TOPIC, GUESSED, f"“{head.text}” is most likely one of several databases")
        return whole if whole and whole.kind == "client" else None

    def _hint(self, before: Sequence[Mention], head: Mention, clause: Clause) -> Naming:
        """“Email”: perhaps a notification. A product in front is surer: “Grafana dashboard”."""
        product = next((m for m in reversed(before) if m.term.technology), None)
        if product and product.term.technology:
            return self._product(product, product.term.technology)
        if before and self._are_akin(before[-1], head):
            return self._noun([], before[-1], clause)
        special = _special(before) if head.term.kind in _WORKING else None
        if special:
            kind = special.term.kind
            reason = f"“{special.text}” says what the “{head.text}” is: {self._named(kind)}"
            return Naming(kind, Grade.FIRM, FAIR, reason)
        if head.term.kind == "client" and self._lexicon.is_host(head.text) and _is_numbered(clause, head):
            return Naming("service", Grade.GENERAL, LIKELY, f"“{head.text}” with a number is a machine")
        sure = GUESSED if _goes_on(clause, head) else WEAK
        return Naming(head.term.kind, Grade.HINT, sure, f"“{head.text}” points to {self._named(head.term.kind)}")

    def _person(self, before: Sequence[Mention], head: Mention, clause: Clause) -> Naming | None:
        """“Premium users”: clients, where the word ends the clause; “user profile” is none."""
        product = before[-1].term.technology if before else None
        kept = product and self._tree.is_any(product.kind, ("storage", "messaging"))
        if _goes_on(clause, head) or kept:
            return self._head(before, clause)
        sure = CERTAIN if head.start == clause.start else LIKELY
        return Naming("client", Grade.PERSON, sure, f"“{head.text}” is somebody who uses the system")

    def _topic(self, before: Sequence[Mention], head: Mention, clause: Clause) -> Naming:
        """“Images”: most likely where they are kept. Anything firmer in front decides: “Redis session”."""
        firmer = [m for m in before if m.term.sense not in (Sense.PERSON, Sense.TOPIC)]
        naming = self._head(firmer, clause)
        if naming and naming.grade > Grade.TOPIC:
            return replace(naming, sure=min(naming.sure, FAIR))
        kind = head.term.kind
        return Naming(kind, Grade.TOPIC, GUESSED, f"“{head.text}” alone is most likely {self._named(kind)}")

    def _purpose(self, owner: Mention, head: Mention) -> Naming | None:
        """What stands in front of a general noun, unless it is something that the noun only works on."""
        kind = owner.term.kind
        if owner.term.technology:
            return None if kind == "client" else self._product(owner, owner.term.technology)
        if kind == "other" or self._tree.is_any(kind, KEPT_OUTSIDE):
            return None
        if kind in _WORKING and (owner.term.sense is Sense.HINT or _is_interface(head)):
            return None
        reason = f"“{owner.text}” says what the “{head.text}” is: {self._named(kind)}"
        return Naming(kind, Grade.FIRM, LIKELY if owner.term.sense is Sense.NOUN else FAIR, reason)

    def _product(self, mention: Mention, technology: Technology) -> Naming:
        """What a product is when nothing else is said."""
        sure = CERTAIN if len(mention.text) >= _TELLING else LIKELY
        reason = f"“{mention.text}” is {technology.name}"
        if technology.kind == "other":
            return Naming("other", Grade.HINT, sure, f"{reason}, none of the kinds", technology, bare=True)
        reason = f"{reason}, {self._named(technology.kind)}"
        return Naming(technology.kind, Grade.FIRM, sure, reason, technology, bare=True)

    def _work(self, clause: Clause) -> Naming | None:
        """“Resize images”: what does that in the background."""
        verb = clause.tokens[0]
        if any(mention.end == clause.end and mention.term.sense is Sense.PART for mention in clause.mentions):
            return None
        kind = self._lexicon.work(verb.folded) if len(clause.tokens) > 1 else None
        return Naming(kind, Grade.HINT, WEAK, f"“{verb.text} …” is work for {self._named(kind)}") if kind else None

    def _doer(self, clause: Clause) -> Naming | None:
        """“Seat allocator”, “ride pooling”: a word of ours for nothing, but its form says that it does something."""
        word = next((t.folded for t in reversed(clause.tokens) if t.folded.isalpha() and len(t.folded) > 1), "")
        if clause.mentions or not self._lexicon.does(word):
            return None
        return Naming("service", Grade.TOPIC, GUESSED, f"“{word}” is something that does or is done")

    def _maker(self, clause: Clause) -> Naming | None:
        maker = next((m for m in clause.mentions if m.term.sense is Sense.MAKER), None)
        if maker is None or self._lexicon.is_cloud(maker.text):
            return None
        return Naming("external_service", Grade.TOPIC, GUESSED, f"“{maker.text}” is somebody else's company")

    def _certainty(self, kind: str) -> float:
        """What our own code is for is told by a noun less surely than what carries or keeps data."""
        return LIKELY if self._tree.is_any(kind, ("compute", "platform")) else CERTAIN

    def _specifies(self, owner: Mention, head: Mention) -> bool:
        """“Friend graph DB”: what stands right in front names a special case."""
        adjacent = owner.term.sense is Sense.NOUN and owner.end == head.start
        return adjacent and self._tree.is_a(owner.term.kind, head.term.kind)

    def _are_akin(self, owner: Mention, head: Mention) -> bool:
        """“Cache replica”: the head only says what sort of thing the noun in front is."""
        if owner.term.sense is not Sense.NOUN or owner.end != head.start:
            return False
        top = self._tree.top(owner.term.kind)
        return top in ("storage", "messaging") and self._tree.top(head.term.kind) == top

    def _named(self, kind: str) -> str:
        return self._lexicon.kinds[kind].named


def _head_last(mentions: Sequence[Mention]) -> Sequence[Mention]:
    """The terms with the head last, as in English; some languages put it first ("service utilisateur")."""
    if len(mentions) < 2:  # noqa: PLR2004
        return mentions
    first, last = mentions[0].term, mentions[-1].term
    shared = first.sense in (Sense.NOUN, Sense.GENERAL) and first.kind != "client" and last.language in HEAD_FIRST
    if shared or first.language in HEAD_FIRST:
        return [*mentions[1:], mentions[0]]
    return mentions


def _door(mentions: Sequence[Mention]) -> Mention | None:
    """“Auth rate limiting API gateway”: a door named in one breath with what it also does."""
    if not all(m.term.kind in DOOR_FEATURES and m.term.technology is None for m in mentions):
        return None
    if mentions[0].term.kind not in DOORS and len(mentions) < _LISTED:
        return None
    doors = (m for kind in DOORS for m in mentions if m.term.kind == kind)
    return next(doors, None)


def _first_of_list(mentions: Sequence[Mention]) -> Mention | None:
    """“CDN queue cache”: of nouns for different kinds, one after the other, the first."""
    kinds = {m.term.kind for m in mentions if m.term.sense is Sense.NOUN}
    return mentions[0] if len(kinds) >= _LISTED and len(kinds) == len(mentions) else None


def _special(mentions: Sequence[Mention]) -> Mention | None:
    """“Daily settlement job”, “stream analytics task”: what tells the sort of work, the first."""
    named = (m for m in mentions if m.term.sense in (Sense.NOUN, Sense.HINT))
    return next((m for m in named if m.term.kind in _SPECIAL_WORK), None)


def _is_interface(mention: Mention) -> bool:
    """“API”: what is asked, so it answers, whatever it is for."""
    return mention.text.lower().removesuffix("s").endswith("api")


def _goes_on(clause: Clause, head: Mention) -> bool:
    """Whether the clause goes on with words that may be its real head."""
    return any(len(token.text) > 1 and token.text.isalpha() for token in clause.tokens[head.end - clause.start :])


def _is_numbered(clause: Clause, head: Mention) -> bool:
    """Whether a number follows: “web2”."""
    after = head.end - clause.start
    return after < len(clause.tokens) and clause.tokens[after].text.isdecimal()
