"""Where the server keeps its things, and the secret it signs cookies with."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import TYPE_CHECKING, Any

from platformdirs import user_data_path

from whiteboard.model.errors import InputError, Problem
from whiteboard.storage.database import sqlite_url

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flask import Config
    from sqlalchemy import URL

ENVIRONMENT = "WHITEBOARD"
"""Settings come from environment variables `WHITEBOARD_…`, over them from the caller."""

MAX_BODY_BYTES = 21 * 1024 * 1024
"""Of a request: a drawing of 20 MB and what wraps it."""

OWN: dict[str, Any] = {"DATA": None, "DATABASE": None, "SCENARIOS": None, "PROXIES": 0, "SECRET_KEY": None}
"""The settings that people make, and what holds when they do not."""

FIXED: dict[str, Any] = {
    "MAX_CONTENT_LENGTH": MAX_BODY_BYTES,
    "PERMANENT_SESSION_LIFETIME": 400 * 24 * 3600,  # seconds; browsers keep a cookie no longer
    "SESSION_COOKIE_NAME": "whiteboard",
    # An interview lasts longer than the hour after which tokens end by default.
    "WTF_CSRF_TIME_LIMIT": None,
}


def configure(config: Config, given: Mapping[str, Any] | None) -> None:
    """Fill in the settings and make the data folder and the secret key. Raises InputError when it cannot."""
    config.from_mapping(OWN | FIXED)
    environment = {key: os.environ.get(f"{ENVIRONMENT}_{key}") for key in OWN}
    for stated in (environment, given or {}):
        config.from_mapping({key: value for key, value in stated.items() if value is not None})
    config["PROXIES"] = _count(config["PROXIES"])
    folder = data_folder(config["DATA"])
    config["DATA"] = folder
    config["DATABASE"] = config["DATABASE"] or _default_database(folder)
    config["SECRET_KEY"] = config["SECRET_KEY"] or secret_key(folder)


def data_folder(setting: str | Path | None) -> Path:
    """Return the data folder, made when missing. Raises InputError when it cannot be written."""
    folder = Path(setting) if setting else user_data_path("whiteboard", appauthor=False)
    try:
        folder = folder.expanduser()
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise _unusable(folder, error.strerror or str(error)) from error
    except RuntimeError as error:  # `~somebody` who is not known here
        raise _unusable(folder, "there is no such home folder") from error
    return folder.resolve()


def secret_key(folder: Path) -> str:
    """Return the key that signs cookies, made on the first start and readable by its owner alone.

    Several servers may start at once on one folder: all end with the same key.
    """
    path = folder / "secret_key"
    try:
        if not path.exists():
            _write_once(path, secrets.token_hex(32))
        key = path.read_text("ascii")
    except OSError as error:
        raise _unusable(folder, error.strerror or str(error)) from error
    except UnicodeDecodeError as error:
        raise _damaged_key(path, "no text") from error
    if not key:
        raise _damaged_key(path, "empty")
    return key


def _write_once(path: Path, text: str) -> None:
    """Put a whole file in place unless there is one by now."""
    draft = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        pass
    finally:
        draft.unlink()


def _count(setting: str | int) -> int:
    try:
        return max(0, int(setting))
    except ValueError as error:
        message = f"the setting {ENVIRONMENT}_PROXIES must be a number, not {setting!r}"
        raise InputError(Problem(message=message)) from error


def _default_database(folder: Path) -> URL:
    return sqlite_url(folder / "whiteboard.sqlite3")


def _damaged_key(path: Path, how: str) -> InputError:
    return InputError(Problem(message=f"the secret key is {how}", file=str(path), hint="put it back from a backup"))


def _unusable(folder: Path, why: str) -> InputError:
    message = f"the data folder cannot be used ({why})"
    return InputError(Problem(message=message, file=str(folder), hint="choose another with --data or WHITEBOARD_DATA"))
