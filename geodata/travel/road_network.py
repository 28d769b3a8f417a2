"""Travel along roads: shortest paths over a network of lines, each with its speed, in both directions.

Roads meet at vertices they share and where one ends on another. Lines that merely cross do not: one may pass over the
other. A place joins the nearest point of the nearest road in a straight line times the detour factor; two places that
are nearer to each other than their ways to the road are long take the straight line between them. A place with no road
in reach is answered by straight lines, and ``off_network`` tells which.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
import shapely
from contourpy import FillType, contour_generator
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

from geodata.travel.road_segments import Cuts, Segments, measure_along_lines
from geodata.travel.travel import (
    ROUNDING,
    Nearest,
    Pairs,
    StraightLine,
    TravelMeasure,
    join_pairs,
    pairs_in_reach,
    split_positions,
)

_JOIN_M = 1.0  # the end of a road this near to another road meets it
_VERTEX_DECIMALS = 2  # vertices that agree to a centimetre are one
_LEAST_STEP_M = 200.0  # at least, between the points of the lattice that a catchment is drawn from
_MOST_LATTICE_POINTS = 50_000  # at most so many of them, about


@dataclass(frozen=True)
class NetworkAccess:
    """Where points join the network. Arrays over those that do, in order of ``point``, their position among all.

    ``line`` and ``along`` (metres) say where on which road, ``leg`` how far away in metres it is.
    """

    point: np.ndarray
    line: np.ndarray
    along: np.ndarray
    leg: np.ndarray


@dataclass(frozen=True, eq=False)  # known by identity: questions to it are remembered
class RoadNetwork:
    """Lines with speeds as a graph; ``build`` makes it. ``straight`` is the way off the roads."""

    segments: Segments
    speeds_kmh: np.ndarray
    cuts: Cuts
    nodes: int
    snap_m: float
    straight: StraightLine

    @classmethod
    def build(
        cls, lines: np.ndarray, speeds_kmh: np.ndarray, snap_m: float, detour: float, speed_kmh: float
    ) -> "RoadNetwork":
        """A network of line strings (also multi-part ones) in metres, with the speed of each in km/h.

        ``snap_m`` is how far from a road a place may lie and still use it; ``detour`` and ``speed_kmh`` describe the
        way there.
        """
        parts, origin = shapely.get_parts(lines, return_index=True)
        real = shapely.length(parts) > 0
        parts, speeds = parts[real], np.asarray(speeds_kmh, dtype=float)[origin[real]]
        segments = Segments.from_lines(parts)
        cuts = _cut_lines(parts, segments)
        nodes = int(cuts.node.max()) + 1 if len(cuts.node) else 0
        return cls(segments, speeds, cuts, nodes, snap_m, StraightLine(detour, speed_kmh))

    def off_network(self, points: np.ndarray) -> np.ndarray:
        """See ``Travel``."""
        off = np.ones(len(points), dtype=bool)
        off[self.find_access(points).point] = False
        return off

    def find_nearest(
        self, origins: np.ndarray, destinations: np.ndarray, measure: TravelMeasure = TravelMeasure.KM
    ) -> Nearest:
        """See ``Travel``."""
        best = _NearestSoFar.start(len(origins))
        joined = self._join_places(origins, destinations, measure)
        if len(joined.destinations_on):
            nodes = joined.destination_nodes
            cost, _, source = dijkstra(joined.graph, indices=nodes, min_only=True, return_predecessors=True)
            own = joined.origin_nodes
            position = joined.destinations_on[np.searchsorted(nodes, np.maximum(source[own], nodes[0]))]
            best.improve(joined.origins_on, cost[own], position)
        for here, there in joined.straight_sides:
            cost, position = self.straight.find_nearest(origins[here], destinations[there], measure)
            if len(there):
                best.improve(here, cost, there[position])
        return best.cost, np.where(np.isfinite(best.cost), best.position, -1)

    def iterate_pairs(
        self, origins: np.ndarray, destinations: np.ndarray, limit: float, measure: TravelMeasure = TravelMeasure.KM
    ) -> Iterator[Pairs]:
        """See ``Travel``. Paths start from the fewer of the two sides."""
        if len(origins) < len(destinations):
            for part in self.iterate_pairs(destinations, origins, limit, measure):
                yield Pairs(part.destination, part.origin, part.cost)
            return
        joined = self._join_places(origins, destinations, measure)
        for some in split_positions(np.arange(len(joined.destinations_on)), joined.graph.shape[0]):
            cost = dijkstra(joined.graph, indices=joined.destination_nodes[some], limit=limit + ROUNDING)
            yield pairs_in_reach(cost[:, joined.origin_nodes].T, limit, joined.origins_on, joined.destinations_on[some])
        for here, there in joined.straight_sides:
            for part in self.straight.iterate_pairs(origins[here], destinations[there], limit, measure):
                yield Pairs(here[part.origin], there[part.destination], part.cost)

    def draw_catchment(
        self,
        destinations: np.ndarray,
        limit: float,
        around: shapely.Geometry,
        measure: TravelMeasure = TravelMeasure.KM,
    ) -> shapely.Geometry:
        """See ``Travel``. A contour of the cost from a lattice of points, hence exact to the lattice's step."""
        if not len(destinations) or shapely.is_empty(around):
            return shapely.GeometryCollection()
        west, south, east, north = shapely.bounds(around)
        step = max(_LEAST_STEP_M, np.sqrt((east - west) * (north - south) / _MOST_LATTICE_POINTS))
        xs, ys = np.arange(west - step, east + 2 * step, step), np.arange(south - step, north + 2 * step, step)
        lattice = np.stack(np.meshgrid(xs, ys), axis=-1).reshape(-1, 2)
        near = shapely.dwithin(shapely.points(lattice), _prepare_geometry(around), 2 * step)
        cost = np.full(len(lattice), np.inf)
        cost[near], _ = self.find_nearest(lattice[near], destinations, measure)
        bounded = np.minimum(cost, 2 * limit + ROUNDING).reshape(len(ys), len(xs))  # a contour bears no infinity
        contour = contour_generator(xs, ys, bounded, fill_type=FillType.OuterOffset).filled(-1.0, limit)
        rings = zip(*contour, strict=True)
        shapes = [shapely.polygons(*_build_rings(points, offsets)) for points, offsets in rings]
        return shapely.intersection(shapely.union_all(shapely.make_valid(shapes)), around)

    def cost_per_metre(self, line: np.ndarray, measure: TravelMeasure) -> np.ndarray:
        """What a metre along each of the lines costs."""
        return np.full(len(line), 1 / 1000) if measure is TravelMeasure.KM else 60 / 1000 / self.speeds_kmh[line]

    def find_access(self, points: np.ndarray) -> NetworkAccess:
        """Where points join the network, for those that do."""
        return _find_cached_access(self, np.asarray(points, dtype=float).tobytes())

    def _join_places(self, origins: np.ndarray, destinations: np.ndarray, measure: TravelMeasure) -> "_JoinedNetwork":
        here, there = (np.asarray(points, dtype=float).tobytes() for points in (origins, destinations))
        return _join_cached(self, here, there, measure)


