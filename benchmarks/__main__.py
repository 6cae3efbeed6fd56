"""`make bench`: reading, assessing and judging boards of several sizes, and starting the command line, in one run."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from benchmarks.boards import board, drawio_page
from benchmarks.rules import rules
from whiteboard.catalog import load_catalog
from whiteboard.feedback import assess
from whiteboard.formats import load
from whiteboard.formats.excalidraw import load_scene
from whiteboard.reading import read
from whiteboard.reading.memory import collect_seldom
from whiteboard.scenarios import load_library

SIZES = (50, 500, 5_000)
ELEMENTS = (50, 500, 2_000, 20_000)
ELEMENTS_PER_COMPONENT = 3.1
CELLS = 500
SCENARIO = "product-recommendations"


def best_ms(action: Callable[[], object], runs: int) -> float:
    """Time of `action` in milliseconds, after one run to warm up: the best, which other work disturbs least."""
    action()
    times = []
    for _ in range(runs):
        start = perf_counter()
        action()
        times.append((perf_counter() - start) * 1000)
    return min(times)


def growth() -> None:
    """Print the times of each size and how they grow."""
    catalog, scenario = load_catalog(), load_library().scenarios[SCENARIO]
    print(f"{'components':>10}  {'load':>9}  {'read':>9}  {'assess':>9}  {'read + assess':>14}  growth")
    before = None
    for size in SIZES:
        data, runs = board(size), max(5, 1_000 // size)
        scene = load_scene(data)
        reading = read(scene, catalog)
        load_ms = best_ms(lambda data=data: load_scene(data), runs)  # type: ignore[misc]
        read_ms = best_ms(lambda scene=scene: read(scene, catalog), runs)  # type: ignore[misc]
        assess_ms = best_ms(lambda reading=reading: assess(reading, scenario), runs)  # type: ignore[misc]
        total = read_ms + assess_ms
        ratio = f"{total / before:.1f}x" if before else ""
        print(
            f"{size:>10}  {load_ms:>6.1f} ms  {read_ms:>6.1f} ms  {assess_ms:>6.1f} ms  {total:>11.1f} ms  {ratio:>6}"
        )
        before = total


def reading() -> None:
    """Print how long scenes with so many elements take to read, warm, and how that grows."""
    catalog, before = load_catalog(), 0.0
    print(f"\n{'elements':>10}  {'read':>9}  growth")
    for elements in ELEMENTS:
        scene = load_scene(board(round(elements / ELEMENTS_PER_COMPONENT)))
        time = best_ms(lambda scene=scene: read(scene, catalog), max(3, 10_000 // elements))  # type: ignore[misc]
        print(f"{len(scene.elements):>10}  {time:>6.1f} ms  {f'{time / before:.1f}x' if before else '':>6}")
        before = time


def drawio() -> None:
    """Print how long a draw.io page of so many cells takes to load and to read, warm."""
    catalog, data = load_catalog(), drawio_page(CELLS)
    time = best_ms(lambda: read(load(data), catalog), 20)
    print(f"\ndraw.io, {CELLS} cells: load + read {time:.1f} ms")


def cold_start() -> None:
    """Print how long commands take from nothing, as ratios to an empty Python."""
    program = str(Path(sys.executable).with_name("whiteboard"))
    bare = best_ms(lambda: subprocess.run([sys.executable, "-c", ""], check=True), 5)
    print(f"\n{'cold start':<28} best of 5   of bare Python ({bare:.0f} ms)")
    for words, stdin in ((["--help"], b""), (["kinds"], b"Redis\n"), (["scenario", "--help"], b"")):
        time = best_ms(
            lambda words=words, stdin=stdin: subprocess.run(  # type: ignore[misc]
                [program, *words], input=stdin, stdout=subprocess.DEVNULL, check=True
            ),
            5,
        )
        print(f"whiteboard {' '.join(words):<17} {time:>7.0f} ms   {time / bare:.1f}x")


if __name__ == "__main__":
    collect_seldom()
    growth()
    reading()
    rules()
    drawio()
    cold_start()
