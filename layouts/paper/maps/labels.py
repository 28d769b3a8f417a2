"""Names on a map without collisions: every name finds a free place near its anchor, or is left out and counted."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import geopandas as gpd
import numpy as np
import shapely
from matplotlib.axes import Axes
from matplotlib.patheffects import withStroke

from geodata.boundaries import GEOGRAPHIC_CRS
from geodata.geography import Geography
from geodata.svg_map import place_group_names
from layouts.figures import theme
from layouts.paper.sheet.sheet import text_width

Point = tuple[float, float]
_SHRINK = (1.0, 0.88, 0.76, 0.66)  # of the size asked for, tried in turn
# Where a name may stand beside its anchor, in its own widths and line heights: the nearest places first.
_STEPS = (
    *((0, 0), (0, 0.5), (0, -0.5), (0.3, 0), (-0.3, 0), (0.3, 0.5), (-0.3, 0.5), (0.3, -0.5), (-0.3, -0.5)),
    *((0, 1.1), (0, -1.1), (0.55, 0), (-0.55, 0), (0.4, 1.1), (-0.4, 1.1), (0.4, -1.1), (-0.4, -1.1)),
)
_LINE = 1.45  # of the size, halo included
_VALUE_BELOW = 1.2  # of the size, from the middle of a name to that of its value
_GROUP_NAME = 17.0  # points on A4
_LETTER_SPACE = " "
_MANY = 25  # areas: of more only what lies near blank ground stands beside them
_MOST_BESIDE = 200  # areas
_FARTHEST, _FAR_OF_MANY = 9.0, 4.5  # times the size, from an area's anchor to its name beside it
_DIRECTIONS = 32
_HALO = 0.14  # of the size, kept free around a name


@dataclass(frozen=True)
class PlacedName:
    """Where the middle of a name stands, in points from the lower left corner of the axes; ``size`` in points.

    A ``value`` is written on a line of its own below it. From a name that stands beside its area a line runs from
    ``line[0]``, at its edge, to ``line[1]`` in the area.
    """

    text: str
    x: float
    y: float
    size: float
    value: str = ""
    line: tuple[Point, Point] | None = None

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, bottom, right, top with the halo."""
        half_width = max(text_width(text, self.size) for text in (self.text, self.value)) / 2
        half_height, halo = self.size * 0.58, self.size * _HALO
        return (
            self.x - half_width - halo,
            self.y - half_height - halo - (self.size * _VALUE_BELOW if self.value else 0),
            self.x + half_width + halo,
            self.y + half_height + halo,
        )


def place_names(
    names: Sequence[str],
    anchors: Sequence[tuple[float, float]],
    size: float,
    limits: tuple[float, float],
    values: Sequence[str] = (),
    ground: shapely.Geometry | None = None,
) -> list[PlacedName]:
    """A free place for as many names as possible, the first ones first.

    ``anchors`` are in points inside a rectangle of ``limits`` (width, height). A name moves by about its own size at
    most, then shrinks. ``values``, one a name, take what room the names have left. What has no room stands with its
    value beside the areas, which are the ``ground``, at the end of a line; one that finds no place there is absent.
    """
    found: dict[int, PlacedName] = {}
    wanted = list(values) or [""] * len(names)
    for at, (name, (x, y)) in enumerate(zip(names, anchors, strict=True)):
        place = _find_free_place(name, x, y, size, limits, list(found.values()))
        if place:
            found[at] = place
    for at, place in found.items():
        others = [other for number, other in found.items() if number != at]
        found[at] = _add_value(place, wanted[at], limits, others)
    if ground is not None and len(names) <= _MOST_BESIDE:
        farthest = _FAR_OF_MANY if len(names) > _MANY else _FARTHEST
        for at in [at for at, name in enumerate(names) if name and not _is_whole(found.get(at), wanted[at])]:
            others = [other for number, other in found.items() if number != at]
            text = f"{names[at]} {wanted[at]}".strip()
            if beside := _find_place_beside(text, anchors[at], size, limits, others, ground, farthest):
                found[at] = beside
    return [found[at] for at in sorted(found)]


def _is_whole(place: PlacedName | None, value: str) -> bool:
    return place is not None and (not value or place.value == value)


