from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from whiteboard.authoring import find_files
from whiteboard.authoring.files import stated_in
from whiteboard.model.errors import InputError
from whiteboard.model.scenario import HouseRule, Scenario
from whiteboard.scenarios.yaml_tree import parse_yaml

if TYPE_CHECKING:
    from pathlib import Path


def test_folders_are_searched_and_files_taken_once(tmp_path: Path) -> None:
    (tmp_path / "pack").mkdir()
    names = ["b.yaml", "a.yaml", "pack/c.yaml", "readme.md"]
    for name in names:
        (tmp_path / name).touch()
    found = find_files([tmp_path / "b.yaml", tmp_path])
    assert [path.name for path in found] == ["b.yaml", "a.yaml", "c.yaml"]


def test_every_path_with_nothing_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        find_files([tmp_path, tmp_path / "none.yaml"])
    messages = [problem.message for problem in caught.value.problems]
    assert messages == ["no *.yaml file in this folder", "there is no such file"]


@pytest.mark.parametrize(
    ("text", "model"),
    [("topic: spof", HouseRule), ("prompt: Design", Scenario), ("title: x", Scenario), ("[1]", Scenario)],
)
def test_what_a_file_states(text: str, model: type) -> None:
    tree, _ = parse_yaml(text.encode())
    assert stated_in(tree) is model
