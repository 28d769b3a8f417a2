"""Pictures over HTTP: ``/export/map.png?`` and a page's own query gives the file of what the page shows."""

import hashlib
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from io import BytesIO

from flask import Flask, Response, request, send_file

from callbacks.accounts.visitors import identify_client
from callbacks.pictures.charts import ChartPictures
from callbacks.pictures.coverage import CoveragePictures
from callbacks.pictures.maps import MakePicture, MapPictures
from callbacks.pictures.overview import OverviewPictures
from callbacks.pictures.render_queue import PicturesBusyError, RenderQueue
from callbacks.server.city_snapshots import CitySnapshots
from callbacks.server.responses import Query, UnknownNameError, json_answer, refuse_error
from datasets.city.city import City
from datasets.workers.model import OverLimitError, WorkerDiedError
from layouts.paper.sheet.picture_spec import MissingGlyphError, NamedPicture, RenderTask
from layouts.sheet_sizes import MIMETYPES, Format, Paper, PaperError, Size, parse_paper
from layouts.words.paper.pictures import Attribution
from locales import say

URL = "/export/"
_KEPT = 24  # pictures, as what they are drawn from
_RETRY_SECONDS = 5  # after which there may be room for another picture
_ASYNCHRONOUS = "respond-async"  # RFC 7240: who prefers it is told the place at once, and asks again
_DPI = 150


def page_pictures(city: City) -> dict[str, MakePicture]:
    """Every picture of a page by the name it has in the address."""
    drawn = (OverviewPictures(city), MapPictures(city), ChartPictures(city), CoveragePictures(city))
    return {str(kind): picture for pictures in drawn for kind, picture in pictures.by_kind.items()}


def read_paper(query: Query) -> tuple[Paper, dict[str, str]]:
    """The paper that a query asks for, and the rest of the query. Raises PaperError."""
    rest = dict(query)
    size, dpi, grey = rest.pop("size", Size.A4_LANDSCAPE), rest.pop("dpi", str(_DPI)), rest.pop("grey", "0")
    if not dpi.isascii() or not dpi.isdigit():
        raise PaperError(f"dpi: expected a whole number such as 150 or 300, got '{dpi[:40]}'")
    if grey not in ("0", "1"):
        raise PaperError(f"grey: expected 0 or 1, got '{grey[:40]}'")
    return parse_paper(size, int(dpi), grey == "1"), rest


class PictureCache:
    """The pictures of one city, the last ones kept: readers try several formats of one, and go back and forth."""

    def __init__(self, city: City) -> None:
        self.by_name = page_pictures(city)
        self.make = lru_cache(maxsize=_KEPT)(self._make_picture)

    def _make_picture(self, name: str, query: tuple[tuple[str, str], ...], attribution: Attribution) -> NamedPicture:
        return self.by_name[name](dict(query), attribution)


def register(
    server: Flask,
    snapshots: CitySnapshots,
    queue: RenderQueue,
    today: Callable[[], date],
    site: Callable[[], str] = str,
) -> None:
    """Serve the pictures. ``today`` returns the date that they bear, ``site`` the address; empty for none.

    What a request calls the program is no address: whoever asks may call it as they like.
    """
    refuse_error(server, PaperError, str, 400)
    refuse_error(server, MissingGlyphError, str, 422)
    refuse_error(server, OverLimitError, lambda _: say("export-too-large"), 400)
    refuse_error(server, WorkerDiedError, lambda _: say("export-died"), 503, retry_after=1)
    refuse_error(server, PicturesBusyError, lambda error: say("export-busy", ahead=error.ahead), 503, _RETRY_SECONDS)

    @server.get(f"{URL}<name>.<form>")
    def picture(name: str, form: str) -> Response:
        pictures = snapshots.current().cached(PictureCache)
        if name not in pictures.by_name:
            raise UnknownNameError("picture", name, list(pictures.by_name))
        if form not in list(Format):
            raise UnknownNameError("format", form, list(Format))
        sheet, query = read_paper(request.args)
        attribution = Attribution(today(), query.pop("maker", "")[:60], query.pop("approval", "")[:60], site())
        made = pictures.make(name, tuple(sorted(query.items())), attribution)
        return answer_picture(queue, RenderTask(made.picture, sheet, Format(form)), f"{made.file_name}.{form}")


def answer_picture(queue: RenderQueue, task: RenderTask, name: str | None = None) -> Response:
    """A picture as the answer to the request, waited for or, if the request prefers that, by its place."""
    reader = identify_client()  # nobody takes all that there is for pictures
    if _ASYNCHRONOUS in request.headers.get("Prefer", ""):
        drawn = queue.poll(task, reader)
    else:
        drawn = queue.wait_for_file(task, reader)
    if isinstance(drawn, int):
        return _answer_place(drawn)
    mimetype = MIMETYPES[task.form]
    if name is None:
        return Response(drawn, mimetype=mimetype)
    tag = hashlib.sha256(drawn).hexdigest()[:16]
    return send_file(BytesIO(drawn), mimetype, download_name=name, etag=tag, max_age=0)


def _answer_place(ahead: int) -> Response:
    """That a picture is not drawn yet, and how many come before it: who asks again is told again, or gets it."""
    answer = json_answer({"ahead": ahead, "message": say("export-place", ahead=ahead)}, 202)
    answer.headers |= {"Retry-After": "1", "Preference-Applied": _ASYNCHRONOUS, "Cache-Control": "no-store"}
    return answer
