"""The built front end: where it is, and the tags that load it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup
from whitenoise import WhiteNoise

from whiteboard.web.security import static_headers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flask import Flask

PREFIX = "/static/"
HASHED = r"^/static/assets/.+-[\w-]{8,}\.\w+$"
"""Names that Vite makes from the content; such a file never changes."""

PACKAGE = Path(__file__).parent
PLACES = (PACKAGE / "dist", PACKAGE.parents[1] / "static/dist")
"""In a wheel, and in a checkout."""


class FrontEndMissingError(RuntimeError):
    """The front end has not been built."""

    def __init__(self) -> None:
        super().__init__("the front end is not built: run make run")


@dataclass(frozen=True)
class Assets:
    """The front end in a folder that Vite built; `folder` None when there is none."""

    folder: Path | None

    @cached_property
    def manifest(self) -> dict[str, dict[str, Any]]:
        """Vite's manifest: what became of each source file. Raises FrontEndMissingError."""
        if self.folder is None:
            raise FrontEndMissingError
        content: dict[str, dict[str, Any]] = json.loads((self.folder / ".vite/manifest.json").read_bytes())
        return content

    def tags(self, entry: str) -> Markup:
        """Return the tags that load an entry, its styles and all it imports at once."""
        chunks = [self.manifest[name] for name in self._needed(entry)]
        styles = dict.fromkeys(file for chunk in chunks for file in chunk.get("css", ()))
        own, imported = chunks[0]["file"], [chunk["file"] for chunk in chunks[1:]]
        return Markup("\n").join(
            [
                *(Markup('<link rel="stylesheet" href="{}">').format(PREFIX + file) for file in styles),
                *(Markup('<link rel="modulepreload" href="{}">').format(PREFIX + file) for file in imported),
                _own_tag(own),
            ]
        )

    def _needed(self, entry: str) -> Iterator[str]:
        """Yield an entry and what it imports, each once."""
        seen, waiting = {entry}, [entry]
        while waiting:
            name = waiting.pop(0)
            yield name
            new = [imported for imported in self.manifest[name].get("imports", ()) if imported not in seen]
            seen.update(new)
            waiting += new


def _own_tag(file: str) -> Markup:
    if file.endswith(".css"):
        return Markup('<link rel="stylesheet" href="{}">').format(PREFIX + file)
    return Markup('<script type="module" src="{}"></script>').format(PREFIX + file)


def find_assets() -> Assets:
    """Find the built front end."""
    return Assets(next((place for place in PLACES if (place / ".vite/manifest.json").is_file()), None))


def serve_assets(app: Flask, assets: Assets) -> None:
    """Serve the front end under /static/, and give templates `vite_tags`."""
    app.jinja_env.globals["vite_tags"] = assets.tags
    if assets.folder is not None:
        app.wsgi_app = WhiteNoise(  # type: ignore[method-assign]
            app.wsgi_app,
            root=str(assets.folder),
            prefix=PREFIX,
            allow_all_origins=False,
            add_headers_function=static_headers,
            immutable_file_test=HASHED,
        )
