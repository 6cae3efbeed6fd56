from __future__ import annotations

from importlib.metadata import EntryPoint, entry_points
from typing import TYPE_CHECKING

import pytest

from whiteboard.model.scenario import CheckSpec
from whiteboard.model.scope import NoSuchCheckType
from whiteboard.scenarios import check_types
from whiteboard.scenarios.check_types import GROUP, check_type_names, find_check_type

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def provide(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    check_types._provided.cache_clear()
    find_check_type.cache_clear()
    yield monkeypatch
    check_types._provided.cache_clear()
    find_check_type.cache_clear()


def provided(monkeypatch: pytest.MonkeyPatch, **values: str) -> None:
    points = [EntryPoint(name, value, GROUP) for name, value in values.items()]
    monkeypatch.setattr(check_types, "entry_points", lambda group: points)


def test_a_plugin(provide: pytest.MonkeyPatch) -> None:
    provided(provide, drawn="whiteboard.checks.types.component:Component")
    assert find_check_type("drawn").__name__ == "Component"


def test_an_unknown_type_names_the_known(provide: pytest.MonkeyPatch) -> None:
    provided(provide, b="x:y", a="x:y")
    with pytest.raises(NoSuchCheckType, match="unknown check type 'c'") as caught:
        find_check_type("c")
    assert caught.value.known == ("a", "b")


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("nowhere_at_all:Check", "check type 'x' cannot be loaded: ModuleNotFoundError: No module named"),
        ("whiteboard.checks.types.component:Nothing", "check type 'x' cannot be loaded: AttributeError"),
        ("whiteboard.checks.types.component:Literal", "check type 'x' is no check"),
    ],
)
def test_a_broken_plugin(provide: pytest.MonkeyPatch, value: str, said: str) -> None:
    provided(provide, x=value)
    with pytest.raises(NoSuchCheckType, match=said):
        find_check_type("x")


def test_of_two_with_one_name_always_the_same_counts(provide: pytest.MonkeyPatch) -> None:
    both = [EntryPoint("x", value, GROUP) for value in ("b:Check", "a:Check")]
    for points in (both, both[::-1]):
        check_types._provided.cache_clear()
        provide.setattr(check_types, "entry_points", lambda group, points=points: points)
        assert check_types._provided()["x"].value == "a:Check"


@pytest.mark.parametrize("name", [entry.name for entry in entry_points(group=GROUP)])
def test_every_installed_type_can_be_loaded(name: str) -> None:
    assert name in check_type_names()
    assert issubclass(find_check_type(name), CheckSpec)
