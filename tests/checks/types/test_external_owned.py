from __future__ import annotations

import pytest
from sketch import sketch

from whiteboard.checks.types.external_owned import ExternalOwned
from whiteboard.model.scenario import Role

from ..judging import ROLES, context, judge, make


@pytest.fixture(autouse=True)
def _third_parties(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(ROLES, "third", Role(kind=("external_service", "payment_provider", "notification")))


OWNED = make(ExternalOwned, **{"from": "client"}, role="third", awaited=["payment"])


@pytest.mark.parametrize(
    "lines",
    [
        ["web(client) --> orders --> jobs(queue) --> shipper(worker) --> ups(external_service)"],
        ["web(client) --> orders ..> ups(external_service)"],
        ["web(client) --> checkout --> payments --> stripe(payment_provider)"],
        ["crawler(worker) --> web_site(external_service)"],
        ["jobs(queue) --> mailer_1(worker) --> ups(external_service)", "jobs --> mailer_2(worker) --> ups"],
        ["web(client) --> jobs(queue) --> orders", "orders --> ups(external_service)", "web --> orders"],
    ],
)
def test_one_owner_off_the_critical_path(lines: list[str]) -> None:
    outcome = judge(OWNED, sketch(*lines))
    assert outcome.status == "pass"
    assert outcome.evidence.paths


def test_a_service_and_its_worker_are_one_owner() -> None:
    lines = ["web(client) --> pay --> stripe(payment_provider)", "pay --> jobs(queue) --> refunder(worker) --> stripe"]
    assert judge(OWNED, sketch(*lines)).status == "pass"


def test_two_owners() -> None:
    outcome = judge(OWNED, sketch("a(worker) --> ups(external_service)", "b(worker) --> ups"))
    assert (outcome.status, outcome.message) == ("problem", "A and B each call Ups: let one component own it.")


def test_a_user_waits() -> None:
    outcome = judge(OWNED, sketch("web(client) --> orders --> ups(external_service)"))
    assert outcome.message == "Web → Orders → Ups: the user waits for Ups, and fails when it does."


def test_an_entry_is_no_owner_of_payments() -> None:
    assert judge(OWNED, sketch("web(client) --> gw(api_gateway) --> stripe(payment_provider)")).status == "problem"


def test_a_service_that_sends_messages_is_ones_own() -> None:
    assert judge(OWNED, sketch("web(client) --> orders --> notifier(notification)")).status == "not_applicable"


def test_what_only_calls_in_is_not_judged() -> None:
    assert judge(OWNED, sketch("feed(external_service) --> ingest --> db(datastore)")).status == "not_applicable"


def test_it_proposes_one_owner_and_a_queue() -> None:
    shared = context(sketch("a(worker) --> ups(external_service)", "b(worker) --> ups"), OWNED)
    waiting = context(sketch("web(client) --> orders --> ups(external_service)"), OWNED)
    assert [len(mend) for mend in OWNED.mends(shared)] == [1]
    assert next(OWNED.mends(waiting))
