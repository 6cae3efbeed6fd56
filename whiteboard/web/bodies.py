"""Request bodies: JSON parsed strictly, and the models it must fit."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Annotated, Any, NotRequired, TypeVar

from flask import request
from pydantic import BaseModel, ConfigDict, Field, StrictBool, StringConstraints, TypeAdapter, ValidationError
from typing_extensions import TypedDict  # pydantic needs it before Python 3.12
from werkzeug.exceptions import BadRequest, UnsupportedMediaType

from whiteboard.formats import json_text
from whiteboard.formats.records import shown
from whiteboard.model.dispute import DisputeKind
from whiteboard.model.errors import InputError, Problem, TooLargeError
from whiteboard.web.wording import problem_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Set

    from whiteboard.storage.records import Element

MAX_DEPTH = 64
"""Of nested lists and objects; Excalidraw needs about six."""

MAX_SAFE_INTEGER = 2**53 - 1
"""Beyond it JavaScript cannot count."""

MAX_DISPUTED = 1000
"""Components that a dispute speaks of."""

MAX_WALK = 100
"""Components that a journey passes."""

FORM_TYPES = ("multipart/form-data", "application/x-www-form-urlencoded")

Body = TypeVar("Body", bound=BaseModel)
SafeInteger = Annotated[int, Field(ge=0, le=MAX_SAFE_INTEGER)]
DesignNumber = Annotated[int, Field(ge=1, le=MAX_SAFE_INTEGER)]
FileId = Annotated[str, StringConstraints(pattern=r"^[\x21-\x7e]{1,200}$")]
ElementId = Annotated[str, StringConstraints(pattern=r"^[^\x00-\x1f\x7f-\x9f]{1,200}$")]
"""The reader takes control characters out, so that two ids could become one."""
Reason = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^[^\x00-\x1f\x7f-\x9f]{1,500}$")]


class NotJsonError(InputError):
    """What was sent is no JSON at all (HTTP 400)."""


class ElementBody(TypedDict):
    """The fields of an element that saving depends on; the reader checks those that draw it."""

    __pydantic_config__ = ConfigDict(extra="allow")  # type: ignore[misc]

    id: ElementId
    version: NotRequired[SafeInteger]
    versionNonce: NotRequired[SafeInteger]
    index: NotRequired[str | None]
    isDeleted: NotRequired[StrictBool]


class FileBody(BaseModel):
    """An embedded picture as Excalidraw writes it (`BinaryFileData`)."""

    mime_type: Annotated[str, Field(alias="mimeType", pattern=r"^(image/[\w.+-]{1,60}|application/octet-stream)$")]
    data_url: Annotated[
        str, Field(alias="dataURL", pattern=r"^data:(image/[^,;]+|application/octet-stream|)(;[^,]*)?,")
    ]
    created: SafeInteger | None = None


class BoardBody(BaseModel):
    """A save: the elements that changed, and the pictures the server does not have yet."""

    model_config = ConfigDict(extra="forbid")

    elements: list[ElementBody]
    files: dict[FileId, FileBody] = {}


class AssessmentBody(BaseModel):
    """Which revision to assess, and which design of it: absent the chosen one, None the whole board."""

    model_config = ConfigDict(extra="forbid")

    revision: SafeInteger
    design: DesignNumber | None = None


class DesignBody(BaseModel):
    """Which design of a revision is meant from now on; None for the whole board."""

    model_config = ConfigDict(extra="forbid")

    revision: SafeInteger
    design: DesignNumber | None


class DisputeBody(BaseModel):
    """What is said against a finding: why it should not count, and the components that it was about."""

    model_config = ConfigDict(extra="forbid")

    kind: DisputeKind
    because: Reason
    component_ids: Annotated[list[ElementId], Field(max_length=MAX_DISPUTED)] = []


class JourneyBody(BaseModel):
    """The components that a journey passes in a revision, in order."""

    model_config = ConfigDict(extra="forbid")

    revision: SafeInteger
    walk: Annotated[list[ElementId], Field(min_length=2, max_length=MAX_WALK)]


ELEMENTS = TypeAdapter(dict[int, ElementBody])
"""By their place in the file, so that errors name it."""

FILES = TypeAdapter(dict[FileId, FileBody])


def json_body(model: type[Body]) -> Body:
    """Return the body of the request. Raises NotJsonError, or InputError naming all that does not fit."""
    if not request.is_json:
        raise UnsupportedMediaType("the body must be JSON (Content-Type: application/json)")
    document = parse_json(request.get_data())
    try:
        return model.model_validate(document)
    except ValidationError as error:
        raise InputError(problem_of(detail) for detail in error.errors(include_url=False)) from error


def check_form(*, texts: Set[str] = frozenset(), files: Set[str] = frozenset()) -> None:
    """Refuse what would go unseen: a body that is no form, fields that nobody knows, a file that came as text.

    `texts` and `files` name the fields there are.
    Raises UnsupportedMediaType, BadRequest, or InputError with each field that is wrong.
    """
    if not (request.content_length or request.mimetype):
        return
    if request.mimetype not in FORM_TYPES:
        raise UnsupportedMediaType("the body must be a form (Content-Type: multipart/form-data)")
    if request.content_length and not (request.form or request.files):
        raise BadRequest("the form holds no field, or is cut off")
    hint = f"send a form with {' and '.join(sorted({*texts, *files}))}; a file needs a file name"
    wrong = sorted({*(request.form.keys() - texts - {"csrf_token"}), *(request.files.keys() - files)})
    if wrong:
        raise InputError(
            Problem(message=f"field {shown(field)} {_misuse(field, texts, files)}", where=field, hint=hint)
            for field in wrong
        )


def _misuse(field: str, texts: Set[str], files: Set[str]) -> str:
    return "must be a file" if field in files else "must be text" if field in texts else "is unknown"


def drawing_parts(
    elements: Mapping[int, object], files: object, name: str | None
) -> tuple[list[Element], dict[str, FileBody]]:
    """Check the elements, by their place in the file, and the files of a drawing. Raises InputError."""
    problems: list[Problem] = []
    checked: list[Any] = []
    pictures: dict[str, FileBody] = {}
    try:
        checked = list(ELEMENTS.validate_python(elements).values())
    except ValidationError as error:
        problems += (problem_of(detail, ["elements"], name) for detail in error.errors(include_url=False))
    try:
        pictures = FILES.validate_python(files)
    except ValidationError as error:
        problems += (problem_of(detail, ["files"], name) for detail in error.errors(include_url=False))
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
    check_values(document, name)
    return document


def check_values(document: Any, name: str | None) -> None:
    """Refuse what is no JSON for others, walking all values level by level. Raises NotJsonError with the place.

    Python reads NaN, and 1e999 as infinite; JavaScript could not read them back.
    """
    level = [document]
    for _ in range(MAX_DEPTH):
        if any(isinstance(value, float) and not math.isfinite(value) for value in level):
            where = _place_of_infinite(document)
            raise NotJsonError(Problem(message=f"{where} is no finite number", file=name, where=where))
        level = [inner for value in level for inner in _inside(value)]
        if not level:
            return
    raise NotJsonError(Problem(message="nested too deeply", file=name))


def _place_of_infinite(document: Any) -> str:
    """Find the first number that is not finite; one is there."""
    where, value = "", document
    waiting = [(where, value)]
    while waiting and not (isinstance(value, float) and not math.isfinite(value)):
        where, value = waiting.pop()
        steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        inner = [(f"{where}[{step}]" if isinstance(step, int) else f"{where}.{step}", v) for step, v in steps]
        waiting += reversed(inner)
    return where.removeprefix(".") or "the body"


def _inside(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []
