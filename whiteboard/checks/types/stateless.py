"""`stateless`: servers keep nothing of their own that a request needs."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Literal

from whiteboard.checks import wording
from whiteboard.checks.base import Check, Context, not_shown, passed, problem
from whiteboard.checks.redundancy import copies, is_named_as_several, twin_key
from whiteboard.checks.services import is_spreader
from whiteboard.graph.tiers import Tier
from whiteboard.model.scenario import RoleName

if TYPE_CHECKING:
    from collections.abc import Iterator

    from whiteboard.model.finding import Outcome

_KEEPS = re.compile(
    r"\bsticky\b|\bsession affinity\b|\bstateful (?:servers?|services?|api|backend|app)"
    r"|\b(?:in[- ]memory|in[- ]process|local|server[- ]side) (?:sessions?|locks?|state|files?|uploads?)\b"
    r"|\b(?:sessions?|locks?|state|carts?|uploads?|files?|images?|photos?)\b[^.;\n]{0,30}"
    r"\b(?:in (?:local |process |server |app(?:lication)? |its (?:own )?)?(?:memory|ram|process)"
    r"|on (?:the |its |each )?(?:own )?"
    r"(?:server|local|web server|app server|instance)(?:'s)? ?(?:disk|file ?system|storage|drive)?)"
    r"|\b(?:local|server|instance|its own) (?:disk|file ?system|drive)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:no|not|never|without|avoid|instead of|rather than|don't|nothing)\b[^.;\n]{0,25}$", re.IGNORECASE
)
_STATELESS = re.compile(
    r"\bstateless\b|\bno (?:local |server[- ]side |in[- ]memory |sticky )?(?:state|sessions?)\b"
    r"|\bsessions?\b[^.;\n]{0,20}\b(?:in|to) (?:the )?(?:redis|memcached|database|db|cache|dynamo\w*|shared|external)\b"
    r"|\b(?:session (?:store|cache|db|database)|shared sessions?)\b",
    re.IGNORECASE,
)


class Stateless(Check):
    """The components of a role (servers) keep no sessions, locks or files of their own.

    A label or note that says they do, or a local disk drawn at one, is a problem. A note that says they do not, or
    several servers (or one behind a balancer) that keep their data in a store or cache, passes. One server alone
    may keep what it likes: not shown.
    """

    check: Literal["stateless"] = "stateless"
    role: RoleName

    def evaluate(self, context: Context) -> Outcome:
        """Read what is written on and beside the servers, then see where they keep things."""
        if undrawn := context.undrawn(self.role):
            return undrawn
        servers = context.components(self.role)
        said = list(_said(servers, context))
        for bearers, text in said:
            if kept := _keeps(text):
                message = (
                    f"“{kept}”: whoever is sent to another server next time loses it."
                    " Keep it in a store or cache that all share."
                )
                return problem(message, context.evidence(bearers or servers))
        if said_so := [(bearers, text) for bearers, text in said if _STATELESS.search(text)]:
            bearing = [component for bearers, _ in said_so for component in bearers]
            message = f"Written on the board: “{wording.short(said_so[0][1])}”."
            return passed(message, context.evidence(bearing or servers))
        return _by_stores(servers, context)


def _said(servers: tuple[str, ...], context: Context) -> Iterator[tuple[tuple[str, ...], str]]:
    """What is written on the servers, at what is joined to them, and in notes; with the components that bear it."""
    graph = context.graph
    near = dict.fromkeys((*servers, *(c for c in graph.neighbours(servers) if _may_tell(c, context))))
    for component in near:
        shown = graph.component(component)
        yield from (((component,), text) for text in (shown.label, *shown.notes))
    for connection in graph.architecture.connections:
        if connection.source in near or connection.target in near:
            yield (), connection.label
    yield from (((), note.text) for note in context.reading.notes)


def _may_tell(component: str, context: Context) -> bool:
    tier = context.graph.tiers[component]
    return tier.passive or is_spreader(component, context)


def _keeps(text: str) -> str | None:
    """The words that say something is kept on a server, unless they are denied."""
    for found in _KEEPS.finditer(text):
        if not _DENIED.search(text[: found.start()]):
            return found.group()
    return None


def _by_stores(servers: tuple[str, ...], context: Context) -> Outcome:
    tiers, calls = context.graph.tiers, context.graph.calls
    keeping = {c: [s for s in calls.onward(c) if tiers[s] in {Tier.STORE, Tier.CACHE}] for c in servers}
    twins = Counter(twin_key(c, context) for c in servers)
    spread = [c for c in servers if keeping[c] and (twins[twin_key(c, context)] > 1 or _is_several(c, context))]
    if spread:
        paths = [(c, keeping[c][0]) for c in spread]
        homes = context.names(store for _, store in paths)
        message = f"{context.names(spread)}: any copy can answer, since the data is kept in {homes}."
        return passed(message, context.evidence(paths=paths))
    message = (
        f"Where {context.names(servers)} keep sessions and files is not drawn:"
        " write “stateless”, or draw the store that holds them."
    )
    return not_shown(message, context.evidence(servers))


def _is_several(server: str, context: Context) -> bool:
    if (copies(server, context) or 1) > 1 or is_named_as_several(server, context):
        return True
    return any(is_spreader(caller, context) for caller in context.graph.calls.back(server))
