"""A map and a chart that are drawn to see whether they can be, in the processes that draw for readers."""

import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import date

from callbacks.pictures.charts import ChartKind
from callbacks.pictures.maps import MapKind
from callbacks.pictures.routes import page_pictures
from datasets.city.city import City
from datasets.readiness.model import CheckLine
from datasets.workers.model import Workers, WorkersBusyError
from layouts.paper.sheet.font_report import FontReport, report_fonts
from layouts.paper.sheet.picture_spec import FontError, RenderTask
from layouts.sheet_sizes import Format, parse_paper
from layouts.words.meeting import readiness as words
from layouts.words.paper.pictures import Attribution
from locales import say

_PAPER = "800x500"
_PNG = b"\x89PNG\r\n\x1a\n"
_GOOD_FOR = 300.0  # seconds


@dataclass(frozen=True)
class _Order:
    """What was given to the workers, when, and of which city."""

    city: City
    begun: float
    count: int
    fonts: "Future[FontReport]"
    pictures: "list[Future[bytes]]"
    ended: list[float]  # when each picture was there


class DrawingTrial:
    """Has ``drawers`` try; ``clock`` gives seconds. One trial serves all who ask within some minutes."""

    def __init__(self, drawers: Workers, clock: Callable[[], float] = time.monotonic) -> None:
        self._drawers, self._clock = drawers, clock
        self._order: _Order | None = None

    def check_fonts(self, city: City) -> CheckLine:
        """Whether every name can be written."""
        try:
            order = self._give_order(city)
            if not order.fonts.done():
                return words.pending_line(say("readiness-fonts"))
            report = order.fonts.result()
        except FontError as error:
            return words.no_font_line(str(error))
        except WorkersBusyError:
            return words.busy_line(say("readiness-fonts"))
        return words.fonts_line(report.family, report.lacking, order.count)

    def check_drawing(self, city: City) -> CheckLine:
        """Whether a map and a chart become pictures."""
        try:
            order = self._give_order(city)
            if not all(future.done() for future in order.pictures):
                return words.pending_line(say("readiness-drawing"))
            files = [future.result() for future in order.pictures]
        except WorkersBusyError:
            return words.busy_line(say("readiness-drawing"))
        if not all(file.startswith(_PNG) for file in files):
            return words.empty_drawing_line()
        return words.drawing_line([_read_size(file) for file in files], max(order.ended) - order.begun)

    def _give_order(self, city: City) -> _Order:
        known = self._order
        if known and known.city is city and self._clock() - known.begun < _GOOD_FOR:
            return known
        names = [*city.geography.counties["name"], *(one.name for one in city.indicators.values())]
        by_name, attribution = page_pictures(city), Attribution(date.today())
        specs = [by_name[kind]({}, attribution).picture for kind in (MapKind.MAP, ChartKind.RANKING)]
        begun = self._clock()
        fonts = self._drawers.submit(report_fonts, tuple(names))
        tasks = [RenderTask(spec, parse_paper(_PAPER), Format.PNG) for spec in specs]
        pictures = [self._drawers.submit(task) for task in tasks]
        order = self._order = _Order(city, begun, len(names), fonts, pictures, [])
        for future in pictures:
            future.add_done_callback(lambda _: order.ended.append(self._clock()))
        return order


def _read_size(png: bytes) -> tuple[int, int]:
    return int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")
