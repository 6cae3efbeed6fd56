"""Request bodies: JSON parsed strictly, and the models it must fit."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Annotated, Any, NotRequired, TypeVar

from flask import request
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, TypeAdapter, ValidationError
from typing_extensions import TypedDict  # pydantic needs it before Python 3.12
from werkzeug.exceptions import UnsupportedMediaType

from whiteboard.formats import json_text
from whiteboard.model.errors import InputError, Problem, TooLargeError

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from whiteboard.storage.records import Element

MAX_DEPTH = 64
"""Of nested lists and objects; Excalidraw needs about six."""

MAX_SAFE_INTEGER = 2**53 - 1
"""Beyond it JavaScript cannot count."""

Body = TypeVar("Body", bound=BaseModel)
SafeInteger = Annotated[int, Field(ge=0, le=MAX_SAFE_INTEGER)]
FileId = Annotated[str, StringConstraints(pattern=r"^[\x21-\x7e]{1,200}$")]


class NotJsonError(InputError):
    """What was sent is no JSON at all (HTTP 400)."""


class ElementBody(TypedDict):
    """The fields of an element that saving depends on; the reader checks those that draw it."""

    __pydantic_config__ = ConfigDict(extra="allow")  # type: ignore[misc]

    id: Annotated[str, StringConstraints(min_length=1, max_length=200)]
    version: NotRequired[SafeInteger]
    versionNonce: NotRequired[SafeInteger]
    index: NotRequired[str | None]
    isDeleted: NotRequired[bool]


class FileBody(BaseModel):
    """An embedded picture as Excalidraw writes it (`BinaryFileData`)."""

    mime_type: Annotated[str, Field(alias="mimeType", pattern=r"^(image/[\w.+-]{1,60}|application/octet-stream)$")]
    data_url: Annotated[str, Field(alias="dataURL", pattern=r"^data:[^,]*,")]
    created: SafeInteger | None = None


class BoardBody(BaseModel):
    """A save: the elements that changed, and the pictures the server does not have yet."""

    model_config = ConfigDict(extra="forbid")

    elements: list[ElementBody]
    files: dict[FileId, FileBody] = {}


class AssessmentBody(BaseModel):
    """Which revision to assess."""

    model_config = ConfigDict(extra="forbid")

    revision: SafeInteger


ELEMENTS = TypeAdapter(list[ElementBody])
FILES = TypeAdapter(dict[FileId, FileBody])


def json_body(model: type[Body]) -> Body:
    """Return the body of the request. Raises NotJsonError, or InputError naming all that does not fit."""
    if not request.is_json:
        raise UnsupportedMediaType("the body must be JSON (Content-Type: application/json)")
    document = parse_json(request.get_data())
    try:
        return model.model_validate(document)
    except ValidationError as error:
        raise InputError(map(_problem, error.errors(include_url=False, include_context=False))) from error


def drawing_parts(elements: list[object], files: object, name: str | None) -> tuple[list[Element], dict[str, FileBody]]:
    """Check the elements and files of a drawing that came as a file. Raises InputError."""
    problems: list[Problem] = []
    checked: list[Any] = []
    pictures: dict[str, FileBody] = {}
    try:
        checked = list(ELEMENTS.validate_python(elements))
    except ValidationError as error:
        problems += (_problem(detail, "elements", name) for detail in error.errors())
    try:
        pictures = FILES.validate_python(files)
    except ValidationError as error:
        problems += (_problem(detail, "files", name) for detail in error.errors())
    if problems:
        raise InputError(problems)
    return checked, pictures


def parse_json(data: bytes, name: str | None = None) -> Any:
    """Parse JSON, and refuse what is no JSON for others: NaN, infinities, nesting without end.

    Raises NotJsonError with the place, TooLargeError over the limit of a file.
    """
    try:
        document = json_text.parse_json(data, name)
    except TooLargeError:
        raise
    except InputError as error:
        raise NotJsonError(error.problems) from error
    _check_values(document, name)
    return document


def _check_values(document: Any, name: str | None) -> None:
    """Walk all values, level by level. Python reads NaN, and 1e999 as infinite; JavaScript could not read them back."""
    level = [document]
    for _ in range(MAX_DEPTH):
        if any(isinstance(value, float) and not math.isfinite(value) for value in level):
            raise NotJsonError(Problem(message="a number is not finite", file=name))
        level = [inner for value in level for inner in _inside(value)]
        if not level:
            return
    raise NotJsonError(Problem(message="nested too deeply", file=name))


def _inside(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []


def _problem(detail: ErrorDetails, under: str = "", name: str | None = None) -> Problem:
    where = under + "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in detail["loc"])
    where = where.removeprefix(".")
    message = f"{where}: {detail['msg']}" if where else detail["msg"]
    return Problem(message=message, file=name, where=where or None)
