"""`spread_regions`: requests are served from more than one region."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from whiteboard.checks import wording
from whiteboard.checks.base import Check, Context, not_applicable, not_shown, passed, problem
from whiteboard.graph.tiers import Tier
from whiteboard.graph.walks import explore

if TYPE_CHECKING:
    from whiteboard.model.architecture import Group
    from whiteboard.model.finding import Outcome

_REGION = re.compile(
    r"\b(?:regions?|data ?cent(?:er|re)s?|geograph\w+)\b|\bDC[ -]?\d\b"
    r"|\b(?:us|eu|ap|sa|ca|me|af|il|mx)-(?:gov-)?(?:north|south|east|west|central)+(?:east|west)?(?:-?\d)?\b"
    r"|\b(?:us|europe|asia|australia|northamerica|southamerica)-(?:north|south|east|west|central)\w*\b"
    r"|^\W*(?:US|EU|USA|Europe|Asia|APAC|EMEA|LATAM|North America|South America)"
    r"(?:[ -](?:east|west|north|south|central))?(?: \d)?\W*$",
    re.IGNORECASE,
)
_NO_REGION = re.compile(r"\bavailability zones?\b|\bAZs?\b|\bzone\b", re.IGNORECASE)
_SAID = ("multi region", "multiple regions", "cross region", "active active", "geo distributed", "global tables")
_NOT_NEEDED = re.compile(
    r"\b(?:single|one|1) region\b[^.\n]{0,30}\b(?:is |are )?(?:enough|fine|ok|sufficient|suffices|only|for now)\b"
    r"|\bno (?:need for )?multi[- ]?region\b|\bonly (?:one|a single) region\b|\bout of scope\b[^.\n]{0,30}\bregions?\b",
    re.IGNORECASE,
)
_READY = re.compile(r"\b(?:DR|disaster|standby|stand-by|passive|failover|fail-over|secondary|backup)\b", re.IGNORECASE)
"""What a region is called that takes over when another fails."""
_FEWEST = 2


class SpreadRegions(Check):
    """Regions that are drawn each serve requests, and there is more than one of them.

    A region is a boundary that is named as one ("eu-west-1", "Region B", "Data center 2"). It serves when a client,
    or something that passes requests on from outside the regions, leads into it. One region alone, or a second that
    nothing leads into, is a problem, unless a note says that one is enough, or the second is named as standing
    ready. No region drawn: not applicable.
    """

    check: Literal["spread_regions"] = "spread_regions"

    def evaluate(self, context: Context) -> Outcome:
        """Find the regions and what leads into them, or what is written on them."""
        regions = _regions(context)
        if fine := next((n for n in context.reading.notes if _NOT_NEEDED.search(n.text)), None):
            return passed(f"Written on the board: “{wording.short(fine.text)}”.", context.evidence(notes=[fine.id]))
        if len(regions) >= _FEWEST:
            return _of_several(regions, context)
        spread = [c.id for c in context.graph.architecture.components if (c.properties.regions or 0) >= _FEWEST]
        if spread:
            return passed(f"Spread over regions: {context.names(spread)}.", context.evidence(spread))
        if said := [text for term in _SAID for text in context.board.texts.speaking_of(term)]:
            message = (
                f"“{wording.short(said[0].text)}” is written, but the regions are not drawn: draw what stands in each."
            )
            return not_shown(
                message,
                context.evidence([t.component for t in said if t.component], notes=[t.note for t in said if t.note]),
            )
        if regions:
            message = (
                f"Everything is served from {regions[0].label}: nothing answers when that region is cut off."
                " Draw a second one, or write why one is enough."
            )
            return problem(
                message, context.evidence(context.graph.members(regions[0].id), elements=regions[0].element_ids)
            )
        return not_applicable("No region is drawn.")


def _regions(context: Context) -> list[Group]:
    """The boundaries named as a region that hold anything that serves, the outermost only."""
    groups = context.graph.architecture.groups
    named = {g.id: g for g in groups if _REGION.search(g.label) and not _NO_REGION.search(g.label)}
    return [g for g in named.values() if g.parent not in named and _serving(g, context)]


def _serving(group: Group, context: Context) -> list[str]:
    tiers = context.graph.tiers
    return [c for c in context.graph.members(group.id) if tiers[c] in {Tier.SERVICE, Tier.ENTRY, Tier.STORE}]


def _of_several(regions: list[Group], context: Context) -> Outcome:
    reached = _reached_from_outside(regions, context)
    idle = [region for region in regions if reached.isdisjoint(context.graph.members(region.id))]
    names = wording.listed(region.label for region in regions)
    members = [c for region in regions for c in _serving(region, context)]
    if not idle:
        return passed(f"Requests are served from {names}.", context.evidence(members))
    if idle and all(_READY.search(region.label) for region in idle) and len(idle) < len(regions):
        return passed(f"Another region stands ready: {names}.", context.evidence(members))
    if len(idle) == len(regions):
        return not_shown(
            f"How requests get to {names} is not drawn: draw what leads to each.", context.evidence(members)
        )
    dark = wording.listed(region.label for region in idle)
    elements = [element for region in idle for element in region.element_ids]
    message = f"No request gets to {dark}. Lead some there, by name (DNS) or through a global balancer."
    return problem(
        message, context.evidence([c for region in idle for c in _serving(region, context)], elements=elements)
    )


def _reached_from_outside(regions: list[Group], context: Context) -> set[str]:
    """What clients reach without passing from one region into another."""
    home = {c: region.id for region in regions for c in context.graph.members(region.id)}
    calls = context.graph.calls
    starts = [c for c, tier in context.graph.tiers.items() if tier is Tier.CLIENT]
    starts = starts or [c for c in context.graph.tiers if c not in home]

    def onward(component: str) -> list[str]:
        at_home = home.get(component)
        return [c for c in calls.onward(component) if at_home is None or home.get(c) in {None, at_home}]

    return set(explore(starts, onward))
