"""From a label to tokens: spelling, spaces and joints do not matter, punctuation does."""

from __future__ import annotations

import html
import re
import unicodedata
from dataclasses import dataclass
from enum import IntEnum


class Break(IntEnum):
    """What parts a token from the one before it, the weakest first."""

    NONE = 0
    LINE = 1
    JOINT = 2
    """A slash: "pub/sub" is one term, "web/mobile" two."""
    AND = 3
    """A plus or ampersand, or a slash with space around it."""
    COMMA = 4
    NEXT = 5
    """A colon, dash, bullet or bracket: something else begins."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a label as it is written, and folded for comparison.

    `glued`: no space stands before it ("App" in "webApp"). `aside` numbers the brackets
    it stands in, from 1; 0 is the label itself.
    """

    text: str
    folded: str
    before: Break = Break.NEXT
    glued: bool = False
    aside: int = 0


_ACCENTS = re.compile(r"[\u0300-\u036f]")
_ENDING = re.compile(r"(?<=[а-я]{3})[аеиоуыэюяйьъ]+$")
_NO_WORD = re.compile(r"[\W_]+")
_WORD = re.compile(r"[^\W_]+")
_PIECE = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]"  # scripts that part no words: each sign by itself
    r"|[^\W_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]+"
)
_JOINTS = re.compile(
    r"(?<=[a-z])(?=[A-Z])"  # webApp
    r"|(?<=[A-Z])(?=[A-Z][a-z])"  # APIGateway
    r"|(?<=\d)(?=[^\W\d_])|(?<=[^\W\d_])(?=\d)"  # web2
)
_NEXT = re.compile(r"[:;|·•—–=→!?*]|\s-|->|\.\s")
_ADDRESS = re.compile(r"\b(?:[a-z]+://\S+|www\.[\w.-]+|(?:[\w-]+\.){2,}[a-z]{2,6}\b)", re.IGNORECASE)
_LINE_END = re.compile(r"<\s*/?\s*(br|p|div|li)\b[^<>]*>|\\n", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)
_NUMBERING = re.compile(r"(?<!\S)\d{1,2}[.)]\s")
_APOSTROPHE = re.compile(r"(?<=\w)['’](?=s\b)")
_SPACED = re.compile(r"(?<!\w)(?:[^\W\d_] ){3,}[^\W\d_](?!\w)")


def fold(text: str) -> str:
    """The text in lower case, without accents; Russian words without their endings."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text)
    folded = unicodedata.normalize("NFC", _ACCENTS.sub("", decomposed)).casefold().replace("ı", "i")
    return _ENDING.sub("", folded)


def key(text: str) -> str:
    """The same for all spellings of a term: "Load-Balancer" is "loadbalancer"."""
    if text.isascii():
        return _NO_WORD.sub("", text.lower())
    return "".join(fold(word) for word in _WORD.findall(text))


def tokens(label: str) -> list[Token]:
    """The words of a label in their order, with what parts them."""
    text = _clean(label)
    found: list[Token] = []
    end = opened = asides = 0
    for match in _WORD.finditer(text):
        gap = text[end : match.start()]
        for sign in gap:
            if sign in "([{":
                asides += not opened
                opened += 1
            elif sign in ")]}":
                opened = max(opened - 1, 0)
        found += _pieces(match.group(), _break(gap), asides if opened else 0)
        end = match.end()
    return found


def _clean(label: str) -> str:
    """The label without markup, with its bullets alike."""
    text = html.unescape(label) if "&" in label else label
    if "<" in text or "\\" in text:
        text = _TAG.sub(" ", _LINE_END.sub("\n", text))
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    if "." in text or "://" in text:
        bare = _ADDRESS.sub(" ", text)
        text = bare if _WORD.search(bare) else text
    text = _NUMBERING.sub("• ", text)
    if "'" in text or "’" in text:
        text = _APOSTROPHE.sub("", text)
    return _SPACED.sub(lambda match: match.group().replace(" ", ""), text)


def _pieces(word: str, before: Break, aside: int) -> list[Token]:
    if word.isascii() and word.isalpha() and (word[1:].islower() or word.isupper()):
        return [Token(word, word.lower(), before, aside=aside)]
    parts = [part for piece in _PIECE.findall(word) for part in _JOINTS.sub(" ", piece).split()]
    return [
        Token(part, fold(part), Break.NONE if at else before, glued=bool(at), aside=aside)
        for at, part in enumerate(parts)
    ]


def _break(gap: str) -> Break:
    if gap == " ":
        return Break.NONE
    if _NEXT.search(gap):
        return Break.NEXT
    if "," in gap or "、" in gap:
        return Break.COMMA
    if gap == "/":
        return Break.JOINT
    if any(sign in gap for sign in "/&+"):
        return Break.AND
    return Break.LINE if "\n" in gap else Break.NONE
