from __future__ import annotations

import pytest
from sketch import sketch

from whiteboard.catalog import load_catalog
from whiteboard.graph import Graph


def waits(*lines: str) -> set[tuple[str, str]]:
    return set(Graph(sketch(*lines).architecture, load_catalog()).waits.edges())


def test_a_call_without_label_or_style_is_waited_for() -> None:
    assert waits("web(client) --> api --> db(datastore)") == {("web", "api"), ("api", "db")}


@pytest.mark.parametrize(
    "line",
    [
        "a ..> b",
        "a -[order event]-> b",
        "a -[webhook]-> b",
        "a -[retry]-> b",
        "a -[callback]-> b",
        "a --> jobs(queue)",
    ],
)
def test_what_is_handed_over_is_not_waited_for(line: str) -> None:
    assert waits(line) == set()


def test_the_answer_to_a_labelled_request_is_no_call() -> None:
    assert waits("a -[get price]-> b", "b --> a") == {("a", "b")}
    assert waits("a -[get price]-> b", "b -[price list]-> a") == {("a", "b")}


def test_two_labelled_requests_are_two_calls() -> None:
    assert waits("a -[reserve]-> b", "b -[check order]-> a") == {("a", "b"), ("b", "a")}


def test_opposite_arrows_without_labels_are_calls() -> None:
    assert waits("a --> b --> a") == {("a", "b"), ("b", "a")}


@pytest.mark.parametrize("custom", ["b --> db(datastore) --> b", "web(client) --> a --> web"])
def test_where_a_board_draws_answers_opposite_arrows_are_one_call_and_its_answer(custom: str) -> None:
    assert {("a", "b"), ("b", "a")}.isdisjoint(waits("a --> b --> a", custom))


@pytest.mark.parametrize("line", ["web(client) --> a <-> b", "web(client) --> a --- b"])
def test_over_a_line_without_direction_the_outer_one_waits(line: str) -> None:
    assert waits(line) == {("web", "a"), ("a", "b")}


def test_what_asks_for_nothing_answers_what_does() -> None:
    assert waits("a -[get avatar]-> b", "b -[avatar url]-> a") == {("a", "b")}
