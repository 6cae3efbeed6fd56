"""The kind of a node that a format gives a technology or a type beside its label."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whiteboard.catalog import load_catalog

if TYPE_CHECKING:
    from whiteboard.catalog.values import Classification

_SURE = 0.75
_FAIR = 0.5
"""Enough for a label that says more of what runs code ("worker") than a language does."""


def kind_with(label: str, technology: str) -> str | None:
    """The kind that a technology adds to a label; None when the label alone says it, or when that is not sure.

    What runs code is a place for anything: "Jenkins" on a virtual machine is Jenkins, and "users" there are no people.
    """
    if not technology:
        return None
    catalog = load_catalog()
    own, both, alone = catalog.classify(label), _classified(label, technology), catalog.classify(technology)
    runs = alone.kind == "service" and catalog.is_a(own.kind, "compute")
    is_sure = own.confidence >= (_FAIR if runs else _SURE) and own.kind != "other"
    if catalog.is_a(alone.kind, "compute") and (own.technology or (is_sure and own.kind != "client")):
        return None
    found = both if both.confidence >= _SURE else alone
    if found.kind == "other" or found.confidence < _SURE or both.kind != found.kind:
        return None
    return None if is_sure and found.kind == own.kind else found.kind


def is_surely(family: str, label: str, technology: str) -> bool:
    """Tell whether a label with its technology, if any, names a kind of a family of the catalog."""
    found = _classified(label, technology)
    return found.confidence >= _SURE and load_catalog().is_a(found.kind, family)


def kind_among(family: str, default: str, label: str, technology: str) -> str:
    """The kind of what is known to belong to a family of the catalog (`storage`); `default` when no more is said."""
    return _classified(label, technology).kind if is_surely(family, label, technology) else default


def _classified(label: str, technology: str) -> Classification:
    """Classify a label with its technology in brackets, as people write it: `userdb (RDS)`."""
    name = " ".join(label.split())
    return load_catalog().classify(f"{name} ({technology})" if name and technology else name or technology)
