"""The icons of architecture diagrams: what they say about a service."""

from __future__ import annotations

import re

from whiteboard.formats.stated_kinds import kind_with

_SHAPES = {"database": "cylinder", "disk": "cylinder", "cloud": "cloud", "internet": "cloud"}
_PACK = re.compile(r"^[\w-]+:")
_NOT_A_WORD = re.compile(r"[^a-zA-Z0-9]+")
_FORMS = re.compile(r"^(?:arch|res)(?=-)|(?<=-)(?:icon|logo|original|plain|wordmark|48|64)$")
"""What icon packs put around a name: `arch-amazon-rds-48`."""


def shape_and_kind(icon: str, label: str) -> tuple[str | None, str | None]:
    """Return the outline for one of Mermaid's own icons, or the kind that the name of another one adds to a label.

    `logos:aws-lambda` is the icon `aws-lambda` of the pack `logos`.
    """
    name = _PACK.sub("", icon)
    if name in _SHAPES:
        return _SHAPES[name], None
    previous = ""
    while previous != name:
        previous, name = name, _FORMS.sub("", name).strip("-")
    return None, kind_with(label, _NOT_A_WORD.sub(" ", name).strip())
