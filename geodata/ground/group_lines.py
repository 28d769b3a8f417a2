"""The lines between groups of areas: where two of them touch, and nowhere else."""

from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.ops import substring

Shapes = NDArray[Any]  # of shapely geometries
DASH, LINE = "dashes", "line"  # the ids of the two features that ``draw_group_line`` draws
_DASH, _GAP = 0.024, 0.013  # of the height of what is drawn
_HALF_WIDTH = 0.0003  # of that height


def find_group_line(areas: Shapes, groups: Shapes) -> shapely.Geometry:
    """The lines between areas of different groups; empty where there is one. Neighbours share their edges."""
    joined = np.array([shapely.coverage_union_all(areas[groups == group]) for group in sorted(set(groups))])
    between = shapely.difference(shapely.union_all(shapely.boundary(joined)), shapely.union_all(joined).boundary)
    lines = shapely.get_parts(between)
    return shapely.line_merge(shapely.multilinestrings(lines[shapely.get_type_id(lines) == 1]))


def draw_group_line(line: shapely.Geometry, height: float) -> dict[str, shapely.Geometry]:
    """The line as thin polygons, whole and in dashes, for a map that draws nothing but polygons (units of length)."""
    dashes = [dash for part in shapely.get_parts(line) for dash in _cut_dashes(part, height)]
    width = _HALF_WIDTH * height
    return {
        DASH: shapely.union_all([dash.buffer(width, cap_style="flat") for dash in dashes]),
        LINE: line.buffer(width, cap_style="flat"),
    }


def _cut_dashes(line: shapely.Geometry, height: float) -> list[shapely.Geometry]:
    """Pieces of a line, the first and the last of them at its ends."""
    step = (_DASH + _GAP) * height
    count = max(1, round((line.length + _GAP * height) / step))
    step = (line.length + _GAP * height) / count
    return [substring(line, at * step, at * step + max(step - _GAP * height, 0)) for at in range(count)]
