from __future__ import annotations

from sketch import sketch

from whiteboard.checks.types.countered import Countered

from ..data_rules import judge
from ..judging import make

COUNTERED = make(Countered, danger=["whole document"], by=["versions", "merge"])
PUT = "web(client) -[PUT whole document]-> api"


def test_a_danger_without_an_answer() -> None:
    outcome = judge(COUNTERED, sketch(PUT))
    assert (outcome.status, outcome.evidence.connection_ids) == ("problem", ("c1",))
    assert outcome.message == "“PUT whole document”: and nothing on the board speaks of “versions” or the like."


def test_a_danger_with_an_answer() -> None:
    assert judge(COUNTERED, sketch(PUT, notes=["Merge on the server"])).status == "pass"


def test_a_danger_in_a_note_alone_is_none() -> None:
    assert judge(COUNTERED, sketch("web(client) --> api", notes=["not the whole document"])).status == "not_applicable"
