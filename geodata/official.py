"""Fit official township polygons to one another and to their counties: repair slivers, report real overlaps and gaps.

Input and output are in EPSG:4490; everything between is in the region's metric CRS.
"""

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from geodata.boundaries import GEOGRAPHIC_CRS

# Neighbours that were drawn separately differ by the width of a line, half a millimetre at 1:100 000. A narrower sliver
# goes to the neighbour with the longest shared edge; a wider one is reported and left to the office.
SLIVER_M = 50.0
# The county polygons are generalised for 1:1 000 000, where a third of a millimetre is what a line may be off by.
BORDER_SLIVER_M = 300.0
_GRID_M = 0.001  # coordinates are kept to a millimetre
_TOUCHING_M = 1.0
_SNAP_M = 0.01  # what lies closer is one corner
_SNAP_DEGREES, _GAP_DEGREES = 1e-7, 1e-5  # about a centimetre and a metre
_M2_PER_HA = 10_000
MISFIT_COLUMNS = ["code", "other", "hectares", "longitude", "latitude"]


@dataclass(frozen=True)
class CountyFit:
    """The polygons of whole counties after fitting, and what could not be repaired.

    ``cells`` are the repaired polygons by township code, of counties without an overlap or gap that is too large to
    repair; they cover each of these counties exactly. ``overlaps`` (``other`` is a township), ``gaps`` (``code`` and
    ``other`` are the county) and ``spills`` (``other`` is the township's own county, which it leaves) have the columns
    ``MISFIT_COLUMNS``. ``moved_ha`` is by how much the repair changed each cell.
    """

    cells: gpd.GeoSeries
    overlaps: pd.DataFrame
    gaps: pd.DataFrame
    spills: pd.DataFrame
    moved_ha: pd.Series


def repair_polygon(polygon: shapely.Geometry | None) -> shapely.Geometry | None:
    """The polygon made valid, without its lines and points; None where no area is left."""
    if polygon is None or polygon.is_empty or not np.isfinite(shapely.get_coordinates(polygon)).all():
        return None
    valid = polygon if polygon.is_valid else shapely.make_valid(polygon, method="structure", keep_collapsed=False)
    parts = [part for part in shapely.get_parts(shapely.get_parts(valid)) if part.geom_type == "Polygon" and part.area]
    if not parts:
        return None
    return parts[0] if len(parts) == 1 else shapely.union_all(parts)


def find_home_counties(polygons: gpd.GeoSeries, counties: gpd.GeoDataFrame, metric_crs: str) -> pd.Series:
    """The county that most of each valid polygon lies in; None for one that lies in none."""
    metric, around = polygons.to_crs(metric_crs), counties.geometry.to_crs(metric_crs)
    shared = pd.DataFrame({code: metric.intersection(county).area for code, county in around.items()})
    return shared.idxmax(axis=1).astype(object).where(shared.max(axis=1) > 0, None)


def fit_to_counties(
    polygons: gpd.GeoSeries, county_of: pd.Series, counties: gpd.GeoDataFrame, metric_crs: str
) -> CountyFit:
    """Fit the valid polygons of all townships of one or more counties to one another and to their counties.

    ``polygons`` is indexed by township code, ``county_of`` says each one's county.
    """
    metric, around = polygons.to_crs(metric_crs), counties.geometry.to_crs(metric_crs)
    fitted = [
        _FittedCounty(metric.reindex(own.index), [], [], [])
        if _is_fitted(own, counties.geometry[code])
        else _fit_county(metric.reindex(own.index), str(code), around[code])
        for code, own in polygons.groupby(county_of.reindex(polygons.index))
    ]
    none = gpd.GeoSeries([], index=pd.Index([], dtype=str), crs=metric_crs)
    whole = gpd.GeoSeries(pd.concat([county.cells for county in fitted]) if fitted else none, crs=metric_crs)
    moved = whole.symmetric_difference(metric.reindex(whole.index), align=False).area / _M2_PER_HA
    # A county that needed no repair stays as it was, to the last digit: an export that comes back is the same.
    touched = moved.groupby(county_of.reindex(moved.index)).transform("max") > 0
    cells = _snap_coverage(whole.to_crs(GEOGRAPHIC_CRS), county_of).where(touched, polygons.reindex(whole.index))
    return CountyFit(
        cells,
        overlaps=_list_misfits([misfit for county in fitted for misfit in county.overlaps], metric_crs),
        gaps=_list_misfits([misfit for county in fitted for misfit in county.gaps], metric_crs),
        spills=_list_misfits([misfit for county in fitted for misfit in county.spills], metric_crs),
        moved_ha=moved,
    )


def _snap_coverage(cells: gpd.GeoSeries, county_of: pd.Series) -> gpd.GeoSeries:
    """Clean the coverage of each county in degrees: rounding may have made the two sides of a needle cross."""
    snapped = [
        pd.Series(
            shapely.coverage_clean(own.to_numpy(), gap_width=_GAP_DEGREES, snapping_distance=_SNAP_DEGREES), own.index
        )
        for _, own in cells.groupby(county_of.reindex(cells.index))
    ]
    return gpd.GeoSeries(pd.concat(snapped), crs=cells.crs).reindex(cells.index) if snapped else cells


