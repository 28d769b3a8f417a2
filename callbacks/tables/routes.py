"""Tables over HTTP: ``/export/values.csv?`` and a page's own query gives the file of what the page shows."""

from collections.abc import Callable
from datetime import date

from flask import Flask, Response, request

from callbacks.pictures.routes import URL
from callbacks.server.city_snapshots import CitySnapshots
from callbacks.server.responses import TableForm, UnknownNameError, file_answer
from callbacks.tables.atlas import map_tables
from callbacks.tables.county import county_tables
from callbacks.tables.coverage import coverage_tables
from callbacks.tables.gap import gap_tables
from callbacks.tables.overview import overview_tables
from callbacks.tables.page_table import Maker
from callbacks.tables.targets import target_tables
from datasets.city.city import City
from locales import say


def table_makers(city: City) -> dict[str, Maker]:
    """Every table by the name that it has in the address."""
    every = (overview_tables, map_tables, target_tables, gap_tables, county_tables, coverage_tables)
    return {name: make for tables in every for name, make in tables(city).items()}


def register(server: Flask, snapshots: CitySnapshots, today: Callable[[], date]) -> None:
    """Serve the tables. ``today`` tells the date that they bear."""

    @server.get(f"{URL}<name>.{TableForm.CSV}", defaults={"form": TableForm.CSV})
    @server.get(f"{URL}<name>.{TableForm.XLSX}", defaults={"form": TableForm.XLSX})
    def table(name: str, form: TableForm) -> Response:
        makers = snapshots.current().cached(table_makers)
        if name not in makers:
            raise UnknownNameError("table", name, list(makers))
        found = makers[name](request.args.to_dict())
        notes = [*found.notes, (say("tables-made-on"), today().isoformat())]
        return file_answer(form, found.file_name, [found.table], notes)
