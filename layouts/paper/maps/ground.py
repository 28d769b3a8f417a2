"""The counties under points: their land and borders, their names, and a legend below them."""

from typing import Any

import geopandas as gpd
from matplotlib.axes import Axes
from shapely import Geometry

from geodata.geography import Geography
from layouts.figures import theme
from layouts.paper.maps.map_sheet import frame_areas
from layouts.paper.sheet.sheet import Body


def draw_ground(body: Body, geography: Geography, label: str, foot: float, land: str, line: float) -> Axes:
    """Axes over the room above ``foot`` (inches on A4), in metres, with the counties and their groups' borders.

    ``line`` is how many points a border of groups is wide.
    """
    axes = body.figure.add_axes(body.inset(bottom=foot).bounds, label=label)
    axes.set_axis_off()
    counties = geography.counties.to_crs(geography.region.metric_crs)
    frame_areas(axes, counties)
    thin = line * 0.4
    counties.plot(ax=axes, color=land, edgecolor=theme.AREA_BORDER, linewidth=thin, zorder=1, aspect=None)
    groups = counties.dissolve(by="group").geometry.boundary
    groups.plot(ax=axes, color=theme.OUTLINE, linewidth=line, zorder=3, aspect=None)
    return axes


def fill_shape(axes: Axes, shape: Geometry, geography: Geography, colour: str, opacity: float, line: float = 0) -> None:
    """Fill a shape, which is in metres; with a ``line`` around it, so many points wide."""
    area = gpd.GeoSeries([shape], crs=geography.region.metric_crs)
    area.plot(ax=axes, color=colour, alpha=opacity, linewidth=0, zorder=2, aspect=None)
    if line:
        area.boundary.plot(ax=axes, color=colour, alpha=0.6, linewidth=line, zorder=2, aspect=None)


def write_county_names(axes: Axes, geography: Geography, size: float, colour: str, order: float) -> None:
    """The short name of every county inside it."""
    counties = geography.counties.to_crs(geography.region.metric_crs)
    for name, point in zip(counties["short_name"], counties.representative_point(), strict=True):
        axes.text(point.x, point.y, name, size=size, color=colour, ha="center", zorder=order)


def write_legend(axes: Axes, size: float, between: float, **own: float) -> None:
    """What is labelled, below the map, ``size`` points large; nothing where nothing is."""
    if axes.get_legend_handles_labels()[0]:
        below: dict[str, Any] = {"loc": "upper center", "bbox_to_anchor": (0.5, 0.0), "ncols": 4, "frameon": False}
        axes.legend(fontsize=size, columnspacing=between, **(below | own))
