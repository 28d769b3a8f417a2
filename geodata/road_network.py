"""The way along roads: shortest paths over a network of lines, each with its speed, in both directions.

Roads meet at vertices they share and where one ends on another. Lines that merely cross do not: one may pass over the
other. A place joins the nearest point of the nearest road in a straight line times the detour factor; two places that
are nearer to each other than their ways to the road are long take the straight line between them. A place with no road
in reach is answered by straight lines, and ``off_network`` tells which.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import shapely
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

from geodata.travel import ROUNDING, Measure, Nearest, Pairs, StraightLine, in_parts, pairs_in_reach, together

_JOIN_M = 1.0  # the end of a road this near to another road meets it
_VERTEX_DECIMALS = 2  # vertices that agree to a centimetre are one
_STEP_M = 250.0  # between the points of a road whose surroundings make up a catchment
_ROUND = 4  # segments of a quarter of a circle: thousands of circles are joined


@dataclass(frozen=True)
class Cuts:
    """Where lines are cut into the edges of a graph: the line, metres along it, and the node that lies there.

    Sorted by line and metres, so that neighbours on one line are an edge.
    """

    line: np.ndarray
    along: np.ndarray
    node: np.ndarray

    @classmethod
    def sorted(cls, line: np.ndarray, along: np.ndarray, node: np.ndarray) -> "Cuts":
        """From arrays in any order."""
        order = np.lexsort((along, line))
        return cls(line[order], along[order], node[order])

    def joined(self, other: "Cuts") -> "Cuts":
        """Both together."""
        names = ("line", "along", "node")
        return Cuts.sorted(*(np.concatenate([getattr(self, name), getattr(other, name)]) for name in names))

    @cached_property
    def edges(self) -> "Edges":
        """The stretches between neighbouring cuts."""
        here = np.flatnonzero(self.line[1:] == self.line[:-1])
        along = self.along
        return Edges(self.line[here], along[here], along[here + 1] - along[here], self.node[here], self.node[here + 1])


@dataclass(frozen=True)
class Edges:
    """Stretches of road: the line, the metres along it where they start, their length in metres, their two nodes."""

    line: np.ndarray
    start: np.ndarray
    length: np.ndarray
    from_node: np.ndarray
    to_node: np.ndarray


@dataclass(frozen=True)
class Access:
    """Where points join the network. Arrays over those that do, in order of ``point``, their position among all.

    ``line`` and ``along`` (metres) say where on which road, ``leg`` how far away in metres it is.
    """

    point: np.ndarray
    line: np.ndarray
    along: np.ndarray
    leg: np.ndarray


@dataclass(frozen=True)
class RoadNetwork:
    """Lines with speeds as a graph; ``build`` makes it. ``straight`` is the way off the roads."""

    lines: np.ndarray
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
        parts, origin = shapely.get_parts(shapely.force_2d(lines), return_index=True)
        real = shapely.length(parts) > 0
        parts, speeds = parts[real], np.asarray(speeds_kmh, dtype=float)[origin[real]]
        cuts = _cuts(parts)
        nodes = int(cuts.node.max()) + 1 if len(cuts.node) else 0
        return cls(parts, speeds, cuts, nodes, snap_m, StraightLine(detour, speed_kmh))

    @cached_property
    def _tree(self) -> shapely.STRtree:
        return shapely.STRtree(self.lines)

    def off_network(self, points: np.ndarray) -> np.ndarray:
        """See ``Travel``."""
        off = np.ones(len(points), dtype=bool)
        off[self._access(points).point] = False
        return off

    def nearest(self, origins: np.ndarray, destinations: np.ndarray, measure: Measure = Measure.KM) -> Nearest:
        """See ``Travel``."""
        found = _Found.nothing(len(origins))
        ways = _Ways(self, origins, destinations, measure)
        if len(ways.destinations_on):
            nodes = ways.destination_nodes
            cost, _, source = dijkstra(ways.graph, indices=nodes, min_only=True, return_predecessors=True)
            own = ways.origin_nodes
            position = ways.destinations_on[np.searchsorted(nodes, np.maximum(source[own], nodes[0]))]
            found.improve(ways.origins_on, cost[own], position)
        for here, there in ways.straight_sides:
            cost, position = self.straight.nearest(origins[here], destinations[there], measure)
            if len(there):
                found.improve(here, cost, there[position])
        return found.cost, np.where(np.isfinite(found.cost), found.position, -1)

    def pairs(
        self, origins: np.ndarray, destinations: np.ndarray, limit: float, measure: Measure = Measure.KM
    ) -> Iterator[Pairs]:
        """See ``Travel``. Paths start from the fewer of the two sides."""
        if len(origins) < len(destinations):
            for part in self.pairs(destinations, origins, limit, measure):
                yield Pairs(part.destination, part.origin, part.cost)
            return
        ways = _Ways(self, origins, destinations, measure)
        for some in in_parts(np.arange(len(ways.destinations_on)), ways.graph.shape[0]):
            cost = dijkstra(ways.graph, indices=ways.destination_nodes[some], limit=limit + ROUNDING)
            yield pairs_in_reach(cost[:, ways.origin_nodes].T, limit, ways.origins_on, ways.destinations_on[some])
        for here, there in ways.straight_sides:
            for part in self.straight.pairs(origins[here], destinations[there], limit, measure):
                yield Pairs(here[part.origin], there[part.destination], part.cost)

    def within(
        self, origins: np.ndarray, destinations: np.ndarray, limit: float, measure: Measure = Measure.KM
    ) -> Pairs:
        """See ``Travel``."""
        return together(self.pairs(origins, destinations, limit, measure))

    def catchment(self, destinations: np.ndarray, limit: float, measure: Measure = Measure.KM) -> shapely.Geometry:
        """See ``Travel``. The surroundings of the roads that are reached, as far as the rest of the limit goes.

        A destination without a road has a circle.
        """
        off = self.off_network(destinations)
        areas = [self.straight.catchment(destinations[off], limit, measure)]
        if not off.all():
            ways = _Ways(self, destinations[:0], destinations[~off], measure)
            cost = dijkstra(ways.graph, indices=ways.destination_nodes, min_only=True, limit=limit)
            rest = limit / self.straight.per_metre(measure)
            near = np.minimum(rest, ways.destination_access.leg)
            areas += [*_circles(destinations[~off], near), *self._surroundings(ways.cuts.edges, cost, limit, measure)]
        return shapely.union_all(areas)

    def _surroundings(self, edges: Edges, cost: np.ndarray, limit: float, measure: Measure) -> np.ndarray:
        """Circles along the roads whose nodes ``cost`` at most the limit to get to."""
        reached = np.minimum(cost[edges.from_node], cost[edges.to_node]) <= limit
        steps = np.ceil(edges.length / _STEP_M).astype(int)[reached] + 1
        edge = np.repeat(np.flatnonzero(reached), steps)
        number = np.arange(len(edge)) - np.repeat(np.cumsum(steps) - steps, steps)
        passed = edges.length[edge] * number / np.repeat(np.maximum(steps - 1, 1), steps)
        each = self.per_metre(edges.line[edge], measure)
        spent = np.minimum(
            cost[edges.from_node[edge]] + passed * each,
            cost[edges.to_node[edge]] + (edges.length[edge] - passed) * each,
        )
        kept = spent < limit
        places = shapely.line_interpolate_point(self.lines[edges.line[edge]], edges.start[edge] + passed)[kept]
        rest = (limit - spent[kept]) / self.straight.per_metre(measure)
        return _circles(shapely.get_coordinates(places), np.minimum(rest, self.snap_m))

    def per_metre(self, line: np.ndarray, measure: Measure) -> np.ndarray:
        """What a metre along each of the lines costs."""
        return np.full(len(line), 1 / 1000) if measure is Measure.KM else 60 / 1000 / self.speeds_kmh[line]

    def _access(self, points: np.ndarray) -> Access:
        shapes = shapely.points(points)
        (point, line), leg = self._tree.query_nearest(
            shapes, max_distance=self.snap_m, return_distance=True, all_matches=False
        )
        return Access(point, line, shapely.line_locate_point(self.lines[line], shapes[point]), leg)


class _Ways:
    """The network with the origins and destinations of one question joined to it.

    Nodes are numbered: those of the network, then for each joined point the place where it joins, then the points.
    """

    def __init__(self, network: RoadNetwork, origins: np.ndarray, destinations: np.ndarray, measure: Measure) -> None:
        here, there = network._access(origins), network._access(destinations)
        self.origins_on, self.destinations_on, self.destination_access = here.point, there.point, there
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
        self.cuts = network.cuts.joined(Cuts(line, along, joins))
        edges = self.cuts.edges
        near = _neighbours(origins[here.point], destinations[there.point], here.leg, there.leg)
        each = network.straight.per_metre(measure)
        self.graph = _graph(
            network.nodes + 2 * count,
            np.concatenate([edges.from_node, joins, self.origin_nodes[near.origin]]),
            np.concatenate([edges.to_node, points, self.destination_nodes[near.destination]]),
            np.concatenate([edges.length * network.per_metre(edges.line, measure), leg * each, near.cost * each]),
        )


@dataclass
class _Found:
    """The least costs so far, and where they lead."""

    cost: np.ndarray
    position: np.ndarray

    @classmethod
    def nothing(cls, count: int) -> "_Found":
        return cls(np.full(count, np.inf), np.full(count, -1))

    def improve(self, at: np.ndarray, cost: np.ndarray, position: np.ndarray) -> None:
        better = cost < self.cost[at]
        self.cost[at[better]], self.position[at[better]] = cost[better], position[better]


def _cuts(lines: np.ndarray) -> Cuts:
    """Where the lines are cut: at their ends, at vertices met more than once, and where another line ends on them."""
    vertices, line = shapely.get_coordinates(lines, return_index=True)
    if not len(line):
        return Cuts(np.array([], int), np.array([], float), np.array([], int))
    change = line[1:] != line[:-1]
    first, last = np.append(True, change), np.append(change, True)
    along = _along(vertices, first)
    # x + iy sorts quicker than rows do
    _, place, times = np.unique(np.round(vertices, _VERTEX_DECIMALS) @ [1, 1j], return_inverse=True, return_counts=True)
    kept = first | last | (times[place] > 1)
    end = np.flatnonzero(first | last)
    ends = shapely.points(vertices[end])
    ending, met = shapely.STRtree(lines).query(ends, predicate="dwithin", distance=_JOIN_M)
    line = np.concatenate([line[kept], met])
    along = np.concatenate([along[kept], shapely.line_locate_point(lines[met], ends[ending])])
    _, node = np.unique(np.concatenate([place[kept], place[end[ending]]]), return_inverse=True)
    return Cuts.sorted(line, along, node)


def _along(vertices: np.ndarray, first: np.ndarray) -> np.ndarray:
    """Metres along its line of each vertex; ``first`` marks where a line begins."""
    step = np.append(0.0, np.hypot(*np.diff(vertices, axis=0).T))
    total = np.cumsum(np.where(first, 0.0, step))
    return total - total[first][np.cumsum(first) - 1]


def _neighbours(origins: np.ndarray, destinations: np.ndarray, leg: np.ndarray, leg_there: np.ndarray) -> Pairs:
    """Pairs whose straight line, in metres, is no longer than their two ways to the road."""
    if not len(leg) or not len(leg_there):
        return together([])
    farthest = float(leg.max() + leg_there.max())
    plain = StraightLine(1000.0, 1.0)  # counts metres
    found = []
    for pairs in plain.pairs(origins, destinations, farthest):
        near = pairs.cost <= leg[pairs.origin] + leg_there[pairs.destination]
        found.append(Pairs(pairs.origin[near], pairs.destination[near], pairs.cost[near]))
    return together(found)


def _graph(nodes: int, here: np.ndarray, there: np.ndarray, cost: np.ndarray) -> csr_array:
    """Edges in both directions as a sparse matrix; of several between two nodes the cheapest. Zeros stay edges."""
    row, column = np.concatenate([here, there]), np.concatenate([there, here])
    both = np.concatenate([cost, cost])
    order = np.lexsort((both, column, row))
    row, column, both = row[order], column[order], both[order]
    cheapest = np.append(True, (row[1:] != row[:-1]) | (column[1:] != column[:-1]))[: len(row)]
    starts = np.searchsorted(row[cheapest], np.arange(nodes + 1))
    return csr_array((both[cheapest], column[cheapest], starts), shape=(nodes, nodes))


def _circles(middles: np.ndarray, radius: np.ndarray) -> np.ndarray:
    return np.asarray(shapely.buffer(shapely.points(middles), radius, quad_segs=_ROUND))
