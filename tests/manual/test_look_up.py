from __future__ import annotations

import pytest

from whiteboard.manual import look_up
from whiteboard.manual.pages import CheckTypePage, RulePage, StatedCheck
from whiteboard.model.errors import InputError
from whiteboard.scenarios import load_library

LIBRARY = load_library()


@pytest.mark.parametrize(
    ("name", "type_"),
    [("spof", RulePage), ("waypoint", CheckTypePage), ("product-recommendations/cache-redundant", StatedCheck)],
)
def test_a_name_leads_to_its_page(name: str, type_: type) -> None:
    assert isinstance(look_up(name, LIBRARY), type_)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("spoff", "spof"),
        ("way_point", "waypoint"),
        ("product-recommendations/cache-redundent", "product-recommendations/cache-redundant"),
        ("product-recomendations/cache-redundant", "product-recommendations/cache-redundant"),
    ],
)
def test_a_wrong_name_is_told_the_nearest(name: str, meant: str) -> None:
    with pytest.raises(InputError, match=f"did you mean '{meant}'"):
        look_up(name, LIBRARY)


def test_a_check_of_a_scenario_says_what_it_serves_and_shows_what_breaks_it() -> None:
    page = look_up("product-recommendations/cache-redundant", LIBRARY)
    assert isinstance(page, StatedCheck)
    assert page.serves
    assert any(verdict.status == "problem" for example in page.bad for verdict in example.verdicts)
