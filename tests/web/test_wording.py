from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from whiteboard.web.bodies import BoardBody
from whiteboard.web.wording import problem_of

BODY = TypeAdapter(BoardBody)


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (None, "the body must be an object, not nothing"),
        ({}, "elements is missing"),
        ({"elements": [], "more": 1}, "more is not known here"),
        ({"elements": {}}, "elements must be a list, not an object"),
        ({"elements": ["a"]}, "elements[0] must be an object, not 'a'"),
        ({"elements": [{"id": 5}]}, "elements[0].id must be a text, not 5"),
        (
            {"elements": [{"id": ""}]},
            "elements[0].id must be a text of 1 to 200 characters without control characters, not ''",
        ),
        (
            {"elements": [{"id": "a", "version": -1}]},
            "elements[0].version must be a whole number from 0 to 2^53 - 1, not -1",
        ),
        ({"elements": [{"id": "a", "version": 1.5}]}, "elements[0].version must be a whole number, not 1.5"),
        ({"elements": [], "files": {"é": {}}}, "a key of files must be 1 to 200 visible ASCII characters, not '\\xe9'"),
    ],
)
def test_a_fault_is_said_in_plain_words(body: object, message: str) -> None:
    with pytest.raises(ValidationError) as caught:
        BODY.validate_python(body)
    assert problem_of(caught.value.errors()[0]).message == message
