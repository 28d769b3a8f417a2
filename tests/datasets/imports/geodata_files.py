"""Small files of features for the tests of imports."""

import warnings
import zipfile
from pathlib import Path

import geopandas as gpd
import numpy as np
import shapely
from shapely.geometry import Point, box


def places(**columns: list) -> gpd.GeoDataFrame:
    """Two points in the square world, with attributes."""
    own = columns or {"名称": ["甲小学", "乙小学"], "类型": ["小学", "小学"]}
    return gpd.GeoDataFrame(own, geometry=[Point(114.02, 24.15), Point(114.07, 24.15)], crs="EPSG:4490")


def cells() -> gpd.GeoDataFrame:
    """The two townships of county a, as an office would draw them."""
    shapes = [box(114.0, 24.1, 114.05, 24.2), box(114.05, 24.1, 114.1, 24.2)]
    return gpd.GeoDataFrame({"名称": ["a1镇", "a2镇"]}, geometry=shapes, crs="EPSG:4490")


def with_nan(shape: shapely.Geometry) -> shapely.Geometry:
    """The shape with NaN as the latitude of its second corner."""
    corners = shapely.get_coordinates(shape)
    corners[1, 1] = np.nan
    return shapely.set_coordinates(shape, corners)


def zipped_shapefile(
    features: gpd.GeoDataFrame, folder: Path, encoding: str = "UTF-8", cpg: bool = False, inside: str = ""
) -> Path:
    """A zipped Shapefile; ``inside`` is a folder in the archive."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the writer remarks on headings that it cuts
        features.to_file(folder / "features.shp", encoding=encoding)
    suffixes = [".shp", ".shx", ".dbf", ".prj", *([".cpg"] if cpg else [])]
    with zipfile.ZipFile(folder / "features.zip", "w") as archive:
        for suffix in suffixes:
            if (folder / f"features{suffix}").exists():
                archive.write(folder / f"features{suffix}", f"{inside}features{suffix}")
    return folder / "features.zip"


def kml(body: str, before: str = "") -> str:
    """A KML document around placemarks."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{before}<kml xmlns="http://www.opengis.net/kml/2.2">'
        f"<Document>{body}</Document></kml>"
    )
