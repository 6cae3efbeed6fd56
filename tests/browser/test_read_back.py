"""Read-back: how each box was read, on the drawing and beside it, and the corrections of it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from .sitting import Sitting, drop

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page


def mark(page: Page, name: str) -> Locator:
    """The mark on a component, by its name."""
    return page.locator(".mark").filter(has=page.get_by_label(f"Kind of {name}, on the board"))


def correct(page: Page, name: str, kind: str) -> None:
    """Correct a kind on the drawing itself."""
    mark(page, name).hover()
    mark(page, name).get_by_role("combobox").select_option(label=kind)


@pytest.fixture
def sitting(page: Page) -> Sitting:
    """A board with a box that a person wrote “Redis” in."""
    begun = Sitting.begin(page, None)
    begun.box("Redis", 300, 200)
    begun.outline()
    expect(mark(page, "Redis")).to_contain_text("Cache")
    return begun


def test_a_kind_corrected_on_the_drawing_stays_after_a_reload(page: Page, sitting: Sitting) -> None:
    correct(page, "Redis", "Queue")
    expect(sitting.row("Redis").get_by_label("Kind of Redis", exact=True)).to_have_value("queue")
    sitting.saved()
    page.reload()
    sitting.ready().outline()
    expect(mark(page, "Redis")).to_contain_text("Queue")


def test_undo_takes_a_correction_back(page: Page, sitting: Sitting) -> None:
    correct(page, "Redis", "Queue")
    expect(mark(page, "Redis")).to_contain_text("Queue")
    sitting.press("Control+z")
    expect(mark(page, "Redis")).to_contain_text("Cache")


def test_a_new_label_retires_the_correction_and_says_so(page: Page, sitting: Sitting) -> None:
    correct(page, "Redis", "Queue")
    expect(mark(page, "Redis")).to_contain_text("Queue")
    sitting.row("Redis").get_by_role("button", name="Rename Redis").click()
    page.keyboard.type("Orders DB")
    page.keyboard.press("Enter")
    told = page.locator(".doubt")
    expect(told).to_contain_text("You had set this to queue for “Redis”; the label is now “Orders DB”")
    expect(mark(page, "Orders DB")).to_have_text(re.compile(r"\?"))
    told.get_by_role("button", name="Still queue").click()
    expect(told).to_have_count(0)
    expect(mark(page, "Orders DB")).to_contain_text("Queue")


def test_one_key_after_the_other_answers_all_questions(page: Page) -> None:
    sitting = Sitting.begin(page, None)
    sitting.box("Orders", 300, 200)
    sitting.box("Billing", 300, 400)
    sitting.outline()
    questions = page.locator(".doubt")
    expect(questions).to_have_count(2)
    questions.first.get_by_role("button", name="Right:").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(questions).to_have_count(0)


def test_a_kind_is_chosen_by_typing_and_set_with_enter(page: Page) -> None:
    sitting = Sitting.begin(page, None)
    sitting.box("Orders", 300, 200)
    sitting.outline()
    page.get_by_label("What Orders is").focus()
    page.keyboard.type("Queue")
    expect(page.locator(".doubt")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(mark(page, "Orders")).to_contain_text("Queue")
    expect(page.locator(".doubt")).to_have_count(0)


def test_copies_are_corrected_by_number(page: Page, sitting: Sitting) -> None:
    copies = sitting.row("Redis").get_by_label("Copies of Redis")
    copies.fill("3")
    copies.press("Enter")
    sitting.saved()
    page.reload()
    sitting.ready().outline()
    expect(sitting.row("Redis").get_by_label("Copies of Redis")).to_have_value("3")


def test_a_connection_is_turned_and_undo_turns_it_back(page: Page) -> None:
    sitting = Sitting.begin(page, None)
    sitting.add("Client", "Service")
    sitting.outline()
    sitting.connect("Client", "Service")
    sitting.links("Client").get_by_label("Direction of the connection").select_option(label="← from")
    expect(sitting.links("Service")).to_contain_text("Client")
    sitting.press("Control+z")
    expect(sitting.links("Client")).to_contain_text("Service")
    sitting.links("Client").get_by_label("Direction of the connection").select_option(label="↔ both")
    sitting.saved()
    arrow = next(element for element in sitting.stored() if element["type"] == "arrow")
    assert (arrow["startArrowhead"], arrow["endArrowhead"]) == ("arrow", "arrow")


def test_marks_are_there_with_the_outline_and_can_be_put_away_for_good(page: Page, sitting: Sitting) -> None:
    page.get_by_role("tab", name="Feedback").click()
    expect(page.locator(".mark")).to_have_count(0)
    sitting.outline()
    expect(page.locator(".mark")).to_have_count(1)
    page.get_by_label("Show on the board how I read it").uncheck()
    expect(page.locator(".mark")).to_have_count(0)
    sitting.saved()
    page.reload()
    sitting.ready().outline()
    expect(sitting.rows).to_have_count(1)
    expect(page.locator(".mark")).to_have_count(0)


def v_shaped(page: Page) -> Sitting:
    """A board with an arrow that goes from a service to a database and back."""
    sitting = Sitting.begin(page, None)
    sitting.box("Orders service", 260, 200)
    sitting.box("Orders DB", 560, 200)
    sitting.saved()
    box = next(e for e in sitting.stored() if e["type"] == "rectangle")
    shape = {k: box[k] for k in ("angle", "strokeColor", "groupIds", "seed", "opacity", "strokeWidth", "roughness")}
    bound = {"elementId": box["id"], "focus": 0, "gap": 4}
    arrow = {
        **shape,
        "id": "round",
        "type": "arrow",
        "x": box["x"] + 124,
        "y": box["y"] + 20,
        "width": 172,
        "height": 30,
        "points": [[0, 0], [172, 15], [0, 30]],
        "startBinding": bound,
        "endBinding": bound,
        "startArrowhead": None,
        "endArrowhead": "arrow",
        "version": 1,
        "versionNonce": 1,
        "isDeleted": False,
    }
    drawing = {"type": "excalidraw", "version": 2, "elements": [*sitting.stored(), arrow], "files": {}}
    drop(page, ".excalidraw__canvas.interactive", "round.excalidraw", json.dumps(drawing))
    page.locator(".modal").get_by_role("button", name="Replace").click()
    sitting.outline()
    expect(sitting.links("Orders service")).to_contain_text("Orders DB")
    return sitting


def test_an_arrow_there_and_back_runs_one_way_when_one_says_so(page: Page) -> None:
    sitting = v_shaped(page)
    direction = sitting.links("Orders service").get_by_label("Direction of the connection")
    expect(direction).to_have_value("both")
    direction.select_option(label="← from")
    expect(sitting.links("Orders DB")).to_contain_text("Orders service")
    sitting.press("Control+z")
    expect(sitting.links("Orders service")).to_contain_text("Orders DB")


def test_a_connection_is_labelled_from_the_outline(page: Page) -> None:
    sitting = Sitting.begin(page, None)
    sitting.add("Client", "Service")
    sitting.outline()
    sitting.connect("Client", "Service")
    for label in ("GET /orders", "POST /orders"):
        sitting.links("Client").get_by_role("button", name="Label the connection").click()
        page.keyboard.type(label)
        page.keyboard.press("Enter")
        expect(sitting.links("Client")).to_contain_text(label)
    sitting.saved()
    arrow = next(element for element in sitting.stored() if element["type"] == "arrow")
    texts = [element for element in sitting.stored() if element.get("containerId") == arrow["id"]]
    assert [text["originalText"] for text in texts] == ["POST /orders"]
    sitting.links("Client").get_by_role("button", name="Label the connection").click()
    page.keyboard.press("Delete")
    page.keyboard.press("Enter")
    expect(sitting.links("Client")).not_to_contain_text("orders")
