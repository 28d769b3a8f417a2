"""Names on a map without collisions: every name finds a free place near its anchor, or is left out and counted."""

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.patheffects import withStroke

from layouts.figures import theme
from layouts.paper.sheet.sheet import text_width

_SHRINK = (1.0, 0.88, 0.76, 0.66)  # of the size asked for, tried in turn
# Where a name may stand beside its anchor, in its own widths and line heights: the nearest places first.
_STEPS = (
    *((0, 0), (0, 0.5), (0, -0.5), (0.3, 0), (-0.3, 0), (0.3, 0.5), (-0.3, 0.5), (0.3, -0.5), (-0.3, -0.5)),
    *((0, 1.1), (0, -1.1), (0.55, 0), (-0.55, 0), (0.4, 1.1), (-0.4, 1.1), (0.4, -1.1), (-0.4, -1.1)),
)
_LINE = 1.45  # of the size, halo included
_HALO = 0.14  # of the size, kept free around a name


@dataclass(frozen=True)
class PlacedName:
    """Where the middle of a name stands, in points from the lower left corner of the axes; ``size`` in points."""

    text: str
    x: float
    y: float
    size: float

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, bottom, right, top with the halo."""
        half_width, half_height = text_width(self.text, self.size) / 2, self.size * 0.58
        halo = self.size * _HALO
        return (
            self.x - half_width - halo,
            self.y - half_height - halo,
            self.x + half_width + halo,
            self.y + half_height + halo,
        )


def place_names(
    names: Sequence[str], anchors: Sequence[tuple[float, float]], size: float, limits: tuple[float, float]
) -> list[PlacedName]:
    """A free place for as many names as possible, the first ones first.

    ``anchors`` are in points inside a rectangle of ``limits`` (width, height). A name moves by about its own size at
    most, then shrinks; one that finds no place is absent.
    """
    found: list[PlacedName] = []
    for name, (x, y) in zip(names, anchors, strict=True):
        place = _find_free_place(name, x, y, size, limits, found)
        if place:
            found.append(place)
    return found


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
    """Write the names in ink over a pale halo that keeps them legible on every class colour."""
    for place in places:
        axes.annotate(
            place.text,
            xy=(place.x, place.y),
            xycoords="axes points",
            size=place.size,
            color=theme.INK,
            ha="center",
            va="center",
            zorder=8,
            path_effects=[withStroke(linewidth=place.size * 0.22, foreground=theme.PAPER)],
        )
