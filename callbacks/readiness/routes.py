"""The check before a meeting over HTTP: the page ``/check``, and what it asks for as ``/check/lines``."""

import time
from dataclasses import replace

from flask import Flask, Response

from callbacks.accounts.visitors import current_account
from callbacks.readiness.checks import Machine, ReadinessChecks
from callbacks.server.city_snapshots import CitySnapshots
from callbacks.server.responses import json_answer
from datasets.city.city import City
from datasets.readiness.model import CheckLine
from datasets.store.accounts.accounts import Right
from layouts.meeting.readiness import readiness_page
from layouts.words.meeting import readiness as words

URL = "/check"
_GOOD_FOR = 2.0  # seconds, for all who ask


def register(server: Flask, snapshots: CitySnapshots, machine: Machine) -> None:
    """Serve the page and its lines; places of the machine are told to administrators alone."""
    kept = _KeptLines(ReadinessChecks(machine))

    @server.get(URL)
    def readiness() -> str:
        return readiness_page(snapshots.current().city.region.title)

    @server.get(f"{URL}/lines")
    def readiness_lines() -> Response:
        account = current_account()
        places = account is not None and account.role.may(Right.ADMINISTER)
        lines = kept.find(snapshots.current().city)
        shown = lines if places else [replace(line, where="") for line in lines]
        answer = json_answer({"lines": shown, "now": time.time() * 1000, "words": words.for_browser()})
        answer.headers["Cache-Control"] = "no-store"
        return answer


class _KeptLines:
    """The lines of the last check, for all who ask within a moment."""

    def __init__(self, checks: ReadinessChecks) -> None:
        self._checks = checks
        self._last: tuple[City, float, list[CheckLine]] | None = None

    def find(self, city: City) -> list[CheckLine]:
        now = time.monotonic()
        if self._last is None or self._last[0] is not city or now - self._last[1] > _GOOD_FOR:
            self._last = city, now, self._checks.run(city)
        return self._last[2]