@lru_cache(maxsize=8)  # the same settlements are asked about for every type and year
def _find_cached_access(network: RoadNetwork, points: bytes) -> NetworkAccess:
    shapes = shapely.points(_decode_points(points))
    (point, segment), leg = network.segments.tree.query_nearest(
        shapes, max_distance=network.snap_m, return_distance=True, all_matches=False
    )
    return NetworkAccess(point, *network.segments.locate_points(segment, shapes[point]), leg)


@lru_cache(maxsize=2)  # coverage asks three times about the same places
def _join_cached(network: RoadNetwork, origins: bytes, destinations: bytes, measure: TravelMeasure) -> "_JoinedNetwork":
    return _JoinedNetwork(network, _decode_points(origins), _decode_points(destinations), measure)


def _decode_points(raw: bytes) -> np.ndarray:
    return np.frombuffer(raw).reshape(-1, 2)


class _JoinedNetwork:
    """The network with the origins and destinations of one question joined to it.

    Nodes are numbered: those of the network, then for each joined point the place where it joins, then the points.
    """

    def __init__(
        self, network: RoadNetwork, origins: np.ndarray, destinations: np.ndarray, measure: TravelMeasure
    ) -> None:
        here, there = network.find_access(origins), network.find_access(destinations)
        self.origins_on, self.destinations_on = here.point, there.point
        off = np.setdiff1d(np.arange(len(origins)), here.point)
        off_there = np.setdiff1d(np.arange(len(destinations)), there.point)
        # Straight lines answer whoever is off the roads: origins to all, all others to destinations that are.
        self.straight_sides = ((off, np.arange(len(destinations))), (here.point, off_there))
        count = len(here.point) + len(there.point)
        joins = network.nodes + np.arange(count)
        points = joins + count
        self.origin_nodes, self.destination_nodes = points[: len(here.point)], points[len(here.point) :]
        line, along, leg = (
            np.concatenate([getattr(here, name), getattr(there, name)]) for name in ("line", "along", "leg")
        )
        edges = network.cuts.merge(Cuts(line, along, joins)).build_edges()
        near = _find_neighbours(origins[here.point], destinations[there.point], here.leg, there.leg)
        each = network.straight.cost_per_metre(measure)
        self.graph = _build_graph(
            network.nodes + 2 * count,
            np.concatenate([edges.from_node, joins, self.origin_nodes[near.origin]]),
            np.concatenate([edges.to_node, points, self.destination_nodes[near.destination]]),
            np.concatenate([edges.length * network.cost_per_metre(edges.line, measure), leg * each, near.cost * each]),
        )


