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
    drop(page, ".excalidraw__canvas.interactive", "sketch.excalidraw", SKETCH)
    sitting.outline()
    expect(sitting.rows).to_have_count(2)


@pytest.mark.parametrize(("choice", "count"), [("Add beside", 3), ("Replace", 2), ("Cancel", 1)])
def test_a_file_dropped_on_a_drawing_goes_where_one_says(page: Page, choice: str, count: int) -> None:
    sitting = Sitting.begin(page, None)
    sitting.add("Cache")
    sitting.saved()
    drop(page, ".excalidraw__canvas.interactive", "sketch.excalidraw", SKETCH)
    page.locator(".modal").get_by_role("button", name=choice).click()
    sitting.outline()
    expect(sitting.rows).to_have_count(count)


def test_the_board_says_what_is_wrong_with_a_file_and_stays_as_it_is(page: Page, watch: Watch) -> None:
    watch.allow("400|422")
    sitting = Sitting.begin(page, None)
    sitting.add("Cache")
    drop(page, ".excalidraw__canvas.interactive", "bad.excalidraw", "{")
    dialog = page.locator(".modal")
    expect(dialog).to_contain_text("bad.excalidraw cannot be opened")
    dialog.get_by_role("button", name="Close").click()
    sitting.outline()
    expect(sitting.rows).to_have_count(1)
