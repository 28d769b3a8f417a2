"""The attributes of features as records: which column is what, by its heading, and points as longitude and latitude."""

from collections.abc import Iterable, Mapping

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from datasets.imports.cells import compact
from datasets.imports.crs import to_geographic
from datasets.imports.model import Fault, FaultCode, ImportKind, RefusedError, Role

# Headings of attribute tables, in capitals or not; of several for one role the first that is there counts.
_HEADINGS: dict[Role, tuple[str, ...]] = {
    Role.CODE: ("编号", "编码", "代码", "标识码", "code", "id", "bh", "bsm", "osm_id"),
    Role.NAME: ("名称", "全称", "名字", "设施名称", "机构名称", "单位名称", "学校名称", "name", "mc"),
    Role.TYPE: ("类型", "设施类型", "类别", "种类", "type", "fclass", "category", "lx"),
    Role.AREA_CODE: ("区划代码", "行政区划代码", "行政区代码", "adcode", "xzqdm", "area_code"),
    Role.AREA_NAME: ("地区", "县区", "区县", "所属区县", "所在区县", "county", "xzqmc", "area_name"),
    Role.PLACE: ("所在乡镇", "乡镇", "乡镇街道", "所属乡镇", "镇街", "town", "township", "place"),
    Role.CAPACITY: ("规模", "床位", "床位数", "学位", "学位数", "座位数", "座席数", "capacity", "beds", "seats"),
    Role.GRADE: ("等级", "级别", "grade", "level"),
    Role.OPENED: ("启用年份", "开办年份", "建成年份", "成立年份", "opened"),
    Role.CLOSED: ("停用年份", "关闭年份", "撤销年份", "closed"),
    Role.POPULATION: ("人口", "人口数", "常住人口", "户籍人口", "population", "pop", "rk"),
    Role.ROAD_CLASS: (
        "道路等级",
        "道路类型",
        "路线等级",
        "行政等级",
        "公路等级",
        "highway",
        "fclass",
        "road_class",
        "类型",
    ),
    Role.APPROXIMATE: ("位置近似", "近似", "approximate"),
    Role.SOURCE: ("来源", "资料来源", "数据来源", "出处", "source"),
    Role.NOTE: ("备注", "说明", "note", "remark", "bz"),
}
_COMMON = (Role.CODE, Role.NAME, Role.SOURCE, Role.NOTE)
_POINT = (*_COMMON, Role.AREA_CODE, Role.AREA_NAME, Role.PLACE, Role.APPROXIMATE)
_ROLES: dict[ImportKind, tuple[Role, ...]] = {
    ImportKind.FACILITIES: (*_POINT, Role.TYPE, Role.CAPACITY, Role.GRADE, Role.OPENED, Role.CLOSED),
    ImportKind.SETTLEMENTS: (*_POINT, Role.POPULATION),
    ImportKind.TOWNSHIPS: (Role.AREA_CODE, Role.CODE, Role.NAME, Role.AREA_NAME, Role.SOURCE),
    ImportKind.ROADS: (*_COMMON, Role.ROAD_CLASS),
}


def guess_roles(headings: Iterable[str], kind: ImportKind) -> dict[str, Role]:
    """What each heading is used for; headings that say nothing are left out. A role is given once."""
    by_text: dict[str, str] = {}
    for heading in headings:
        by_text.setdefault(compact(str(heading)).casefold(), heading)
    found: dict[str, Role] = {}
    for role in _ROLES[kind]:
        known = [by_text[text] for text in _HEADINGS[role] if text in by_text and by_text[text] not in found]
        if known:
            found[known[0]] = role
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
