"""Pictures over HTTP: ``/export/map.png?`` and a page's own query gives the file of what the page shows."""

import hashlib
from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from io import BytesIO

from flask import Flask, Response, jsonify, request, send_file

from callbacks.accounts.guards import client
from callbacks.pictures.charts import ChartKind, ChartPicture, ChartPictures
from callbacks.pictures.coverage import COVERAGE, CoveragePictures
from callbacks.pictures.maps import Imprint, MapKind, MapPictures, NamedPicture
from callbacks.pictures.render_queue import PicturesBusyError, RenderQueue
from callbacks.server.city_snapshots import CitySnapshots
from callbacks.server.row_answers import UnknownNameError
from datasets.city.city import City
from datasets.queries.map_query import MapView, read_map_query
from datasets.queries.query import IgnoredPart
from datasets.workers.model import OverLimitError, WorkerDiedError
from layouts.figures.specs.chart_spec import ChartSpec
from layouts.paper.sheet.picture_spec import MissingGlyphError, PictureSpec, RenderTask
from layouts.sheet_sizes import MIMETYPES, Format, Paper, PaperError, Size, paper
from layouts.words.paper import export_dialog as words

URL = "/export/"
_KEPT = 24  # pictures, as what they are drawn from
_RETRY_SECONDS = 5  # after which there may be room for another picture
_ASYNCHRONOUS = "respond-async"  # RFC 7240: who prefers it is told the place at once, and asks again
_DPI = 150

Query = Mapping[str, str]
Picture = NamedPicture | ChartPicture[ChartSpec]
Drawer = Callable[[Query, Imprint], Picture]


def drawers(city: City) -> dict[str, Drawer]:
    """What can be drawn from a page's query, by the name it has in the address. Unusable parts of it are refused."""
    views, charts, served = MapPictures(city), ChartPictures(city), CoveragePictures(city)

    def of_view(draw: Callable[[MapView, Imprint], NamedPicture]) -> Drawer:
        def drawn(query: Query, imprint: Imprint) -> Picture:
            view, ignored = read_map_query(city, query)
            refuse_ignored(ignored)
            return draw(view, imprint)

        return drawn

    def of_chart(kind: ChartKind) -> Drawer:
        def drawn(query: Query, imprint: Imprint) -> Picture:
            refuse_ignored(charts.ignored(kind, query))
            return charts.drawing(kind, query, imprint)

        return drawn

    def coverage(query: Query, imprint: Imprint) -> Picture:
        refuse_ignored(served.ignored(query))
        return served.coverage(query, imprint)

    maps = {
        MapKind.MAP: of_view(views.map_sheet),
        MapKind.MULTIPLES: of_view(views.multiples),
        MapKind.DOMAIN: of_view(views.domain),
    }
    return maps | {kind: of_chart(kind) for kind in ChartKind} | {COVERAGE: coverage}


def refuse_ignored(ignored: list[IgnoredPart]) -> None:
    """Raise UnknownNameError for the first part of an address that cannot be used."""
    for part in ignored:
        raise UnknownNameError(part.name, part.found, part.allowed.split(", "))


def paper_of(query: Query) -> tuple[Paper, Query]:
    """The paper that a query asks for, and the rest of the query. Raises PaperError."""
    rest = dict(query)
    size, dpi, grey = rest.pop("size", Size.A4_LANDSCAPE), rest.pop("dpi", str(_DPI)), rest.pop("grey", "0")
    if not dpi.isascii() or not dpi.isdigit():
        raise PaperError(f"dpi: expected a whole number such as 150 or 300, got '{dpi[:40]}'")
    if grey not in ("0", "1"):
        raise PaperError(f"grey: expected 0 or 1, got '{grey[:40]}'")
    return paper(size, int(dpi), grey == "1"), rest


class Pictures:
    """What the pictures of one city are drawn from: readers try formats of one picture, and go back and forth."""

    def __init__(self, city: City) -> None:
        self.by_name = drawers(city)
        self.drawing = lru_cache(maxsize=_KEPT)(self._drawing)

    def _drawing(self, name: str, query: tuple[tuple[str, str], ...], imprint: Imprint) -> tuple[str, PictureSpec]:
        drawing = self.by_name[name](dict(query), imprint)
        return drawing.file_name, drawing.render


def register(
    server: Flask, snapshots: CitySnapshots, queue: RenderQueue, today: Callable[[], date], site: str = ""
) -> None:
    """Serve the pictures. ``today`` tells the date that they bear, ``site`` the address; empty for none.

    What a request calls the program is no address: whoever asks may call it as they like.
    """
    _refuse(server)

    @server.get(f"{URL}<name>.<form>")
    def picture(name: str, form: str) -> Response:
        pictures = snapshots.current().cached(Pictures)
        if name not in pictures.by_name:
            raise UnknownNameError("picture", name, list(pictures.by_name))
        if form not in list(Format):
            raise UnknownNameError("format", form, list(Format))
        on, query = paper_of(request.args)
        query = dict(query)
        made = Imprint(today(), query.pop("maker", "")[:60], query.pop("approval", "")[:60], site)
        file_name, order = pictures.drawing(name, tuple(sorted(query.items())), made)
        return answer_picture(queue, RenderTask(order, on, Format(form)), f"{file_name}.{form}")


def answer_picture(queue: RenderQueue, task: RenderTask, name: str | None = None) -> Response:
    """A picture as the answer to the request, waited for or, if the request prefers that, by its place."""
    reader = client()  # nobody takes all that there is for pictures
    if _ASYNCHRONOUS in request.headers.get("Prefer", ""):
        drawn = queue.poll(task, reader)
    else:
        drawn = queue.wait_for_file(task, reader)
    if isinstance(drawn, int):
        return _place(drawn)
    mimetype = MIMETYPES[task.form]
    if name is None:
        return Response(drawn, mimetype=mimetype)
    tag = hashlib.sha256(drawn).hexdigest()[:16]
    return send_file(BytesIO(drawn), mimetype, download_name=name, etag=tag, max_age=0)


def _place(ahead: int) -> Response:
    """That a picture is not drawn yet, and how many come before it: who asks again is told again, or gets it."""
    answer = jsonify(ahead=ahead, message=words.place(ahead))
    answer.status_code = 202
    answer.headers |= {"Retry-After": "1", "Preference-Applied": _ASYNCHRONOUS, "Cache-Control": "no-store"}
    return answer


def _refuse(server: Flask) -> None:
    """Every reason not to draw as words."""

    def told(message: str, status: int, again: int | None = None) -> Response:
        answer = jsonify(error={"message": message})
        answer.status_code = status
        if again is not None:
            answer.headers["Retry-After"] = str(again)
        return answer

    server.register_error_handler(PaperError, lambda error: told(str(error), 400))
    server.register_error_handler(MissingGlyphError, lambda error: told(str(error), 422))
    server.register_error_handler(OverLimitError, lambda _: told(words.TOO_LARGE, 400))
    server.register_error_handler(WorkerDiedError, lambda _: told(words.DIED, 503, 1))
    server.register_error_handler(PicturesBusyError, lambda error: told(words.busy(error.ahead), 503, _RETRY_SECONDS))
