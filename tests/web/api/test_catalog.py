from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..visitor import Visitor


def test_every_kind_is_there_with_its_parent(ada: Visitor) -> None:
    kinds = {kind["id"]: kind for kind in ada.get("/api/catalog").json["kinds"]}
    assert kinds["relational_db"]["parent"] == "datastore"
    assert all(kind["title"] and kind["description"] for kind in kinds.values())
    assert {kind["parent"] for kind in kinds.values()} <= {None, *kinds}


def test_a_caller_who_has_the_catalog_gets_304(ada: Visitor) -> None:
    tag = ada.get("/api/catalog").headers["ETag"]
    assert ada.get("/api/catalog", headers={"If-None-Match": tag}).status_code == 304