def _find_place_beside(
    text: str,
    anchor: Point,
    size: float,
    limits: tuple[float, float],
    others: list[PlacedName],
    ground: shapely.Geometry,
    farthest: float,
) -> PlacedName | None:
    """The nearest place off the ground, sideways first, whose line crosses no text and no other line."""
    half = np.array([text_width(text, size) / 2, size * 0.6])
    angles = np.linspace(0, 2 * np.pi, _DIRECTIONS, endpoint=False)
    ways = np.column_stack([np.cos(angles), np.sin(angles)])
    ways = ways[np.argsort(np.abs(ways[:, 1]), kind="stable")]
    steps = np.arange(1.0, farthest, 0.5) * size
    ends = (np.array(anchor) + steps[:, None, None] * ways).reshape(-1, 2)
    with np.errstate(divide="ignore"):
        reach = (half / np.abs(ways)).min(axis=1)
    middles = ends + np.tile(ways * reach[:, None], (len(steps), 1))
    apart = size * _HALO * 2
    boxes = shapely.box(*(middles - half - apart).T, *(middles + half + apart).T)
    blank = shapely.disjoint(boxes, ground) & shapely.contains_properly(shapely.box(0, 0, *limits), boxes)
    texts = shapely.box(*np.array([other.box for other in others]).reshape(-1, 4).T)
    lines = [shapely.LineString(other.line) for other in others if other.line]
    for at in np.flatnonzero(blank):
        line = shapely.LineString([ends[at], anchor])
        if not (shapely.intersects(texts, boxes[at]).any() or shapely.intersects(texts, line).any()) and not any(
            each.intersects(line) or each.intersects(boxes[at]) for each in lines
        ):
            end: Point = (float(ends[at][0]), float(ends[at][1]))
            return PlacedName(text, float(middles[at][0]), float(middles[at][1]), size, line=(end, anchor))
    return None


def _add_value(name: PlacedName, value: str, limits: tuple[float, float], others: list[PlacedName]) -> PlacedName:
    """The name with its value, half a line higher where that is free; alone where neither is."""
    for up in (0.5, 0):
        both = replace(name, y=name.y + up * name.size * _VALUE_BELOW, value=value)
        if value and _is_inside(both, limits) and not any(_boxes_overlap(both, other) for other in others):
            return both
    return name


def _find_free_place(
    name: str, x: float, y: float, size: float, limits: tuple[float, float], taken: list[PlacedName]
) -> PlacedName | None:
    for share in _SHRINK:
        own = size * share
        width = text_width(name, own)
        for right, up in _STEPS:
            place = PlacedName(name, x + right * width, y + up * own * _LINE, own)
            if _is_inside(place, limits) and not any(_boxes_overlap(place, other) for other in taken):
                return place
    return None


def _is_inside(place: PlacedName, limits: tuple[float, float]) -> bool:
    left, bottom, right, top = place.box
    return left >= 0 and bottom >= 0 and right <= limits[0] and top <= limits[1]


def _boxes_overlap(one: PlacedName, other: PlacedName) -> bool:
    left, bottom, right, top = one.box
    other_left, other_bottom, other_right, other_top = other.box
    return left < other_right and other_left < right and bottom < other_top and other_bottom < top


def write_names(axes: Axes, places: Sequence[PlacedName]) -> None:
    """Write the names and values in ink over a pale halo that keeps them legible on every class colour."""
    for place in places:
        if place.line:
            (end, anchor), halo = place.line, withStroke(linewidth=place.size * 0.22, foreground=theme.PAPER)
            axes.annotate(
                "",
                xy=anchor,
                xytext=end,
                xycoords="axes points",
                textcoords="axes points",
                zorder=7.5,
                arrowprops={
                    "arrowstyle": "-",
                    "shrinkA": 0,
                    "shrinkB": 0,
                    "color": theme.INK,
                    "linewidth": place.size * 0.07,
                    "path_effects": [halo],
                },
            )
    lines = [(place, place.text, place.y) for place in places]
    lines += [(place, place.value, place.y - place.size * _VALUE_BELOW) for place in places if place.value]
    for place, text, y in lines:
        axes.annotate(
            text,
            xy=(place.x, y),
            xycoords="axes points",
            size=place.size,
            color=theme.INK,
            ha="center",
            va="center",
            zorder=8,
            path_effects=[withStroke(linewidth=place.size * 0.22, foreground=theme.PAPER)],
        )


def write_group_names(axes: Axes, geography: Geography, scale: float) -> None:
    """The names of the groups in their colours, large, where the screen has them; below all other texts."""
    region = geography.region
    for key, (lon, lat) in place_group_names(geography).items():
        place = gpd.GeoSeries([shapely.Point(lon, lat)], crs=GEOGRAPHIC_CRS).to_crs(region.metric_crs)
        axes.annotate(
            _LETTER_SPACE.join(region.groups[key].name),
            xy=(place.x.iloc[0], place.y.iloc[0]),
            size=_GROUP_NAME * scale,
            color=theme.legible_colour(region.groups[key].colour),
            ha="center",
            va="center",
            zorder=7,
            path_effects=[withStroke(linewidth=_GROUP_NAME * scale * 0.22, foreground=theme.PAPER)],
        )
