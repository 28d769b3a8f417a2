"""Security and cache headers of every answer: no other host, and no shared cache of what only one reader may see.

How long an answer may be kept is decided here for all routes: what bears a hash in its address for good; what was
answered to somebody who is logged in not at all; the rest is asked for every time, and sent again if it has changed.
"""

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from flask import Flask, Response, request, session

_YEAR = 365 * 24 * 3600  # seconds
PRIVATE = "private, no-store"
_STAYS = re.compile(r"'[^']+'|data:|blob:")  # sources of a policy that are no other host


def register(server: Flask, script_hashes: list[str], *, https: bool = False, closed: bool = False) -> None:
    """Put them on. ``script_hashes`` are those of Dash's inline scripts; no other inline script runs.

    ``https``: browsers come back by HTTPS only. ``closed``: reading needs an account. Comes before the compression.
    """
    policy = write_policy(script_hashes)

    @server.after_request
    def add_headers(answer: Response) -> Response:
        answer.headers["Content-Security-Policy"] = policy
        answer.headers["X-Content-Type-Options"] = "nosniff"
        answer.headers["Referrer-Policy"] = "same-origin"
        answer.headers["Cache-Control"] = _cache_control(answer, closed)
        if urlsplit(answer.location or "").netloc:
            _drop_host(answer)
        if https:
            answer.headers["Strict-Transport-Security"] = f"max-age={_YEAR}"
        return answer


def write_policy(script_hashes: Sequence[str]) -> str:
    """The content security policy: where a page of ours may fetch from, and what it may run."""
    return "; ".join(
        [
            "default-src 'self'",
            f"script-src 'self' {' '.join(script_hashes)}",
            "style-src 'self' 'unsafe-inline'",  # plotly.js and ag-grid insert style elements
            "img-src 'self' data: blob:",  # the PNG of a map is an image before it is a file
            "font-src 'self' data:",  # ag-grid's icons
            "connect-src 'self'",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'self'",
        ]
    )


def find_foreign_sources(policy: str) -> list[str]:
    """What a policy lets a page fetch from other hosts; all that it does not name falls to ``default-src``."""
    directives = [directive.split() for directive in policy.split(";") if directive.strip()]
    named = {name for name, *_ in directives}
    allowed = [source for _, *sources in directives for source in sources]
    return [*([] if "default-src" in named else ["*"]), *(one for one in allowed if not _STAYS.fullmatch(one))]


def register_etags(server: Flask) -> None:
    """Tag what is asked for again, so that it is sent only if it has changed. Comes after the compression."""

    @server.after_request
    def add_etag(answer: Response) -> Response:
        is_text = not (answer.is_streamed or answer.direct_passthrough)  # a file is not read for it
        if request.method in ("GET", "HEAD") and answer.status_code == 200 and is_text:
            answer.add_etag()
            answer.make_conditional(request)
        return answer


def _drop_host(answer: Response) -> None:
    """Lead to a page of ours without a host: how a request calls us, as werkzeug's redirects do, is not repeated."""
    parts = urlsplit(answer.location or "")
    answer.location = parts._replace(scheme="", netloc="", path=f"/{parts.path.lstrip('/')}").geturl()
    answer.data = b""


def _cache_control(answer: Response, closed: bool) -> str:
    """How long an answer may be kept, and by whom."""
    said = answer.cache_control
    if said.max_age and not said.no_store:  # its address changes with its content
        if closed:
            said.private, said.public = True, False
        return said.to_header()
    if closed or "_user_id" in session:
        return PRIVATE
    return "no-store" if said.no_store or answer.status_code >= 400 else "no-cache"
