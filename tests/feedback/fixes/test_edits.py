from __future__ import annotations

from dataclasses import replace

import pytest
from sketch import sketch

from whiteboard.feedback.fixes.edits import edited
from whiteboard.model.architecture import Component, Connection
from whiteboard.model.fix import AddComponent, Connect, Disconnect, Edit, Replicate, Reroute

BOARD = sketch("web(client) --> api -[read]-> db(datastore)")
CACHE = Component(id="redis", label="Redis", kind="cache")


def test_all_edits_are_made_in_their_order() -> None:
    after = edited(
        BOARD,
        [
            AddComponent(component=CACHE),
            Connect(connection=Connection(id="c0", source="api", target="redis")),
            Reroute(connection_id="c2", source="redis", target="db"),
            Disconnect(connection_id="c1"),
            Replicate(component_id="db", replicas=3),
        ],
    ).architecture
    assert list(after.component) == ["api", "db", "redis", "web"]
    assert [(c.source, c.target, c.label) for c in after.connections] == [("api", "redis", ""), ("redis", "db", "read")]
    assert after.component["db"].replicas == 3


def test_the_board_stays_as_it_is() -> None:
    edited(BOARD, [AddComponent(component=CACHE)])
    assert sketch("web(client) --> api -[read]-> db(datastore)") == BOARD


def test_a_new_component_belongs_to_the_design_it_is_placed_in() -> None:
    two = replace(BOARD, designs=(("api", "web"), ("db",)))
    assert edited(two, [AddComponent(component=CACHE, beside=("db",))]).designs == (("api", "web"), ("db", "redis"))


def test_a_connection_may_end_at_a_boundary() -> None:
    board = sketch("web(client) --> api", groups={"tier": ["api"]})
    after = edited(board, [Reroute(connection_id="c1", source="web", target="tier")])
    assert after.architecture.connection["c1"].target == "tier"


@pytest.mark.parametrize(
    ("edit", "message"),
    [
        (AddComponent(component=replace(CACHE, id="api")), "“api” is on the board already"),
        (Connect(connection=Connection(id="c1", source="web", target="db")), "“c1” is on the board already"),
        (Connect(connection=Connection(id="c9", source="web", target="s3")), "“c9” ends at “s3”, which is not"),
        (Reroute(connection_id="c1", source="web", target="s3"), "“c1” ends at “s3”, which is not"),
        (Reroute(connection_id="c9", source="web", target="db"), "“c9” is not on the board"),
        (Disconnect(connection_id="c9"), "“c9” is not on the board"),
        (Replicate(component_id="s3", replicas=2), "“s3” is not on the board"),
    ],
)
def test_an_edit_that_does_not_fit(edit: Edit, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        edited(BOARD, [edit])
