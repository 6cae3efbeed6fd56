"""Saving: what was shown as saved is there, and what could not be saved is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from .sitting import Sitting

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page
    from server import Server

    from .watch import Watch

OFFLINE = "Offline: kept here, will save"


def labels(sitting: Sitting) -> list[str]:
    return sorted(element["originalText"] for element in sitting.stored() if element["type"] == "text")


def test_a_reload_keeps_what_was_drawn(page: Page) -> None:
    sitting = Sitting.begin(page, None)
    sitting.box("Web app", 300, 200)
    sitting.saved()
    page.reload()
    sitting.ready().outline()
    expect(sitting.row("Web app")).to_be_visible()


def test_what_was_shown_as_saved_survives_a_kill(page: Page, server: Server, watch: Watch) -> None:
    watch.allow("ERR_CONNECTION")
    sitting = Sitting.begin(page, None)
    sitting.add("Cache")
    sitting.saved()
    server.kill()
    server.start()
    page.reload()
    sitting.ready().outline()
    expect(sitting.row("Cache")).to_be_visible()


def test_drawing_while_the_server_is_down_is_kept_over_a_reload_and_saved_later(
    page: Page, server: Server, watch: Watch
) -> None:
    watch.allow("ERR_CONNECTION")
    sitting = Sitting.begin(page, None)
    server.kill()
    sitting.add("Cache")
    expect(sitting.status).to_have_text(OFFLINE)
    server.start()
    page.reload()
    sitting.ready().saved()
    assert labels(sitting) == ["Cache"]


def test_drawing_offline_is_saved_when_the_network_is_back(page: Page, context: BrowserContext, watch: Watch) -> None:
    watch.allow("ERR_INTERNET_DISCONNECTED")
    sitting = Sitting.begin(page, None)
    context.set_offline(True)
    sitting.add("Queue")
    expect(sitting.status).to_have_text(OFFLINE)
    context.set_offline(False)
    sitting.saved()
    assert labels(sitting) == ["Queue"]


def test_two_tabs_on_one_session_merge(page: Page, context: BrowserContext) -> None:
    one = Sitting.begin(page, None)
    other = Sitting(context.new_page())
    other.page.goto(page.url)
    other.ready()
    one.add("Cache")
    other.add("Queue")
    one.saved()
    other.saved()
    for sitting in (one, other):
        sitting.outline()
        expect(sitting.row("Cache")).to_be_visible()
        expect(sitting.row("Queue")).to_be_visible()
    assert labels(one) == ["Cache", "Queue"]


def test_a_refusal_is_told_and_nothing_is_lost(page: Page, watch: Watch) -> None:
    watch.allow("413")
    sitting = Sitting.begin(page, None)
    refusal = {"error": {"status": 413, "message": "the request is too large", "problems": []}}
    page.route("**/board", lambda route: route.fulfill(status=413, json=refusal))
    sitting.add("Cache")
    expect(page.get_by_role("alert")).to_contain_text("the request is too large")
    page.unroute("**/board")
    page.get_by_role("button", name="Try again").click()
    sitting.saved()
    assert labels(sitting) == ["Cache"]
