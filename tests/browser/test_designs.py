"""Several designs on one board: which one is meant, said on the drawing and in the feedback."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from .sitting import TWO_DESIGNS, Sitting, drop

if TYPE_CHECKING:
    from playwright.sync_api import Page


@pytest.fixture
def sitting(page: Page) -> Sitting:
    """A board with two designs."""
    begun = Sitting.begin(page, None)
    drop(page, ".excalidraw__canvas.interactive", "two.mmd", TWO_DESIGNS)
    begun.outline()
    expect(page.locator(".design-frame")).to_have_count(2)
    return begun


def test_the_board_and_the_panels_ask_which_design_is_meant(page: Page, sitting: Sitting) -> None:
    choice = page.get_by_role("group", name="2 designs on this board")
    expect(choice.get_by_role("radio", name="All together")).to_be_checked()
    expect(sitting.rows).to_have_count(7)
    page.get_by_role("tab", name="Feedback").click()
    expect(choice).to_be_visible()


def test_the_chosen_design_is_read_out_veils_the_other_and_stays_after_a_reload(page: Page, sitting: Sitting) -> None:
    page.get_by_role("radio", name="Design 2").check()
    expect(sitting.rows).to_have_count(3)
    expect(page.locator(".veil path")).not_to_have_count(0)
    page.reload()
    sitting.ready().outline()
    expect(page.get_by_role("radio", name="Design 2")).to_be_checked()
    expect(sitting.rows).to_have_count(3)


def test_a_design_is_chosen_on_the_drawing_and_by_keyboard(page: Page, sitting: Sitting) -> None:
    frame = page.locator(".design-frame").get_by_role("button", name="Design 1")
    frame.click()
    expect(sitting.rows).to_have_count(4)
    frame.click()
    expect(sitting.rows).to_have_count(7)
    page.get_by_role("radio", name="All together").focus()
    page.keyboard.press("ArrowRight")
    expect(sitting.rows).to_have_count(4)


def test_feedback_is_about_the_chosen_design_and_follows_the_choice(page: Page, sitting: Sitting) -> None:
    page.get_by_role("radio", name="Design 2").check()
    expect(sitting.rows).to_have_count(3)
    sitting.ask()
    expect(sitting.verdict).to_contain_text("Design 2")
    expect(page.locator(".path li", has_text="Shop service")).to_have_count(0)
    with page.expect_response(lambda answer: answer.url.endswith("/assessments")):
        page.get_by_role("radio", name="Design 1").check()
    expect(sitting.verdict).to_contain_text("Design 1")
    expect(page.locator(".path li", has_text="Basket service")).to_have_count(0)
