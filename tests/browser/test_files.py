"""Opening drawings: on the gallery and on the board, good ones and bad ones."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from .sitting import Sitting, drop, scene, write_scene

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from .watch import Watch

SKETCH = json.dumps(scene("Web app", "Checkout"))
DRAWIO = """\
<mxfile><diagram name="Shop"><mxGraphModel><root>
  <mxCell id="0"/><mxCell id="1" parent="0"/>
  <mxCell id="app" value="Web app" style="rounded=1" vertex="1" parent="1">
    <mxGeometry x="40" y="40" width="120" height="60" as="geometry"/></mxCell>
  <mxCell id="shop" value="Checkout service" vertex="1" parent="1">
    <mxGeometry x="280" y="40" width="140" height="60" as="geometry"/></mxCell>
  <mxCell id="db" value="Orders DB" style="shape=cylinder3" vertex="1" parent="1">
    <mxGeometry x="540" y="30" width="120" height="80" as="geometry"/></mxCell>
  <mxCell id="e1" edge="1" parent="1" source="app" target="shop"><mxGeometry relative="1" as="geometry"/></mxCell>
  <mxCell id="e2" edge="1" parent="1" source="shop" target="db"><mxGeometry relative="1" as="geometry"/></mxCell>
</root></mxGraphModel></diagram></mxfile>
"""
TWO_PAGES = DRAWIO.replace(
    "</mxfile>", DRAWIO[DRAWIO.index("<diagram") :].replace('"Shop"', '"Later"').replace("Orders DB", "Orders ledger")
)
SCRIPT = """\
from diagrams.aws.compute import EC2
from diagrams.aws.database import RDS
with Diagram("Shop"):
    EC2("Checkout service") >> RDS("Orders")
