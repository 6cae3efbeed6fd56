from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from rich.text import Text
from sketch import sketch

from whiteboard.feedback import assess, render, with_fixes
from whiteboard.model.dispute import Dispute, DisputeKind
from whiteboard.model.fix import Fix, Replicate

if TYPE_CHECKING:
    from whiteboard.model.scenario import Scenario

BOARD = sketch("web(client) --> api --> db(datastore)")


def sections(text: str) -> dict[str, list[str]]:
    """The lines of each section by its heading."""
    lines = [section.splitlines() for section in text.strip().split("\n\n")]
    return {heading: rest for heading, *rest in lines}


def test_the_verdict_comes_first(shop: Scenario) -> None:
    first, second = render(assess(BOARD, shop), "text").splitlines()[:2]
    assert re.fullmatch(r"A shop: \w+, .+ points that the drawing decides(, but .+)?", first)
    assert re.match(r"\d+ problems, ", second)
    assert second.endswith("3 components and 2 connections read")


def test_then_each_problem_with_its_reason_its_requirement_and_what_explains_it(shop: Scenario) -> None:
    assert sections(render(assess(BOARD, shop), "text"))["Problems"][:8] == [
        "  major    Web → Api → Db: nothing on this path is a cache. Draw one there, or one that Api asks.",
        "           Why: The store is slow.",
        "           For: Pages come in 100 ms.",
        "           Rule: shop/cached",
        "  major    No cdn is drawn.",
        "           Why: Pictures are heavy.",
        "           For: Pages come in 100 ms.",
        "           Rule: shop/has-cdn",
    ]


def test_the_gravest_problem_is_the_first(shop: Scenario) -> None:
    direct = sketch("web(client) --> api --> db(datastore)", "api --> web", "web --> db")
    problems = sections(render(assess(direct, shop), "text"))["Problems"]
    gravity = [line.split()[0] for line in problems if re.match(r"  \w", line)]
    assert gravity == sorted(gravity)
    assert "blocker" in gravity


def test_a_fix_stands_below_its_problem(shop: Scenario) -> None:
    problems = sections(render(with_fixes(assess(BOARD, shop), shop), "text"))["Problems"]
    assert any(line.startswith("           Try: ") for line in problems)


def test_a_fix_is_told_once(shop: Scenario) -> None:
    fix = Fix(summary="Run 2 copies of Db.", edits=(Replicate(component_id="db", replicas=2),))
    found = assess(BOARD, shop)
    findings = tuple(replace(f, fix=fix if f.check_id in {"cached", "has-cdn"} else None) for f in found.findings)
    problems = sections(render(replace(found, findings=findings), "text"))["Problems"]
    assert [line.strip() for line in problems if "Try: " in line] == [
        "Try: Run 2 copies of Db.",
        "Try: The same as for shop/cached.",
    ]


def test_what_is_not_shown_takes_a_line_and_what_holds_a_few_words(shop: Scenario) -> None:
    found = sections(render(assess(BOARD, shop), "text"))
    assert all(re.fullmatch(r"  - .+ \([a-z/-]+\)", line) for line in found["Not shown"])
    assert len(found["Holds"]) == 1
    assert "No direct store; " in found["Holds"][0]


def test_verbose_tells_why_and_what_was_found(shop: Scenario) -> None:
    found = sections(render(assess(BOARD, shop), "text", verbose=True))
    assert found["Not shown"][1].startswith("    Why: ")
    assert found["Holds"][0] == "  - No direct store: Nothing joins Web directly to Db. (shop/no-direct-store)"


def test_each_requirement_says_how_it_stands(shop: Scenario) -> None:
    requirements = sections(render(assess(BOARD, shop), "text"))["Requirements"]
    assert requirements == ["  problem         Pages come in 100 ms. (Reads are cached; Has cdn)"]


def test_risks_say_how_they_end(shop: Scenario) -> None:
    assert sections(render(assess(BOARD, shop), "text"))["Risks"] == ["  open          The store is slow"]
    cached = sketch("web(client) --> api --> db(datastore)", "api --> redis(cache)")
    mitigated = ["  mitigated     The store is slow (Reads are cached)"]
    assert sections(render(assess(cached, shop), "text"))["Risks"] == mitigated


def test_axes_that_nothing_decides_are_told_together(shop: Scenario) -> None:
    *judged, left = sections(render(assess(BOARD, shop), "text"))["By axis"]
    assert all(re.match(r"  [A-Z][\w -]+ (strong|solid|mixed|weak) ", line) for line in judged)
    assert left.startswith("  Requirements, ")
    assert left.endswith("only a person can judge it.")


def test_a_disputed_problem_is_the_last_and_told_with_what_was_said(shop: Scenario) -> None:
    dispute = Dispute(source="shop", check_id="cached", kind=DisputeKind.MITIGATED_ELSEWHERE, because="Another team.")
    problems = sections(render(assess(BOARD, shop, disputes=[dispute]), "text"))["Problems"]
    assert problems[-2].startswith("  disputed Web → Api → Db: ")
    assert problems[-1] == "           Disputed (mitigated elsewhere): Another team."


def test_a_stale_dispute_is_listed(shop: Scenario) -> None:
    dispute = Dispute(source="shop", check_id="no-direct-store", kind=DisputeKind.ACCEPTED, because="A demo.")
    stale = sections(render(assess(BOARD, shop, disputes=[dispute]), "text"))["Disputes that no longer meet a finding"]
    assert stale[0].startswith("  shop/no-direct-store: ")


def test_what_nothing_needs_is_worth_a_second_look(shop: Scenario) -> None:
    board = sketch("web(client) --> api --> db(datastore)", "api --> pay --> stripe(payment_provider)")
    assert "Pay and Stripe" in sections(render(assess(board, shop), "text"))["Worth a second look"][0]


def test_an_empty_board_is_said_to_be_one() -> None:
    assert render(assess(sketch()), "text").startswith("House rules: nothing on the board can be judged yet\n")


def test_it_ends_in_a_line_break(shop: Scenario) -> None:
    assert re.search(r"\S\n$", render(assess(BOARD, shop), "text"))


def test_text_is_wrapped_beside_what_leads_it(shop: Scenario) -> None:
    lines = render(assess(BOARD, shop), "text", width=60).splitlines()
    assert max(map(len, lines)) <= 60
    start = next(number for number, line in enumerate(lines) if line.startswith("  major "))
    assert lines[start + 1].startswith(" " * 11 + "Draw") or lines[start + 1].startswith(" " * 11)


def test_colour_adds_nothing_but_codes(shop: Scenario) -> None:
    assessment = assess(BOARD, shop)
    coloured = render(assessment, "text", width=70, colour=True)
    assert "\x1b[" in coloured
    assert Text.from_ansi(coloured).plain.split() == render(assessment, "text", width=70).split()


def test_a_score_is_told_within_the_sentence() -> None:
    board = sketch("web(client) --> lb(load_balancer x2) --> api(service x2) --> db(datastore x2)")
    assert re.match(r"House rules: \w+, all \d+ points that the drawing decides", render(assess(board), "text"))
