from __future__ import annotations

import pytest
from sketch import sketch

from whiteboard.checks.types.observed import Observed
from whiteboard.model.scenario import Role

from ..judging import ROLES, judge, make


@pytest.fixture(autouse=True)
def _monitoring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(ROLES, "monitoring", Role(kind=("monitoring", "logging")))


SEEN = make(Observed, role="monitoring")


@pytest.mark.parametrize("line", ["api --> metrics(monitoring)", "metrics(monitoring)", "api --> error_log(logging)"])
def test_drawn(line: str) -> None:
    assert judge(SEEN, sketch("web(client) --> api", line)).status == "pass"


def test_written() -> None:
    outcome = judge(SEEN, sketch("web(client) --> api", notes=["Alert on error rate above 1 %"]))
    assert (outcome.status, outcome.evidence.note_ids) == ("pass", ("n1",))


@pytest.mark.parametrize("line", ["api --> audit_log(logging)", "api --> sales_analytics(monitoring)"])
def test_business_figures_do_not_count(line: str) -> None:
    outcome = judge(SEEN, sketch("web(client) --> api", line))
    assert outcome.status == "not_shown"
    assert outcome.message.endswith("draw metrics, logs or alerts, and what sends them.")


def test_silence_is_not_shown() -> None:
    assert judge(SEEN, sketch("web(client) -[retry on error]-> api")).status == "not_shown"
