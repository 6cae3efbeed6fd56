"""The outline: the twin of the canvas, and every edit of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from .sitting import Sitting

if TYPE_CHECKING:
    from playwright.sync_api import Page


def test_renaming_sets_the_label_on_the_board(page: Page) -> None:
    sitting = Sitting.begin(page, None)
    sitting.add("Service")
    sitting.outline()
    sitting.row("Service").get_by_role("button", name="Rename Service").click()
    page.keyboard.type("Checkout")
    page.keyboard.press("Enter")
    expect(sitting.row("Checkout")).to_be_visible()
    assert [e["originalText"] for e in sitting.stored() if e["type"] == "text"] == ["Checkout"]


def test_a_kind_that_was_set_stays_with_the_drawing(page: Page) -> None:
    sitting = Sitting.begin(page, None)
    sitting.box("Thing", 300, 200)
    sitting.outline()
    sitting.row("Thing").get_by_label("Kind of Thing", exact=True).select_option(label="Cache")
    sitting.saved()
    page.reload()
    sitting.ready().outline()
    expect(sitting.row("Thing").get_by_label("Kind of Thing", exact=True)).to_have_value("cache")


def test_what_is_doubtful_is_asked_and_settled_with_one_click(page: Page) -> None:
    sitting = Sitting.begin(page, None)
    sitting.box("Orders", 300, 200)
    sitting.outline()
    doubt = page.locator(".doubt", has_text="Orders")
    doubt.get_by_role("button", name="Right:").click()
    expect(doubt).to_have_count(0)


def test_deleting_a_component_takes_its_connections_along_and_undo_brings_all_back(page: Page) -> None:
    sitting = Sitting.begin(page, None)
    sitting.add("Client", "Service")
    sitting.outline()
    sitting.connect("Client", "Service")
    sitting.row("Service").get_by_role("button", name="Delete Service").click()
    expect(sitting.rows).to_have_count(1)
    expect(page.get_by_text("1 component, 0 connections")).to_be_visible()
    sitting.press("Control+z")
    expect(sitting.links("Client")).to_contain_text("Service")


def test_an_arrow_of_the_outline_is_bound_at_both_ends(page: Page) -> None:
    sitting = Sitting.begin(page, None)
    sitting.add("Client", "Service")
    sitting.outline()
    sitting.connect("Client", "Service")
    elements = sitting.stored()
    arrow = next(element for element in elements if element["type"] == "arrow")
    ends = {arrow["startBinding"]["elementId"], arrow["endBinding"]["elementId"]}
    shapes = {element["id"]: element for element in elements if element["type"] == "rectangle"}
    assert ends == set(shapes)
    assert all({"id": arrow["id"], "type": "arrow"} in shape["boundElements"] for shape in shapes.values())
