from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import Field

from whiteboard.model.errors import InputError, TooLargeError
from whiteboard.model.scenario import CheckSpec, HouseRule, JourneyName, PartCheck, RoleName, Scenario
from whiteboard.model.scope import NoSuchCheckType, Scope
from whiteboard.scenarios.load import load_house_rules, load_scenario, parse

if TYPE_CHECKING:
    from pathlib import Path


class Passes(CheckSpec):
    check: Literal["passes"]
    journey: JourneyName
    via: RoleName
    between: tuple[RoleName, RoleName] | None = None
    least: int = Field(1, ge=1)


class Both(CheckSpec):
    check: Literal["both"]
    parts: tuple[PartCheck, ...] = Field(min_length=1)


def find(name: str) -> type[CheckSpec]:
    known: dict[str, type[CheckSpec]] = {"passes": Passes, "both": Both}
    if name not in known:
        raise NoSuchCheckType(f"unknown check type '{name}'", known=tuple(known))
    return known[name]


SCOPE = Scope(names={"kind": {"client", "cache", "datastore"}, "technology": {"redis"}}, check_type=find)


SHOP = """format: 1
id: shop
title: Shop
level: mid
prompt: Design a shop.
requirements:
  - {id: fast, type: quality, text: p99 under 100 ms.}
roles:
  client: {kind: client}
  cache: {kind: cache, technology: redis}
  store: {kind: [datastore, cache], named: [orders, 5]}
journeys:
  browse: {from: client, to: store}
checks:
  - {id: cached, check: passes, journey: browse, via: cache, because: Reads are many., serves: [fast]}
  - id: both
    check: both
    because: Two are better.
    parts:
      - {check: passes, journey: browse, via: store}
risks:
  - {id: stampede, title: The cache fails, mitigated_by: [cached], acknowledged_by: {mentions: [jitter]}}
estimates:
  - {id: peak, ask: Peak reads, answer: 13900, within: 1.5x}
references:
  - {name: strong, expect: all_pass, board: graph LR; a}
  - {name: weak, expect: {problem: [cached]}, board: graph LR; a}
"""


def load(text: str) -> Scenario:
    return parse(text.encode(), Scenario, "x.yaml", scope=SCOPE)


def problems(text: str) -> list[str]:
    with pytest.raises(InputError) as caught:
        load(text)
    return [str(p).removeprefix("x.yaml:") for p in caught.value.problems]


def changed(old: str, new: str) -> list[str]:
    assert old in SHOP
    return problems(SHOP.replace(old, new))


def test_a_scenario() -> None:
    shop = load(SHOP)
    assert shop.roles["store"].kinds == ("datastore", "cache")
    assert shop.roles["store"].named == ("orders", "5")
    assert shop.roles["cache"].technologies == ("redis",)
    assert shop.journeys["browse"].from_ == "client"
    cached, both = shop.checks
    assert isinstance(cached, Passes)
    assert (cached.via, cached.serves, cached.severity) == ("cache", ("fast",), "major")
    assert isinstance(both, Both)
    assert isinstance(both.parts[0], Passes)
    assert shop.references[1].expect == {"problem": ("cached",)}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("via: cache,", "vai: cache,", "15: unknown key 'vai' in checks[0] (line 15): did you mean 'via'?"),
        ("prompt:", "promt:", "5: unknown key 'promt': did you mean 'prompt'?"),
        ("kind: client", "knid: client", "9: unknown key 'knid' in roles.client (line 9): did you mean 'kind'?"),
        ("ask:", "asks:", "24: unknown key 'asks' in estimates[0] (line 24): did you mean 'ask'?"),
        ("{problem:", "{problm:", "27: unknown key 'problm' in references[1].expect (line 27): did you mean"),
        ("{mentions:", "{mention:", "22: missing key 'mentions' in risks[0].acknowledged_by (line 22)"),
        (", because: Reads are many.", "", "15: missing key 'because' in checks[0] (line 15)"),
        ("check: passes, journey: browse, via: cache,", "", "15: missing key 'check' in checks[0] (line 15)"),
        ("kind: client}", "kind: clint}", "9: unknown kind 'clint' in roles.client (line 9): did you mean 'client'?"),
        ("technology: redis", "technology: reids", "10: unknown technology 'reids' in roles.cache (line 10)"),
        ("from: client", "from: clent", "13: unknown role 'clent' in journeys.browse (line 13)"),
        ("browse, via: c", "brose, via: c", "15: unknown journey 'brose' in checks[0] (line 15): did you mean"),
        ("via: store}", "via: stroe}", "20: unknown role 'stroe' in checks[1].parts[0] (line 20): did you mean"),
        ("serves: [fast]", "serves: [fst]", "15: unknown requirement 'fst' in checks[0] (line 15)"),
        ("_by: [cached]", "_by: [x]", "22: unknown check 'x' in risks[0] (line 22): there is both, cached"),
        ("{problem: [cached]}", "{problem: [cachd]}", "27: unknown check 'cachd' in references[1].expect"),
        ("check: both", "check: bth", "17: unknown check type 'bth' in checks[1] (line 16): did you mean 'both'?"),
        ("check: both", "check: [both]", "17: check in checks[1] (line 16) must be text, not a list"),
        ("level: mid", "level: mdi", "4: level must be 'mid', 'senior' or 'staff', not 'mdi': did you mean 'mid'?"),
        ("expect: all_pass", "expect: all", "26: expect in references[0] (line 26) must be 'all_pass', not 'all'"),
        ("id: shop", "id: The Shop", "2: id must be lower-case words joined by hyphens"),
        ("within: 1.5x", "within: 1.5", "24: within in estimates[0] (line 24) must be a factor such as '2x'"),
        ("answer: 13900", "answer: .inf", "24: answer in estimates[0] (line 24) must be a number, not '.inf'"),
        ("text: p99 under 100 ms.", "text: true", "must be text, not true: put it in quotes to make it text"),
        ("title: Shop", "title:", "3: title must be text, not nothing"),
        ("prompt: Design a shop.", "prompt: ' '", "5: prompt must not be empty"),
        ("serves: [fast]", "serves: fast", "15: serves in checks[0] (line 15) must be a list, not 'fast'"),
        ("{kind: client}", "client", "9: client in roles (line 9) must be a mapping of keys to values, not 'client'"),
        ("level: mid", "level: mid\nminutes: 3", "5: minutes must be greater than or equal to 5"),
        ("format: 1", "format: 2", "1: format must be 1, not 2"),
        ("id: both", "id: cached", "16: duplicate id 'cached' in checks[1]: it is already in line 15"),
        ("name: weak", "name: strong", "27: duplicate name 'strong' in references[1]: it is already in line 26"),
        (
            "- {check: passes",
            "- {id: x, check: passes",
            "20: unknown key 'id' in checks[1].parts[0] (line 20): the parts",
        ),
        (
            "      - {check: passes, journey: browse, via: store}",
            "      []",
            "parts in checks[1] (line 16) must not be",
        ),
    ],
)
def test_problems(old: str, new: str, said: str) -> None:
    found = [re.sub(r"^(\d+):\d+:", r"\1:", problem) for problem in changed(old, new)]
    assert any(said in problem for problem in found), found


