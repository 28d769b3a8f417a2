"""Maps of spatial rows of two versions: points, lines or areas over the counties, differing ones in colour."""

import geopandas as gpd
from matplotlib.axes import Axes
from matplotlib.transforms import Bbox

from layouts.figures import theme
from layouts.paper.sheet.picture_spec import Caption, FeatureMap
from layouts.paper.sheet.sheet import Body, render_picture
from layouts.sheet_sizes import Format, Paper

_PAD = 0.03  # of the map's extent, kept free around it
_HEAD = 0.36  # inches on A4 above each map, for its title
_GAP = 0.2  # inches on A4 between the maps
_MANY = 2_000  # features: more are drawn as pixels within the picture, or it would weigh megabytes
_ALIKE = "#9FB2BE"
_DOT = 24.0  # square points on A4
_TITLE = 13.0  # points on A4


def render_feature_sheet(
    maps: tuple[FeatureMap, FeatureMap],
    counties: gpd.GeoDataFrame,
    metric_crs: str,
    caption: Caption,
    paper: Paper,
    form: Format = Format.PNG,
) -> bytes:
    """The file of two maps beside each other. Raises MissingGlyphError where a title cannot be written."""
    ground = counties.to_crs(metric_crs)

    def draw(body: Body) -> None:
        for box, state in zip(_split_in_halves(body), maps, strict=True):
            body.figure.text(box.x0, box.y1, state.title, size=_TITLE * body.scale, va="top", color=state.colour)
            _draw_map(body, box, ground, state)

    return render_picture(caption, paper, form, draw)


def _split_in_halves(body: Body) -> list[Bbox]:
    width = body.figure.get_size_inches()[0] / body.scale
    box, gap = body.box, _GAP / width
    half = (box.width - gap) / 2
    return [Bbox.from_bounds(left, box.y0, half, box.height) for left in (box.x0, box.x0 + half + gap)]


def _draw_map(body: Body, box: Bbox, ground: gpd.GeoDataFrame, state: FeatureMap) -> None:
    head = _HEAD * body.scale / body.figure.get_size_inches()[1]
    axes = body.figure.add_axes((box.x0, box.y0, box.width, box.height - head), label=f"map {state.title}")
    axes.set_axis_off()
    line = 0.7 * body.scale
    ground.plot(ax=axes, color=theme.MISSING_FILL, edgecolor=theme.AREA_BORDER, linewidth=line, zorder=1)
    shapes = state.shapes.to_crs(ground.crs)
    for chosen, colour in ((~state.differs, _ALIKE), (state.differs, state.colour)):
        if chosen.any():
            _draw_shapes(axes, shapes[chosen], colour, body.scale)
    ground.boundary.plot(ax=axes, color=theme.OUTLINE, linewidth=line, zorder=4)
    left, bottom, right, top = ground.total_bounds
    axes.set_xlim(left - _PAD * (right - left), right + _PAD * (right - left))
    axes.set_ylim(bottom - _PAD * (top - bottom), top + _PAD * (top - bottom))
    axes.set_aspect("equal")


def _draw_shapes(axes: Axes, shapes: gpd.GeoSeries, colour: str, scale: float) -> None:
    common = {"ax": axes, "color": colour, "rasterized": len(shapes) > _MANY, "zorder": 3, "gid": "features"}
    kind = shapes.geom_type.iloc[0]
    if kind.endswith("Point"):
        shapes.plot(markersize=_DOT * scale**2, edgecolor=theme.PAPER, linewidth=0.4 * scale, **common)
    elif kind.endswith("Polygon"):
        shapes.plot(alpha=0.28, **common | {"zorder": 2})
        shapes.boundary.plot(linewidth=0.7 * scale, **common)
    else:
        shapes.plot(linewidth=1.2 * scale, **common)
