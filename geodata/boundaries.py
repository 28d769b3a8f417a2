"""The counties of a region, township cells around their seats, and the checks both must pass.

Polygons are in EPSG:4490; areas and distances are computed on the ellipsoid or in the region's metric CRS only.
"""

import itertools

import geopandas as gpd
import pandas as pd
import shapely
from pyproj import Geod

from geodata.region import Region

GEOGRAPHIC_CRS = "EPSG:4490"  # CGCS2000, which equals WGS84 to within centimetres
REPAIRED_KM2 = 1.0  # a larger overlap of two polygons is no slip of the drawing
AREA_TOLERANCE = 0.015  # largest share by which a polygon may differ from the official land area
_SAME_AREA = 1e-6  # share by which a repair may change a polygon that only touches itself
_ELLIPSOID = Geod(ellps="GRS80")


def build_county_boundaries(region: Region, polygons: gpd.GeoSeries) -> gpd.GeoDataFrame:
    """The region's counties, indexed by adcode: ``name, short_name, group, geometry`` in EPSG:4490.

    ``polygons`` are those of a base map, by adcode. A county without one is absent from the answer;
    ``find_boundary_faults`` names it.
    """
    members = pd.DataFrame(
        {
            "name": [county.name for county in region.counties],
            "short_name": [county.short_name for county in region.counties],
            "group": [county.group for county in region.counties],
        },
        index=pd.Index([county.adcode for county in region.counties], name="adcode"),
    )
    drawn = members[members.index.isin(polygons.index)]
    return gpd.GeoDataFrame(drawn, geometry=polygons.reindex(drawn.index), crs=GEOGRAPHIC_CRS)


def repair_polygons(polygons: gpd.GeoSeries) -> tuple[gpd.GeoSeries, list[str]]:
    """Polygons by adcode with small faults of drawing repaired, and one sentence a repair.

    Every part of a polygon that touches itself is kept, and of an overlap of two neighbours that is smaller than
    ``REPAIRED_KM2`` the second one is cut. What is larger stays, for ``find_boundary_faults`` to name.
    """
    shapes, repairs = polygons.copy(), []
    for code in polygons.index[~polygons.is_valid]:
        repaired = shapely.make_valid(polygons[code], method="structure", keep_collapsed=False)
        if abs(repaired.area - polygons[code].area) < _SAME_AREA * repaired.area:
            shapes[code] = repaired
            reason, parts = _explain_invalid(polygons, code), shapely.get_num_geometries(repaired)
            repairs.append(f"{code}: the polygon was not valid: {reason}; drawn as {parts} parts, none left out")
    if shapes.is_valid.all():
        repairs += _cut_small_overlaps(shapes)
    return shapes, repairs


def _cut_small_overlaps(shapes: gpd.GeoSeries) -> list[str]:
    """Cut overlaps out of ``shapes``, the second of two; one sentence each."""
    repairs = []
    loose = shapes[~shapely.is_empty(shapely.coverage_invalid_edges(shapes.to_numpy()))].sort_index()
    for first, second in itertools.combinations(loose.index, 2):
        shared = shapes[first].intersection(shapes[second])
        km2 = measure_geodesic_area_km2(shared)
        if 0 < km2 < REPAIRED_KM2:
            shapes[second] = shapes[second].difference(shapes[first])
            repairs.append(f"{second}: {km2:.2f} km2 of the polygon lay in {first} too; cut off")
    return repairs


def find_boundary_faults(region: Region, counties: gpd.GeoDataFrame, base_map: str) -> list[str]:
    """What is wrong with the polygons, one sentence a fault; empty when they can be drawn and measured.

    ``base_map`` is the name of where they come from.
    """
    absent = [county for county in region.counties if county.adcode not in counties.index]
    faults = [
        f"counties {county.adcode} {county.name}: no polygon in {base_map}; check the adcode" for county in absent
    ]
    broken = counties.index[~counties.is_valid]
    faults += [
        f"counties {code}: the polygon is not valid: {_explain_invalid(counties.geometry, code)}" for code in broken
    ]
    if not faults and not shapely.coverage_is_valid(counties.geometry.to_numpy()):
        faults.append("counties: neighbouring polygons overlap or leave gaps; expected shared edges")
    return faults + _find_area_faults(region, counties)


def _explain_invalid(polygons: gpd.GeoSeries, code: str) -> str:
    return str(shapely.is_valid_reason(polygons[code]))


def _find_area_faults(region: Region, counties: gpd.GeoDataFrame) -> list[str]:
    official = {county.adcode: county.land_area_km2 for county in region.counties if county.land_area_km2}
    if not official and not region.land_area_km2:  # nothing to compare with
        return []
    measured = counties.geometry.map(measure_geodesic_area_km2)
    faults = [
        f"counties {code}: polygon of {measured[code]:.0f} km2, official land area {area:.0f} km2: "
        f"more than {AREA_TOLERANCE:.1%} apart"
        for code, area in official.items()
        if code in measured and abs(measured[code] / area - 1) > AREA_TOLERANCE
    ]
    whole = region.land_area_km2
    if whole and len(counties) == len(region.counties) and abs(measured.sum() / whole - 1) > AREA_TOLERANCE:
        faults.append(f"land_area_km2: polygons sum to {measured.sum():.0f} km2, official {whole:.0f} km2")
    return faults


def measure_geodesic_area_km2(polygon: shapely.Geometry) -> float:
    """The area on the ellipsoid, in km2, of a polygon in geographic coordinates."""
    return float(abs(_ELLIPSOID.geometry_area_perimeter(polygon)[0]) / 1e6)


def draw_township_cells(seats: gpd.GeoDataFrame, counties: gpd.GeoDataFrame, metric_crs: str) -> gpd.GeoSeries:
    """Schematic township polygons: in each county the Voronoi cells of its townships' seats, clipped to the county.

    ``seats`` has points and a column ``county``; the answer has the same index, in EPSG:4490. These are not legal
    boundaries: whoever draws them says so. A seat outside its county (a fault of the gazetteer) still gets a cell.
    """
    points, areas = seats.to_crs(metric_crs), counties.to_crs(metric_crs)
    cells = [_clip_cells(points.geometry[points["county"] == adcode], area) for adcode, area in areas.geometry.items()]
    joined = gpd.GeoSeries(pd.concat(cells), crs=metric_crs).to_crs(GEOGRAPHIC_CRS)
    return joined.reindex(seats.index)


def _clip_cells(seats: gpd.GeoSeries, county: shapely.Geometry) -> gpd.GeoSeries:
    if len(seats) < 2:
        return gpd.GeoSeries([county] * len(seats), index=seats.index, crs=seats.crs)
    voronoi = shapely.voronoi_polygons(shapely.MultiPoint(seats.to_list()), extend_to=county, ordered=True)
    clipped = shapely.intersection(shapely.get_parts(voronoi), county)
    return gpd.GeoSeries(clipped, index=seats.index, crs=seats.crs)
