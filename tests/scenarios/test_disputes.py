from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from whiteboard.model.dispute import Dispute, DisputeKind
from whiteboard.model.errors import InputError
from whiteboard.scenarios.disputes import load_disputes

if TYPE_CHECKING:
    from pathlib import Path

SOUND = """\
format: 1
disputes:
  - source: spof
    check_id: no-single-point-of-failure
    kind: accepted
    because: A prototype for fifty users.
    component_ids: [db]
  - {source: dead-end, check_id: no-dead-end, kind: mitigated_elsewhere, because: The mailer answers by webhook.}
"""


def complaints(folder: Path, text: str) -> list[str]:
    path = folder / "disputes.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_disputes(path)
    return [str(problem).removeprefix(f"{path}:") for problem in caught.value.problems]


def test_a_file_becomes_disputes(tmp_path: Path) -> None:
    path = tmp_path / "disputes.yaml"
    path.write_text(SOUND, encoding="utf-8")
    first, second = load_disputes(path)
    assert first == Dispute(
        source="spof",
        check_id="no-single-point-of-failure",
        kind=DisputeKind.ACCEPTED,
        because="A prototype for fifty users.",
        component_ids=("db",),
    )
    assert (second.kind, second.component_ids) == ("mitigated_elsewhere", ())


def test_a_wrong_kind_is_told_with_its_place(tmp_path: Path) -> None:
    (told,) = complaints(tmp_path, SOUND.replace("kind: accepted", "kind: acepted"))
    assert told.startswith("5:11: kind in disputes[0]")
    assert "did you mean 'accepted'?" in told


def test_a_wrong_key_is_told_with_the_nearest(tmp_path: Path) -> None:
    told = complaints(tmp_path, SOUND.replace("check_id: no-single", "check-id: no-single"))
    assert any("unknown key 'check-id'" in line and "did you mean 'check_id'?" in line for line in told)


def test_a_reason_is_asked_for(tmp_path: Path) -> None:
    (told,) = complaints(tmp_path, SOUND.replace("    because: A prototype for fifty users.\n", ""))
    assert "missing key 'because'" in told


def test_one_check_is_disputed_once(tmp_path: Path) -> None:
    (told,) = complaints(tmp_path, SOUND + SOUND.splitlines(keepends=True)[-1])
    assert told == "9:5: dead-end/no-dead-end is disputed already: in line 8: keep one of them"


def test_what_is_no_yaml_is_told(tmp_path: Path) -> None:
    assert complaints(tmp_path, "disputes: [")
