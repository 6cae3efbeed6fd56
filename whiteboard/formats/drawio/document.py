"""The XML of a draw.io file: its pages, plain or compressed, within limits.

A file is `<mxfile>` with a `<diagram>` a page, or one bare `<mxGraphModel>`. A compressed page is the model's XML,
URI-encoded, deflated without a header, in base64 (https://www.drawio.com/doc/faq/xml-format-compressed).
"""

from __future__ import annotations

import re
import zlib
from base64 import b64decode
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast
from urllib.parse import unquote
from xml.etree.ElementTree import ParseError, TreeBuilder

from whiteboard.formats.diagram import MAX_BYTES
from whiteboard.formats.records import clean, shown
from whiteboard.formats.source import decode
from whiteboard.model.errors import InputError, Problem, TooLargeError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element as Node

MAX_NODES = 300_000
"""XML elements of one file; a cell is three to five."""
MAX_DEPTH = 100
MAX_PAGES = 1_000

_HINT = "save it in draw.io (diagrams.net) as .drawio and use that file"
_LOOKS_LIKE_IT = re.compile(rb"<(mxfile|mxGraphModel|mxlibrary)\b")
_HEAD = 4_000


@dataclass(slots=True)
class Budget:
    """What is left of the limits of one file, all its pages together."""

    file: str | None
    nodes: int = MAX_NODES
    bytes: int = MAX_BYTES

    def refuse(self, message: str) -> TooLargeError:
        """The error for a limit that is passed; the message names the limit."""
        return TooLargeError(Problem(message=message, file=self.file))


@dataclass(slots=True)
class Page:
    """One page of a file: its model, or the packed text of one."""

    name: str
    number: int
    budget: Budget
    packed: str = ""
    _model: Node | None = field(default=None)

    @property
    def where(self) -> str:
        """Its place in messages."""
        return f"page {shown(self.name)}" if self.name else f"page {self.number}"

    def model(self) -> Node | None:
        """The `<mxGraphModel>`, unpacked when it is first asked for; None for an empty page."""
        if self._model is None and self.packed:
            self._model = self._unpacked()
        return self._model

    def _unpacked(self) -> Node:
        if self.packed.lstrip().startswith("<"):
            return _model_in(parse(self.packed, self.budget, self.where), self)
        try:
            data = b64decode("".join(self.packed.split()), validate=True)
            text = _inflated(data, self.budget).decode("utf-8")
        except (ValueError, zlib.error) as error:
            message = f"{self.where} is damaged: it cannot be unpacked"
            problem = Problem(message=message, file=self.budget.file, where=self.where, hint=_HINT)
            raise InputError(problem) from error
        return _model_in(parse(unquote(text), self.budget, self.where), self)


def is_drawio(data: bytes) -> bool:
    """Tell whether a file looks like one of draw.io."""
    head = data[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
    return head.startswith(b"<") and bool(_LOOKS_LIKE_IT.search(head))


def pages_of(data: bytes, file: str | None) -> list[Page]:
    """The pages of a file. Raises InputError, and TooLargeError over a limit."""
    budget = Budget(file)
    root = parse(decode(data, file), budget)
    if root.tag == "mxGraphModel":
        return [Page("", 1, budget, _model=root)]
    if root.tag != "mxfile":
        message = f"not a draw.io drawing: it is <{shown(root.tag)[1:-1]}>"
        raise InputError(Problem(message=message, file=file, hint=_HINT))
    diagrams = root.findall("diagram")
    if len(diagrams) > MAX_PAGES:
        raise budget.refuse(f"more than {MAX_PAGES:,} pages ({len(diagrams):,})")
    return [
        Page(clean(node.get("name", "")), number, budget, (node.text or "").strip(), node.find("mxGraphModel"))
        for number, node in enumerate(diagrams, 1)
    ]


def parse(text: str, budget: Budget, where: str | None = None) -> Node:
    """Parse XML without a document type or entities of its own. Raises InputError with the place."""
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import DefusedXMLParser

    parser = DefusedXMLParser(target=_Guard(budget), forbid_dtd=True)
    try:
        parser.feed(text)
        return cast("Node", parser.close())
    except ParseError as error:
        line, column = error.position
        reason = str(error).partition(":")[0]
        place = {} if where else {"line": line, "column": column + 1}
        problem = Problem(message=f"not XML ({reason})", file=budget.file, where=where, hint=_HINT, **place)
    except DefusedXmlException:
        message = "a document type or entities are not read from a drawing"
        problem = Problem(message=message, file=budget.file, where=where, hint=_HINT)
    except (ValueError, UnicodeEncodeError):  # a lone surrogate, a null byte
        problem = Problem(message="not XML (a character that no text has)", file=budget.file, where=where)
    raise InputError(problem)


class _Guard(TreeBuilder):
    """Builds the tree, and stops when there is too much of it or it is too deep."""

    def __init__(self, budget: Budget) -> None:
        super().__init__()
        self._budget = budget
        self._depth = 0

    def start(self, tag: str, attrs: dict[str, str]) -> Node:
        self._depth += 1
        self._budget.nodes -= 1
        if self._budget.nodes < 0:
            raise self._budget.refuse(f"more than {MAX_NODES:,} XML elements")
        if self._depth > MAX_DEPTH:
            message = f"nested too deeply: more than {MAX_DEPTH} levels"
            raise InputError(Problem(message=message, file=self._budget.file, hint=_HINT))
        return super().start(tag, attrs)

    def end(self, tag: str) -> Node:
        self._depth -= 1
        return super().end(tag)


def _inflated(data: bytes, budget: Budget) -> bytes:
    """Unpack raw deflate, at most what is left of the limit."""
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    found = unpacker.decompress(data, budget.bytes + 1)
    budget.bytes -= len(found)
    if budget.bytes < 0:
        raise budget.refuse(f"its pages unpack to more than {MAX_BYTES // 1_000_000} MB")
    if not unpacker.eof:
        raise zlib.error("it ends too early")
    return found


def _model_in(node: Node, page: Page) -> Node:
    if node.tag == "mxGraphModel":
        return node
    message = f"{page.where} holds no drawing: it is <{shown(node.tag)[1:-1]}>"
    raise InputError(Problem(message=message, file=page.budget.file, where=page.where, hint=_HINT))
