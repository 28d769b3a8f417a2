"""The attributes of features as records: which column is what, by its heading, and points as longitude and latitude."""

from collections.abc import Iterable, Mapping

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from datasets.imports.cells import compact
from datasets.imports.crs import to_geographic
from datasets.imports.heading_words import ROLES
from datasets.imports.model import Fault, FaultCode, ImportKind, RefusedError, Role

# What attribute tables write besides the headings of sheets: national standards' field names, OpenStreetMap's tags.
_ATTRIBUTES: dict[str, Role] = {
    **dict.fromkeys(("bh", "bsm", "标识码", "osm_id"), Role.CODE),
    **dict.fromkeys(("mc", "全称", "名字"), Role.NAME),
    **dict.fromkeys(("lx", "种类", "category", "fclass"), Role.TYPE),
    **dict.fromkeys(("区县", "县区", "所属区县", "所在区县", "所属县区", "county"), Role.AREA_NAME),
    **dict.fromkeys(("所属县", "所在县", "所属县(市、区)", "所在县(市、区)", "县名", "xjmc"), Role.AREA_NAME),
    **dict.fromkeys(("xzqdm", "行政区代码"), Role.AREA_CODE),
    **dict.fromkeys(("town", "township", "所属镇街"), Role.PLACE),
    **dict.fromkeys(("beds", "seats", "座席数"), Role.CAPACITY),
    **dict.fromkeys(("level",), Role.GRADE),
    **dict.fromkeys(("pop", "rk"), Role.POPULATION),
    **dict.fromkeys(("道路类型", "类型"), Role.ROAD_CLASS),
    **dict.fromkeys(("remark", "bz"), Role.NOTE),
}
_COMMON = {Role.CODE, Role.NAME, Role.SOURCE, Role.NOTE}
_POINT = {*_COMMON, Role.AREA_CODE, Role.AREA_NAME, Role.PLACE, Role.APPROXIMATE}
_ROLES: dict[ImportKind, set[Role]] = {
    ImportKind.FACILITIES: _POINT | {Role.TYPE, Role.CAPACITY, Role.GRADE, Role.OPENED, Role.CLOSED},
    ImportKind.SETTLEMENTS: _POINT | {Role.POPULATION},
    ImportKind.TOWNSHIPS: {Role.AREA_CODE, Role.CODE, Role.NAME, Role.AREA_NAME, Role.SOURCE},
    ImportKind.ROADS: _COMMON | {Role.ROAD_CLASS},
}


def guess_roles(headings: Iterable[str], kind: ImportKind) -> dict[str, Role]:
    """What each heading is used for; headings that say nothing are left out.

    A role is given once: to the first heading of those that sheets have too, else to the first of the others.
    """
    texts = {heading: compact(str(heading)).casefold() for heading in headings}
    found: dict[str, Role] = {}
    for words in (ROLES[kind], _ATTRIBUTES):
        for heading, text in texts.items():
            role = words.get(text)
            if role in _ROLES[kind] and role not in found.values() and heading not in found:
                found[heading] = role
    return found


def attribute_records(
    features: gpd.GeoDataFrame, file_name: str, kind: ImportKind, roles: Mapping[str, Role] | None = None
) -> pd.DataFrame:
    """``sheet, row`` and a text column for each role, by ``roles`` (guessed if None) from headings; a row a feature."""
    used = guess_roles(features.columns.drop("geometry"), kind) if roles is None else roles
    columns = {role.value: features[heading] for heading, role in used.items() if role is not Role.IGNORED}
    return pd.DataFrame({**columns, "sheet": file_name, "row": features.index}, index=features.index)


def records_of_features(
    features: gpd.GeoDataFrame, file_name: str, kind: ImportKind, roles: Mapping[str, Role] | None = None
) -> pd.DataFrame:
    """Records of facilities or settlements for ``resolve_points``, from features that are points.

    A feature without a geometry gets no coordinates. Raises RefusedError for other geometries and for an unknown CRS.
    """
    shapes = features.geometry.to_numpy()
    single = np.array([_point(shape) for shape in shapes], dtype=object)
    wrong = np.flatnonzero(pd.isna(single) & ~pd.isna(shapes))
    if len(wrong):
        found = "、".join(sorted({shapes[row].geom_type for row in wrong}))
        raise RefusedError(Fault(FaultCode.WRONG_GEOMETRY, found, "Point", file_name, int(features.index[wrong[0]])))
    points = features.set_geometry(gpd.GeoSeries(single, index=features.index, crs=features.crs))
    has_place = ~(points.geometry.isna() | points.geometry.is_empty).to_numpy()
    records = attribute_records(features, file_name, kind, roles).assign(longitude="", latitude="")
    if has_place.any():
        geographic = to_geographic(points[has_place]).geometry
        records.loc[has_place, "longitude"] = [repr(float(x)) for x in geographic.x]
        records.loc[has_place, "latitude"] = [repr(float(y)) for y in geographic.y]
    return records


def _point(shape: shapely.Geometry | None) -> shapely.Geometry | None:
    """The one point of a geometry, None if it is anything else."""
    if shape is None or shape.geom_type == "Point":
        return shape
    parts = shapely.get_parts(shape)
    return parts[0] if len(parts) == 1 and parts[0].geom_type == "Point" else None
