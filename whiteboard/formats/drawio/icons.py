"""What the icon of a draw.io cell is called: `mxgraph.aws4.dynamodb`, `img/lib/azure2/databases/Cache_Redis.svg`."""

from __future__ import annotations

import re
from urllib.parse import unquote

_EXTENSION = re.compile(r"\.(svg|png|jpe?g|gif)$", re.IGNORECASE)
_CAMEL_CASE = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SEPARATORS = re.compile(r"[\W_]+")
_NOT_A_NAME = re.compile(
    r"\b(?:icons?\d*|product|resource|instance|physical|\d+x\d+|copy|generic|shadowed|client)\b", re.IGNORECASE
)
_SAYS_NOTHING = frozenset({"image", "card", "annotation", "rect", "rectangle", "cube", "note", "general", "component"})
_LIBRARIES_OF_FORMS = re.compile(
    r"^mxgraph\.(?:basic|flowchart|arrows2?|mockup|sysml|bpmn|er|infographic|ios7?|bootstrap|android|lean_mapping)\."
)


def icon_name(source: str) -> str:
    """The words that name an icon, empty when nothing does: an embedded picture, or a plain form of a stencil library.

    Of a path or a stencil's dotted name it is the last part.
    """
    if not source or source.startswith("data:") or _LIBRARIES_OF_FORMS.match(source):
        return ""
    last = unquote(source).split("?")[0].rstrip("/").rpartition("/")[2]
    stem = _EXTENSION.sub("", last).rpartition(".")[2]
    spaced = _SEPARATORS.sub(" ", _CAMEL_CASE.sub(" ", stem))
    words = " ".join(_NOT_A_NAME.sub(" ", spaced).split()) or " ".join(spaced.split())
    says_something = words.lower() not in _SAYS_NOTHING and re.search(r"[^\W\d_]{2}", words)
    return words[:1].upper() + words[1:] if says_something else ""
