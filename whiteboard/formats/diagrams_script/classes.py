"""The classes of the `diagrams` library: what each one says about a node."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from whiteboard.catalog import load_catalog
from whiteboard.formats.stated_kinds import kind_with

if TYPE_CHECKING:
    from collections.abc import Mapping

_WORDS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|_")
_SURE = 0.75
_LABELLED = frozenset({"Node", "custom.Custom"})
_SPACER = "Blank"
_PODS = "pods"
_PEOPLE = ("User", "Users")
_SHAPES = {"storage": "cylinder", "messaging": "queue"}
_NOT_A_WORD = re.compile(r"[^a-zA-Z0-9]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Class:
    """A class of the library.

    `technology` is what people call it; empty when that says nothing about a node. `product` is the name of the
    product that it stands for, if it is one, and `title` what to show of it.
    """

    name: str
    title: str
    product: str
    technology: str
    shape: str | None
    keeps: str | None = None
    """The kind of a class that keeps or carries data."""

    def kind_for(self, label: str) -> str | None:
        """The kind that the class adds to a label; None when the label decides.

        What keeps or carries data is that whatever it is for: RabbitMQ called "notifications" is a queue.
        """
        catalog = load_catalog()
        is_topic = self.keeps is not None and catalog.is_a(catalog.classify(label).kind, "platform")
        return self.keeps if is_topic else kind_with(label, self.technology)


def describe(path: str, icon: str = "") -> Class:
    """Describe a class by its dotted path without `diagrams.`; of a `Custom` node, the name of its icon file.

    The module is no hint: caches stand under `database`, proxies and coordination under `network`.
    """
    name = path.rpartition(".")[2]
    if path not in _LABELLED:
        return _described(path)
    technology = _of_icon(icon)
    product = _product(technology)
    return Class(name=name, title=product, product=product, technology=technology, shape=None)


@cache
def called() -> Mapping[str, str]:
    """The classes whose names are not what people call them, by path; empty where the name misleads."""
    import yaml

    table: dict[str, Any] = yaml.load(Path(__file__).with_name("classes.yaml").read_bytes(), yaml.CSafeLoader)
    return {path: text or "" for path, text in table.items()}


@cache
def _described(path: str) -> Class:
    name = path.rpartition(".")[2]
    words = _WORDS.sub(" ", name)
    technology = called().get(path, called().get(name, name))
    product = _product(technology)
    title = product or (words if technology in ("", _PODS, name) else technology)
    shape, keeps = _outline(technology)
    return Class(
        name=name,
        title="" if name == _SPACER else title,
        product=product,
        technology=technology,
        shape=shape,
        keeps=keeps,
    )


def _product(technology: str) -> str:
    """The name of the product, as its maker writes it; empty where the catalog does not know it."""
    catalog = load_catalog()
    found = catalog.classify(technology)
    return catalog.technologies[found.technology].name if found.technology else ""


def _outline(technology: str) -> tuple[str | None, str | None]:
    """The outline of a class, and its kind if it keeps or carries data."""
    catalog = load_catalog()
    found = catalog.classify(technology)
    if found.confidence < _SURE:
        return None, None
    if technology in _PEOPLE:
        return "person", None
    shape = next((shape for family, shape in _SHAPES.items() if catalog.is_a(found.kind, family)), None)
    return shape, found.kind if shape else None


def _of_icon(icon: str) -> str:
    """The technology that the file of an icon is named after, if it is one: `./icons/rabbitmq.png`."""
    name = _NOT_A_WORD.sub(" ", PurePosixPath(icon.replace("\\", "/")).stem).strip()
    found = load_catalog().classify(name)
    return name if found.technology and found.confidence >= _SURE else ""
