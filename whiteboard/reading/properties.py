"""Properties: copies, shards, standing, zones and so on, from what is written on a component and around it."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from whiteboard.model.architecture import Properties
from whiteboard.reading import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from whiteboard.catalog.catalog import Catalog
    from whiteboard.model.architecture import Component, Group, Standing

_KEEPS = ("storage", "messaging")
_APART = "\n;\n"
"""Between texts: what one ends with does not go on in the next ("cart-2" and "Pod" are no two pods)."""
_PAIR = 2
"""The least that "multi-AZ", "active-passive" or "primary and standby" say."""
_PRIMARY = r"\b(?:primary|master|leader|writer)\b"
_SECOND = r"\b(?:standby|stand-by|secondary|failover|hot spare)s?\b"
_FOLLOWER = r"\b(?:replica|follower|slave|reader)s?\b"
_STANDINGS: tuple[tuple[Standing, re.Pattern[str]], ...] = (
    ("standby", re.compile(_SECOND, re.IGNORECASE)),
    ("replica", re.compile(_FOLLOWER, re.IGNORECASE)),
    ("primary", re.compile(_PRIMARY, re.IGNORECASE)),
)
_FOLLOWERS = re.compile(rf"\d+\s+(?:\w+\s+)?(?:{_FOLLOWER}|{_SECOND})", re.IGNORECASE)
_ACTIVE_PAIR = re.compile(r"\bactive[-/ ]+(?:active|passive|standby)\b", re.IGNORECASE)
_FACTOR = re.compile(r"\b(?:replication factor|rf)\s*(?:of|[:=])?\s*(\d{1,2})\b", re.IGNORECASE)
_SHARDS = re.compile(
    r"\b(?P<before>\d{1,6})\s+(?:shards?|partitions?)\b|\b(?:shards|partitions)\s*[:=x×]\s*(?P<after>\d{1,6})\b",
    re.IGNORECASE,
)
_SHARDED = re.compile(r"\b(?:shard(?:ed|ing|s)|partition(?:ed|ing|s)|consistent hash\w*)\b", re.IGNORECASE)
_SHARD_KEY = re.compile(
    r"\b(?:(?:shard|partition)(?:ed|ing)?\s+(?:by|on|over)|(?:shard|partition)(?:ing)?\s+key)\s*[:=]?\s*(?:the\s+)?"
    r"(?P<key>\w[\w-]*(?:\s+(?:id|name|hash|time|range|key|code)\b)?)",
    re.IGNORECASE,
)
_ZONES = re.compile(
    r"\bmulti[- ]?(?:az|zone)s?\b|\b(?P<count>\d{1,2})\s*(?:azs?|(?:availability )?zones)\b", re.IGNORECASE
)
_REGIONS = re.compile(
    r"\b(?:multi[- ]?region(?:al|s)?|cross[- ]region|geo[- ]?(?:replicated|redundant|distributed)|global tables?)\b"
    r"|\b(?P<count>\d{1,2})\s*regions\b",
    re.IGNORECASE,
)
_AUTOSCALING = re.compile(r"\bauto[- ]?scal\w+|\b(?:asg|hpa)\b|\bscales? (?:out|horizontally)\b", re.IGNORECASE)
_IN_MEMORY = re.compile(r"\bin[- ]memory\b", re.IGNORECASE)
_TIME = r"\d[\d.,]*\s*(?:ms|s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?|months?|years?|y)\b"
_TTL = re.compile(
    rf"\b(?:ttl|time[- ]to[- ]live|expir(?:es?|y|ation)(?: (?:after|in))?)\b"
    rf"(?:\s*(?:of|is|[:=~≈]))*\s*(?P<time>{_TIME})?"
    rf"|\b(?P<first>{_TIME})\s*ttl\b",
    re.IGNORECASE,
)
_EACH = re.compile(r"[x×✕]\s?\d|\d\s?[x×✕]|\breplicas?\b", re.IGNORECASE)
_PLACE = {
    "regions": re.compile(r"\bregions?\b|^[a-z]{2}-[a-z]+-\d\W*$|\bdata ?cent(?:er|re)s?\b|\bdc\s?\d", re.IGNORECASE),
    "zones": re.compile(r"\bzones?\b|\baz\b|\baz[- ]?\w$|^[a-z]{2}-[a-z]+-\d[a-f]\W*$", re.IGNORECASE),
}


_SAYS_SOMETHING = re.compile(
    r"shard|partition|consistent|primary|master|leader|writer|standby|stand-by|secondary|failover|spare|replica|follower"
    r"|slave|reader|multi|zone|az|region|geo|global|auto|asg|hpa|scale|memory|ttl|live|expir",
    re.IGNORECASE,
)
"""Part of every text that a property can be read from: most texts say none."""
_NOTHING = Properties()


def properties_of(text: str, *, keeps_data: bool) -> Properties:
    """What a text says of the component that it is written on; what keeps data can be one of several copies."""
    if not _SAYS_SOMETHING.search(text):
        return _NOTHING
    key = _SHARD_KEY.search(text)
    shards = _count(_SHARDS, text)
    return Properties(
        shards=shards,
        sharded=bool(shards or key or _SHARDED.search(text)),
        shard_key=words.one_line(key["key"]) if key else None,
        standing=_standing(text) if keeps_data else None,
        zones=_least(_ZONES, text),
        regions=_least(_REGIONS, text),
        autoscaling=bool(_AUTOSCALING.search(text)),
        in_memory=bool(_IN_MEMORY.search(text)),
        ttl=_ttl(text),
    )


def copies_of(text: str, *, keeps_data: bool) -> int | None:
    """How many copies a text states; None when it does not say.

    Of what keeps data, the one that leads counts too ("primary + 2 replicas" are three).
    """
    stated = words.stated_replicas(text)
    if not keeps_data:
        return stated
    leads = re.search(_PRIMARY, text, re.IGNORECASE) is not None
    if stated is not None:
        return stated + 1 if leads and _FOLLOWERS.search(text) else stated
    factor = _FACTOR.search(text)
    if factor:
        return int(factor[1]) or None
    follows = re.search(f"{_SECOND}|{_FOLLOWER}", text, re.IGNORECASE) is not None
    return _PAIR if (leads and follows) or _ACTIVE_PAIR.search(text) else None


def keeps_data(kind: str, catalog: Catalog) -> bool:
    """Whether a component of a kind holds data, and so is one of several copies or is cut into pieces."""
    return any(catalog.is_a(kind, one) for one in _KEEPS)


def describe(
    components: Sequence[Component], groups: Sequence[Group], remarks: Mapping[str, Sequence[str]], catalog: Catalog
) -> tuple[Component, ...]:
    """Add to each component what its label, its notes, the remarks on it and the groups around it say.

    A component that is drawn again in another region or zone is spread over both.
    """
    around = _titles_around(components, groups)
    spread = {name: _spread(components, around, form) for name, form in _PLACE.items()}
    return tuple(_described(c, around[c.id], remarks.get(c.id, ()), spread, catalog) for c in components)


def _described(
    component: Component,
    titles: Sequence[str],
    remarks: Sequence[str],
    spread: Mapping[str, Mapping[str, int]],
    catalog: Catalog,
) -> Component:
    own = _APART.join(filter(None, (component.label, *component.notes, *remarks)))
    keeps = keeps_data(component.kind, catalog)
    found = properties_of(own, keeps_data=keeps)
    inherited = properties_of("\n".join(titles), keeps_data=False) if titles else _NOTHING
    properties = (
        found
        if not titles
        else replace(
            found,
            zones=found.zones or inherited.zones or spread["zones"].get(component.id),
            regions=found.regions or inherited.regions or spread["regions"].get(component.id),
            autoscaling=found.autoscaling or inherited.autoscaling,
        )
    )
    stated = component.replicas or copies_of(own, keeps_data=keeps)
    replicas = stated or next(filter(None, map(_copies_of_members, titles)), None)
    if replicas == component.replicas and properties == component.properties:
        return component
    return replace(component, replicas=replicas, properties=properties)


def _copies_of_members(title: str) -> int | None:
    """What the title of a group says of each member: “(×3)”, but not “3 servers”, which counts the members."""
    return words.stated_replicas(title) if _EACH.search(title) else None


def _titles_around(components: Sequence[Component], groups: Sequence[Group]) -> dict[str, list[str]]:
    """The titles of the groups that each component is in, the innermost first."""
    by_id = {group.id: group for group in groups}
    found: dict[str, list[str]] = {component.id: [] for component in components}
    for group in groups:
        titles, at, seen = [], group, set()
        while at.id not in seen:
            seen.add(at.id)
            titles.append(at.label)
            at = by_id.get(at.parent or "", at)
        for member in group.members:
            if member in found:
                found[member] = titles
    return found


def _spread(
    components: Iterable[Component], around: Mapping[str, Sequence[str]], form: re.Pattern[str]
) -> dict[str, int]:
    """Over how many places of a form each component is drawn again, where that is more than one."""
    places: defaultdict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for component in components:
        place = next((title for title in around[component.id] if form.search(title)), None)
        if place and component.label:
            places[component.kind, component.label.casefold()][component.id] = place
    counts = ((ids, len(set(ids.values()))) for ids in places.values())
    return {id_: count for ids, count in counts if count > 1 for id_ in ids}


def _standing(text: str) -> Standing | None:
    """Its part among copies; None when the text names several parts, and so all copies together."""
    found = [standing for standing, form in _STANDINGS if form.search(text)]
    return found[0] if len(found) == 1 else None


def _count(form: re.Pattern[str], text: str) -> int | None:
    match = form.search(text)
    number = next((group for group in match.groups() if group), None) if match else None
    return int(number) or None if number else None


def _least(form: re.Pattern[str], text: str) -> int | None:
    match = form.search(text)
    return (int(match["count"]) or None if match["count"] else _PAIR) if match else None


def _ttl(text: str) -> str | None:
    match = _TTL.search(text)
    return words.one_line(match["time"] or match["first"] or "") if match else None
