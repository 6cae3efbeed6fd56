"""The elements of C4 diagrams: what `ContainerDb_Ext` says about a node."""

from __future__ import annotations

import re

from whiteboard.formats.stated_kinds import is_surely, kind_among, kind_with

ELEMENT = re.compile(r"(?P<level>Person|System|Container|Component)(?P<form>Db|Queue)?(?P<outside>_Ext)?")

_SHAPES = {"Db": "cylinder", "Queue": "queue"}
_FAMILIES = {"Db": ("storage", "datastore"), "Queue": ("messaging", "queue")}


def shape_of(element: re.Match[str]) -> str | None:
    """Return the outline that Mermaid draws."""
    return "person" if element["level"] == "Person" else _SHAPES.get(element["form"] or "")


def kind_of(element: re.Match[str], label: str, technology: str) -> str | None:
    """Return the kind that an element states; None when it leaves it to the label.

    A person is a client, what is drawn as a store or a queue is one, and what stands outside is somebody else's unless
    it is a client by its name.
    The label and the technology make this more exact ("Redis": the store is a cache).
    """
    if element["level"] == "Person":
        return "client"
    if element["form"]:
        family, default = _FAMILIES[element["form"]]
        return kind_among(family, "external_service" if element["outside"] else default, label, technology)
    if element["outside"] and not is_surely("client", label, technology):
        return kind_among("external_service", "external_service", label, technology)
    return kind_with(label, technology)
