from __future__ import annotations

import pytest
from sketch import sketch

from whiteboard.checks.types.edge_served import EdgeServed
from whiteboard.model.scenario import Role

from ..judging import ROLES, context, judge, make


@pytest.fixture(autouse=True)
def _cdn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(ROLES, "cdn", Role(kind=("cdn",)))


NEAR = make(EdgeServed, **{"from": "client"}, by="cdn", content=["media"])


@pytest.mark.parametrize(
    "lines",
    [
        ["web(client) --> cdn(cdn) --> files(object_store)"],
        ["web(client) --> dns(dns) --> cdn(cdn) --> lb(load_balancer) --> api"],
        ["files(object_store) --> cdn(cdn) --> web(client)"],
        ["web(client) <-> cdn(cdn)"],
    ],
)
def test_clients_fetch_from_near(lines: list[str]) -> None:
    assert judge(NEAR, sketch(*lines)).status == "pass"


@pytest.mark.parametrize(
    "lines",
    [
        ["web(client) --> photo_service --> files(object_store)"],
        ["web(client) --> api --> images(object_store)"],
        ["web(client) --> api -[video]-> files(object_store)"],
        ["web(client) --> api --> files(object_store)", "cdn(cdn) --> files"],
    ],
)
def test_media_come_all_the_way(lines: list[str]) -> None:
    assert judge(NEAR, sketch(*lines)).status == "problem"


@pytest.mark.parametrize(
    "lines",
    [
        ["web(client) --> api --> files(object_store)"],
        ["web(client) --> video_call_service"],
        ["deploy(worker) --> docker_images(object_store)"],
    ],
)
def test_no_media(lines: list[str]) -> None:
    assert judge(NEAR, sketch(*lines)).status == "not_applicable"


def test_nobody_is_drawn_that_fetches() -> None:
    assert judge(NEAR, sketch("cdn(cdn) --> files(object_store)")).status == "not_shown"


def test_it_proposes_a_cdn_before_the_files() -> None:
    reading = sketch("web(client) --> photo_service --> files(object_store)")
    first = next(NEAR.mends(context(reading, NEAR)))
    assert [type(edit).__name__ for edit in first] == ["AddComponent", "Connect", "Connect"]
