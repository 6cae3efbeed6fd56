"""Headers, cookies and tokens that keep other people's pages and hands away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Flask, request
from flask.sessions import SecureCookieSessionInterface
from flask_talisman import Talisman
from flask_wtf.csrf import CSRFProtect
from werkzeug.middleware.proxy_fix import ProxyFix

if TYPE_CHECKING:
    from wsgiref.headers import Headers

    from flask import Response

CONTENT_SECURITY_POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "font-src 'self'; connect-src 'self'; worker-src 'self'; object-src 'none'; frame-src 'none'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
REFERRER_POLICY = "same-origin"


class CookieSessions(SecureCookieSessionInterface):
    """Signed cookies that are Secure whenever the browser came by HTTPS."""

    def get_cookie_secure(self, app: Flask) -> bool:
        """Tell whether this cookie must never travel in the clear."""
        return request.is_secure or super().get_cookie_secure(app)


def protect(app: Flask) -> None:
    """Give the app its headers, its cookies and its protection against forged requests."""
    app.session_interface = CookieSessions()
    Talisman(
        app,
        content_security_policy=CONTENT_SECURITY_POLICY,
        force_https=False,
        frame_options="DENY",
        referrer_policy=REFERRER_POLICY,
        session_cookie_secure=False,  # CookieSessions decides for each request
        strict_transport_security_include_subdomains=False,  # the neighbours' business
    )
    CSRFProtect(app)
    app.after_request(keep_private)
    if count := app.config["PROXIES"]:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=count, x_proto=count, x_host=count)  # type: ignore[method-assign]


def keep_private(response: Response) -> Response:
    """Let no shared cache keep what belongs to one person; the browser may, but asks each time."""
    response.headers.setdefault("Cache-Control", "private, no-cache")
    return response


def static_headers(headers: Headers, _path: str, _url: str) -> None:
    """Give the files of the front end, which never reach Flask, the same headers."""
    headers["Content-Security-Policy"] = CONTENT_SECURITY_POLICY
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Referrer-Policy"] = REFERRER_POLICY
