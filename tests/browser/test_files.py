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
