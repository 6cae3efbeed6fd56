"""Journeys: which way the feedback took, and how a person says it better."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from .sitting import Sitting, drop

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

BOARD = """\
flowchart LR
  web[Web app] --> shop[Shop service] --> db[(Orders DB)]
  shop --> search[Search service] --> db
"""


@pytest.fixture
def journey(page: Page) -> Locator:
    """The journey of requests, on a board with a shorter and a longer way."""
    sitting = Sitting.begin(page, None)
    drop(page, ".excalidraw__canvas.interactive", "board.mmd", BOARD)
    sitting.outline()
    expect(sitting.rows).to_have_count(4)
    sitting.ask()
    page.locator(".journeys summary").click()
    return page.locator('[data-journey="request"]')


def correct(journey: Locator) -> None:
    journey.get_by_role("button", name="Request takes another way").click()


def test_a_way_is_picked_on_the_drawing_and_kept(page: Page, journey: Locator) -> None:
    expect(journey).to_contain_text("Web app → Shop service → Orders DB")
    correct(journey)
    for name in ("Web app", "Shop service", "Search service", "Orders DB"):
        page.get_by_role("button", name=f"Pick {name}").click()
    expect(page.locator(".pick .number")).to_have_text(["1", "2", "3", "4"])
    journey.get_by_role("button", name="This is the way").click()
    expect(journey).to_contain_text("Web app → Shop service → Search service → Orders DB")
    expect(page.locator(".pick")).to_have_count(0)
    page.reload()
    page.locator(".journeys summary").click()
    expect(journey).to_contain_text("Search service → Orders DB")
    journey.get_by_role("button", name="Take back").click()
    expect(journey).to_contain_text("Web app → Shop service → Orders DB")


def test_a_way_is_picked_by_keyboard_from_a_list(page: Page, journey: Locator) -> None:
    keys = page.keyboard
    journey.get_by_role("button", name="Request takes another way").focus()
    keys.press("Enter")
    expect(journey.get_by_label("It begins at")).to_be_focused()
    for name in ("Web", "Shop", "Search"):
        keys.type(name)
        keys.press("Tab")
        keys.press("Enter")
        expect(journey.get_by_role("list", name="Picked so far")).to_contain_text(name)
    expect(journey.get_by_label("Then it passes").locator("option")).to_have_text(["Orders DB"])
    journey.get_by_role("button", name="This is the way").focus()
    keys.press("Enter")
    expect(journey).to_contain_text("You said")
    expect(journey.get_by_role("button", name="Request takes another way")).to_be_focused()


def test_picking_can_be_taken_back_and_left(page: Page, journey: Locator) -> None:
    correct(journey)
    page.get_by_role("button", name="Pick Web app").click()
    expect(journey.get_by_role("button", name="This is the way")).to_be_disabled()
    journey.get_by_role("button", name="One back").click()
    expect(page.locator("button.pick")).to_have_count(4)
    page.keyboard.press("Escape")
    expect(page.locator(".pick")).to_have_count(0)
    expect(journey.get_by_role("button", name="Request takes another way")).to_be_focused()


def test_a_way_that_is_no_longer_drawn_is_told_and_can_be_forgotten(page: Page, journey: Locator) -> None:
    correct(journey)
    for name in ("Web app", "Shop service", "Search service"):
        page.get_by_role("button", name=f"Pick {name}").click()
    journey.get_by_role("button", name="This is the way").click()
    expect(journey).to_contain_text("You said")
    sitting = Sitting(page)
    sitting.outline()
    sitting.row("Search service").get_by_role("button", name="Delete Search service").click()
    sitting.ask()
    page.locator(".journeys summary").click()
    expect(journey).to_contain_text("no longer drawn")
    journey.get_by_role("button", name="Forget what I told").click()
    expect(journey).not_to_contain_text("no longer drawn")
