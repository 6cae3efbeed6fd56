"""How long all house rules take, and which of them take longest: `python -m benchmarks.rules`."""

from __future__ import annotations

from collections import defaultdict
from itertools import permutations
from time import perf_counter

from benchmarks.wired import SHAPES
from whiteboard.catalog import load_catalog
from whiteboard.checks.board import Board
from whiteboard.feedback.bound_checks import bound_checks
from whiteboard.formats.mermaid import load_mermaid
from whiteboard.model.architecture import Reading
from whiteboard.reading import read

SLOWEST = 5

ROW = """
  web{0}[Web app {0}] --> cdn{0}[CDN {0}] --> s3{0}[S3 bucket {0}]
  web{0} -->|HTTPS| lb{0}[Load balancer {0} x2] --> gw{0}[API gateway {0}]
  gw{0} --> order{0}[Order service {0} x3] -->|write| db{0}[(Orders DB {0} primary)]
  db{0} -->|replication| copy{0}[(Orders DB {0} read replica)]
  gw{0} --> search{0}[Search service {0}] --> es{0}[Elasticsearch {0}]
  search{0} -->|read| copy{0}
  order{0} -->|get| redis{0}[Redis cache {0}]
  order{0} -->|publish| kafka{0}[[Kafka {0}]] --> mail{0}[Mail worker {0}] --> ses{0}[Email provider {0}]
  order{0} --> stripe{0}[Stripe {0}]
  order{0} --> prom{0}[Prometheus {0}]
"""
"""A shop of 17 components."""


def shops(components: int) -> Reading:
    """A board with about so many components: shops in a row, the orders of one calling the next one's search."""
    rows = range(max(1, round(components / 17)))
    lines = [ROW.format(row) for row in rows]
    lines += [f"  order{row} --> search{row + 1}" for row in rows[:-1]]
    return read(load_mermaid("graph LR\n" + "\n".join(lines)), load_catalog())


def mesh(nodes: int) -> Reading:
    """Services that all call each other, between a client and a store."""
    lines = [f"  s{a}[Service {a}] --> s{b}[Service {b}]" for a, b in permutations(range(nodes), 2)]
    around = f"graph LR\n  web[Web app] --> s0[Service 0]\n  s{nodes - 1} --> db[(Orders DB)]\n"
    return read(load_mermaid(around + "\n".join(lines)), load_catalog())


def judge(reading: Reading) -> dict[str, float]:
    """Judge a reading by all house rules; the milliseconds of each, and of preparing them under an empty name."""
    times: dict[str, float] = defaultdict(float)
    start = perf_counter()
    checks = bound_checks(Board(reading, load_catalog()))
    times[""] = (perf_counter() - start) * 1000
    for bound in checks:
        start = perf_counter()
        bound.finding()
        times[bound.source] += (perf_counter() - start) * 1000
    return times


def best(reading: Reading, runs: int) -> dict[str, float]:
    """The quickest of several runs."""
    judge(reading)
    return min((judge(reading) for _ in range(runs)), key=lambda times: sum(times.values()))


def rules() -> None:
    """Print how long all house rules take on boards of each sort, and the slowest of them."""
    boards = (
        ("50 components", shops(50), 10, 20),
        ("5,000 components", shops(5_000), 1, 5_000),
        ("mesh of 14", mesh(14), 10, 100),
        *((f"5,000: {shape.__name__}", shape(5_000), 1, 5_000) for shape in SHAPES),
    )
    print(f"\n{'all house rules':<18} {'time':>11}  {'goal':>9}  slowest")
    for name, reading, runs, goal in boards:
        times = best(reading, runs)
        slowest = sorted(times, key=times.__getitem__, reverse=True)[:SLOWEST]
        told = ", ".join(f"{rule or 'preparing'} {times[rule]:.1f}" for rule in slowest)
        print(f"{name:<18} {sum(times.values()):>8.1f} ms  {goal:>6,} ms  {told}")


if __name__ == "__main__":
    rules()
