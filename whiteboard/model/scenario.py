"""A scenario and a house rule, as their YAML files state them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Discriminator, Field, StringConstraints, Tag

from whiteboard.model.finding import Axis, Severity
from whiteboard.model.scope import CheckByType, Names

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
FACTOR = r"^\d+(\.\d+)?x$"

Slug = Annotated[str, StringConstraints(pattern=SLUG)]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]

# A field of one of these types names something stated elsewhere; the loader then refuses a name that is not there.
RoleName = Annotated[str, Names("role")]
JourneyName = Annotated[str, Names("journey")]
RequirementName = Annotated[str, Names("requirement")]
CheckName = Annotated[str, Names("check")]
KindName = Annotated[str, Names("kind")]
TechnologyName = Annotated[str, Names("technology")]


def _as_tuple(value: object) -> object:
    return (value,) if isinstance(value, str) else value


OneOrMany = BeforeValidator(_as_tuple, json_schema_input_type=str | tuple[str, ...])
"""Lets a list in a file be written as its only item."""


class Entry(BaseModel):
    """Base of everything in a scenario file: frozen, unknown keys are refused, and a number will do for a text."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        populate_by_name=True,
        coerce_numbers_to_str=True,
        allow_inf_nan=False,
        defer_build=True,
    )


class Clarification(Entry):
    """What the interviewer knows and tells only when asked."""

    id: Slug
    weight: Literal["must", "should", "could"] = "should"
    asks: tuple[Text, ...] = Field(min_length=1, description="Ways a candidate may ask it.")
    answer: Text


class Requirement(Entry):
    """What the design must do (functional) or how well (quality)."""

    id: Slug
    type: Literal["functional", "quality"]
    text: Text


class Role(Entry):
    """A name for the components that match: of one of the kinds (or below it in the tree)
    and, when given, with one of the words in the label or one of the technologies.
    """

    kind: Annotated[tuple[KindName, ...], OneOrMany] = Field(min_length=1)
    named: Annotated[tuple[Text, ...], OneOrMany] = ()
    technology: Annotated[tuple[TechnologyName, ...], OneOrMany] = ()

    @property
    def kinds(self) -> tuple[str, ...]:
        """What a component may be: one of these, or below one in the tree; a file writes them under `kind`."""
        return self.kind

    @property
    def technologies(self) -> tuple[str, ...]:
        """Ids of the catalog, one of which a component may have; a file writes them under `technology`."""
        return self.technology


class Journey(Entry):
    """A named trip through the graph from one role to another; synchronous unless it says otherwise."""

    from_: RoleName = Field(alias="from")
    to: RoleName
    through: RoleName | None = Field(None, description="A role the trip must pass.")
    mode: Literal["sync", "async"] = "sync"
    access: Literal["read", "write"] | None = Field(
        None, description="What the trip does; it then avoids connections whose labels all say the opposite."
    )


class CheckSpec(Entry):
    """What every check has in common. A check type adds its own keys and how it decides."""

    id: Slug
    check: str
    title: Text | None = Field(None, description="A few words for the report; made from the id when absent.")
    severity: Severity = Severity.MAJOR
    because: Text = Field(description="Why it matters, in a sentence the candidate reads.")
    serves: tuple[RequirementName, ...] = Field((), description="Requirements this check serves.")
    topic: Slug | None = None
    axis: Axis | None = Field(None, description="What it is scored on; that of its topic's house rule when absent.")


AnyCheck = Annotated[CheckSpec, CheckByType()]
"""A check of the type that its key `check` names; the types come with the scope of the file."""

PartCheck = Annotated[CheckSpec, CheckByType(part=True)]
"""A check inside `all_of`, `any_of` or `not`: it has no `id`, `because` and so on of its own."""


class Acknowledgement(Entry):
    """Words in a note that show a risk was seen."""

    mentions: tuple[Text, ...] = Field(min_length=1)


class Risk(Entry):
    """Something that can go wrong: mitigated when one of the checks passes,
    acknowledged when a note speaks of it, open otherwise.
    """

    id: Slug
    title: Text
    mitigated_by: tuple[CheckName, ...] = ()
    acknowledged_by: Acknowledgement | None = None


class Estimate(Entry):
    """A number the candidate should arrive at, and how near is near enough (`2x`: within a factor of two)."""

    id: Slug
    ask: Text
    answer: float
    within: Annotated[str, StringConstraints(pattern=FACTOR)] = "2x"
    unit: Text | None = None
    formula: Text | None = Field(None, description="The arithmetic, for the reader.")


Expected = dict[Literal["problem", "not_shown", "not_applicable"], tuple[CheckName, ...]]


class Reference(Entry):
    """A board with the verdicts it must get: the file's own test.

    `expect` is `all_pass`, or the exact ids of the checks that end as a problem
    (and, when given, as not shown); every check not named must not be a problem.
    """

    name: Text
    expect: Annotated[
        Annotated[Literal["all_pass"], Tag("word")] | Annotated[Expected, Tag("statuses")],
        Discriminator(lambda value: "word" if isinstance(value, str) else "statuses"),
    ]
    board: Text = Field(description="The board as a Mermaid flowchart.")
    notes: Text | None = Field(None, description="Text that stands on the board beside the drawing.")


class Rules(Entry):
    """What a scenario and a house rule share: checks, the roles and journeys they speak of, and their tests."""

    format: Literal[1]
    id: Slug
    title: Text
    roles: dict[str, Role] = {}
    journeys: dict[str, Journey] = {}
    checks: tuple[AnyCheck, ...] = Field(min_length=1)
    references: tuple[Reference, ...] = ()


class Source(Entry):
    """A published engineering source: a book, paper or vendor's guide."""

    title: Text
    url: Text = Field(pattern=r"^https://")


class Explanation(Entry):
    """What a rule's page says, besides its checks and its boards."""

    looks_for: Text = Field(description="What on a drawing the rule looks for.")
    matters: Text = Field(description="Why it matters in a running system.")
    decides: Text = Field(description="How it comes to pass, problem, not shown or not applicable.")
    cannot_see: tuple[Text, ...] = Field(min_length=1, description="What it may get wrong, or leaves to a person.")
    sources: tuple[Source, ...] = Field(min_length=1)


class HouseRule(Rules):
    """Checks on one topic that apply to every scenario."""

    topic: Slug
    axis: Axis | None = None
    explanation: Explanation | None = None


class Scenario(Rules):
    """A problem to practise: the prompt, what the interviewer knows, and how a board is judged."""

    level: Literal["mid", "senior", "staff"]
    minutes: int = Field(50, ge=5, le=240)
    prompt: Text
    summary: Text | None = Field(None, description="One line for the gallery.")
    tags: tuple[Slug, ...] = ()
    clarifications: tuple[Clarification, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    risks: tuple[Risk, ...] = ()
    estimates: tuple[Estimate, ...] = ()
    api: tuple[Text, ...] = ()
    entities: tuple[Text, ...] = ()
    curveballs: tuple[Text, ...] = ()
