"""Make the app: settings, services, protection, errors, and a blueprint for each area."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import Flask
from flask.json.provider import DefaultJSONProvider
from werkzeug.routing import BaseConverter

from whiteboard.catalog import load_catalog
from whiteboard.reading.memory import collect_seldom
from whiteboard.scenarios import load_library
from whiteboard.storage.database import Database
from whiteboard.web import gallery, health, rules, sessions
from whiteboard.web.api import assessments, board, catalog, design, disputes, drawings, export, journeys, reading
from whiteboard.web.api import sessions as api_sessions
from whiteboard.web.assets import find_assets, serve_assets
from whiteboard.web.errors import handle_errors
from whiteboard.web.security import protect
from whiteboard.web.services import EXTENSION, Services
from whiteboard.web.settings import configure

if TYPE_CHECKING:
    from collections.abc import Mapping

AREAS = (
    gallery,
    rules,
    sessions,
    api_sessions,
    board,
    reading,
    design,
    assessments,
    disputes,
    journeys,
    export,
    drawings,
    catalog,
    health,
)


class TokenConverter(BaseConverter):
    """An id in an address, of the letters our ids have; anything else is not found."""

    regex = r"[A-Za-z0-9_-]{1,43}"


class PlainJson(DefaultJSONProvider):
    """JSON as it is: keys in their own order, without spaces."""

    sort_keys = False
    compact = True


def create_app(config: Mapping[str, Any] | None = None) -> Flask:
    """Make the app. Raises InputError when the data folder, the database or a setting cannot be used.

    Settings, each also an environment variable `WHITEBOARD_…`: DATA (folder), DATABASE (URL), SCENARIOS
    (folder), PROXIES (how many proxies of our own stand before the server and say who is asking).
    """
    collect_seldom()
    app = Flask(__name__, static_folder=None)
    app.json = PlainJson(app)
    app.url_map.converters["token"] = TokenConverter
    configure(app.config, config)
    made = _services(app)
    app.extensions[EXTENSION] = made
    protect(app)
    serve_assets(app, made.assets)
    handle_errors(app)
    for area in AREAS:
        app.register_blueprint(area.blueprint)
    return app


def _services(app: Flask) -> Services:
    database = Database(app.config["DATABASE"])
    database.upgrade()
    library = load_library(app.config["SCENARIOS"])
    for problem in library.broken:
        app.logger.warning("a scenario is left out: %s", problem)
    return Services(database=database, library=library, catalog=load_catalog(), assets=find_assets())
