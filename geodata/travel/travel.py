"""Travel costs from settlements to facilities, and the simplest model: straight lines times a detour factor.

Points are float arrays of shape (n, 2) in metres of the region's metric CRS (``to_metres`` makes them), finite; costs
are in km or minutes. Both models, straight lines and roads, implement the protocol ``Travel``: coverage and siting do
not ask which one they were given. Nothing here ever holds the whole product of origins and destinations.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

import geopandas as gpd
import numpy as np
import shapely

ROUNDING = 1e-9  # km or minutes: a cost that exceeds a limit by less lies exactly on it
_BLOCK_SIZE = 256  # neighbouring origins looked at together
_MOST_CELLS = 2_000_000  # of a block of costs held at once
_ARC_SEGMENTS = 8  # segments of a quarter of a circle


class TravelMeasure(StrEnum):
    """What a cost is counted in."""

    KM = "km"
    MINUTES = "minutes"


@dataclass(frozen=True)
class Pairs:
    """Origins and destinations in reach of one another: positions and costs, arrays of one length."""

    origin: np.ndarray
    destination: np.ndarray
    cost: np.ndarray

    def __len__(self) -> int:
        return len(self.cost)


Nearest = tuple[np.ndarray, np.ndarray]


class Travel(Protocol):
    """A way of getting from origins to destinations, the same in both directions."""

    def find_nearest(
        self, origins: np.ndarray, destinations: np.ndarray, measure: TravelMeasure = TravelMeasure.KM
    ) -> Nearest:
        """The cost to, and the position of, the nearest destination; inf and -1 where none can be reached."""

    def iterate_pairs(
        self, origins: np.ndarray, destinations: np.ndarray, limit: float, measure: TravelMeasure = TravelMeasure.KM
    ) -> Iterator[Pairs]:
        """All pairs that cost at most ``limit``, each once, in parts that are small enough to hold."""

    def off_network(self, points: np.ndarray) -> np.ndarray:
        """Which points lie too far from any road to use it."""

    def draw_catchment(
        self,
        destinations: np.ndarray,
        limit: float,
        around: shapely.Geometry,
        measure: TravelMeasure = TravelMeasure.KM,
    ) -> shapely.Geometry:
        """The part of ``around``, in metres, from which some destination costs at most ``limit``."""


def to_metres(points: gpd.GeoSeries, metric_crs: str) -> np.ndarray:
    """Points of any CRS as an (n, 2) array of metres of ``metric_crs``."""
    metres: np.ndarray = shapely.get_coordinates(points.to_crs(metric_crs).array)
    return metres


def is_in_reach(cost: np.ndarray, limit: float) -> np.ndarray:
    """Whether each cost is within the limit; one that lies exactly on it is."""
    return cost <= limit + ROUNDING


@dataclass(frozen=True)
class StraightLine:
    """Straight lines, longer by the factor ``detour``, at ``speed_kmh``."""

    detour: float
    speed_kmh: float

    def find_nearest(
        self, origins: np.ndarray, destinations: np.ndarray, measure: TravelMeasure = TravelMeasure.KM
    ) -> Nearest:
        """See ``Travel``."""
        if not len(destinations) or not len(origins):
            return np.full(len(origins), np.inf), np.full(len(origins), -1)
        from scipy.spatial import cKDTree  # noqa: PLC0415  (as in ``iterate_pairs``)

        away, position = cKDTree(destinations).query(origins)
        return away * self.cost_per_metre(measure), position

    def iterate_pairs(
        self, origins: np.ndarray, destinations: np.ndarray, limit: float, measure: TravelMeasure = TravelMeasure.KM
    ) -> Iterator[Pairs]:
        """See ``Travel``. Neighbouring origins share one look at the destinations around them."""
        if not len(destinations) or not len(origins):
            return
        from scipy.spatial import cKDTree  # noqa: PLC0415  (SciPy takes memory that a server needs only for new places)
        from scipy.spatial.distance import cdist  # noqa: PLC0415

        each, tree = self.cost_per_metre(measure), cKDTree(destinations)
        radius = (limit + ROUNDING) / each
        for block in _iterate_blocks(origins):
            middle = origins[block].mean(axis=0)
            spread = np.hypot(*(origins[block] - middle).T).max()
            around = np.array(tree.query_ball_point(middle, (radius + spread) * (1 + ROUNDING)), dtype=int)
            for rows in split_positions(block, len(around)):
                yield pairs_in_reach(cdist(origins[rows], destinations[around]) * each, limit, rows, around)

    def off_network(self, points: np.ndarray) -> np.ndarray:
        """None: a straight line starts anywhere."""
        return np.zeros(len(points), dtype=bool)

    def draw_catchment(
        self,
        destinations: np.ndarray,
        limit: float,
        around: shapely.Geometry,
        measure: TravelMeasure = TravelMeasure.KM,
    ) -> shapely.Geometry:
        """See ``Travel``. Circles around the destinations."""
        circles = shapely.buffer(
            shapely.points(destinations), limit / self.cost_per_metre(measure), quad_segs=_ARC_SEGMENTS
        )
        return shapely.intersection(shapely.union_all(circles), around)

    def cost_per_metre(self, measure: TravelMeasure) -> float:
        """What a metre of straight line costs."""
        km = self.detour / 1000
        return km if measure is TravelMeasure.KM else km / self.speed_kmh * 60


def _iterate_blocks(points: np.ndarray) -> Iterator[np.ndarray]:
    """Positions of the points, in blocks of neighbours: the leaves of a tree."""
    from scipy.spatial import cKDTree  # noqa: PLC0415  (as in ``iterate_pairs``)

    nodes = [cKDTree(points, leafsize=_BLOCK_SIZE).tree]
    while nodes:
        node = nodes.pop()
        if node.lesser is None:
            yield node.indices
        else:
            nodes += [node.greater, node.lesser]


def split_positions(positions: np.ndarray, width: int) -> Iterator[np.ndarray]:
    """The positions in parts whose product with ``width`` can be held."""
    size = max(1, _MOST_CELLS // max(1, width))
    yield from (positions[start : start + size] for start in range(0, len(positions), size))


def pairs_in_reach(cost: np.ndarray, limit: float, origins: np.ndarray, destinations: np.ndarray) -> Pairs:
    """The pairs of a block of costs, origins by destinations, that are in reach."""
    reached = is_in_reach(cost, limit)
    flat, counts = np.flatnonzero(reached), np.count_nonzero(reached, axis=1)
    column = flat - np.repeat(np.arange(len(origins)) * len(destinations), counts)
    return Pairs(np.repeat(origins, counts), destinations[column], cost.ravel()[flat])


def join_pairs(parts: Iterable[Pairs]) -> Pairs:
    """The parts as one, sorted by origin and destination."""
    found = list(parts) or [Pairs(np.array([], int), np.array([], int), np.array([], float))]
    origin, destination, cost = (
        np.concatenate([getattr(part, name) for part in found]) for name in ("origin", "destination", "cost")
    )
    order = np.lexsort((destination, origin))
    return Pairs(origin[order], destination[order], cost[order])
