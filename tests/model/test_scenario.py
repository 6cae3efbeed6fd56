from __future__ import annotations

import pytest
from pydantic import ValidationError

from whiteboard.model.scenario import Journey, Reference, Role, Scenario


def test_a_list_may_be_written_as_its_only_item() -> None:
    role = Role.model_validate({"kind": "cache", "named": "hot", "technology": ["redis", "memcached"]})
    assert (role.kinds, role.named, role.technologies) == (("cache",), ("hot",), ("redis", "memcached"))


def test_a_role_has_a_kind() -> None:
    with pytest.raises(ValidationError):
        Role.model_validate({"kind": []})


def test_values_are_frozen() -> None:
    journey = Journey.model_validate({"from": "client", "to": "store"})
    assert (journey.from_, journey.mode) == ("client", "sync")
    with pytest.raises(ValidationError):
        journey.__setattr__("to", "cache")


@pytest.mark.parametrize("expect", ["all_pass", {"problem": ["a"], "not_shown": []}, {}])
def test_expectations(expect: object) -> None:
    Reference.model_validate({"name": "strong", "expect": expect, "board": "graph LR"})


@pytest.mark.parametrize("expect", ["none", {"pass": ["a"]}, {"problem": "a"}, 3])
def test_what_is_no_expectation(expect: object) -> None:
    with pytest.raises(ValidationError):
        Reference.model_validate({"name": "strong", "expect": expect, "board": "graph LR"})


def test_the_json_schema_can_be_made() -> None:
    properties = Scenario.model_json_schema(by_alias=True)["properties"]
    assert properties["checks"]["items"]["required"] == ["check"]
