"""The Dash app that the documentation teaches: px.choropleth with the GeoJSON inline, rebuilt in a callback.

``python tests/benchmarks/contestants/stock.py WORLD PORT``.
"""

import json
import sys
from pathlib import Path

import pandas as pd
import plotly.express as px
import plotly.graph_objects as go
import waitress
from dash import Dash, Input, Output, dcc, html

sys.path.insert(0, str(Path(__file__).parent.parent.parent.parent))

from tests.benchmarks.comparison.world import World, geometry_path

WORLD = World.read(Path(sys.argv[1]))
INDICATORS = {indicator.name: indicator for indicator in WORLD.indicators}
GEOMETRY = json.loads(geometry_path(Path(sys.argv[1])).read_bytes())

app = Dash(__name__)
app.layout = html.Div(
    [
        html.H2(id="title"),
        dcc.RadioItems(list(INDICATORS), next(iter(INDICATORS)), id="indicator"),
        dcc.Slider(
            WORLD.years[0],
            WORLD.years[-1],
            1,
            value=WORLD.years[0],
            marks={year: str(year) for year in WORLD.years},
            id="year",
        ),
        dcc.Graph(id="map", config={"topojsonURL": "/assets/topo/"}),
    ]
)


@app.callback(Output("map", "figure"), Output("title", "children"), Input("indicator", "value"), Input("year", "value"))
def update_map(name: str, year: int) -> tuple[go.Figure, str]:
    """The whole figure, as px builds it."""
    indicator = INDICATORS[name]
    table = pd.DataFrame({"code": WORLD.codes, "name": WORLD.names, "class": indicator.classes[str(year)]})
    last = len(indicator.colours) - 1
    figure = px.choropleth(
        table,
        geojson=GEOMETRY,
        locations="code",
        color="class",
        hover_name="name",
        color_continuous_scale=[
            ((number + edge) / (last + 1), colour) for number, colour in enumerate(indicator.colours) for edge in (0, 1)
        ],
        range_color=(-0.5, last + 0.5),
    )
    figure.update_geos(fitbounds="locations", visible=False)
    figure.update_layout(margin={"r": 0, "t": 0, "l": 0, "b": 0})
    return figure, f"{name} {year}"


if __name__ == "__main__":
    waitress.serve(app.server, host="127.0.0.1", port=int(sys.argv[2]), threads=8)
