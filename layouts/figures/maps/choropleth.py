"""The map: areas in class colours over hatch for what is missing, outlines and names on top.

Every trace is a choropleth (or text) keyed by area code, its geometry behind a URL. The browser fills ``locations``,
``z`` and texts, all by trace name.
"""

from enum import StrEnum

import plotly.graph_objects as go

from layouts.figures import theme

HOVER = (
    "<b>%{text}</b><br>%{customdata[0]}<br>%{customdata[1]}<br>"
    f"<span style='color:{theme.QUIET}'>%{{customdata[2]}}</span><extra></extra>"
)


class MapTrace(StrEnum):
    """The traces of a map, bottom first."""

    MISSING = "missing"
    HATCH = "hatch"
    AREAS = "areas"
    DIVISIONS = "divisions"
    OUTLINES = "outlines"
    SELECTED = "selected"
    LABELS = "labels"


def map_figure(
    areas_url: str, hatch_url: str, labels_url: str, outlines_url: str, divisions_url: str | None = None
) -> go.Figure:
    """An empty map of one level: every trace in place, nothing coloured yet.

    With ``divisions_url`` the provinces or prefectures of many counties have borders of their own.
    """
    divisions = [single_colour_trace(MapTrace.DIVISIONS, divisions_url, "rgba(0,0,0,0)", theme.OUTLINE, 1.1)]
    return go.Figure(
        data=[
            single_colour_trace(
                MapTrace.MISSING, areas_url, theme.MISSING_FILL, theme.MISSING_HATCH, 0.6, hoverinfo="text"
            ),
            single_colour_trace(MapTrace.HATCH, hatch_url, theme.MISSING_HATCH, theme.MISSING_HATCH, 0),
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
            single_colour_trace(MapTrace.OUTLINES, outlines_url, "rgba(0,0,0,0)", theme.OUTLINE, 2.2),
            single_colour_trace(MapTrace.SELECTED, areas_url, "rgba(0,0,0,0)", theme.SELECTED, 3.5),
            label_trace(MapTrace.LABELS, labels_url, 13),
        ],
        layout=theme.map_layout(),
    )


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
