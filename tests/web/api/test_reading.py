from __future__ import annotations

from typing import TYPE_CHECKING

from ..visitor import box

if TYPE_CHECKING:
    from ..visitor import Visitor


def test_the_newest_revision_is_read(ada: Visitor) -> None:
    session_id = ada.begin()
    ada.save(session_id, 0, box("a", customData={"kind": "cache"}))
    answer = ada.get(f"/api/sessions/{session_id}/reading").json
    assert answer["revision"] == 1
    assert [(c["id"], c["kind"]) for c in answer["reading"]["components"]] == [("a", "cache")]


def test_deleted_elements_are_not_read(ada: Visitor) -> None:
    session_id = ada.begin()
    ada.save(session_id, 0, box("a", customData={"kind": "cache"}, isDeleted=True))
    assert ada.get(f"/api/sessions/{session_id}/reading").json["reading"]["components"] == []
