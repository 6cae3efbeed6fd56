from __future__ import annotations

from typing import Any, Literal

import pytest
from pydantic import BaseModel, ValidationError

from whiteboard.model.scenario import AnyCheck, CheckSpec, PartCheck, RoleName
from whiteboard.model.scope import NoSuchCheckType, Scope


class Drawn(CheckSpec):
    check: Literal["drawn"] = "drawn"
    role: RoleName


class Holder(BaseModel):
    any: AnyCheck | None = None
    part: PartCheck | None = None


def find(name: str) -> type[CheckSpec]:
    if name == "drawn":
        return Drawn
    raise NoSuchCheckType(f"unknown check type '{name}'", known=("drawn",))


SCOPE = Scope(names={"role": ["cache"]}, check_type=find)
CHECK = {"id": "a", "check": "drawn", "role": "cache", "because": "x"}


def errors(scope: Scope | None, **values: Any) -> list[tuple[tuple[int | str, ...], str]]:
    with pytest.raises(ValidationError) as caught:
        Holder.model_validate(values, context=scope)
    return [(error["loc"], error["type"]) for error in caught.value.errors()]


def test_a_check_is_of_the_type_it_names() -> None:
    assert Holder.model_validate({"any": CHECK}, context=SCOPE).any == Drawn(id="a", role="cache", because="x")


def test_a_made_check_needs_no_scope() -> None:
    check = Drawn(id="a", role="anything", because="x")
    assert Holder(any=check, part=check).any is check


def test_a_part_needs_no_id() -> None:
    part = Holder.model_validate({"part": {"check": "drawn", "role": "cache"}}, context=SCOPE).part
    assert isinstance(part, Drawn)


@pytest.mark.parametrize(
    ("values", "loc", "kind"),
    [
        ({"any": {**CHECK, "role": "store"}}, ("any", "role"), "unknown_name"),
        ({"any": {**CHECK, "check": "draw"}}, ("any", "check"), "check_type"),
        ({"any": {**CHECK, "check": 3}}, ("any", "check"), "string_type"),
        ({"any": {"role": "cache"}}, ("any", "check"), "missing"),
        ({"any": "drawn"}, ("any",), "is_instance_of"),
        ({"part": CHECK}, ("part", "id"), "extra_forbidden"),
    ],
)
def test_errors_have_their_place(values: dict[str, Any], loc: tuple[str, ...], kind: str) -> None:
    assert (loc, kind) in errors(SCOPE, **values)


def test_without_a_scope_no_type_is_known() -> None:
    assert errors(None, any=CHECK) == [(("any",), "no_check_types")]


def test_a_noun_without_names_is_not_looked_up() -> None:
    assert Holder.model_validate({"any": CHECK}, context=Scope(check_type=find)).any


def test_every_name_that_is_looked_up_is_told() -> None:
    told: list[tuple[str, str]] = []
    scope = Scope(check_type=find, used=lambda noun, name: told.append((noun, name)))
    Holder.model_validate({"any": {**CHECK, "serves": ["fast"]}}, context=scope)
    assert told == [("requirement", "fast"), ("role", "cache")]
