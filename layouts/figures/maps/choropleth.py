"""The map: areas in class colours over hatch for what is missing, outlines and names on top.

Every trace is a choropleth (or text) keyed by area code, its geometry behind a URL. The browser fills ``locations``,
``z`` and texts, all by trace name.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

import plotly.graph_objects as go

from geodata.ground.group_lines import DASH, LINE
from geodata.layers import LayerKind
from geodata.region import Level
from layouts.figures import theme

HOVER = (
    "<b>%{text}</b><br>%{customdata[0]}<br>%{customdata[1]}<br>"
    f"<span style='color:{theme.QUIET}'>%{{customdata[2]}}</span><extra></extra>"
)


CLEAR = "rgba(0,0,0,0)"
GROUP_NAME = 22  # pixels: the letters of a group's name


class MapTrace(StrEnum):
    """The traces of a map, bottom first."""

    NEIGHBOURS = "neighbours"
    BAND = "band"
    MISSING = "missing"
    HATCH = "hatch"
    AREAS = "areas"
    DIVISIONS = "divisions"
    ROAD_HALO = "road-halo"
    ROADS = "roads"
    RIVER_HALO = "river-halo"
    RIVERS = "rivers"
    OUTLINES = "outlines"
    GROUP_HALO = "group-halo"
    GROUP_LINE = "group-line"
    SELECTED = "selected"
    GROUP_NAMES = "group-names"
    NEIGHBOUR_NAMES = "neighbour-names"
    LABELS = "labels"


def map_figure(level: Level, layers: Mapping[tuple[Level, LayerKind], str]) -> go.Figure:
    """An empty map of one level: every trace in place, nothing coloured yet. ``layers`` are the addresses of layers.

    The provinces or prefectures of many counties have borders of their own.
    """
    areas_url, divisions_url = layers[level, LayerKind.AREAS], layers.get((level, LayerKind.DIVISIONS))
    divisions = [single_colour_trace(MapTrace.DIVISIONS, divisions_url, CLEAR, theme.OUTLINE, 1)]
    return go.Figure(
        data=[
            *neighbour_traces(layers.get((Level.COUNTY, LayerKind.NEIGHBOURS))),
            band_trace(MapTrace.BAND, layers[Level.COUNTY, LayerKind.OUTLINES]),
            single_colour_trace(
                MapTrace.MISSING, areas_url, theme.MISSING_FILL, theme.MISSING_HATCH, 0.6, hoverinfo="text"
            ),
            single_colour_trace(
                MapTrace.HATCH, layers[level, LayerKind.HATCH], theme.MISSING_HATCH, theme.MISSING_HATCH, 0
            ),
            go.Choropleth(
                name=MapTrace.AREAS,
                geojson=areas_url,
                locations=[],
                z=[],
                zmin=-0.5,
                showscale=False,
                marker={"line": {"color": theme.AREA_BORDER, "width": 0.7}},
                hovertemplate=HOVER,
            ),
            *(divisions if divisions_url else []),
            *line_traces({kind: url for (_, kind), url in layers.items()}),
            single_colour_trace(MapTrace.OUTLINES, layers[level, LayerKind.OUTLINES], CLEAR, theme.OUTLINE, 1.4),
            *group_line_traces(layers.get((level, LayerKind.GROUP_LINE))),
            single_colour_trace(MapTrace.SELECTED, areas_url, CLEAR, theme.SELECTED, 3.5),
            group_names_trace(),
            neighbour_names_trace(),
            label_trace(MapTrace.LABELS, layers[level, LayerKind.LABELS], 13),
        ],
        layout=theme.map_layout(),
    )


def band_trace(name: str, outlines_url: str) -> go.Choropleth:
    """The soft band around the region: what of a wide line its areas do not cover."""
    return single_colour_trace(name, outlines_url, CLEAR, theme.BAND, 9)


def neighbour_traces(url: str | None) -> list[go.Choropleth]:
    """What lies around in pale grey; the browser fills it. Nothing where nothing is known."""
    fill, line = theme.NEIGHBOUR_FILL, theme.NEIGHBOUR_LINE
    return [single_colour_trace(MapTrace.NEIGHBOURS, url, fill, line, 0.8)] if url else []


def neighbour_names_trace() -> go.Scattergeo:
    """The names of what lies around; the browser fills them."""
    look = {"family": theme.FONTS, "size": 12, "color": theme.NEIGHBOUR_NAME}
    return text_trace(MapTrace.NEIGHBOUR_NAMES, look)


def line_traces(layers: Mapping[LayerKind, str]) -> list[go.Choropleth]:
    """Main roads and rivers, where there are any: roads light between dark edges, rivers dark between light ones."""
    looks = (
        (MapTrace.ROAD_HALO, LayerKind.ROADS, theme.ROAD_EDGE, 2.8),
        (MapTrace.ROADS, LayerKind.ROADS, theme.ROAD, 1.3),
        (MapTrace.RIVER_HALO, LayerKind.RIVERS, theme.RIVER_EDGE, 3.0),
        (MapTrace.RIVERS, LayerKind.RIVERS, theme.RIVER, 1.5),
    )
    return [
        single_colour_trace(name, layers[kind], colour, colour, width).update(locations=["0"], z=[0])
        for name, kind, colour, width in looks
        if kind in layers
    ]


def text_trace(name: str, look: dict[str, Any]) -> go.Scattergeo:
    """Texts at places that the browser fills."""
    return go.Scattergeo(name=name, lon=[], lat=[], text=[], mode="text", textfont=look, hoverinfo="skip")


def group_line_traces(url: str | None) -> list[go.Choropleth]:
    """The line between groups, in dashes over a pale halo; none on a map without it."""
    looks = ((MapTrace.GROUP_HALO, LINE, theme.PAPER, 5.5), (MapTrace.GROUP_LINE, DASH, theme.GROUP_LINE, 2.6))
    return [
        single_colour_trace(name, url, colour, colour, width).update(locations=[feature], z=[0])
        for name, feature, colour, width in looks
        if url
    ]


def group_names_trace() -> go.Scattergeo:
    """The names of the groups, large; the browser fills them. Their halo stands in assets/css/atlas.css."""
    look = {"family": theme.FONTS, "size": GROUP_NAME, "color": theme.INK}
    return text_trace(MapTrace.GROUP_NAMES, look)


def single_colour_trace(
    name: str, url: str | None, fill: str, line: str, width: float, hoverinfo: str = "skip"
) -> go.Choropleth:
    """A trace of one colour, for areas that are listed but not measured.

    Without a ``url`` the browser gives it its shapes.
    """
    return go.Choropleth(
        name=name,
        geojson=url,
        locations=[],
        z=[],
        zmin=0,
        zmax=1,
        colorscale=[[0, fill], [1, fill]],
        showscale=False,
        marker={"line": {"color": line, "width": width}},
        hoverinfo=hoverinfo,
    )


def label_trace(name: str, url: str, size: int) -> go.Scattergeo:
    """Names on the areas; the browser fills which."""
    return go.Scattergeo(
        name=name,
        geojson=url,
        locationmode="geojson-id",
        locations=[],
        text=[],
        mode="text",
        textfont={"family": theme.FONTS, "size": size, "color": theme.INK},
        hoverinfo="skip",
    )


def stepped_scale(colours: list[str]) -> list[list[float | str]]:
    """Flat steps of colour, one a class: with ``zmin`` -0.5 and ``zmax`` k-0.5, class number i gets colour i."""
    steps: list[list[float | str]] = []
    for position, colour in enumerate(colours):
        steps += [[position / len(colours), colour], [(position + 1) / len(colours), colour]]
    return go.Choropleth(colorscale=steps).to_plotly_json()["colorscale"]  # by way of plotly: validated
