"""A Dash app with the known remedies: areas by URL, go.Choropleth, and a Patch of the class numbers alone.

``python tests/benchmarks/contestants/tuned.py WORLD PORT``.
"""

import sys
from pathlib import Path
from typing import Any

import plotly.graph_objects as go
import waitress
from dash import Dash, Input, Output, Patch, dcc, html
from flask import Response

sys.path.insert(0, str(Path(__file__).parent.parent.parent.parent))

from tests.benchmarks.comparison.world import World, WorldIndicator, geometry_path

WORLD = World.read(Path(sys.argv[1]))
INDICATORS = {indicator.name: indicator for indicator in WORLD.indicators}
GEOMETRY = geometry_path(Path(sys.argv[1])).read_bytes()


def stepped_scale(indicator: WorldIndicator) -> list[tuple[float, str]]:
    """One flat step a class."""
    count = len(indicator.colours)
    return [((number + edge) / count, colour) for number, colour in enumerate(indicator.colours) for edge in (0, 1)]


def title(indicator: WorldIndicator, year: int) -> str:
    """What the map shows."""
    return f"{indicator.name} {year}"


def first_figure(indicator: WorldIndicator, year: int) -> go.Figure:
    """The map as it opens."""
    trace = go.Choropleth(
        geojson="/areas.geojson",
        locations=WORLD.codes,
        text=WORLD.names,
        z=indicator.classes[str(year)],
        zmin=-0.5,
        zmax=len(indicator.colours) - 0.5,
        colorscale=stepped_scale(indicator),
        showscale=False,
    )
    figure = go.Figure(trace)
    figure.update_geos(fitbounds="locations", visible=False)
    figure.update_layout(margin={"r": 0, "t": 0, "l": 0, "b": 0})
    return figure


FIRST = WORLD.indicators[0]
app = Dash(__name__)
app.layout = html.Div(
    [
        html.H2(title(FIRST, WORLD.years[0]), id="title"),
        dcc.RadioItems(list(INDICATORS), FIRST.name, id="indicator"),
        dcc.Slider(
            WORLD.years[0],
            WORLD.years[-1],
            1,
            value=WORLD.years[0],
            marks={year: str(year) for year in WORLD.years},
            id="year",
        ),
        dcc.Graph(id="map", figure=first_figure(FIRST, WORLD.years[0]), config={"topojsonURL": "/assets/topo/"}),
    ]
)


@app.server.get("/areas.geojson")
def areas() -> Response:
    """The areas, which a browser may keep."""
    return Response(GEOMETRY, mimetype="application/geo+json", headers={"Cache-Control": "max-age=31536000, immutable"})


@app.callback(
    Output("map", "figure"),
    Output("title", "children"),
    Input("indicator", "value"),
    Input("year", "value"),
    prevent_initial_call=True,
)
def recolour_map(name: str, year: int) -> tuple[Patch, str]:
    """The class numbers, and the colours where they are others."""
    indicator, patch = INDICATORS[name], Patch()
    trace: Any = patch["data"][0]
    trace["z"] = indicator.classes[str(year)]
    trace["colorscale"] = stepped_scale(indicator)
    trace["zmax"] = len(indicator.colours) - 0.5
    return patch, title(indicator, year)


if __name__ == "__main__":
    waitress.serve(app.server, host="127.0.0.1", port=int(sys.argv[2]), threads=8)
