from __future__ import annotations

from sketch import sketch

from whiteboard.checks.types.backed_up import BackedUp

from ..data_rules import judge
from ..judging import make

BACKED_UP = make(BackedUp, role="store", any=["backup", "snapshot"])


def test_said_on_an_arrow() -> None:
    outcome = judge(BACKED_UP, sketch("api --> db(datastore) -[nightly backups]-> s3(object_store)"))
    assert (outcome.status, outcome.message) == ("pass", "Another copy is kept: “nightly backups”.")
    assert outcome.evidence.connection_ids == ("c2",)


def test_not_said() -> None:
    outcome = judge(BACKED_UP, sketch("api --> db(datastore)"))
    assert (outcome.status, outcome.evidence.component_ids) == ("not_shown", ("db",))


def test_nothing_durable() -> None:
    assert judge(BACKED_UP, sketch("api --> redis(cache)", notes=["backup"])).status == "not_applicable"
