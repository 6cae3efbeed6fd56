"""The values that a page of the manual is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from whiteboard.model.finding import Axis, Severity, Status
    from whiteboard.model.scenario import Explanation


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a check says of an example, and the components and connections that show it."""

    title: str
    status: Status
    message: str
    shown_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A board of a rule's own tests: a Mermaid flowchart, the text beside it, and what the checks say of it."""

    name: str
    board: str
    notes: str | None
    verdicts: tuple[Verdict, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedCheck:
    """A check as a file states it. `statement` is its YAML; `rule` the house rule on its topic, if there is one."""

    id: str
    source: str
    source_title: str
    title: str
    type: str
    severity: Severity
    axis: Axis
    because: str
    statement: str
    rule: str | None = None
    serves: tuple[str, ...] = ()
    bad: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RulePage:
    """A house rule: why it is there, how it decides, its checks, a board that passes and boards that do not."""

    id: str
    title: str
    axis: Axis
    explanation: Explanation | None
    checks: tuple[StatedCheck, ...]
    good: Example | None
    bad: tuple[Example, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """A key of a check type: what may stand there, what it means, and what counts when it is left out."""

    name: str
    takes: str
    description: str
    required: bool
    default: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckTypePage:
    """A check type: what it decides, its keys, a check of that type in YAML, and the house rules that use it."""

    name: str
    summary: str
    description: str
    keys: tuple[Key, ...]
    example: str | None
    rules: tuple[str, ...]


Page = RulePage | CheckTypePage | StatedCheck
