"""One shape for everything that goes wrong: JSON under /api, a page elsewhere."""

from __future__ import annotations

import secrets
from dataclasses import asdict
from http import HTTPStatus
from typing import TYPE_CHECKING

from flask import Flask, Response, current_app, jsonify, make_response, render_template, request
from flask_wtf.csrf import CSRFError
from jinja2 import TemplateError
from markupsafe import escape
from werkzeug.exceptions import HTTPException

from whiteboard.model.errors import InputError, TooLargeError
from whiteboard.web.assets import FrontEndMissingError
from whiteboard.web.bodies import NotJsonError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from whiteboard.model.errors import Problem

MAX_SHOWN_PROBLEMS = 100

MESSAGES = {
    400: "the request cannot be understood",
    403: "the request carries no valid token (X-CSRFToken): load the page again",
    404: "there is nothing here",
    405: "this address does not take such requests",
    413: "the request is too large: a drawing has at most 20 MB",
    415: "the request has the wrong content type",
    429: "too many requests: try again in a while",
}
"""What to say where the place that failed says nothing itself."""


def handle_errors(app: Flask) -> None:
    """Register the answers to everything that can go wrong."""
    app.register_error_handler(InputError, on_input_error)
    app.register_error_handler(HTTPException, on_http_error)
    app.register_error_handler(FrontEndMissingError, on_missing_front_end)
    app.register_error_handler(Exception, on_failure)


def on_input_error(error: InputError) -> Response:
    """Answer bad input: 400 not JSON, 413 over a limit, 422 anything else."""
    first, *others = error.problems or (None,)
    message = first.message if first else "the input cannot be used"
    if others:
        message += f" (and {len(others)} more)"
    return answer(_status(error), message, error.problems)


def on_http_error(error: HTTPException) -> Response:
    """Answer what Flask and the views refuse, with the headers that belong to it."""
    original = make_response(error.get_response())
    if error.code is None or error.code < HTTPStatus.BAD_REQUEST:
        return original
    status = HTTPStatus.FORBIDDEN if isinstance(error, CSRFError) else HTTPStatus(error.code)
    own = error.description if error.description != type(error).description else None
    message = MESSAGES[403] if isinstance(error, CSRFError) else own or MESSAGES.get(status, status.phrase)
    response = answer(status, message)
    for name in ("Allow", "Retry-After"):
        if name in original.headers:
            response.headers[name] = original.headers[name]
    return response


def on_missing_front_end(error: FrontEndMissingError) -> Response:
    """Say what to do when pages cannot be shown yet."""
    return answer(HTTPStatus.SERVICE_UNAVAILABLE, str(error))


def on_failure(error: Exception) -> Response:
    """Answer our own failure: nothing of its cause, and a number that finds it in the log."""
    number = secrets.token_hex(4)
    current_app.logger.error("failure %s: %s %s", number, request.method, request.path, exc_info=error)
    return answer(HTTPStatus.INTERNAL_SERVER_ERROR, f"something failed on our side; the log knows it as {number}")


def answer(status: HTTPStatus, message: str, problems: Sequence[Problem] = ()) -> Response:
    """Make the answer for an error, in the form the caller reads."""
    if request.path.startswith("/api/"):
        shown = [asdict(problem) for problem in problems[:MAX_SHOWN_PROBLEMS]]
        response = jsonify(error={"status": status, "message": message, "problems": shown})
    else:
        response = make_response(_page(status, message, problems[:MAX_SHOWN_PROBLEMS]))
    response.status_code = status
    return response


def _page(status: HTTPStatus, message: str, problems: Sequence[Problem]) -> str:
    context = {"status": int(status), "title": status.phrase, "message": message, "problems": problems}
    try:
        return render_template("error.html", **context)
    except (FrontEndMissingError, TemplateError):
        # The page for errors must not be one itself.
        return f"<!doctype html><title>{status.phrase}</title><h1>{status.phrase}</h1><p>{escape(message)}"


def _status(error: InputError) -> HTTPStatus:
    if isinstance(error, TooLargeError):
        return HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    return HTTPStatus.BAD_REQUEST if isinstance(error, NotJsonError) else HTTPStatus.UNPROCESSABLE_ENTITY
