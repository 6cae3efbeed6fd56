"""`python -m benchmarks.fixes [FILE …]`: for how many problems a fix is found, and how long that takes.

Judges drawings by the house rules; without files the reference boards of all rules and scenarios. Times are of the
processor, so that other work on the machine does not count.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING

from whiteboard.authoring.references import read_board
from whiteboard.catalog import load_catalog
from whiteboard.feedback import assess, with_fixes
from whiteboard.formats import load
from whiteboard.reading import read
from whiteboard.reading.memory import collect_seldom
from whiteboard.scenarios import load_house_rules, load_library

if TYPE_CHECKING:
    from collections.abc import Iterator

    from whiteboard.model.architecture import Reading
    from whiteboard.model.scenario import Scenario

WIDEST = 24


def boards(files: list[str]) -> Iterator[tuple[str, Reading, Scenario | None]]:
    """The boards to measure, each with the scenario that judges it."""
    catalog = load_catalog()
    for file in files:
        yield Path(file).name, read(load(Path(file)), catalog), None
    if files:
        return
    scenarios = load_library().scenarios.values()
    for rules, scenario in [*((s, s) for s in scenarios), *((rule, None) for rule in load_house_rules())]:
        for reference in rules.references:
            yield f"{rules.id}: {reference.name}", read_board(reference, catalog), scenario


def main() -> None:
    """Print how many problems have a fix, by check type, and the boards that took longest."""
    collect_seldom()
    problems: Counter[str] = Counter()
    fixed: Counter[str] = Counter()
    times: list[tuple[float, str]] = []
    for name, reading, scenario in boards(sys.argv[1:]):
        assessment = assess(reading, scenario)
        start = process_time()
        findings = with_fixes(assessment, scenario).findings
        times.append(((process_time() - start) * 1000, name))
        problems.update(finding.check for finding in findings if finding.status == "problem")
        fixed.update(finding.check for finding in findings if finding.fix)
    for check, count in problems.most_common():
        print(f"{check:<{WIDEST}} {fixed[check]:>4} of {count:>4}")
    times.sort(reverse=True)
    print(f"{'all':<{WIDEST}} {fixed.total():>4} of {problems.total():>4}  {fixed.total() / problems.total():.1%}")
    print(f"{sum(ms for ms, _ in times) / len(times):.0f} ms a board on average; longest:")
    for ms, name in times[:5]:
        print(f"  {ms:>6.0f} ms  {name}")


if __name__ == "__main__":
    main()
