"""The palette: search, click, drag."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from .sitting import Sitting

if TYPE_CHECKING:
    from playwright.sync_api import Page


def test_enter_adds_the_first_that_was_found(page: Page) -> None:
    sitting = Sitting.begin(page, None)
    page.get_by_label("Search components").fill("object")
    page.keyboard.press("Enter")
    sitting.outline()
    expect(sitting.row("Object store")).to_be_visible()


def test_what_was_clicked_in_can_be_undone_from_the_keyboard(page: Page) -> None:
    sitting = Sitting.begin(page, None)
    sitting.add("Cache")
    sitting.outline()
    expect(sitting.rows).to_have_count(1)
    page.get_by_role("button", name="Queue", exact=True).click()
    expect(sitting.rows).to_have_count(2)
    page.keyboard.press("Control+z")
    expect(sitting.rows).to_have_count(1)


def test_a_component_can_be_dragged_onto_the_board(page: Page) -> None:
    sitting = Sitting.begin(page, None)
    item = page.get_by_role("button", name="Queue", exact=True)
    item.drag_to(page.locator(".excalidraw__canvas.interactive"), target_position={"x": 350, "y": 300})
    sitting.outline()
    expect(sitting.row("Queue").get_by_label("Kind of Queue")).to_have_value("queue")


def test_components_are_filled_carry_their_kind_and_do_not_overlap(page: Page) -> None:
    sitting = Sitting.begin(page, None)
    sitting.add("Client", "Load balancer", "Service", "Cache")
    sitting.saved()
    shapes = [element for element in sitting.stored() if element["type"] != "text"]
    assert [shape["customData"]["kind"] for shape in shapes] == ["client", "load_balancer", "service", "cache"]
    assert all(shape["fillStyle"] == "solid" and shape["backgroundColor"] != "transparent" for shape in shapes)
    boxes = [(s["x"], s["y"], s["x"] + s["width"], s["y"] + s["height"]) for s in shapes]
    assert not any(
        a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3] for i, a in enumerate(boxes) for b in boxes[i + 1 :]
    )