"""
CANVAS = ".excalidraw__canvas.interactive"
PLAIN_PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40"/></svg>'
BAD = '{"type": "excalidraw", "elements": [{"id": "a", "type": "rectangle", "x": "left"}]}'


def test_a_file_picked_in_the_gallery_opens_with_the_chosen_scenario(page: Page, tmp_path: Path) -> None:
    page.goto("/")
    page.get_by_label("Check it against").select_option(label="Amazon product recommendations")
    page.locator("input[type=file]").set_input_files(write_scene(tmp_path, "Web app", "Checkout"))
    page.wait_for_url(re.compile("/sessions/"))
    sitting = Sitting(page).ready()
    sitting.outline()
    expect(sitting.row("Web app")).to_be_visible()
    expect(page.get_by_role("heading", name="Brief")).to_be_visible()


def test_a_file_dropped_on_the_gallery_opens(page: Page) -> None:
    page.goto("/")
    drop(page, "body", "sketch.excalidraw", SKETCH)
    page.wait_for_url(re.compile("/sessions/"))
    expect(page.get_by_role("heading", name="sketch", exact=True)).to_be_visible()


def test_the_gallery_says_what_is_wrong_with_a_file_and_where(page: Page, watch: Watch) -> None:
    watch.allow("422|400")
    page.goto("/")
    drop(page, "body", "bad.excalidraw", BAD)
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("bad.excalidraw cannot be opened")
    expect(alert).to_contain_text("elements[0]")


def test_a_file_dropped_on_an_empty_board_is_opened_at_once(page: Page) -> None:
    sitting = Sitting.begin(page, None)
    drop(page, CANVAS, "sketch.excalidraw", SKETCH)
    sitting.outline()
    expect(sitting.rows).to_have_count(2)


def test_a_drawio_file_is_dropped_edited_and_assessed(page: Page) -> None:
    sitting = Sitting.begin(page, None)
    drop(page, CANVAS, "shop.drawio", DRAWIO)
    sitting.outline()
    expect(sitting.rows).to_have_count(3)
    expect(sitting.links("Checkout service")).to_contain_text("Orders DB")
    sitting.row("Checkout service").get_by_role("button", name="Rename Checkout service").click()
    page.keyboard.type("Basket service")
    page.keyboard.press("Enter")
    expect(sitting.links("Web app")).to_contain_text("Basket service")
    sitting.ask()
    expect(page.locator(".finding").first).to_be_attached()
    expect(page.locator(".path li", has_text="Basket service").first).to_be_attached()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("shop.mmd", "flowchart LR\n  app[Web app] --> shop[Checkout service]"),
        ("shop.py", "from diagrams import Diagram\n" + SCRIPT),
        ("shop.json", '{"nodes": [{"id": "a", "label": "Web app"}, {"id": "b", "label": "Shop"}], "edges": []}'),
    ],
)
def test_a_file_without_places_gets_a_layout(page: Page, name: str, text: str) -> None:
    sitting = Sitting.begin(page, None)
    drop(page, CANVAS, name, text)
    sitting.outline()
    expect(sitting.rows).to_have_count(2)


def test_a_picture_that_carries_no_drawing_is_put_on_the_board(page: Page) -> None:
    sitting = Sitting.begin(page, None)
    drop(page, CANVAS, "photo.svg", PLAIN_PICTURE)
    expect(page.locator(".stage-hint")).to_have_count(0)
    sitting.press("Control+s")
    sitting.saved()
    assert [element["type"] for element in sitting.stored()] == ["image"]


@pytest.mark.parametrize(("choice", "count"), [("Add beside", 3), ("Replace", 2), ("Cancel", 1)])
def test_a_file_dropped_on_a_drawing_goes_where_one_says(page: Page, choice: str, count: int) -> None:
    sitting = Sitting.begin(page, None)
    sitting.add("Cache")
    sitting.saved()
    drop(page, CANVAS, "sketch.excalidraw", SKETCH)
    page.locator(".modal").get_by_role("button", name=choice).click()
    sitting.outline()
    expect(sitting.rows).to_have_count(count)


def test_the_board_says_what_is_wrong_with_a_file_and_stays_as_it_is(page: Page, watch: Watch) -> None:
    watch.allow("400|422")
    sitting = Sitting.begin(page, None)
    sitting.add("Cache")
    drop(page, CANVAS, "bad.excalidraw", "{")
    dialog = page.locator(".modal")
    expect(dialog).to_contain_text("bad.excalidraw cannot be opened")
    dialog.get_by_role("button", name="Close").click()
    sitting.outline()
    expect(sitting.rows).to_have_count(1)


def test_a_file_with_several_pages_asks_which_one(page: Page) -> None:
    sitting = Sitting.begin(page, None)
    drop(page, CANVAS, "shop.drawio", TWO_PAGES)
    question = page.get_by_role("dialog", name="Which page of shop.drawio?")
    expect(question.get_by_role("button")).to_have_text(["Shop", "Later", "Cancel"])
    question.get_by_role("button", name="Later").click()
    sitting.outline()
    expect(sitting.row("Orders ledger")).to_be_visible()
    expect(page.locator(".modal")).to_have_count(0)


def test_no_page_is_opened_when_the_question_is_put_away(page: Page) -> None:
    sitting = Sitting.begin(page, None)
    drop(page, CANVAS, "shop.drawio", TWO_PAGES)
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".modal")).to_have_count(0)
    assert sitting.stored() == []


def test_the_gallery_asks_for_the_page_too(page: Page) -> None:
    page.goto("/")
    drop(page, "body", "shop.drawio", TWO_PAGES)
    page.get_by_role("dialog").get_by_role("button", name="Later").click()
    page.wait_for_url(re.compile("/sessions/"))
    sitting = Sitting(page).ready()
    sitting.outline()
    expect(sitting.row("Orders ledger")).to_be_visible()
    expect(page.locator(".modal")).to_have_count(0)


def test_a_session_from_the_gallery_says_what_its_file_lost_until_it_was_read(page: Page) -> None:
    loose = '<mxCell id="e3" edge="1" parent="1"><mxGeometry relative="1" as="geometry"/></mxCell></root>'
    page.goto("/")
    drop(page, "body", "shop.drawio", DRAWIO.replace("</root>", loose))
    page.wait_for_url(re.compile("/sessions/"))
    told = page.get_by_role("dialog")
    expect(told).to_contain_text("shop.drawio is open, but not all of it")
    expect(told).to_contain_text("one edge")
    page.reload()
    told.get_by_role("button", name="Close").click()
    page.reload()
    Sitting(page).ready()
    expect(told).to_have_count(0)


def test_a_session_from_a_file_shows_all_of_it(page: Page, tmp_path: Path) -> None:
    page.goto("/")
    names = [f"Service {n}" for n in range(6)]
    page.locator("input[type=file]").set_input_files(write_scene(tmp_path, *names))
    page.wait_for_url(re.compile("/sessions/"))
    Sitting(page).ready().outline()
    expect(page.locator(".mark").first).to_be_in_viewport()
    first, last = (
        page.locator(".mark").filter(has=page.get_by_label(f"Kind of {n}, on")) for n in (names[0], names[-1])
    )
    expect(first).to_be_in_viewport()
    expect(last).to_be_in_viewport()
