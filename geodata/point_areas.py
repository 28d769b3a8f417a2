"""In which area of a region a point lies."""

import geopandas as gpd
import numpy as np
import shapely

BORDER_KM = 0.5  # the boundary package is generalised: a point this close to the region's border is taken for inside


def find_areas(longitude: np.ndarray, latitude: np.ndarray, areas: gpd.GeoSeries, metric_crs: str) -> np.ndarray:
    """The code of the area that each point (EPSG:4490, finite) lies in; None more than ``BORDER_KM`` outside of all."""
    points = shapely.points(longitude, latitude)
    found = np.full(len(points), None, dtype=object)
    # The tree is of the many points and the few polygons are asked: prepared once each, they answer in a moment.
    polygon, point = shapely.STRtree(points).query(areas.to_numpy(), predicate="intersects")
    found[point[::-1]] = areas.index.to_numpy(dtype=object)[polygon[::-1]]
    west, south, east, north = areas.total_bounds
    margin = 2 * BORDER_KM / 100  # degrees, more than enough
    near = (longitude > west - margin) & (longitude < east + margin)
    near &= (latitude > south - margin) & (latitude < north + margin)
    rows = np.flatnonzero(near & (found == None))  # noqa: E711  elementwise
    outside = gpd.GeoSeries(points[rows], crs=areas.crs).to_crs(metric_crs).to_numpy()
    tree = shapely.STRtree(areas.to_crs(metric_crs).to_numpy())
    row, polygon = tree.query_nearest(outside, max_distance=BORDER_KM * 1000, all_matches=False)
    found[rows[row]] = areas.index.to_numpy(dtype=object)[polygon]
    return found
