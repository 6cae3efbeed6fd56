"""A drawing leaves the board as a picture that looks the same elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

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


@pytest.mark.parametrize(
    ("title", "suffix", "begins"),
    [
        ("Excalidraw", ".excalidraw", b"{"),
        ("Picture", ".png", b"\x89PNG"),
        ("Vector picture", ".svg", b"<"),
        ("Mermaid", ".mmd", b""),
        ("Script for diagrams", ".py", b""),
    ],
)
def test_the_board_is_downloaded_in_any_format(page: Page, title: str, suffix: str, begins: bytes) -> None:
    sitting = Sitting.begin(page, None)
    sitting.add("Cache")
    page.get_by_label("Download the board").click()
    with page.expect_download() as downloading:
        page.get_by_role("button", name=f"{title} {suffix}", exact=True).click()
    file = Path(downloading.value.path())
    assert downloading.value.suggested_filename.endswith(suffix)
    content = file.read_bytes()
    assert content.startswith(begins)
    assert suffix == ".png" or b"Cache" in content
