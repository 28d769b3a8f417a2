"""Roads as segments: the nearest road of a point, and where lines are cut into the edges of a graph."""

from dataclasses import dataclass

import numpy as np
import shapely


@dataclass(frozen=True)
class Cuts:
    """Where lines are cut into the edges of a graph: the line, metres along it, and the node that lies there.

    Sorted by line and metres, so that neighbours on one line are an edge.
    """

    line: np.ndarray
    along: np.ndarray
    node: np.ndarray

    @classmethod
    def sort(cls, line: np.ndarray, along: np.ndarray, node: np.ndarray) -> "Cuts":
        """Make cuts from arrays in any order."""
        order = np.lexsort((along, line))
        return cls(line[order], along[order], node[order])

    def merge(self, other: "Cuts") -> "Cuts":
        """Make one of two sets of cuts."""
        names = ("line", "along", "node")
        return Cuts.sort(*(np.concatenate([getattr(self, name), getattr(other, name)]) for name in names))

    def build_edges(self) -> "Edges":
        """Build an edge between every two neighbouring cuts of a line."""
        here = np.flatnonzero(self.line[1:] == self.line[:-1])
        along = self.along
        return Edges(self.line[here], along[here + 1] - along[here], self.node[here], self.node[here + 1])


@dataclass(frozen=True)
class Edges:
    """Stretches of road: the line, their length in metres, their two nodes."""

    line: np.ndarray
    length: np.ndarray
    from_node: np.ndarray
    to_node: np.ndarray


@dataclass(frozen=True)
class Segments:
    """The straight pieces that lines are made of, in a tree: a place finds the nearest without walking whole roads.

    Arrays over the pieces: their line, the metres along it where they start.
    """

    tree: shapely.STRtree
    line: np.ndarray
    start: np.ndarray

    @classmethod
    def from_lines(cls, lines: np.ndarray) -> "Segments":
        """Split line strings (metres) into segments."""
        vertices, line = shapely.get_coordinates(lines, return_index=True)
        same = np.flatnonzero(line[1:] == line[:-1])
        shapes = shapely.linestrings(np.stack([vertices[same], vertices[same + 1]], axis=1))
        return cls(shapely.STRtree(shapes), line[same], measure_along_lines(vertices, line)[same])

    def locate_points(self, segment: np.ndarray, points: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """The line, and the metres along it, where each point is nearest to its segment."""
        shapes = self.tree.geometries[segment]
        return self.line[segment], self.start[segment] + shapely.line_locate_point(shapes, points)


def measure_along_lines(vertices: np.ndarray, line: np.ndarray) -> np.ndarray:
    """Metres along its line of each vertex."""
    begins = np.append(True, line[1:] != line[:-1])[: len(line)]
    step = np.append(0.0, np.hypot(*np.diff(vertices, axis=0).T))[: len(line)]
    total = np.cumsum(np.where(begins, 0.0, step))
    metres: np.ndarray = total - total[begins][np.cumsum(begins) - 1]
    return metres
