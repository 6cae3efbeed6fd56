from __future__ import annotations

from typing import Any

from drawing import arrow, box, edges, line, read, text

TOP = box("top", "Router", 300, 0)
ROW = [box(name, name, 300 * i, 300) for i, name in enumerate(["Orders", "Search", "Mailer"])]
BAR = line("bar", (60, 200), (660, 200))
HEAD = {"endArrowhead": "arrow"}


def drawn(*elements: Any) -> list[str]:
    return edges(read(TOP, ROW, *elements))


def arms(**fields: Any) -> list[Any]:
    return [line(f"arm{i}", (60 + 300 * i, 203), (60 + 300 * i, 298), **fields) for i in range(3)]


def test_the_stem_of_a_tree_is_joined_with_each_of_its_branches() -> None:
    stem = line("stem", (360, 62), (360, 198))
    assert drawn(BAR, stem, arms()) == ["Router -- Mailer", "Router -- Orders", "Router -- Search"]


def test_heads_on_the_branches_give_the_direction() -> None:
    stem = line("stem", (360, 62), (360, 198))
    assert drawn(BAR, stem, arms(**HEAD)) == ["Router -> Mailer", "Router -> Orders", "Router -> Search"]


def test_arrows_into_a_line_lead_to_where_it_leads() -> None:
    into = [arrow("a", (60, 298), (60, 205)), arrow("b", (660, 298), (660, 205))]
    out = arrow("c", (360, 200), (360, 62))
    assert drawn(BAR, into, out) == ["Mailer -> Router", "Orders -> Router"]


def test_all_on_one_side_of_a_bus_are_joined() -> None:
    assert drawn(BAR, arms()) == ["Orders -- Mailer", "Orders -- Search", "Search -- Mailer"]


def test_an_arrow_that_branches_off_another_begins_where_that_does() -> None:
    trunk = arrow("trunk", (120, 330), (300, 330), start="Orders", end="Search")
    branch = arrow("branch", (210, 328), (330, 62))
    assert drawn(trunk, branch) == ["Orders -> Router", "Orders -> Search"]


def test_an_arrow_that_joins_another_ends_where_that_does() -> None:
    trunk = arrow("trunk", (120, 330), (300, 330), start="Orders", end="Search")
    joining = arrow("joining", (330, 62), (210, 326))
    assert drawn(trunk, joining) == ["Orders -> Search", "Router -> Search"]


def test_lines_that_leave_one_point_are_joined() -> None:
    star = [
        line("stem", (360, 62), (360, 180)),
        line("left", (361, 181), (70, 298), **HEAD),
        line("right", (359, 182), (650, 298), **HEAD),
    ]
    assert drawn(star) == ["Router -> Mailer", "Router -> Orders"]


def test_an_end_on_a_line_leads_there_and_not_to_what_is_behind() -> None:
    stem = line("stem", (360, 62), (360, 198))
    low = [line("left", (60, 200), (60, 298)), line("right", (660, 200), (660, 298))]
    assert "Router -- Search" not in drawn(BAR, stem, low)


def test_lines_that_only_cross_are_not_joined() -> None:
    across = line("across", (120, 330), (300, 330))
    assert drawn(across, line("down", (210, 200), (210, 500))) == ["Orders -- Search"]


def test_each_connection_of_a_junction_has_an_id_of_its_own_and_all_its_strokes() -> None:
    stem = line("stem", (360, 62), (360, 198))
    connections = read(TOP, ROW, BAR, stem, arms(**HEAD)).architecture.connections
    assert [c.id for c in connections] == ["arm0", "arm1", "arm2"]
    assert set(connections[0].element_ids) == {"arm0", "stem", "bar"}


def test_a_label_on_the_trunk_speaks_of_all() -> None:
    stem = line("stem", (360, 62), (360, 198))
    label = text("publish events", 430, 176, fontSize=16)
    assert {c.style for c in read(TOP, ROW, BAR, stem, arms(**HEAD), label).architecture.connections} == {"async"}


def test_one_bus_leads_to_any_number() -> None:
    source, bar = box("bus", "Bus", -300, -30, 290, 60), line("bar", (0, 0), (200_000, 0))
    branches = [line(f"arm{i}", (i * 200, 3), (i * 200, 200), **HEAD) for i in range(1_000)]
    targets = [box(f"s{i}", f"Service {i}", i * 200 - 50, 205, 100, 60) for i in range(1_000)]
    assert len(read(source, bar, branches, targets).architecture.connections) == 1_000


def test_more_lines_than_anybody_means_are_no_connections() -> None:
    branches = [line(f"arm{i}", (i * 200, 3), (i * 200, 200)) for i in range(100)]
    targets = [box(f"s{i}", f"Service {i}", i * 200 - 50, 205, 100, 60) for i in range(100)]
    assert read(line("bar", (0, 0), (20_000, 0)), branches, targets).architecture.connections == ()