def test_places_have_a_line_and_a_column() -> None:
    assert [problem.split(" ")[0] for problem in changed("via: cache,", "vai: cache,")] == ["15:5:", "15:50:"]


def test_one_wrong_item_is_one_problem() -> None:
    assert len(changed("serves: [fast]", "serves: [fst]")) == 1
    assert len(changed("kind: client}", "kind: clint}")) == 1
    assert len(changed("check: both", "check: bth")) == 1


def test_all_problems_are_said_in_the_order_of_the_file() -> None:
    text = SHOP.replace("via: cache", "vai: cache").replace("id: both", "id: cached").replace("level: mid", "level: x")
    lines = [int(problem.split(":")[0]) for problem in problems(text)]
    assert lines == [4, 15, 15, 16]


def test_a_wrong_section_does_not_make_every_name_unknown() -> None:
    assert problems(SHOP.replace("roles:", "roles: []\nrole:").replace("    ", "    "))[0].startswith("8:")


@pytest.mark.parametrize("text", ["[1]", "shop", "3"])
def test_a_file_that_is_no_mapping(text: str) -> None:
    (problem,) = problems(text)
    assert "the file must be a mapping of keys to values" in problem


def test_a_house_rule_serves_no_requirement() -> None:
    rule = b"{format: 1, id: r, title: R, topic: t, checks: [{id: c, check: both, because: x, serves: [y], parts: []}]}"
    with pytest.raises(InputError, match="unknown requirement 'y'"):
        parse(rule, HouseRule, scope=SCOPE)


def test_files(tmp_path: Path) -> None:
    path = tmp_path / "shop.yaml"
    path.write_text("format: 1\n")
    with pytest.raises(InputError, match=r"shop\.yaml:1:1: missing key 'id'"):
        load_scenario(path)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        load_scenario(tmp_path / "none.yaml")


def test_too_large_a_file(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    path.write_bytes(b"#" * 1_000_001)
    with pytest.raises(TooLargeError, match=r"large\.yaml: larger than 1 MB"):
        load_scenario(path)


def test_the_house_rules_are_loaded_once() -> None:
    assert load_house_rules() is load_house_rules()


@given(
    st.integers(0, len(SHOP) - 1), st.integers(0, 12), st.sampled_from(["", "[", "{", "x: ", "- ", "null", "\n", "1"])
)
def test_nothing_but_input_errors(start: int, length: int, instead: str) -> None:
    text = SHOP[:start] + instead + SHOP[start + length :]
    try:
        load(text)
    except InputError as error:
        lines = [problem.line or 0 for problem in error.problems]
        assert lines == sorted(lines)
