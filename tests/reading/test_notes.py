from __future__ import annotations

import pytest
from drawing import notes, read, shape, text


@pytest.mark.parametrize(
    ("words", "heading"),
    [
        ("FR\n- users can post", "functional"),
        ("Non-functional requirements:\n- fast", "non_functional"),
        ("Нефункциональные требования\n1. быстро", "non_functional"),
        ("Back of the envelope\n10 M users", "estimates"),
        ("GET /v1/feed -> [post]", "api"),
        ("user_id (pk)\nname", "data_model"),
        ("Risks\ncache stampede", "risks"),
        ("100k requests per second", "estimates"),
        ("high availability is a must", "non_functional"),
        ("the gateway is a single point of failure", "risks"),
        ("users should be able to post", "functional"),
        ("hello there", "other"),
    ],
)
def test_a_note_is_sorted_by_its_heading_or_content(words: str, heading: str) -> None:
    assert notes(read(text(words, 0, 0))) == {words: heading}


def test_a_note_stands_under_the_heading_above_it() -> None:
    reading = read(text("Scale", 0, 0), text("everybody at once", 0, 40), text("hello there", 600, 40))
    assert notes(reading) == {"Scale": "estimates", "everybody at once": "estimates", "hello there": "other"}


def test_one_text_with_several_headings_is_several_notes() -> None:
    reading = read(text("FR:\n- post\nNFR:\n- fast", 0, 0, "all"))
    assert [(note.id, note.heading) for note in reading.notes] == [("all", "functional"), ("all#2", "non_functional")]
    assert {note.element_ids for note in reading.notes} == {("all",)}


def test_the_texts_of_a_panel_are_one_note() -> None:
    reading = read(shape("p", 0, 0, 400, 200), text("Core entities", 10, 10), text("- user\n- post", 10, 50))
    assert notes(reading) == {"Core entities\n- user\n- post": "data_model"}


def test_a_text_of_very_many_digits_is_read_at_once() -> None:
    """What goes through the digits again from each of them never ends here."""
    assert notes(read(text("1" * 500_000, 0, 0))) == {"1" * 500_000: "other"}
