from __future__ import annotations

import pytest
from werkzeug.datastructures import FileStorage

from whiteboard.web.drawings import NAME_LENGTH, file_name, shown_files


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("board.excalidraw", "board.excalidraw"),
        ("C:\\work\\board.excalidraw", "board.excalidraw"),
        ("../../etc/board.excalidraw", "board.excalidraw"),
        ("a\x00b\ud800\n.excalidraw", "ab.excalidraw"),
        ("Übersicht 設計.excalidraw", "Übersicht 設計.excalidraw"),
        ("/", "drawing.excalidraw"),
        (None, "drawing.excalidraw"),
        ("x" * 500, "x" * NAME_LENGTH),
    ],
)
def test_a_file_name_keeps_what_may_be_shown_and_stored(sent: str | None, kept: str) -> None:
    assert file_name(FileStorage(filename=sent)) == kept


def test_pictures_are_shown_by_elements_that_are_there() -> None:
    there, deleted, other = {"fileId": "p"}, {"fileId": "q", "isDeleted": True}, {"fileId": None}
    assert shown_files([there, deleted, other]) == {"p"}
