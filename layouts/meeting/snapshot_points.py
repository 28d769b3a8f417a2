"""What is measured in metres as numbers of an SVG map: points and shapes in the units of its drawing."""

from typing import Any

import geopandas as gpd
import numpy as np
import shapely
from numpy.typing import NDArray

from geodata.boundaries import GEOGRAPHIC_CRS
from geodata.ground.path_data import write_path
from geodata.svg_map import project_shapes

_TOLERANCE = 2.0  # units that an edge may be moved by: half a pixel of a common screen


def place_points(metres: NDArray[Any], metric_crs: str, per_degree: float) -> list[int]:
    """Points as (n, 2) in metres of a CRS: x and y one after the other, ``per_degree`` units a degree of longitude."""
    if not len(metres):
        return []
    points = gpd.GeoSeries(shapely.points(metres), crs=metric_crs)
    return np.rint(shapely.get_coordinates(_project(points, per_degree))).astype(int).ravel().tolist()


def outline_shape(shape: shapely.Geometry, metric_crs: str, per_degree: float) -> str:
    """SVG path data of a shape in metres of a CRS; empty without any."""
    if shape.is_empty:
        return ""
    (projected,) = _project(gpd.GeoSeries([shape], crs=metric_crs), per_degree)
    return write_path(shapely.simplify(projected, _TOLERANCE))


def _project(shapes: gpd.GeoSeries, per_degree: float) -> NDArray[Any]:
    return project_shapes(shapes.to_crs(GEOGRAPHIC_CRS).to_numpy(), per_degree)
