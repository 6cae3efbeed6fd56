"""What the names in one file may refer to, and the pydantic markers that look them up there."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from pydantic_core import InitErrorDetails, PydanticCustomError, ValidationError, core_schema

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from pydantic import BaseModel, GetCoreSchemaHandler

Noun = Literal["role", "journey", "requirement", "check", "kind", "technology", "content", "subject"]

PART_DEFAULTS = {"id": "part", "because": "part of a composition"}
"""What the parts of a composition carry unseen: only the composition itself becomes a finding."""

NOT_IN_A_PART = ("id", "title", "severity", "because", "serves", "topic", "axis")


class NoSuchCheckType(LookupError):  # noqa: N818 - a plain statement, as KeyError's kin
    """No check type has this name, or it cannot be loaded; the message says which."""

    def __init__(self, message: str, known: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.known = known


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """The context of a validation: `Model.model_validate(data, context=Scope(…))`.

    `names` holds what a noun may refer to; a noun that is absent is not looked up.
    `check_type` gives the model for the value of a key `check`; it raises
    NoSuchCheckType when there is none. `used` is told of every name that is looked up.
    """

    names: Mapping[Noun, Collection[str]] = field(default_factory=dict)
    check_type: Callable[[str], type[BaseModel]] | None = None
    used: Callable[[Noun, str], None] | None = None


@dataclass(frozen=True, slots=True)
class Names:
    """Marks a field as the name of something: `role: Annotated[str, Names("role")]`.

    Validation refuses a name that the scope does not hold. Without a scope every name is taken.
    """

    noun: Noun

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.with_info_after_validator_function(self._look_up, handler(source))

    def _look_up(self, name: str, info: core_schema.ValidationInfo) -> str:
        if not isinstance(info.context, Scope):
            return name
        if info.context.used:
            info.context.used(self.noun, name)
        known = info.context.names.get(self.noun)
        if known is None or name in known:
            return name
        raise PydanticCustomError(
            "unknown_name", "unknown {noun} '{name}'", {"noun": self.noun, "name": name, "known": sorted(known)}
        )


@dataclass(frozen=True, slots=True)
class CheckByType:
    """Validates a mapping by the check type that its key `check` names; a made check passes as it is.

    With `part`, the keys that only a check of its own has are refused.
    """

    part: bool = False

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        instance = core_schema.is_instance_schema(source)
        return core_schema.with_info_before_validator_function(self._make, instance)

    def __get_pydantic_json_schema__(self, _schema: core_schema.CoreSchema, _handler: Any) -> dict[str, Any]:
        return {"type": "object", "properties": {"check": {"type": "string"}}, "required": ["check"]}

    def _make(self, value: Any, info: core_schema.ValidationInfo) -> Any:
        if not isinstance(value, dict):
            return value
        model = _check_type(value, info.context)
        if self.part:
            value = PART_DEFAULTS | _without_own_keys(value)
        return model.model_validate(value, context=info.context)


def _check_type(value: dict[str, Any], context: Any) -> type[BaseModel]:
    if not isinstance(context, Scope) or context.check_type is None:
        raise PydanticCustomError(
            "no_check_types", "checks are read with whiteboard.scenarios, which knows their types"
        )
    if "check" not in value:
        raise ValidationError.from_exception_data("check", [_at("missing", "check", value)])
    if not isinstance(value["check"], str):
        raise ValidationError.from_exception_data("check", [_at("string_type", "check", value["check"])])
    try:
        return context.check_type(value["check"])
    except NoSuchCheckType as error:
        context_ = {"text": str(error), "name": value["check"], "known": list(error.known)}
        wrong = PydanticCustomError("check_type", "{text}", context_)
        raise ValidationError.from_exception_data("check", [_at(wrong, "check", value["check"])]) from None


def _without_own_keys(value: dict[str, Any]) -> dict[str, Any]:
    extra = [_at("extra_forbidden", key, value[key]) for key in NOT_IN_A_PART if key in value]
    if extra:
        raise ValidationError.from_exception_data("part", extra)
    return value


def _at(wrong: str | PydanticCustomError, key: str, value: Any) -> InitErrorDetails:
    return InitErrorDetails(type=wrong, loc=(key,), input=value)
