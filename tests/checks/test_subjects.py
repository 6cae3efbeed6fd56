from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError
from sketch import sketch

from whiteboard.catalog import load_catalog
from whiteboard.checks.subjects import SubjectName, components_about, load_subjects, texts_about

from .judging import context


def test_each_subject_has_a_title_and_terms() -> None:
    assert [s.id for s in load_subjects().values() if not s.title or not s.terms] == []


def test_their_kinds_are_in_the_catalog() -> None:
    assert {kind for s in load_subjects().values() for kind in s.kinds} <= set(load_catalog().kinds)


def test_an_unknown_subject_is_refused() -> None:
    with pytest.raises(ValidationError, match="unknown subject 'weather'"):
        TypeAdapter(SubjectName).validate_python("weather")


def test_components_by_kind_and_by_label() -> None:
    board = context(sketch("a(notification) --> b", "email_sender --> c", "b -[email]-> c"))
    assert components_about(["messages_to_people"], board) == ("a", "email_sender")


def test_a_term_counts_beside_another_only() -> None:
    assert components_about(["media_upload"], context(sketch("web(client) --> photo_service"))) == ()
    uploading = context(sketch("web(client) -[upload]-> photo_service"))
    assert components_about(["media_upload"], uploading) == ("photo_service",)


def test_another_meaning() -> None:
    assert components_about(["media"], context(sketch("a --> docker_image_store", "a --> image_store"))) == (
        "image_store",
    )


def test_what_is_left_out_is_not_said() -> None:
    notes = ["Login is out of scope", "Out of scope: payments\nUsers log in with OAuth"]
    assert [text.note for text in texts_about(["identity_check"], context(sketch("a --> b", notes=notes)))] == ["n2"]
