"""GET /api/catalog: the kinds a component can be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, jsonify, request

from whiteboard.web.services import services

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from whiteboard.catalog.catalog import Catalog

blueprint = Blueprint("api_catalog", __name__)


@blueprint.get("/api/catalog")
def show() -> ResponseReturnValue:
    """Answer with all kinds, or 304 when the caller has them."""
    response = jsonify(kinds=kinds_json(services().catalog))
    response.add_etag()
    return response.make_conditional(request)


def kinds_json(catalog: Catalog) -> list[dict[str, str | bool | None]]:
    """Write the tree of kinds, in the catalog's order; an abstract one only holds others."""
    return [
        {
            "id": kind.id,
            "title": kind.title,
            "parent": kind.parent,
            "description": kind.description,
            "abstract": kind.abstract,
        }
        for kind in catalog.kinds.values()
    ]
