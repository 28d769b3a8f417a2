"""The box of degrees that a map of the screen shows, and the room that it leaves to the legend."""

from itertools import product

import numpy as np
import pandas as pd
import shapely

from geodata.geography import Geography
from geodata.svg_map import MARGIN, project_box, project_shapes

_ASPECT = 1.07  # width by height of a map on a common screen
LEGEND = (0.35, 0.35)  # shares of that width and height which the legend of classes covers, at the lower left
OPENED_LEGEND = (0.42, 0.38)  # the same of an opened place, which names more
MARKS_LEGEND = (0.4, 0.34)  # that of marks
_LEGEND_ROW = 0.03  # of the height: another row of a legend
_STEPS = 5  # in which room is made for it
_AROUND = {"minx": "min", "miny": "min", "maxx": "max", "maxy": "max"}


def pad_bounds(geography: Geography) -> dict[str, list[float]]:
    """The box of degrees that a map shows: west, south, east, north of region, divisions and counties, by code.

    Points over a map are not to move it: it is fitted to these, not to all that is drawn.
    """
    counties, region = geography.counties.bounds, geography.region
    lengths = {*map(len, region.divisions), 0}  # of what the codes of a division, or of the region, begin with
    divisions = [counties.groupby(counties.index.str[:length]).agg(_AROUND) for length in sorted(lengths)]
    boxes = pd.concat([*divisions, counties]).rename({"": region.adcode})
    boxes = boxes.reindex([*counties.index, *region.divisions, region.adcode])
    width, height = boxes["maxx"] - boxes["minx"], boxes["maxy"] - boxes["miny"]
    padded = boxes + np.outer(width, [-MARGIN, 0, MARGIN, 0]) + np.outer(height, [0, -MARGIN, 0, MARGIN])
    return {str(code): row for code, row in zip(padded.index, padded.round(5).to_numpy().tolist(), strict=True)}


def leave_room(
    geography: Geography, within: str | None = None, legend: tuple[float, float] | None = None
) -> tuple[float, float]:
    """The shares of a map's width and height to be left free at the left and below: no area is to lie under the legend.

    Of the steps that free the legend it is the one with the largest map of the region, or of what lies ``within`` a
    division or county.
    """
    legend = legend or (OPENED_LEGEND if within else LEGEND)
    legend = legend[0], legend[1] + (0 if within else _LEGEND_ROW * len(geography.surroundings.lines))
    west, south, east, north = geography.cached(pad_bounds)[within or geography.region.adcode]
    left, top, width, height = project_box((west, south, east, north))
    counties = geography.counties.geometry
    areas = project_shapes(counties[counties.index.str.startswith(within or "")].to_numpy())

    def measure_scale(free: tuple[float, float]) -> float:
        return min(_ASPECT * (1 - free[0]) / width, (1 - free[1]) / height)

    def covers_area(free: tuple[float, float]) -> bool:
        scale = measure_scale(free)
        side = left + width / 2 - (1 + free[0]) / 2 * _ASPECT / scale
        foot = top + height / 2 + (1 + free[1]) / 2 / scale
        covered = shapely.box(side, foot - legend[1] / scale, side + legend[0] * _ASPECT / scale, foot)
        return bool(shapely.intersects(areas, covered).any())

    steps = [
        (legend[0] * across / _STEPS, legend[1] * up / _STEPS) for across, up in product(range(_STEPS + 1), repeat=2)
    ]
    nearest = sorted(steps, key=lambda free: (-round(measure_scale(free) / measure_scale((0, 0)), 3), sum(free)))
    beside, below = next((free for free in nearest if not covers_area(free)), (0.0, 0.0))
    return round(beside, 3), round(below, 3)
