"""Feedback on the drawing: pins, evidence, and what the board has outgrown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from .sitting import Sitting, drop

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import BrowserContext, Page

CACHE = "cache-on-read-path"


@pytest.fixture
def assessed(page: Page) -> Sitting:
    """Feedback on a board whose reads go straight to the database."""
    sitting = Sitting.begin(page)
    sitting.add("Client", "Service", "Relational database")
    sitting.outline()
    sitting.connect("Client", "Service")
    sitting.connect("Service", "Relational database")
    sitting.ask()
    return sitting


def test_pointing_at_a_finding_lights_up_its_evidence(page: Page, assessed: Sitting) -> None:
    expect(page.locator(".halos path")).to_have_count(0)
    assessed.finding(CACHE).hover()
    expect(page.locator(".halos path")).to_have_count(5)


def test_choosing_a_finding_brings_its_evidence_into_view_and_selects_it(page: Page, assessed: Sitting) -> None:
    pin = page.get_by_role("button", name="Finding 1:")
    page.locator(".excalidraw__canvas.interactive").hover()
    page.mouse.wheel(0, 5000)
    expect(pin).not_to_be_in_viewport()
    assessed.finding(CACHE).get_by_role("heading").get_by_role("button").click()
    expect(pin).to_be_in_viewport()
    expect(page.locator(".App-menu__left")).to_have_count(1)


def test_a_pin_leads_to_its_finding(page: Page, assessed: Sitting) -> None:
    assessed.outline()
    number = "1"
    page.get_by_role("button", name=f"Finding {number}:").click()
    chosen = page.locator('.finding[data-chosen="true"]')
    expect(chosen.locator(".number")).to_have_text(number)
    expect(chosen).to_be_in_viewport()


def test_findings_are_outdated_once_the_board_changes(page: Page, assessed: Sitting) -> None:
    expect(page.get_by_text("The board has changed since")).to_have_count(0)
    assessed.outline()
    assessed.row("Service").get_by_role("button", name="Delete Service").click()
    page.get_by_role("tab", name="Feedback").click()
    expect(page.get_by_text("The board has changed since")).to_be_visible()
    expect(assessed.finding(CACHE).get_by_text("changed since")).to_be_visible()
    with page.expect_response(lambda answer: answer.url.endswith("/assessments")):
        page.get_by_role("button", name="Check again").click()
    expect(page.get_by_text("The board has changed since")).to_have_count(0)


def test_the_last_feedback_is_there_after_a_reload(page: Page, assessed: Sitting) -> None:
    headline = assessed.verdict.get_by_role("heading").inner_text()
    page.reload()
    expect(assessed.ready().verdict.get_by_role("heading")).to_have_text(headline)


def test_feedback_is_announced(page: Page, assessed: Sitting) -> None:
    expect(page.get_by_role("status")).to_contain_text("Feedback:")


def test_an_empty_board_earns_nothing(page: Page) -> None:
    sitting = Sitting.begin(page)
    sitting.ask()
    expect(sitting.verdict).to_contain_text("Nothing to check yet")


def test_on_a_phone_the_drawing_stays_in_view_above_the_feedback(new_context: Callable[..., BrowserContext]) -> None:
    page = new_context(viewport={"width": 390, "height": 844}, reduced_motion="reduce").new_page()
    sitting = Sitting.begin(page, None)
    expect(page.locator(".stage-hint")).to_be_visible()
    drop(
        page,
        ".excalidraw__canvas.interactive",
        "board.mmd",
        "flowchart LR\n  a[Web app] --> b[Shop service] --> c[(Orders DB)]",
    )
    expect(page.locator(".stage-hint")).to_have_count(0)
    sitting.ask()
    page.locator(".journeys summary").click()
    page.locator(".journeys .correct").first.click()
    board = page.locator(".stage").bounding_box()
    assert board is not None
    picks = page.locator("button.pick")
    expect(picks).to_have_count(3)
    places = [place for pick in picks.all() if (place := pick.bounding_box())]
    assert min(place["x"] for place in places) >= 0
    assert max(place["x"] + place["width"] for place in places) <= board["width"]
    assert max(place["y"] + place["height"] for place in places) <= board["y"] + board["height"]
    assert sum(place["width"] for place in places) > board["width"] / 3