_Misfit = tuple[str, str, shapely.Geometry]


@dataclass(frozen=True)
class _FittedCounty:
    """One county in metres: its cells (none if something is too large to repair) and what does not fit."""

    cells: gpd.GeoSeries
    overlaps: list[_Misfit]
    gaps: list[_Misfit]
    spills: list[_Misfit]


def _fit_county(polygons: gpd.GeoSeries, county_code: str, county: shapely.Geometry) -> _FittedCounty:
    overlaps = _find_overlaps(polygons)
    spills = [
        (str(code), county_code, wide)
        for code, polygon in polygons.items()
        if (wide := _find_wide_parts(shapely.difference(polygon, county), BORDER_SLIVER_M))
    ]
    clipped = gpd.GeoSeries(
        [repair_polygon(shape) for shape in polygons.intersection(county)], polygons.index, polygons.crs
    )
    left = [part for part in _list_polygons(shapely.difference(county, clipped.union_all())) if part.area > _GRID_M]
    gaps = [
        (county_code, county_code, wide)
        for part in left
        if (wide := _find_wide_parts(part, _find_allowed_width(part, county)))
    ]
    if overlaps or gaps or clipped.isna().any():
        return _FittedCounty(polygons.iloc[:0], overlaps, gaps, spills)
    return _FittedCounty(_share_slivers(clipped, left), overlaps, gaps, spills)


def _is_fitted(polygons: gpd.GeoSeries, county: shapely.Geometry) -> bool:
    """Whether nothing needs repair: edges are shared, and the county's border is met to the width of a snap."""
    if not shapely.coverage_is_valid(polygons.to_numpy()):
        return False
    off = shapely.symmetric_difference(polygons.union_all(), county).area
    return bool(off <= _SNAP_DEGREES * county.length)


def _find_overlaps(polygons: gpd.GeoSeries) -> list[_Misfit]:
    shapes, codes = polygons.to_numpy(), polygons.index
    left, right = shapely.STRtree(shapes).query(shapes, predicate="intersects")
    return [
        (str(codes[i]), str(codes[j]), wide)
        for i, j in zip(left, right, strict=True)
        if i < j and (wide := _find_wide_parts(shapely.intersection(shapes[i], shapes[j]), SLIVER_M))
    ]


def _find_allowed_width(part: shapely.Geometry, county: shapely.Geometry) -> float:
    at_border = shapely.dwithin(part, county.boundary, _TOUCHING_M)
    return BORDER_SLIVER_M if at_border else SLIVER_M


def _find_wide_parts(shape: shapely.Geometry, width: float) -> shapely.Geometry | None:
    """The parts of a shape that are wider than ``width``, None if it is narrow throughout."""
    core = shapely.buffer(shape, -width / 2)
    return None if core.is_empty else shapely.intersection(shapely.buffer(core, width / 2), shape)


def _list_polygons(shape: shapely.Geometry) -> list[shapely.Geometry]:
    return [part for part in shapely.get_parts(shape) if part.geom_type == "Polygon"]


def _share_slivers(clipped: gpd.GeoSeries, left: list[shapely.Geometry]) -> gpd.GeoSeries:
    """The cells without overlaps, the slivers that are left given to the neighbours with the longest shared edge."""
    shapes = np.array(shapely.coverage_clean(clipped.to_numpy()), dtype=object)
    tree = shapely.STRtree(shapes)
    for part in left:
        rim = shapely.buffer(part, _TOUCHING_M)
        near = tree.query(rim, predicate="intersects")
        # The area shared with the sliver's rim is its shared edge, and does not hang on exactly equal coordinates.
        neighbour = near[np.argmax(shapely.area(shapely.intersection(shapes[near], rim)))]
        shapes[neighbour] = repair_polygon(shapely.union(shapes[neighbour], part, grid_size=_GRID_M))
    cleaned = shapely.coverage_clean(shapes, gap_width=_TOUCHING_M, snapping_distance=_SNAP_M)
    return gpd.GeoSeries(cleaned, index=clipped.index, crs=clipped.crs)


def _list_misfits(misfits: list[_Misfit], metric_crs: str) -> pd.DataFrame:
    shapes = gpd.GeoSeries([shape for *_, shape in misfits], crs=metric_crs)
    places = shapes.representative_point().to_crs(GEOGRAPHIC_CRS)
    return pd.DataFrame(
        {
            "code": [code for code, *_ in misfits],
            "other": [other for _, other, _ in misfits],
            "hectares": shapes.area.to_numpy() / _M2_PER_HA,
            "longitude": places.x.to_numpy(),
            "latitude": places.y.to_numpy(),
        },
        columns=MISFIT_COLUMNS,
    )
