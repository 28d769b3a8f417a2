"""Composition root: reads the settings, loads the city, puts the pages together and serves them.

``server`` is the WSGI object; ``python app.py`` serves it.
"""

import os
import sys
from datetime import date
from pathlib import Path
from typing import Any

import click
import waitress
from dash import Dash
from flask import Flask
from flask_compress import Compress

from callbacks import api, atlas, county_page, export, export_dialog, gap_page, geometry, headers, shell, targets_page
from callbacks.chart_view import ChartViews
from callbacks.export_view import ExportViews
from datasets.city import City
from datasets.declarations import BadInputError
from datasets.load import load_city
from datasets.view import default_view
from geodata.layers import encode_layers
from layouts import atlas as atlas_layout
from layouts import county_page as county_layout
from layouts import gap_page as gap_layout
from layouts import shell as shell_layout
from layouts import targets_page as targets_layout
from layouts.figures.panel_data import area_book, empty_figures
from layouts.ids import Atlas, CountyPage, GapPage, Nav, Targets
from layouts.shell import Page
from layouts.words import atlas as atlas_words
from layouts.words import county_page as county_words
from layouts.words import targets_page as targets_words
from layouts.words.common import PRODUCT

ROOT = Path(__file__).parent
# A tab's icon as part of the page: a file would be asked for again at every change of the address.
ICON = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' "
    "rx='3' fill='%2316425B'/%3E%3Cpath d='M3 9h4v4H3z' fill='%23E08E35'/%3E%3Cpath d='M9 3h4v10H9z' "
    "fill='%2386BBDC'/%3E%3C/svg%3E"
)
INDEX = f"""<!DOCTYPE html>
<html lang="zh-CN">
<head>{{%metas%}}<title>{{%title%}}</title><link rel="icon" href="{ICON}">{{%css%}}</head>
<body>{{%app_entry%}}<footer>{{%config%}}{{%scripts%}}{{%renderer%}}</footer></body>
</html>"""
BOOTSTRAP = "/assets/vendor/bootstrap-5.3.8.min.css"


def create_app(city: City) -> Dash:
    """The whole program for one city."""
    server = Flask("junheng-atlas")
    app = Dash(
        "junheng-atlas",
        server=server,  # type: ignore[arg-type]  # its annotation forgets the Flask it takes
        assets_folder=str(ROOT / "assets"),
        assets_path_ignore=["vendor"],  # loaded by name below, before our own stylesheet
        external_stylesheets=[BOOTSTRAP],
        title=f"{PRODUCT} · {city.region.name}",
        update_title="",
        index_string=INDEX,
        add_log_handler=False,
        meta_tags=[{"name": "viewport", "content": "width=device-width, initial-scale=1"}],
    )
    layers = encode_layers(city.geography)
    pages = _pages(city, empty_figures(city.geography, layers, geometry.URL))
    datasets = [{"label": dataset.name, "value": key} for key, dataset in city.datasets.items()]
    app.layout = shell_layout.shell(city.region.title, datasets, default_view(city).dataset, pages, export.URL)
    shell.register(app, pages)
    export_dialog.register(app)
    atlas.register(app, city, api.VALUES_URL)
    for page in (targets_page, gap_page, county_page):
        page.register(app, city)
    api.register(server, city)
    export.register(server, export.drawers(ExportViews(city), ChartViews(city)), date.today)
    geometry.register(server, list(layers.values()))
    headers.register(server, list(app.csp_hashes()))
    Compress(server)
    return app


def _pages(city: City, figures: dict[str, Any]) -> list[Page]:
    region = city.region
    focus, benchmark = region.groups[region.focus].name, region.groups[region.benchmark].name
    profiles = county_page.county_choices(city)
    return [
        Page("/", Nav.ATLAS, Atlas.PAGE, atlas_words.TITLE, atlas_layout.page(figures, area_book(city.geography))),
        Page("/targets", Nav.TARGETS, Targets.PAGE, targets_words.TITLE, targets_layout.page()),
        Page("/gap", Nav.GAP, GapPage.PAGE, region.gap_name, gap_layout.page(region.gap_name, focus, benchmark)),
        Page("/county", Nav.COUNTY, CountyPage.PAGE, county_words.TITLE, county_layout.page(profiles)),
    ]


def load() -> City:
    """The city that the environment names; a fault of any file ends the program with every fault told."""
    try:
        return load_city(ROOT, os.environ.get("REGION", "qingyuan"))
    except BadInputError as error:
        count = len(error.faults)
        sys.exit("\n".join([f"Cannot start: {count} fault{'s' * (count > 1)} in the input files.", *error.faults]))


@click.group(invoke_without_command=True)
@click.pass_context
def command_line(context: click.Context) -> None:
    """Junheng Atlas: the map of a city's public services."""
    if context.invoked_subcommand is None:
        serve.main(args=[], prog_name="app.py serve")  # by way of its options, so that HOST and PORT count


@command_line.command()
@click.option("--host", envvar="HOST", default="127.0.0.1", show_default=True)
@click.option("--port", envvar="PORT", default=8050, show_default=True)
def serve(host: str, port: int) -> None:
    """Serve the atlas."""
    try:
        atlas_server = waitress.create_server(server, host=host, port=port, threads=8)
    except OSError as error:
        raise click.ClickException(f"{host}:{port}: {error.strerror}; choose another with HOST and PORT") from error
    click.echo(f"Junheng Atlas on http://{host}:{port}")
    atlas_server.run()


@command_line.command()
def check() -> None:
    """Load everything, say what was found, and stop."""
    for dataset in city.datasets.values():
        values = sum(len(records) for records in dataset.records.values())
        click.echo(
            f"{dataset.id}: {len(dataset.records)} indicators, {values} values, {len(dataset.facilities)} facilities"
        )


city = load()
app = create_app(city)
server = app.server

if __name__ == "__main__":
    command_line()
