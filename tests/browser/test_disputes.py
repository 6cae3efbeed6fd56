"""Disputes: said at a finding, kept with the board, out of the score, withdrawn, outlived by the drawing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from .sitting import Sitting

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from .watch import Watch

DIRECT = "no-direct-store-access"
REASON = "A tool for two people."


def dispute(sitting: Sitting, check: str = DIRECT) -> None:
    card = sitting.open_finding(check)
    card.get_by_role("button", name="Dispute:").click()
    card.get_by_role("radio", name="Accepted").check()
    card.get_by_label("Because").fill(REASON)
    card.get_by_role("button", name="Take it out of the score").click()
    expect(card.locator(".disputed")).to_contain_text(f"Accepted: {REASON}")


def points(sitting: Sitting) -> int:
    return int(sitting.verdict.get_by_role("meter").get_attribute("aria-valuemax") or 0)


def test_a_disputed_problem_stands_apart_out_of_the_score_also_after_a_reload(page: Page, assessed: Sitting) -> None:
    before = points(assessed)
    dispute(assessed)
    for _ in range(2):
        group = page.get_by_role("region", name="Disputed: not in the score")
        expect(group.locator(".finding")).to_have_attribute("data-check", DIRECT)
        expect(assessed.finding(DIRECT)).to_contain_text(REASON)
        expect(assessed.verdict).to_contain_text("1 disputed")
        assert points(assessed) < before
        page.reload()
        assessed.ready()


def test_a_dispute_can_be_withdrawn(page: Page, assessed: Sitting) -> None:
    headline, before = assessed.verdict.get_by_role("heading").inner_text(), points(assessed)
    dispute(assessed)
    assessed.finding(DIRECT).get_by_role("button", name="Withdraw").click()
    expect(assessed.verdict.get_by_role("heading")).to_have_text(headline)
    expect(page.get_by_role("status")).to_contain_text("it counts again")
    assert points(assessed) == before
    expect(assessed.finding(DIRECT).get_by_role("heading").get_by_role("button")).to_be_focused()


def test_what_is_not_shown_can_be_disputed(page: Page, assessed: Sitting) -> None:
    unseen = page.get_by_role("region", name=re.compile("Not shown"))
    check = unseen.locator(".finding").first.get_attribute("data-check") or ""
    dispute(assessed, check)
    expect(unseen.locator(f'[data-check="{check}"]')).to_have_count(0)


def test_a_dispute_needs_a_reason(page: Page, assessed: Sitting) -> None:
    card = assessed.open_finding(DIRECT)
    card.get_by_role("button", name="Dispute:").click()
    card.get_by_label("Because").fill("   ")
    card.get_by_role("button", name="Take it out of the score").click()
    expect(card.locator("input:invalid")).to_be_focused()
    expect(card.locator(".disputed")).to_have_count(0)


def test_a_finding_is_disputed_by_keyboard_and_the_form_is_left_with_escape(page: Page, assessed: Sitting) -> None:
    card = assessed.open_finding(DIRECT)
    toggle = card.get_by_role("button", name="Dispute:")
    toggle.focus()
    page.keyboard.press("Enter")
    expect(card.get_by_role("radio", name="Mitigated elsewhere")).to_be_focused()
    page.keyboard.press("Escape")
    expect(toggle).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Tab")
    page.keyboard.type(REASON)
    page.keyboard.press("Enter")
    expect(card.locator(".disputed")).to_contain_text(f"Accepted: {REASON}")
    expect(card.get_by_role("heading").get_by_role("button")).to_be_focused()


def test_a_dispute_whose_finding_is_gone_is_told_and_can_be_removed(page: Page, assessed: Sitting) -> None:
    dispute(assessed)
    assessed.outline()
    assessed.row("Client").get_by_role("button", name="Delete Client").click()
    expect(assessed.rows).to_have_count(1)
    assessed.ask()
    stale = page.get_by_role("region", name="Disputes without a finding")
    expect(stale).to_contain_text("no problem any more")
    expect(stale).to_contain_text(REASON)
    stale.get_by_role("button", name="Remove").click()
    expect(stale).to_have_count(0)


def test_a_refusal_is_told_where_it_was_said(page: Page, assessed: Sitting, watch: Watch) -> None:
    watch.allow("404")
    page.route(
        "**/disputes/**", lambda route: route.fulfill(status=404, json={"error": {"message": "no such session"}})
    )
    card = assessed.open_finding(DIRECT)
    card.get_by_role("button", name="Dispute:").click()
    card.get_by_label("Because").fill(REASON)
    card.get_by_role("button", name="Take it out of the score").click()
    expect(card.get_by_role("alert")).to_have_text("no such session")
