"""A page of the manual as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whiteboard.feedback.axes import axis_title
from whiteboard.feedback.render.words import STATUS_WORDS
from whiteboard.manual.pages import CheckTypePage, RulePage
from whiteboard.model.finding import Status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from whiteboard.manual.pages import Example, Key, Page, StatedCheck
    from whiteboard.model.scenario import Explanation


def render_markdown(page: Page, picture: Callable[[Example], str] | None = None) -> str:
    """The page, ending in a line break. `picture` gives the file of an example's drawing."""
    if isinstance(page, RulePage):
        blocks = _rule(page, picture)
    elif isinstance(page, CheckTypePage):
        blocks = _check_type(page)
    else:
        blocks = _stated_check(page, picture)
    return "\n\n".join(blocks) + "\n"


def _rule(page: RulePage, picture: Callable[[Example], str] | None) -> Iterator[str]:
    yield f"# {page.title}"
    yield f"House rule `{page.id}`, scored on *{axis_title(page.axis).lower()}*."
    if page.explanation:
        yield from _explanation(page.explanation)
    yield "## Examples"
    if page.good:
        yield from _example("Good", page.good, picture)
    for example in page.bad:
        yield from _example(_heading(example), example, picture)
    yield "## Its checks"
    for check in page.checks:
        type_ = f"[{check.type}](../checks.md#{check.type})" if picture else f"`{check.type}`"
        yield f"**{check.title}** (`{check.id}`, {type_}, {check.severity}). {check.because}"
        yield _code("yaml", check.statement)
    if page.explanation:
        yield "## Sources"
        yield _items(f"[{source.title}]({source.url})" for source in page.explanation.sources)


def _explanation(explanation: Explanation) -> Iterator[str]:
    yield from ("## What it looks for", explanation.looks_for)
    yield from ("## Why it matters", explanation.matters)
    yield from ("## How it decides", explanation.decides)
    yield from ("## What it cannot see", _items(explanation.cannot_see))


def _check_type(page: CheckTypePage) -> Iterator[str]:
    yield f"# `{page.name}`"
    yield from check_type_blocks(page, "`{0}`")


def check_type_blocks(page: CheckTypePage, rule: str) -> Iterator[str]:
    """The blocks of a check type below its heading; `rule` is how a house rule is named, with {0} for its id."""
    yield page.summary
    yield page.description
    if page.keys:
        yield "\n".join(["| key | takes | meaning |", "| --- | --- | --- |", *map(_key, page.keys)])
    if page.example:
        yield _code("yaml", page.example)
    if page.rules:
        yield f"Used by {', '.join(map(rule.format, page.rules))}."


def _key(key: Key) -> str:
    left_out = f" Left out: {key.default}." if key.default else "" if key.required else " May be left out."
    takes = key.takes.replace("|", "\\|")
    return f"| `{key.name}` | {takes} | {f'{key.description}{left_out}'.strip()} |"


def _stated_check(page: StatedCheck, picture: Callable[[Example], str] | None) -> Iterator[str]:
    yield f"# {page.title}"
    yield f"Check `{page.id}` of “{page.source_title}”, {page.severity}, scored on *{axis_title(page.axis).lower()}*."
    yield from ("## Why it matters", page.because)
    if page.serves:
        yield from ("## What it serves", _items(page.serves))
    yield from ("## How it is stated", _code("yaml", page.statement))
    more = f"`whiteboard explain {page.type}` tells how this type of check decides"
    also = f", `whiteboard explain {page.rule}` more about its topic" if page.rule else ""
    yield f"{more}{also}."
    for example in page.bad:
        yield from _example(f"Example, {_heading(example).lower()}", example, picture)


def _heading(example: Example) -> str:
    problem = any(verdict.status is Status.PROBLEM for verdict in example.verdicts)
    return "Problem" if problem else "Not shown"


def _example(heading: str, example: Example, picture: Callable[[Example], str] | None) -> Iterator[str]:
    yield f"### {heading}: {example.name}"
    if picture is None:
        yield _code("mermaid", example.board)
        if example.notes:
            yield f"With the note: {example.notes}"
    else:
        yield f"![{alt_text(example)}]({picture(example)})"
    told = [verdict for verdict in example.verdicts if verdict.status is not Status.NOT_APPLICABLE]
    yield _items(f"**{verdict.title}**, {STATUS_WORDS[verdict.status]}: {verdict.message}" for verdict in told)


def alt_text(example: Example) -> str:
    """What the picture of an example shows, for those who do not see it."""
    return f"Drawing: {example.name}"


def _code(language: str, text: str) -> str:
    return f"```{language}\n{text.rstrip()}\n```"


def _items(items: Iterable[str]) -> str:
    return "\n".join(f"- {item}" for item in items)
