from __future__ import annotations

from pathlib import Path

import pytest

import whiteboard
from whiteboard.model.errors import InputError
from whiteboard.scenarios import Library, load_library, shelf, shipped_folder

SHOP = """format: 1
id: {id}
title: Shop
level: mid
prompt: Design a shop.
roles:
  client: {{kind: client}}
checks:
  - {{id: drawn, check: component, role: client, because: Somebody uses it.}}
"""


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text)


def test_a_broken_file_is_reported_and_not_fatal(tmp_path: Path) -> None:
    write(tmp_path, "b.yaml", SHOP.format(id="b"))
    write(tmp_path, "a.yaml", SHOP.format(id="a"))
    write(tmp_path, "bad.yaml", "format: 1\nformat: 1\n")
    write(tmp_path, "notes.txt", "no scenario")
    library = load_library(tmp_path)
    assert list(library.scenarios) == ["a", "b"]
    assert {problem.file for problem in library.broken} == {str(tmp_path / "bad.yaml")}
    assert "duplicate key 'format'" in "\n".join(map(str, library.broken))


def test_an_id_counts_once(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", SHOP.format(id="shop"))
    write(tmp_path, "b.yaml", SHOP.format(id="shop"))
    library = load_library(tmp_path)
    assert list(library.scenarios) == ["shop"]
    assert [Path(problem.file or "").name for problem in library.broken] == ["b.yaml"]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such folder"):
        load_library(tmp_path / "none")


def test_finding(tmp_path: Path) -> None:
    write(tmp_path, "shop.yaml", SHOP.format(id="shop"))
    library = load_library(tmp_path)
    assert library.find("shop").title == "Shop"
    with pytest.raises(InputError, match=r"unknown scenario 'shp': did you mean 'shop'\?"):
        library.find("shp")


def test_finding_in_an_empty_library() -> None:
    with pytest.raises(InputError, match=r"unknown scenario 'x'$"):
        Library().find("x")


def test_the_shipped_folder_in_a_checkout() -> None:
    assert shipped_folder() == Path(whiteboard.__file__).parents[1] / "scenarios"


def test_the_shipped_folder_in_a_wheel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "_IN_WHEEL", tmp_path)
    assert shipped_folder() == tmp_path


def test_every_shipped_scenario_loads() -> None:
    library = load_library()
    assert library.broken == ()
    assert library.scenarios


def test_a_long_id_that_is_not_there_is_cut() -> None:
    with pytest.raises(InputError) as caught:
        Library().find("x" * 100_000)
    assert len(str(caught.value)) < 200
