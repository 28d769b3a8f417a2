"""SVG path data of shapes whose units are those of a drawing, in whole numbers."""

from collections.abc import Sequence

import numpy as np
import shapely


def write_lines(lines: shapely.Geometry) -> str:
    """The path data of every line of a geometry."""
    return "".join(map(write_line, shapely.get_parts(lines)))


def write_path(shape: shapely.Geometry) -> str:
    """SVG path data of every ring of a polygon, or of several, with relative steps: they are the shortest.

    Rings that are smaller than a unit are left out, but for that of an area that has no other.
    """
    rings = [ring for polygon in shapely.get_parts(shape) for ring in (polygon.exterior, *polygon.interiors)]
    written = [write_line(ring, closed=True) for ring in rings]
    dot = _write_pair(shapely.get_coordinates(shape)[0].round().astype(int))
    return "".join(written) or f"M{dot}l1,0 0,1z"


def write_line(line: shapely.Geometry, closed: bool = False) -> str:
    """The path data of a line, or of a ring; empty for one that is smaller than a unit."""
    points = shapely.get_coordinates(line).round().astype(int)
    steps = np.diff(points[:-1] if closed else points, axis=0)  # the last point of a ring is the first one again
    moved = steps[steps.any(axis=1)].tolist()
    if len(moved) <= closed:
        return ""
    return f"M{_write_pair(points[0])}l" + " ".join(map(_write_pair, moved)) + ("z" if closed else "")


def _write_pair(pair: Sequence[int]) -> str:
    return f"{pair[0]},{pair[1]}"
