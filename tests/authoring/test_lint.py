from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from whiteboard.authoring import lint

if TYPE_CHECKING:
    from pathlib import Path

SHOP = """format: 1
id: shop
title: Shop
level: mid
prompt: Design a shop.
roles:
  client: {kind: client}
  store: {kind: datastore}
journeys:
  browse: {from: client, to: store}
checks:
  - id: single
    check: any_of
    because: One is none.
    checks:
      - {check: no_single_point, journey: browse, except: [client]}
references:
  - name: strong
    expect: {}
    board: |
      graph LR
        web --> db
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def problems(folder: Path, text: str, name: str = "shop.yaml") -> list[str]:
    path = folder / name
    path.write_text(text)
    return [str(problem).removeprefix(f"{path}:") for problem in lint(path)]


def test_a_clean_file(folder: Path) -> None:
    assert problems(folder, SHOP) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("id: shop", "id: store", "2:5: id 'store' is not the name of the file: name the file store.yaml"),
        ("  store: {", "  cache: {kind: cache}\n  store: {", "8:3: role 'cache' is used nowhere"),
        ("checks:\n  -", "  buy: {from: client, to: store}\nchecks:\n  -", "11:3: journey 'buy' is used nowhere"),
        ("web --> db", "web -- db", "22:13: the board cannot be read: '--' opens a label that no '-->' closes"),
        ("      graph LR\n", "", "21:9: the board cannot be read: this is no Mermaid flowchart"),
        ("title: Shop", "titel: Shop", "3:1: unknown key 'titel': did you mean 'title'?"),
    ],
)
def test_problems(folder: Path, old: str, new: str, said: str) -> None:
    assert old in SHOP
    assert any(problem.startswith(said) for problem in problems(folder, SHOP.replace(old, new)))


def test_a_board_in_one_line_is_named_by_its_own_place(folder: Path) -> None:
    block = SHOP[SHOP.index("    board:") :]
    (said,) = problems(folder, SHOP.replace(block, "    board: graph LR; a b\n"))
    assert said.startswith("20:12: the board cannot be read: unexpected 'b'")


def test_a_file_that_is_not_there(folder: Path) -> None:
    (problem,) = lint(folder / "none.yaml")
    assert "cannot be read" in problem.message
