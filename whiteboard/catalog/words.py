"""From a label to words: spelling, spaces and joints do not matter."""

from __future__ import annotations

import re
import unicodedata

_ACCENTS = re.compile(r"[\u0300-\u036f]")
_JOINTS = re.compile(
    r"(?<=[a-z])(?=[A-Z])"  # webApp
    r"|(?<=[A-Z])(?=[A-Z][a-z])"  # APIGateway
    r"|(?<=\d)(?=[^\W\d_])|(?<=[^\W\d_])(?=\d)"  # web2
)
_WORD = re.compile(r"[^\W_]+")


def fold(text: str) -> str:
    """The text in lower case, without accents and typographic variants."""
    decomposed = unicodedata.normalize("NFKD", text)
    return unicodedata.normalize("NFC", _ACCENTS.sub("", decomposed)).casefold()


def split(text: str) -> list[str]:
    """The words of a text as they are written, parted at joints ("webApp2" is web, App, 2)."""
    return [part for word in _WORD.findall(text) for part in _JOINTS.sub(" ", word).split()]


def key(text: str) -> str:
    """The same for all spellings of a term: "Load-Balancer" is "loadbalancer"."""
    return "".join(_WORD.findall(fold(text)))
