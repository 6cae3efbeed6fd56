"""Fixes: shown on the board as a ghost, put there as one step, checked again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect

from .sitting import Sitting

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

DIRECT = "no-direct-store-access"


def offer(sitting: Sitting) -> Locator:
    return sitting.finding(DIRECT).locator(".fix")


def shapes(sitting: Sitting) -> list[dict[str, Any]]:
    return [element for element in sitting.stored() if element["type"] in ("rectangle", "ellipse")]


def overlap(a: dict[str, Any], b: dict[str, Any]) -> bool:
    across = a["x"] < b["x"] + b["width"] and b["x"] < a["x"] + a["width"]
    return bool(across and a["y"] < b["y"] + b["height"] and b["y"] < a["y"] + a["height"])


def test_a_fix_is_shown_without_touching_the_board(page: Page, assessed: Sitting) -> None:
    before = assessed.stored()
    offer(assessed).get_by_role("button", name="Show me").click()
    expect(page.locator(".ghost .shape").first).to_be_in_viewport()
    expect(page.get_by_role("status")).to_contain_text("Shown on the board, not yet drawn")
    offer(assessed).get_by_role("button", name="Hide").click()
    expect(page.locator(".ghost")).to_have_count(0)
    assessed.saved()
    assert assessed.stored() == before


def test_an_applied_fix_is_drawn_cleanly_and_mends_the_problem(page: Page, assessed: Sitting) -> None:
    offer(assessed).get_by_role("button", name="Apply").click()
    expect(page.get_by_role("status")).to_contain_text("The board has changed")
    expect(page.get_by_text("The board has changed since")).to_be_visible()
    assessed.saved()
    drawn = shapes(assessed)
    assert len(drawn) > 2
    assert not any(overlap(a, b) for i, a in enumerate(drawn) for b in drawn[i + 1 :])
    bound = {element["id"]: {other["id"] for other in element["boundElements"]} for element in drawn}
    arrows = [element for element in assessed.stored() if element["type"] == "arrow"]
    assert len(arrows) > 1
    for arrow in arrows:
        assert arrow["id"] in bound[arrow["startBinding"]["elementId"]] & bound[arrow["endBinding"]["elementId"]]
    again = offer(assessed).get_by_role("button", name="Check again")
    expect(again).to_be_focused()
    with page.expect_response(lambda answer: answer.url.endswith("/assessments")):
        page.keyboard.press("Enter")
    expect(assessed.finding(DIRECT)).not_to_have_attribute("data-status", "problem")


def test_undo_takes_an_applied_fix_back_in_one_step(page: Page, assessed: Sitting) -> None:
    offer(assessed).get_by_role("button", name="Apply").click()
    expect(offer(assessed)).to_contain_text("On the board now")
    offer(assessed).get_by_role("button", name="Undo").click()
    expect(offer(assessed).get_by_role("button", name="Apply")).to_be_visible()
    assessed.saved()
    assert len(shapes(assessed)) == 2
    assert len([element for element in assessed.stored() if element["type"] == "arrow"]) == 1


def test_a_fix_is_shown_hidden_and_applied_by_keyboard(page: Page, assessed: Sitting) -> None:
    offer(assessed).get_by_role("button", name="Show me").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".ghost")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.locator(".ghost")).to_have_count(0)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(offer(assessed)).to_contain_text("On the board now")


def test_a_fix_for_what_is_gone_is_refused(page: Page, assessed: Sitting) -> None:
    assessed.outline()
    assessed.row("Client").get_by_role("button", name="Delete Client").click()
    expect(assessed.rows).to_have_count(1)
    page.get_by_role("tab", name="Feedback").click()
    offer(assessed).get_by_role("button", name="Apply").click()
    expect(offer(assessed)).to_contain_text("The board has changed too much for this fix")
