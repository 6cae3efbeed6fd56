"""Drawings on their way in and out: an uploaded file, and pictures as data URLs."""

from __future__ import annotations

import binascii
from base64 import b64decode, b64encode
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote_to_bytes

from whiteboard.formats.diagram import MAX_ELEMENTS
from whiteboard.formats.opening import open_board
from whiteboard.model.errors import InputError, Problem, TooLargeError
from whiteboard.storage.order import ordered
from whiteboard.storage.records import Picture
from whiteboard.web.bodies import check_values, drawing_parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from werkzeug.datastructures import FileStorage

    from whiteboard.storage.records import Element
    from whiteboard.web.bodies import FileBody

NAME_LENGTH = 120


@dataclass(frozen=True, kw_only=True)
class Drawing:
    """What a file holds: elements in drawing order with their indices, and the pictures they show.

    `left_out` says in words what of the file is not on the board. `pages` are the names of the pages of the file, and
    `page` is the number of the one that was taken, from 1.
    """

    name: str
    elements: Sequence[Element] = ()
    pictures: Sequence[Picture] = ()
    left_out: tuple[str, ...] = ()
    pages: tuple[str, ...] = ("",)
    page: int = 1


def uploaded_drawing(upload: FileStorage, page: str = "") -> Drawing:
    """Open an uploaded file of any format as a board, or one page of it, told by its name or number.

    Raises InputError with every problem, TooLargeError over a limit.
    A diagram can need more elements than a board may have: that, too, is over a limit.
    """
    name = file_name(upload)
    board = open_board(upload.read(), name, page or None)
    if len(board.elements) > MAX_ELEMENTS:
        raise TooLargeError(Problem(message=f"it needs a board of more than {MAX_ELEMENTS:,} elements", file=name))
    check_values({"elements": list(board.elements), "files": board.files}, name)
    present = {i: element for i, element in enumerate(board.elements) if element.get("isDeleted") is not True}
    elements, files = drawing_parts(present, board.files, name)
    return Drawing(
        name=name,
        elements=ordered(elements),
        pictures=pictures_of(files),
        left_out=board.left_out,
        pages=board.pages,
        page=board.page,
    )


def origin_json(drawing: Drawing) -> dict[str, Any]:
    """Tell what became of a file: which of its pages was taken, and what is not on the board."""
    return {"page": drawing.page, "pages": list(drawing.pages), "left_out": list(drawing.left_out)}


def file_name(upload: FileStorage) -> str:
    """Return the file's own name without folders and without what no name may hold."""
    last = (upload.filename or "").replace("\\", "/").rpartition("/")[2]
    return "".join(c for c in last if c.isprintable())[:NAME_LENGTH] or "drawing.excalidraw"


def pictures_of(files: Mapping[str, FileBody]) -> list[Picture]:
    """Decode the pictures. Raises InputError naming those that are damaged."""
    pictures: list[Picture] = []
    damaged: list[Problem] = []
    for file_id, file in files.items():
        try:
            data = _decoded(file.data_url)
        except ValueError:
            where = f"files.{file_id}.dataURL"
            damaged.append(Problem(message=f"{where}: the picture is damaged", where=where))
        else:
            pictures.append(Picture(id=file_id, mime_type=file.mime_type, data=data, created_ms=file.created))
    if damaged:
        raise InputError(damaged)
    return pictures


def files_json(pictures: Iterable[Picture]) -> dict[str, dict[str, Any]]:
    """Write pictures as Excalidraw's `files`."""
    return {
        picture.id: {
            "id": picture.id,
            "mimeType": picture.mime_type,
            "dataURL": f"data:{picture.mime_type};base64,{b64encode(picture.data).decode()}",
            "created": picture.created_ms or 0,
        }
        for picture in pictures
    }


def shown_files(elements: Iterable[Element]) -> set[str]:
    """Return the ids of the pictures that elements show."""
    ids = (element.get("fileId") for element in elements if not element.get("isDeleted"))
    return {file_id for file_id in ids if isinstance(file_id, str)}


def _decoded(url: str) -> bytes:
    """Decode a data URL (RFC 2397). Raises ValueError."""
    head, _, body = url.partition(",")
    if not head.endswith(";base64"):
        return unquote_to_bytes(body)
    try:
        return b64decode(body, validate=True)
    except binascii.Error as error:
        raise ValueError("not base64") from error
