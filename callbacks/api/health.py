"""Health checks for monitoring: whether the process runs, and whether the first page can be served."""

import logging
from collections.abc import Callable

from flask import Flask, Response

from callbacks.server.city_snapshots import CitySnapshots
from callbacks.server.responses import json_answer
from datasets.city.city import City

HEALTH, READY = "/health", "/ready"
_log = logging.getLogger(__name__)


def register(
    server: Flask,
    snapshots: CitySnapshots,
    first_page: Callable[[City], object],
    edition: Callable[[City], str],
    version: str,
) -> None:
    """Serve ``/health`` and ``/ready``.

    ``first_page`` makes what a browser is sent first, and is kept for its city; ``edition`` names what it holds and the
    program that made it, so that an older page notices; ``version`` is that of the program.
    """

    @server.get(HEALTH)
    def health() -> Response:
        """Asks neither the database nor the city: it answers for as long as the process answers anything."""
        return _forbid_caching(json_answer({"status": "ok", "version": version}))

    @server.get(READY)
    def ready() -> Response:
        snapshot = snapshots.current()
        try:
            snapshot.cached(first_page)
        except Exception as error:  # whatever it is, readers meet it too
            _log.exception("the first page cannot be served")
            return _forbid_caching(json_answer({"status": "unready", "fault": type(error).__name__}, 503))
        return _forbid_caching(json_answer({"status": "ready", "edition": edition(snapshot.city)}))


def _forbid_caching(answer: Response) -> Response:
    answer.headers["Cache-Control"] = "no-store"
    return answer
