"""Proposals for a check: those of its type, then general ones made from what the check names and what it found.

The general ones are for types that propose nothing, or nothing that works: the roles that the check names are led
through or asked on the paths found, components found get copies, and stand-alone ones the connections of their kind.
"""

from __future__ import annotations

from itertools import chain, pairwise
from typing import TYPE_CHECKING

from whiteboard.checks import mending, placement
from whiteboard.graph.tiers import Tier, tier_of
from whiteboard.model.fix import Connect, Reroute
from whiteboard.model.scenario import CheckSpec

if TYPE_CHECKING:
    from collections.abc import Iterator

    from whiteboard.checks.base import Check
    from whiteboard.checks.context import Context
    from whiteboard.checks.mending import Mend
    from whiteboard.model.finding import Evidence

_ON_THE_WAY = frozenset({Tier.ENTRY, Tier.SERVICE, Tier.WORKER})
"""What requests may be led through."""


def proposed(check: Check, context: Context, evidence: Evidence) -> Iterator[Mend]:
    """What may mend a problem of a check, that the evidence shows; the proposals of its type first."""
    return chain(check.mends(context), _general(check, context, evidence))


def _general(check: Check, context: Context, evidence: Evidence) -> Iterator[Mend]:
    roles = sorted({role for role in _roles_of(check) if role in context.roles and not _is_outside(role, context)})
    for role in roles:
        if not context.components(role):
            yield from _about(evidence, placement.placed(context, role))
    passing = [role for role in roles if tier_of(context.role(role).kinds[0], context.catalog) in _ON_THE_WAY]
    for path in evidence.paths:
        for edge in reversed(list(pairwise(path))):
            for role in passing:
                yield from mending.lead_through_role(context, edge, role)
    for component in evidence.component_ids:
        if component not in context.graph.connected:
            yield from placement.ties(context, component, context.graph.component(component).kind)
        elif context.graph.tiers[component] in {Tier.ENTRY, Tier.SERVICE, Tier.WORKER}:
            for role in roles:
                yield from mending.ask_role(context, component, role)
    yield from _copies(context, evidence)


def _about(evidence: Evidence, mends: Iterator[Mend]) -> Iterator[Mend]:
    """The mends that join something to what was found; all of them when nothing was."""
    found = {*evidence.component_ids, *chain.from_iterable(evidence.paths)}
    for mend in mends:
        ends = {end for edit in mend if isinstance(edit, Connect) for end in _ends(edit)}
        ends |= {end for edit in mend if isinstance(edit, Reroute) for end in (edit.source, edit.target)}
        if not found or not found.isdisjoint(ends):
            yield mend


def _ends(edit: Connect) -> tuple[str, str]:
    return edit.connection.source, edit.connection.target


def _copies(context: Context, evidence: Evidence) -> Iterator[Mend]:
    """Copies for those that are drawn as single."""
    single = [c for c in evidence.component_ids if context.graph.component(c).replicas == 1]
    for component in single:
        yield mending.replicate([component])
    if len(single) > 1:
        yield mending.replicate(single)


def _is_outside(role: str, context: Context) -> bool:
    """Whether a role is for clients and other people's systems: no fix adds one."""
    return tier_of(context.role(role).kinds[0], context.catalog) in {Tier.CLIENT, Tier.OUTSIDE}


def _roles_of(check: Check) -> Iterator[str]:
    """What the keys of the check's own type name, as far as it is text."""
    for key in type(check).model_fields.keys() - CheckSpec.model_fields.keys():
        value = getattr(check, key)
        yield from (value,) if isinstance(value, str) else value if isinstance(value, tuple) else ()
