"""Read features as records: attributes by the role of their heading, and points as longitude and latitude."""

from collections.abc import Iterable, Mapping, Sequence

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from datasets.imports.cells.cell_values import compact
from datasets.imports.cells.fault_collector import RowReview
from datasets.imports.cells.office_terms import TERMS
from datasets.imports.check_places.crs import to_geographic
from datasets.imports.columns.heading_words import ATTRIBUTE_ROLES, ROLES, heading_rank
from datasets.imports.model import ColumnRole, Fault, FaultCode, RefusedError
from datasets.kinds import ImportKind
from geodata.datums import Datum, to_wgs84
from locales import say

WIDEST_KM = 5.0  # a larger polygon is a district, not a facility
_KM_A_DEGREE = 111.32
POLYGON = "polygon"  # the shape of a record whose point was taken from inside its polygon
_POINT = ("code", "name", "source", "note", "area_code", "area_name", "place", "approximate")
_ROLES: dict[ImportKind, tuple[str, ...]] = {  # what attributes are used for, by the names of ColumnRole
    ImportKind.FACILITIES: (*_POINT, "type", "capacity", "grade", "opened", "closed"),
    ImportKind.SETTLEMENTS: (*_POINT, "population"),
    ImportKind.TOWNSHIPS: ("area_code", "code", "name", "area_name", "source"),
    ImportKind.ROADS: ("code", "name", "source", "note", "road_class", "state"),
}


def guess_roles(headings: Iterable[str], kind: ImportKind, of_type: str | None = None) -> dict[str, ColumnRole]:
    """Guess the role of each heading; unknown headings are left out.

    Each role is given once: to the first heading that sheets have too, else to the first of the others; of several
    columns of people to the likeliest. ``of_type`` is the heading that is known to hold the type.
    """
    texts = {heading: compact(str(heading)).casefold() for heading in headings}
    found: dict[str, ColumnRole] = {of_type: ColumnRole.TYPE} if of_type else {}
    ranked = sorted(texts, key=lambda heading: heading_rank(texts[heading]))
    texts = {heading: texts[heading] for heading in ranked}
    for words in (ROLES[kind], ATTRIBUTE_ROLES):
        for heading, text in texts.items():
            role = words.get(text)
            if role in _ROLES[kind] and role not in found.values() and heading not in found:
                found[heading] = role
    return found


def list_attributes(features: gpd.GeoDataFrame) -> list[str]:
    """List the headings of the attributes of features, in their order."""
    return [str(column) for column in features.columns if column != features.geometry.name]


def read_attributes(
    features: gpd.GeoDataFrame, file_name: str, kind: ImportKind, roles: Mapping[str, ColumnRole] | None = None
) -> pd.DataFrame:
    """Read the attributes of features as records, one row a feature, with the index of the features.

    ``sheet, row, column`` and a text column for every role of the kind, by ``roles`` (guessed if None) from headings;
    "" where the file has none.
    """
    used = guess_roles(features.columns.drop("geometry"), kind) if roles is None else roles
    columns = {role.value: features[heading] for heading, role in used.items() if role is not ColumnRole.IGNORED}
    records = pd.DataFrame(dict.fromkeys(_ROLES[kind], "") | columns, index=features.index)
    return records.assign(sheet=file_name, row=features.index, column="")


def read_shapes(
    features: gpd.GeoDataFrame, datum: Datum, allowed: Sequence[str], wanted: str, review: RowReview
) -> tuple[np.ndarray, np.ndarray]:
    """Read the geometries, given in ``datum``, in EPSG:4490; and a mask of features of a type that is not ``allowed``.

    Those are refused and have no geometry; ``wanted`` names the allowed type in the fault. Raises RefusedError where
    all of them are, and for an unknown CRS.
    """
    types = features.geom_type.fillna("")
    is_other = ~types.isin([*allowed, ""]).to_numpy()
    if is_other.all():
        raise RefusedError(Fault(FaultCode.WRONG_GEOMETRY, say("list-names").join(sorted(set(types))), wanted))
    review.refuse(FaultCode.WRONG_GEOMETRY, is_other, types, wanted)
    shapes = to_geographic(features).geometry.to_numpy().copy()
    shapes[is_other] = None
    return shapely.transform(shapes, lambda xy: np.column_stack(to_wgs84(xy[:, 0], xy[:, 1], datum))), is_other


def read_point_features(
    features: gpd.GeoDataFrame, file_name: str, kind: ImportKind, roles: Mapping[str, ColumnRole] | None = None
) -> pd.DataFrame:
    """Read features as records of facilities or settlements for ``check_points``: points, or small polygons.

    A polygon becomes a point inside it, with POLYGON in the column ``shape``; any other geometry is named there and
    has no coordinates, like a feature without a geometry. Raises RefusedError for an unknown CRS.
    """
    shapes = features.geometry.to_numpy()
    single = np.array([_reduce_to_point(shape) for shape in shapes], dtype=object)
    points = features.set_geometry(gpd.GeoSeries(single, index=features.index, crs=features.crs))
    has_place = ~(points.geometry.isna() | points.geometry.is_empty).to_numpy()
    records = read_attributes(features, file_name, kind, roles).assign(longitude="", latitude="", shape="")
    if ColumnRole.PLACE in records:  # OpenStreetMap's key of that name holds a kind of place
        records[ColumnRole.PLACE] = records[ColumnRole.PLACE].replace(list(TERMS.kinds_of_place), "")
    records["shape"] = features.geom_type.where(pd.isna(single) & ~pd.isna(shapes), "")
    if has_place.any():
        geographic = to_geographic(points[has_place]).geometry
        records.loc[has_place, "longitude"] = [repr(float(x)) for x in geographic.x]
        records.loc[has_place, "latitude"] = [repr(float(y)) for y in geographic.y]
        records.loc[has_place, "shape"] = _describe_polygons(features[has_place])
    return records


def _describe_polygons(features: gpd.GeoDataFrame) -> list[str]:
    """Describe shapes: POLYGON for one small enough to be a point, type and size of a larger one, "" for points."""
    bounds = shapely.bounds(to_geographic(features).geometry.to_numpy())
    spans = np.maximum(bounds[:, 2] - bounds[:, 0], bounds[:, 3] - bounds[:, 1]) * _KM_A_DEGREE
    return [
        "" if "Point" in kind else POLYGON if span <= WIDEST_KM else f"{kind} {span:.1f} km"
        for kind, span in zip(features.geom_type, spans, strict=True)
    ]


def _reduce_to_point(shape: shapely.Geometry | None) -> shapely.Geometry | None:
    """Reduce a geometry to its point or one inside its polygon; None for lines, several points and mixtures."""
    if shape is None or shape.geom_type == "Point":
        return shape
    if shape.geom_type in ("Polygon", "MultiPolygon") and np.isfinite(shapely.get_coordinates(shape)).all():
        return shapely.point_on_surface(shapely.make_valid(shape))
    parts = shapely.get_parts(shape)
    return parts[0] if len(parts) == 1 and parts[0].geom_type == "Point" else None
