"""Pictures over HTTP: ``/export/map.png?`` and a page's own query gives the file of what the page shows."""

import hashlib
from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from io import BytesIO

from flask import Flask, Response, jsonify, request, send_file

from callbacks.api import UnknownNameError
from callbacks.chart_view import ChartDrawing, ChartKind, ChartViews
from callbacks.editions import Editions
from callbacks.export_view import Drawing, ExportViews, Imprint, MapKind
from callbacks.service_picture import COVERAGE, ServicePictures
from datasets.city import City
from datasets.view import Ignored, View, read_query
from layouts.figures.chart_spec import ChartSpec
from layouts.paper.fonts import MissingGlyphError
from layouts.paper.size import MIMETYPES, Format, Paper, PaperError, Size, paper

URL = "/export/"
_KEPT = 24  # finished pictures in memory
_DPI = 150

Query = Mapping[str, str]
Picture = Drawing | ChartDrawing[ChartSpec]
Drawer = Callable[[Query, Imprint], Picture]


def drawers(city: City) -> dict[str, Drawer]:
    """What can be drawn from a page's query, by the name it has in the address. Unusable parts of it are refused."""
    views, charts, served = ExportViews(city), ChartViews(city), ServicePictures(city)

    def of_view(draw: Callable[[View, Imprint], Drawing]) -> Drawer:
        def drawn(query: Query, imprint: Imprint) -> Picture:
            view, ignored = read_query(city, query)
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


def refuse_ignored(ignored: list[Ignored]) -> None:
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
    """The finished pictures of one city: readers try a format, go back, and download what they have seen."""

    def __init__(self, city: City) -> None:
        self.by_name = drawers(city)
        self.drawn = lru_cache(maxsize=_KEPT)(self._drawn)

    def _drawn(
        self, name: str, query: tuple[tuple[str, str], ...], on: Paper, form: Format, imprint: Imprint
    ) -> tuple[str, bytes]:
        drawing = self.by_name[name](dict(query), imprint)
        return f"{drawing.file_name}.{form}", drawing.render(on, form)


def register(server: Flask, editions: Editions, today: Callable[[], date], site: str = "") -> None:
    """Serve the pictures. ``today`` tells the date that they bear, ``site`` the address; empty for none.

    What a request calls the program is no address: whoever asks may call it as they like.
    """

    @server.errorhandler(PaperError)
    def no_such_paper(error: PaperError) -> tuple[Response, int]:
        return jsonify(error={"message": str(error)}), 400

    @server.errorhandler(MissingGlyphError)
    def cannot_be_written(error: MissingGlyphError) -> tuple[Response, int]:
        return jsonify(error={"message": str(error)}), 422

    @server.get(f"{URL}<name>.<form>")
    def picture(name: str, form: str) -> Response:
        pictures = editions.current().of(Pictures)
        if name not in pictures.by_name:
            raise UnknownNameError("picture", name, list(pictures.by_name))
        if form not in list(Format):
            raise UnknownNameError("format", form, list(Format))
        on, query = paper_of(request.args)
        query = dict(query)
        made = Imprint(today(), query.pop("maker", "")[:60], query.pop("approval", "")[:60], site)
        file_name, body = pictures.drawn(name, tuple(sorted(query.items())), on, Format(form), made)
        tag = hashlib.sha256(body).hexdigest()[:16]
        return send_file(BytesIO(body), MIMETYPES[Format(form)], download_name=file_name, etag=tag, max_age=0)
