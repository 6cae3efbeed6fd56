"""Watch what a browser does: nothing may leave the host, and nothing may fail unseen."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, ConsoleMessage, Request, WebError

LOCAL_SCHEMES = {"data", "blob", "about"}


@dataclass
class Watch:
    """What the pages of a test asked for and complained about.

    A test that provokes an error names it: `watch.allow("ERR_CONNECTION_REFUSED")`.
    """

    host: str
    allowed: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def allow(self, pattern: str) -> None:
        """Expect errors of the console that match a regular expression."""
        self.allowed.append(pattern)

    def attach(self, context: BrowserContext) -> None:
        """Watch every page of a context, workers included."""
        context.on("request", self._requested)
        context.on("console", self._logged)
        context.on("weberror", self._failed)

    def unexpected(self) -> list[str]:
        """Return the errors that the test did not name."""
        return [error for error in self.errors if not any(re.search(pattern, error) for pattern in self.allowed)]

    def _requested(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in LOCAL_SCHEMES and address.netloc != self.host:
            self.foreign.append(request.url)

    def _logged(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.errors.append(f"{message.text} ({message.location['url']})")

    def _failed(self, error: WebError) -> None:
        self.errors.append(str(error.error))
