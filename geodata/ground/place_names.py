"""Where the name of a group of areas stands on a map: on the group, or at its edge, and on no other text."""

from collections.abc import Mapping, Sequence

import numpy as np
import shapely
from numpy.typing import NDArray

from geodata.ground.group_lines import Shapes

LETTER = 0.044  # of the map's height: the size of a name
SPACING = 0.35  # of a letter, between two
_ASPECT = 1.07  # width by height of a map on a common screen
_STEPS = 48  # places tried in each direction
_CORNER = 0.42  # of width and height: the lower left, where the legend stands, holds no name beside the areas

Frame = tuple[float, float, float, float]  # left, top, right, bottom; y grows to the south


def measure_height(frame: Frame) -> float:
    """The height of a map on a common screen that holds the frame."""
    return max(frame[3] - frame[1], (frame[2] - frame[0]) / _ASPECT)


def place_names(
    names: Mapping[str, str],
    shapes: Mapping[str, shapely.Geometry],
    taken: Sequence[shapely.Geometry],
    frame: Frame,
    size: float = LETTER,
    inside_only: bool = False,
) -> dict[str, tuple[float, float]]:
    """The middle of each name by its key; a name without a place is left out.

    ``shapes`` are all groups, those without a name too; ``taken`` are the boxes of other texts. ``size`` is that of the
    letters; with ``inside_only`` a name stands inside its shape, and not where the legend does, or nowhere.
    """
    found: dict[str, tuple[float, float]] = {}
    boxes = list(taken)
    for key, name in names.items():
        others = shapely.union_all([shape for other, shape in shapes.items() if other != key])
        tried = _list_boxes(len(name), size, frame)
        free = tried[_select_free(tried, boxes)]
        place = _choose(free, shapes[key], others, frame, inside_only)
        if place is not None:
            found[key] = (place.centroid.x, place.centroid.y)
            boxes.append(place)
    return found


def _list_boxes(letters: int, share: float, frame: Frame) -> Shapes:
    size = share * measure_height(frame)
    half_width, half_height = size * (letters * (1 + SPACING) + 0.2) / 2, size * 0.65
    across = np.linspace(frame[0] + half_width, frame[2] - half_width, _STEPS)
    down = np.linspace(frame[1] + half_height, frame[3] - half_height, _STEPS)
    x, y = (part.ravel() for part in np.meshgrid(across, down))
    boxes: Shapes = shapely.box(x - half_width, y - half_height, x + half_width, y + half_height)
    return boxes


def _select_free(boxes: Shapes, taken: Sequence[shapely.Geometry]) -> NDArray[np.bool_]:
    free = np.ones(len(boxes), dtype=bool)
    free[shapely.STRtree(boxes).query(np.array(list(taken), dtype=object), predicate="intersects")[1]] = False
    return free


def _choose(
    boxes: Shapes, own: shapely.Geometry, others: shapely.Geometry, frame: Frame, inside_only: bool
) -> shapely.Geometry | None:
    """The box nearest to the middle of its group: inside it, else over its edge, else beside it, on no other group."""
    for shape in (own, others):
        shapely.prepare(shape)
    clear = boxes[shapely.disjoint(others, boxes)]
    inside, touching = shapely.contains(own, clear), shapely.intersects(own, clear)
    x, y = shapely.get_coordinates(shapely.centroid(clear)).T
    in_corner = (x < frame[0] + _CORNER * (frame[2] - frame[0])) & (y > frame[3] - _CORNER * (frame[3] - frame[1]))
    anywhere = (inside, touching & ~in_corner, ~in_corner)
    for fitting in (inside & ~in_corner,) if inside_only else anywhere:
        if fitting.any():
            nearest = shapely.distance(shapely.centroid(clear[fitting]), own.centroid).argmin()
            chosen: shapely.Geometry = clear[fitting][nearest]
            return chosen
    return None
