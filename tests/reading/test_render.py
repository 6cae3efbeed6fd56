from __future__ import annotations

import json

from drawing import arrow, box, read, shape, text

from whiteboard.reading.render import reading_json


def test_a_reading_is_plain_json() -> None:
    pair = box("a", "Web app", 40, 60), box("b", "Orders DB", 240, 60)
    frame = shape("vpc", 0, 0, 400, 200), text("VPC", 10, 5)
    reading = read(pair, frame, arrow("x", (160, 90), (240, 90)), arrow("y", (900, 0), (950, 0)), text("hello", 0, 300))
    plain = json.loads(json.dumps(reading_json(reading)))
    assert list(plain) == ["components", "connections", "groups", "notes", "unclear", "designs"]
    assert plain["connections"][0] == {
        "id": "x",
        "from": "a",
        "to": "b",
        "label": "",
        "direction": "forward",
        "directed": True,
        "style": None,
        "step": None,
        "access": None,
        "element_ids": ["x"],
    }
    assert plain["components"][0]["also"] == []
    assert plain["components"][0]["properties"]["standing"] is None
    assert {"id", "label", "kind", "confidence", "reason", "technology", "replicas", "notes", "element_ids"} < set(
        plain["components"][0]
    )