@dataclass
class _NearestSoFar:
    """The least costs so far, and where they lead."""

    cost: np.ndarray
    position: np.ndarray

    @classmethod
    def start(cls, count: int) -> "_NearestSoFar":
        return cls(np.full(count, np.inf), np.full(count, -1))

    def improve(self, at: np.ndarray, cost: np.ndarray, position: np.ndarray) -> None:
        better = cost < self.cost[at]
        self.cost[at[better]], self.position[at[better]] = cost[better], position[better]


def _cut_lines(lines: np.ndarray, segments: Segments) -> Cuts:
    """Where the lines are cut: at their ends, at vertices met more than once, and where another line ends on them."""
    vertices, line = shapely.get_coordinates(lines, return_index=True)
    if not len(line):
        return Cuts(np.array([], int), np.array([], float), np.array([], int))
    change = line[1:] != line[:-1]
    end = np.append(True, change) | np.append(change, True)
    as_one = np.round(vertices, _VERTEX_DECIMALS) @ [1, 1j]  # x + iy sorts quicker than rows do
    _, place, times = np.unique(as_one, return_inverse=True, return_counts=True)
    kept = end | (times[place] > 1)
    ends = shapely.points(vertices[end])
    ending, met = segments.tree.query(ends, predicate="dwithin", distance=_JOIN_M)
    met_line, met_along = segments.locate_points(met, ends[ending])
    line_of = np.concatenate([line[kept], met_line])
    along = np.concatenate([measure_along_lines(vertices, line)[kept], met_along])
    _, node = np.unique(np.concatenate([place[kept], place[end][ending]]), return_inverse=True)
    return Cuts.sort(line_of, along, node)


def _find_neighbours(origins: np.ndarray, destinations: np.ndarray, leg: np.ndarray, leg_there: np.ndarray) -> Pairs:
    """Pairs whose straight line, in metres, is no longer than their two ways to the road."""
    if not len(leg) or not len(leg_there):
        return join_pairs([])
    farthest = float(leg.max() + leg_there.max())
    plain = StraightLine(1000.0, 1.0)  # counts metres
    found = []
    for pairs in plain.iterate_pairs(origins, destinations, farthest):
        near = pairs.cost <= leg[pairs.origin] + leg_there[pairs.destination]
        found.append(Pairs(pairs.origin[near], pairs.destination[near], pairs.cost[near]))
    return join_pairs(found)


def _build_graph(nodes: int, here: np.ndarray, there: np.ndarray, cost: np.ndarray) -> csr_array:
    """Edges in both directions as a sparse matrix; of several between two nodes the cheapest. Zeros stay edges."""
    row, column = np.concatenate([here, there]), np.concatenate([there, here])
    both = np.concatenate([cost, cost])
    order = np.lexsort((both, column, row))
    row, column, both = row[order], column[order], both[order]
    cheapest = np.append(True, (row[1:] != row[:-1]) | (column[1:] != column[:-1]))[: len(row)]
    starts = np.searchsorted(row[cheapest], np.arange(nodes + 1))
    return csr_array((both[cheapest], column[cheapest], starts), shape=(nodes, nodes))


def _prepare_geometry(area: shapely.Geometry) -> shapely.Geometry:
    shapely.prepare(area)
    return area


def _build_rings(points: np.ndarray, offsets: np.ndarray) -> tuple[shapely.Geometry, list[shapely.Geometry] | None]:
    """The outer ring and the holes of a filled contour."""
    outer, *holes = [shapely.linearrings(points[start:end]) for start, end in pairwise(offsets)]
    return outer, holes or None
