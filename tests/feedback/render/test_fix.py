from __future__ import annotations

import json

from whiteboard.feedback.render.fix import fix_json
from whiteboard.model.architecture import Component, Connection
from whiteboard.model.fix import AddComponent, Connect, Disconnect, Fix, Replicate, Reroute

FIX = Fix(
    summary="Put a cache there.",
    edits=(
        AddComponent(component=Component(id="new", label="Cache", kind="cache"), beside=("api",)),
        Connect(connection=Connection(id="c9", source="api", target="new")),
        Disconnect(connection_id="c1"),
        Reroute(connection_id="c2", source="web", target="api"),
        Replicate(component_id="db", replicas=2),
    ),
)


def test_each_edit_says_what_it_is() -> None:
    data = fix_json(FIX)
    assert data is not None
    assert data["summary"] == "Put a cache there."
    assert [edit["edit"] for edit in data["edits"]] == [
        "add_component",
        "connect",
        "disconnect",
        "reroute",
        "replicate",
    ]
    assert data["edits"][3] == {"edit": "reroute", "connection_id": "c2", "source": "web", "target": "api"}
    assert data["edits"][0]["component"]["label"] == "Cache"
    assert json.dumps(data)


def test_no_fix() -> None:
    assert fix_json(None) is None
