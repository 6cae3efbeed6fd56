"""A drawing leaves the board as a picture that looks the same elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .sitting import Sitting

if TYPE_CHECKING:
    from playwright.sync_api import Page

CATCH = """
window.caught = new Promise((resolve) => {
  window.showSaveFilePicker = async () => ({
    createWritable: async () => ({ write: (blob) => resolve(blob.text()), close: async () => {} }),
  });
});
"""


def test_an_exported_drawing_carries_its_fonts(page: Page) -> None:
    page.add_init_script(CATCH)
    sitting = Sitting.begin(page, None)
    sitting.add("Cache")
    page.get_by_role("button", name="Menu of the board").click()
    page.get_by_text("Export image...").click()
    page.get_by_role("button", name="Export to SVG").click()
    svg = page.evaluate("window.caught")
    assert "Cache" in svg
    assert "data:font/woff2;base64," in svg
