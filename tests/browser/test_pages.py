"""Every page, light and dark, at a desk and on a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from .sitting import TWO_DESIGNS, Sitting, drop

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import BrowserContext, Page

    from .watch import Watch

DESK = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}


def violations(page: Page) -> list[str]:
    """What axe finds, of any weight."""
    found: list[dict[str, Any]] = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [f"{rule['id']}: {node['html'][:120]}" for rule in found for node in rule["nodes"]]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_at_a_desk(new_context: Callable[..., BrowserContext], theme: str) -> None:
    page = new_context(viewport=DESK, color_scheme=theme).new_page()
    page.goto("/")
    assert violations(page) == []
    sitting = Sitting.begin(page)
    assert violations(page) == []
    sitting.add("Client", "Service", "Relational database")
    sitting.outline()
    expect(sitting.rows).to_have_count(3)
    assert violations(page) == []
    sitting.ask()
    assert violations(page) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_on_a_phone(new_context: Callable[..., BrowserContext], theme: str) -> None:
    page = new_context(viewport=PHONE, color_scheme=theme).new_page()
    page.goto("/")
    assert violations(page) == []
    sitting = Sitting.begin(page)
    panels = page.get_by_role("navigation", name="Panels")
    panels.get_by_role("button", name="Add").click()
    sitting.add("Client", "Service")
    assert violations(page) == []
    panels.get_by_role("button", name="Outline").click()
    expect(sitting.rows).to_have_count(2)
    assert violations(page) == []
    sitting.ask()
    assert violations(page) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_axe_finds_nothing_where_designs_are_chosen_and_a_fix_is_shown(
    new_context: Callable[..., BrowserContext], theme: str, size: dict[str, int]
) -> None:
    page = new_context(viewport=size, color_scheme=theme).new_page()
    sitting = Sitting.begin(page, None)
    drop(page, ".excalidraw__canvas.interactive", "two.mmd", TWO_DESIGNS)
    expect(page.locator(".design-frame")).to_have_count(2)
    page.locator(".design-frame").get_by_role("button", name="Design 1").click()
    sitting.ask()
    page.get_by_role("button", name="Show me").first.click()
    expect(page.locator(".ghost")).to_be_visible()
    for folded in page.locator(".folded summary").all():
        folded.click()
    assert violations(page) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_axe_finds_nothing_where_a_finding_is_disputed_and_a_journey_is_told(
    new_context: Callable[..., BrowserContext], theme: str, size: dict[str, int]
) -> None:
    page = new_context(viewport=size, color_scheme=theme).new_page()
    sitting = Sitting.begin(page)
    drop(page, ".excalidraw__canvas.interactive", "two.mmd", TWO_DESIGNS)
    expect(page.locator(".design-frame")).to_have_count(2)
    sitting.ask()
    first, second = (page.locator(".finding").nth(place).get_attribute("data-check") or "" for place in (0, 1))
    card = sitting.open_finding(first)
    card.get_by_role("button", name="Dispute:").click()
    card.get_by_label("Because").fill("A prototype.")
    card.get_by_role("button", name="Take it out of the score").click()
    expect(card.locator(".disputed")).to_be_visible()
    sitting.open_finding(second).get_by_role("button", name="Dispute:").click()
    page.locator(".journeys summary").click()
    page.locator(".journeys .correct").first.click()
    page.get_by_role("button", name="Pick Web app").click()
    assert violations(page) == []


def test_a_phone_shows_no_more_than_its_width(new_context: Callable[..., BrowserContext]) -> None:
    page = new_context(viewport=PHONE).new_page()
    for path in ("/", Sitting.begin(page, None).page.url):
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_the_theme_follows_the_system_until_it_is_chosen_and_is_remembered(
    new_context: Callable[..., BrowserContext],
) -> None:
    page = new_context(viewport=DESK, color_scheme="dark").new_page()
    sitting = Sitting.begin(page, None)
    expect(page.locator(".excalidraw.theme--dark")).to_be_visible()
    page.get_by_role("button", name="Switch to light theme").click()
    expect(page.locator(".excalidraw.theme--dark")).to_have_count(0)
    page.reload()
    sitting.ready()
    expect(page.locator(".excalidraw.theme--dark")).to_have_count(0)
    page.goto("/")
    assert page.locator("html").get_attribute("data-theme") == "light"


def test_the_gallery_loads_no_editor(page: Page) -> None:
    scripts: list[int] = []
    page.on("response", lambda answer: scripts.append(len(answer.body())) if answer.url.endswith(".js") else None)
    page.goto("/")
    page.wait_for_load_state("networkidle")
    assert 0 < sum(scripts) < 20_000


def test_a_session_is_listed_in_the_gallery_and_opens_again(page: Page) -> None:
    sitting = Sitting.begin(page)
    address = page.url
    page.get_by_role("link", name="All scenarios").click()
    page.get_by_role("link", name="Amazon product recommendations").click()
    sitting.ready()
    assert page.url == address


def test_a_page_that_is_not_there_says_so(page: Page, watch: Watch) -> None:
    watch.allow("404")
    page.goto("/nothing")
    expect(page.get_by_role("heading", name="Not Found")).to_be_visible()
    page.get_by_role("link", name="All scenarios").click()
    expect(page.get_by_role("heading", name="Scenarios")).to_be_visible()
