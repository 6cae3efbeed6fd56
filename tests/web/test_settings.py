from __future__ import annotations

import stat
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from flask import Config

from whiteboard.model.errors import InputError
from whiteboard.web.settings import configure, data_folder, secret_key

if TYPE_CHECKING:
    from pathlib import Path


def test_the_key_is_made_once_and_kept(tmp_path: Path) -> None:
    first = secret_key(tmp_path)
    assert len(first) == 64
    assert secret_key(tmp_path) == first


def test_the_key_is_readable_by_its_owner_alone(tmp_path: Path) -> None:
    secret_key(tmp_path)
    assert stat.S_IMODE((tmp_path / "secret_key").stat().st_mode) == 0o600


def test_servers_that_start_at_once_share_one_key(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(secret_key, [tmp_path] * 8))
    assert len(keys) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["secret_key"]


def test_the_folder_is_made_for_its_owner_alone(tmp_path: Path) -> None:
    folder = data_folder(tmp_path / "a" / "b")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_folder_that_is_a_file_is_bad_input(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(InputError, match="data folder cannot be used"):
        data_folder(tmp_path / "file")


def test_the_home_of_nobody_is_bad_input() -> None:
    with pytest.raises(InputError, match="no such home folder"):
        data_folder("~no-such-person/boards")


def test_a_key_that_is_no_text_is_bad_input(tmp_path: Path) -> None:
    (tmp_path / "secret_key").write_bytes(b"\xff")
    with pytest.raises(InputError, match="secret key is no text"):
        secret_key(tmp_path)


def test_a_key_that_cannot_be_written_is_bad_input(tmp_path: Path) -> None:
    (tmp_path / "secret_key").mkdir()
    with pytest.raises(InputError, match="data folder cannot be used"):
        secret_key(tmp_path)


def test_a_key_that_was_emptied_is_bad_input(tmp_path: Path) -> None:
    (tmp_path / "secret_key").write_text("")
    with pytest.raises(InputError, match="secret key is empty"):
        secret_key(tmp_path)


def test_what_the_caller_gives_stands_over_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WHITEBOARD_DATA", str(tmp_path / "environment"))
    monkeypatch.setenv("WHITEBOARD_PROXIES", "2")
    config = Config(str(tmp_path))
    configure(config, {"DATA": tmp_path / "given", "DATABASE": None})
    assert config["DATA"] == tmp_path / "given"
    assert config["PROXIES"] == 2
    assert not (tmp_path / "environment").exists()


def test_the_environment_stands_over_the_defaults(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WHITEBOARD_DATA", str(tmp_path / "environment"))
    config = Config(str(tmp_path))
    configure(config, None)
    assert config["DATA"] == tmp_path / "environment"
    assert config["DATABASE"].database == str(tmp_path / "environment/whiteboard.sqlite3")


def test_what_looks_like_a_number_is_a_name_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WHITEBOARD_DATA", "2026")
    config = Config(str(tmp_path))
    configure(config, None)
    assert config["DATA"] == tmp_path / "2026"


def test_a_number_that_is_none_is_bad_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WHITEBOARD_PROXIES", "many")
    with pytest.raises(InputError, match="WHITEBOARD_PROXIES must be a number"):
        configure(Config(str(tmp_path)), {"DATA": tmp_path})
