"""Take pictures of every page, at a desk and on a phone, light and dark: `cd tests && python -m browser.screenshots`.

They land in test-results/screenshots; the one of the README in docs/images.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from playwright.sync_api import expect, sync_playwright
from server import Server

from . import chromium
from .sitting import TWO_DESIGNS, Sitting, drop

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "test-results/screenshots"
README = ROOT / "docs/images/board.png"
DESK, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}

PLACES = (
    ("Client", "Web app", 100, 190),
    ("Client", "Mobile app", 100, 310),
    ("API gateway", "API gateway ×3", 330, 250),
    ("Service", "Recommendation service ×20", 570, 250),
    ("Relational database", "List store", 690, 430),
    ("Stream", "Event stream", 420, 430),
    ("Batch processor", "Nightly training", 640, 610),
)
ARROWS = (
    ("Web app", "API gateway"),
    ("Mobile app", "API gateway"),
    ("API gateway", "Recommendation service"),
    ("Recommendation service", "List store"),
    ("Recommendation service", "Event stream"),
    ("Event stream", "Nightly training"),
    ("Nightly training", "List store"),
)
NOTES = ("Risks", "- Prime Day peak: autoscale", "- new user: best-sellers as fallback")


def draw(sitting: Sitting) -> None:
    """Draw a board as a good candidate would after a quarter of an hour: without a cache."""
    page = sitting.page
    sitting.outline()
    for count, (kind, label, x, y) in enumerate(PLACES, 1):
        item = page.get_by_role("button", name=kind, exact=True).first
        item.drag_to(page.locator(".excalidraw__canvas.interactive"), target_position={"x": x, "y": y})
        expect(sitting.rows).to_have_count(count)
        click(page, 760, 740)
        expect(page.locator(".App-menu__left")).to_have_count(0)
        sitting.row(kind).get_by_role("button", name=f"Rename {kind}", exact=True).click()
        page.keyboard.type(label)
        page.keyboard.press("Enter")
        expect(page.locator(".row-name", has_text=label.partition(" ×")[0])).to_have_count(1)
    for source, target in ARROWS:
        connect(sitting, source, target)
    write_notes(sitting)


def connect(sitting: Sitting, source: str, target: str) -> None:
    """Connect two components that are told by how their names begin."""
    row = sitting.rows.filter(has=sitting.page.get_by_role("button", name=f"Rename {source}"))
    row.get_by_role("button", name="to another").click()
    menu = row.locator(".row-connect select")
    menu.select_option(label=next(name for name in menu.locator("option").all_inner_texts() if name.startswith(target)))
    row.get_by_role("button", name="Connect", exact=True).click()
    expect(row.locator(".links")).to_contain_text(target)


def write_notes(sitting: Sitting) -> None:
    """Write the risks beside the drawing."""
    sitting.press("t")
    click(sitting.page, 240, 680)
    for line in NOTES:
        sitting.page.keyboard.type(line)
        sitting.page.keyboard.press("Enter")
    sitting.page.keyboard.press("Escape")
    click(sitting.page, 760, 740)


def click(page: Page, x: float, y: float) -> None:
    """Click on the board, in pixels from its top left."""
    board = page.locator(".stage").bounding_box()
    assert board is not None
    page.mouse.click(board["x"] + x, board["y"] + y)


def shoot(page: Page, name: str) -> None:
    page.screenshot(path=PICTURES / f"{name}.png", animations="disabled")


def show_board(sitting: Sitting, name: str) -> None:
    """Picture the board, its outline and its feedback."""
    page = sitting.page
    draw(sitting)
    shoot(page, f"outline-desk-{name}")
    sitting.ask()
    page.locator(".palette .panel-body").evaluate("list => list.scrollTo(0, 0)")
    sitting.finding("cache-on-read-path").hover()
    expect(page.locator(".halos path")).not_to_have_count(0)
    shoot(page, f"feedback-desk-{name}")
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.mouse.move(0, 0)
    shoot(page, f"feedback-phone-{name}")
    panels = page.get_by_role("navigation", name="Panels")
    for panel in ("Brief", "Add", "Outline"):
        panels.get_by_role("button", name=panel).click()
        shoot(page, f"{panel.lower()}-phone-{name}")
    panels.get_by_role("button", name="Outline").click()
    shoot(page, f"board-phone-{name}")
    show_designs(page, name)


def show_designs(page: Page, name: str) -> None:
    """Picture a board with two designs, and a fix for the chosen one."""
    page.set_viewport_size(DESK)  # type: ignore[arg-type]
    sitting = Sitting.begin(page, None)
    drop(page, ".excalidraw__canvas.interactive", "two.mmd", TWO_DESIGNS)
    sitting.outline()
    expect(page.locator(".design-frame")).to_have_count(2)
    shoot(page, f"designs-desk-{name}")
    page.get_by_role("radio", name="Design 1").check()
    sitting.ask()
    page.get_by_role("button", name="Show me").first.click()
    expect(page.locator(".ghost")).to_be_visible()
    page.mouse.move(0, 0)
    shoot(page, f"fix-desk-{name}")
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    shoot(page, f"fix-phone-{name}")


def show(browser: Browser, server: Server, theme: str) -> None:
    """Picture everything in a theme."""
    page = browser.new_context(base_url=server.url, viewport=DESK, color_scheme=theme).new_page()  # type: ignore[arg-type]
    sitting = Sitting.begin(page)
    shoot(page, f"board-desk-{theme}")
    show_board(sitting, theme)
    for size, name in ((DESK, "desk"), (PHONE, "phone")):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        page.goto("/")
        page.wait_for_load_state("networkidle")
        page.screenshot(path=PICTURES / f"gallery-{name}-{theme}.png", full_page=True)


def main() -> int:
    """Take them all."""
    path = chromium.find()
    if path is None:
        print(chromium.MISSING, file=sys.stderr)  # noqa: T201
        return 1
    PICTURES.mkdir(parents=True, exist_ok=True)
    README.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = Server(Path(folder))
        server.start()
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for theme in ("light", "dark"):
            show(browser, server, theme)
        browser.close()
        server.stop()
    README.write_bytes((PICTURES / "feedback-desk-light.png").read_bytes())
    return 0


if __name__ == "__main__":
    sys.exit(main())
