"""From a sketch to feedback that points at it: once by hand, once through the outline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from .sitting import Sitting

if TYPE_CHECKING:
    from playwright.sync_api import Page

CACHE = "cache-on-read-path"


def test_a_drawn_board_is_told_of_its_missing_cache_and_then_praised_for_it(page: Page) -> None:
    sitting = Sitting.begin(page)
    sitting.box("Web app", 240, 200)
    sitting.box("List service", 420, 200)
    sitting.box("Postgres", 600, 200)
    sitting.arrow((364, 235), (416, 235))
    sitting.arrow((544, 235), (596, 235))
    sitting.ask()

    problem = sitting.open_finding(CACHE)
    expect(problem).to_have_attribute("data-status", "problem")
    expect(problem.get_by_role("listitem")).to_have_text(["Web app", "List service", "Postgres"])

    sitting.add("Cache")
    sitting.outline()
    sitting.connect("List service", "Cache")
    sitting.ask()
    expect(sitting.finding(CACHE)).to_have_attribute("data-status", "pass")


def test_the_same_by_keyboard_alone_through_the_outline(page: Page) -> None:
    sitting = Sitting.begin(page)
    sitting.outline()
    keys = page.keyboard

    page.get_by_label("Name of the new component").focus()
    for name, kind in (("Web app", "Client"), ("List service", "Service"), ("Postgres", "Relational")):
        keys.type(name)
        keys.press("Tab")
        keys.type(kind)
        keys.press("Tab")
        keys.press("Enter")
        expect(sitting.row(name)).to_be_visible()

    def connect(source: str, target: str) -> None:
        page.get_by_role("button", name=f"Connect {source} to another").focus()
        keys.press("Enter")
        expect(page.get_by_label(f"Connect {source} to", exact=True)).to_be_focused()
        keys.type(target)
        keys.press("Tab")
        keys.press("Enter")
        expect(sitting.links(source)).to_contain_text(target)

    def ask() -> None:
        with page.expect_response(lambda answer: answer.url.endswith("/assessments")):
            page.get_by_role("button", name="Get feedback").focus()
            keys.press("Enter")

    connect("Web app", "List service")
    connect("List service", "Postgres")
    ask()
    expect(sitting.open_finding(CACHE).get_by_role("listitem")).to_have_text(["Web app", "List service", "Postgres"])

    page.get_by_role("tab", name="Feedback").focus()
    keys.press("ArrowRight")
    page.get_by_label("Name of the new component").focus()
    keys.type("Redis")
    keys.press("Tab")
    keys.type("Cache")
    keys.press("Tab")
    keys.press("Enter")
    expect(sitting.row("Redis")).to_be_visible()
    connect("List service", "Redis")
    ask()
    expect(sitting.finding(CACHE)).to_have_attribute("data-status", "pass")
