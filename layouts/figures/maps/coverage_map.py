"""The map of coverage: catchments under settlements and facilities, county borders and names around them.

Borders and names come by URL as on every map; the browser fills the rest, all by trace name. Covered and uncovered
settlements differ in shape as well as in colour.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

import plotly.graph_objects as go

from geodata.geography import Geography
from geodata.layers import LayerKind
from geodata.region import Level
from layouts.figures import theme
from layouts.figures.maps.choropleth import (
    CLEAR,
    band_trace,
    group_line_traces,
    group_names_trace,
    label_trace,
    line_traces,
    neighbour_names_trace,
    neighbour_traces,
    single_colour_trace,
)
from layouts.figures.maps.map_bounds import MARKS_LEGEND, leave_room, pad_bounds

CATCHMENT = "catchment"  # the id of the one feature that all catchments are
_CATCHMENT_FILL = "rgba(33, 113, 181, 0.16)"
_CATCHMENT_LINE = "rgba(33, 113, 181, 0.55)"
_LAND = "#FAFBFB"
_HOVER = "%{text}<extra></extra>"


class CoverageTrace(StrEnum):
    """The traces of the map, bottom first."""

    BAND = "band"
    LAND = "land"
    CATCHMENTS = "catchments"
    OUTLINES = "outlines"
    COVERED = "covered"
    UNCOVERED = "uncovered"
    FACILITIES = "facilities"
    GROUP_NAMES = "group-names"
    LABELS = "labels"
    HIGHLIGHT = "highlight"


def empty_coverage_map(geography: Geography, layers: Mapping[tuple[Level, LayerKind], str]) -> dict[str, Any]:
    """The empty map over the counties of a geography, as JSON; ``layers`` are the addresses of the map's layers."""
    figure = coverage_map_figure({kind: url for (level, kind), url in layers.items() if level is Level.COUNTY})
    west, south, east, north = pad_bounds(geography)[geography.region.adcode]
    beside, below = geography.cached(leave_room, None, MARKS_LEGEND)
    figure.update_geos(
        lonaxis_range=[west, east], lataxis_range=[south, north], domain={"x": [beside, 1], "y": [below, 1]}
    )
    drawn: dict[str, Any] = figure.to_plotly_json()
    return drawn


def coverage_map_figure(layers: Mapping[LayerKind, str]) -> go.Figure:
    """The map before any type of facility is chosen: every trace in place, nothing drawn yet."""
    return go.Figure(
        data=[
            *neighbour_traces(layers.get(LayerKind.NEIGHBOURS)),
            band_trace(CoverageTrace.BAND, layers[LayerKind.OUTLINES]),
            single_colour_trace(CoverageTrace.LAND, layers[LayerKind.AREAS], _LAND, theme.AREA_BORDER, 0.8),
            single_colour_trace(CoverageTrace.CATCHMENTS, None, _CATCHMENT_FILL, _CATCHMENT_LINE, 1),
            *line_traces(layers),
            single_colour_trace(CoverageTrace.OUTLINES, layers[LayerKind.OUTLINES], CLEAR, theme.OUTLINE, 1.4),
            *group_line_traces(layers.get(LayerKind.GROUP_LINE)),
            _point_trace(CoverageTrace.COVERED, "circle", theme.COVERED, 0.72, {"width": 0.8, "color": theme.PAPER}),
            _point_trace(CoverageTrace.UNCOVERED, "circle-x-open", theme.UNCOVERED, 1, {"width": 1.6}),
            _point_trace(CoverageTrace.FACILITIES, "diamond", theme.FACILITY, 1, {"width": 1.2, "color": theme.PAPER}),
            group_names_trace(),
            neighbour_names_trace(),
            label_trace(CoverageTrace.LABELS, layers[LayerKind.LABELS], 14),
            go.Scattergeo(
                name=CoverageTrace.HIGHLIGHT,
                lon=[],
                lat=[],
                mode="markers",
                marker={
                    "symbol": "circle-open",
                    "size": 26,
                    "color": theme.SELECTED,
                    "line": {"width": 4, "color": theme.SELECTED},
                },
                hoverinfo="skip",
            ),
        ],
        layout=theme.map_layout(),
    )


def _point_trace(name: CoverageTrace, symbol: str, colour: str, opacity: float, line: dict[str, Any]) -> go.Scattergeo:
    return go.Scattergeo(
        name=name,
        lon=[],
        lat=[],
        text=[],
        customdata=[],
        mode="markers",
        marker={
            "symbol": symbol,
            "size": 9,
            "sizemode": "area",
            "sizemin": 5,
            "color": colour,
            "opacity": opacity,
            "line": line,
        },
        hovertemplate=_HOVER,
    )
