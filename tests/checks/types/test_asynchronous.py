from __future__ import annotations

import pytest
from sketch import sketch

from whiteboard.checks.types.asynchronous import Asynchronous
from whiteboard.model.fix import AddComponent

from ..judging import context, judge, make

WORK = make(
    Asynchronous,
    **{"from": "client"},
    through="queue",
    awaited=["payment"],
    slow=["messages_to_people", "third_party_call", "media_work"],
    bursty=["event_data"],
    implied=["feed", "media_upload", "conversation"],
    interactive=["interactive_read"],
)


@pytest.mark.parametrize(
    "lines",
    [
        ["web(client) --> orders --> jobs(queue) --> mailer(worker)"],
        ["web(client) --> orders --> jobs(queue)", "email_sender(worker) --> jobs"],
        ["web(client) --> orders ..> mail(notification)"],
        ["web(client) --> orders --> mail(notification) --> jobs(queue) --> sender(worker)"],
        ["web(client) --> orders --> jobs(queue) --> shipping --> carrier(external_service)", "web --> shipping"],
    ],
)
def test_work_leaves_the_request(lines: list[str]) -> None:
    outcome = judge(WORK, sketch(*lines))
    assert outcome.status == "pass"
    assert outcome.evidence.paths


@pytest.mark.parametrize(
    "lines",
    [
        ["web(client) --> orders --> mail(notification)"],
        ["web(client) --> gateway(api_gateway) --> orders --> carrier(external_service)"],
        ["web(client) --> videos --> transcoding_service"],
        ["web(client) --> chat(realtime_gateway) --> push(notification)"],
        ["web(client) --> notifier(notification) --> carrier(external_service)"],
        ["web(client) --> orders --> mail(notification)", "orders --> jobs(queue) --> worker(worker)"],
    ],
)
def test_a_user_waits_for_slow_work(lines: list[str]) -> None:
    outcome = judge(WORK, sketch(*lines))
    assert outcome.status == "problem"
    assert "the user waits for" in outcome.message
    assert outcome.evidence.paths[0][0] == "web"


def test_an_entry_that_leads_to_a_service_for_people_is_no_work() -> None:
    assert judge(WORK, sketch("web(client) --> gw(api_gateway) --> inbox(notification)")).status == "not_applicable"


def test_a_payment_may_be_waited_for() -> None:
    lines = "web(client) --> payment_service --> bank(external_service)"
    assert judge(WORK, sketch(lines)).status == "not_applicable"


def test_what_a_worker_asks_nobody_waits_for() -> None:
    assert (
        judge(WORK, sketch("web(client) --> orders --> job(worker) --> mail(notification)")).status == "not_applicable"
    )


def test_events_go_straight_into_a_store() -> None:
    outcome = judge(WORK, sketch("car(client) --> tracker -[GPS ping]-> db(datastore)"))
    assert (
        outcome.message
        == "Car → Tracker → Db: each event is written at once. Put a stream or queue in front of the store."
    )


@pytest.mark.parametrize(
    "lines",
    [
        ["web(client) --> clicks -[click]-> db(datastore)", "kafka(stream) --> filler(worker) --> db", "web --> kafka"],
        ["web(client) --> query_api --> db(timeseries_db)"],
        ["web(client) --> clicks --> hot(cache)"],
    ],
)
def test_who_reads_events_writes_none(lines: list[str]) -> None:
    assert judge(WORK, sketch(*lines)).status != "problem"


def test_a_stream_processor_needs_a_stream() -> None:
    assert judge(WORK, sketch("web(client) --> api --> flink(stream_processor) --> db(datastore)")).status == "problem"
    assert judge(WORK, sketch("db(datastore) --> flink(stream_processor) --> other(datastore)")).status != "problem"


def test_a_stream_processor_behind_the_balancer_of_stores() -> None:
    board = sketch("web(client) --> api --> lb(load_balancer) --> db(datastore)", "lb --> spark(stream_processor)")
    assert judge(WORK, board).status != "problem"


def test_nothing_hands_work_over() -> None:
    lines = ["web(client) --> orders --> db(datastore)", "notifier(notification) --> sms(external_service)"]
    outcome = judge(WORK, sketch(*lines))
    assert outcome.message == "Nothing hands work over to Notifier: draw the queue that it takes from."
    assert judge(WORK, sketch(lines[1])).status == "not_applicable"


def test_a_question_through_a_queue() -> None:
    outcome = judge(
        WORK, sketch("web(client) -[GET item]-> gw(api_gateway) --> kafka(stream) --> items --> db(datastore)")
    )
    assert outcome.message == "Gw → Kafka → Items: the user waits for an answer that a queue holds up. Ask directly."


def test_an_order_may_go_through_a_queue() -> None:
    assert (
        judge(WORK, sketch("web(client) -[POST order]-> gw(api_gateway) --> kafka(stream) --> orders")).status == "pass"
    )


@pytest.mark.parametrize("label", ["Timeline service", "Photo upload service", "Message service"])
def test_a_board_that_has_slow_work_and_nowhere_to_take_it(label: str) -> None:
    reading = sketch("web(client) --> it --> db(datastore)", labels={"it": label})
    outcome = judge(WORK, reading)
    assert outcome.status == "problem"
    assert "it" in outcome.evidence.component_ids


def test_nothing_slow() -> None:
    assert judge(WORK, sketch("web(client) --> links --> db(datastore)")).status == "not_applicable"


def test_it_proposes_a_queue() -> None:
    proposals = list(WORK.mends(context(sketch("web(client) --> orders --> mail(notification)"), WORK)))
    added = [edit.component.kind for edit in proposals[0] if isinstance(edit, AddComponent)]
    assert added == ["queue", "worker"]


def test_it_proposes_to_ask_directly() -> None:
    reading = sketch("web(client) --> gw(api_gateway) -[search]-> kafka(stream) --> items")
    assert [len(mend) for mend in WORK.mends(context(reading, WORK))] == [1]
