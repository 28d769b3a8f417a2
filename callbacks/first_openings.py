"""The first opening of a page, worked out while nobody asks for anything, so that no reader waits for it."""

import logging
import time
from collections.abc import Callable, Sequence
from threading import Lock, Thread

from flask import Flask

from callbacks.county.answers import CountyAnswers, ProfileRequest, county_choices
from callbacks.gap.answers import GapAnswers
from callbacks.overview.answers import OverviewAnswers
from callbacks.server.city_snapshots import CitySnapshot, CitySnapshots
from callbacks.targets.answers import TargetViews

QUIET = 3.0  # seconds without a request, before each opening
_LOOK_EVERY = 1.0  # seconds
_log = logging.getLogger(__name__)

Opening = Callable[[CitySnapshot, str], object]


def open_overview(snapshot: CitySnapshot, dataset: str) -> object:
    """The figures of the first page of a dataset before any choice; what the store tells is added when it is asked."""
    answers = snapshot.cached(OverviewAnswers)
    return answers.build(answers.options.choose(dataset)).outcomes


def open_gap(snapshot: CitySnapshot, dataset: str) -> object:
    """What the page of gaps shows of a dataset before any choice."""
    answers = snapshot.cached(GapAnswers)
    return answers.answer(*answers.overview.choices.read_query({"dataset": dataset}))


def open_county(snapshot: CitySnapshot, dataset: str) -> object:
    """What the page of a county shows of a dataset before any choice."""
    choices = snapshot.cached(county_choices)
    offered = choices["datasets"][dataset]
    asked = ProfileRequest(dataset=dataset, county=offered["counties"][offered["first"]], year=offered["first"])
    return snapshot.cached(CountyAnswers).describe_profile(asked)


def open_targets(snapshot: CitySnapshot, dataset: str) -> object:
    """What the page of targets shows of a dataset before any choice."""
    views = snapshot.cached(TargetViews)
    return views.answer(views.read_query({"dataset": dataset})[0])


class FirstOpenings:
    """Does ``openings`` for every dataset of each city that is published, after ``QUIET`` seconds on ``clock`` each.

    What they work out is kept where a reader's opening keeps it. The dataset that an empty address opens comes first.
    """

    def __init__(
        self,
        server: Flask,
        snapshots: CitySnapshots,
        openings: Sequence[Opening] = (open_overview, open_gap, open_county, open_targets),
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._snapshots, self._openings, self._clock = snapshots, openings, clock
        self._asked = clock()
        self._of: CitySnapshot | None = None  # the city that ``_left`` are of
        self._left: list[tuple[Opening, str]] = []
        self._thread, self._starting = Thread(target=self._work, name="first openings", daemon=True), Lock()
        server.before_request(self._note_request)

    def attend(self) -> None:
        """Begin, in a thread; again it does nothing."""
        with self._starting:
            if not self._thread.ident:
                self._thread.start()

    def work_ahead(self) -> bool:
        """Do the next opening, if there is one and nobody asks; whether it was done."""
        snapshot = self._snapshots.current()
        if snapshot is not self._of:
            self._of, self._left = snapshot, [(each, key) for key in snapshot.city.datasets for each in self._openings]
        if not self._left or self._clock() - self._asked < QUIET:
            return False
        opening, dataset = self._left.pop(0)
        try:
            opening(snapshot, dataset)
        except Exception:  # whatever it is, a reader meets it too, and is told
            _log.exception("a page cannot be opened ahead")
        return True

    def _note_request(self) -> None:
        self._asked = self._clock()

    def _work(self) -> None:
        while True:
            if not self.work_ahead():
                time.sleep(_LOOK_EVERY)
