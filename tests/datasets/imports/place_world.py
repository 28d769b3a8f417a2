"""The square world as points and polygons are resolved in it, and records of a few made-up facilities."""

from collections.abc import Mapping

import pandas as pd

from datasets.imports.cells.area_index import build_area_index
from datasets.imports.check_places.places import PlaceContext
from datasets.imports.check_places.points import check_points
from datasets.imports.model import CheckResult
from datasets.kinds import ImportKind
from geodata.datums import Datum
from geodata.geography import Geography
from indicators.definition import Domain
from indicators.facilities.facility_types import FacilityType

TYPES = {
    "primary_school": FacilityType("小学", Domain.EDUCATION, "学位（个）", ("完小",)),
    "village_clinic": FacilityType("村卫生站", Domain.HEALTH, "人员（人）", ("村卫生室",)),
}


def place_context(geography: Geography, source: str = "某局") -> PlaceContext:
    """What points in a geography are resolved against."""
    region = geography.region
    codes = [region.adcode, *geography.counties.index, *geography.townships.index]
    book = build_area_index(region, geography.townships, {code: code for code in codes})
    return PlaceContext(geography, book, TYPES, source=source)


def records(*rows: Mapping[str, str]) -> pd.DataFrame:
    """Records as a sheet gives them, from row 2 on."""
    usual = {"name": "甲", "type": "小学", "longitude": "114.02", "latitude": "24.15"}
    frame = pd.DataFrame([{**usual, **row} for row in rows]).fillna("")
    return frame.assign(sheet="表", row=range(2, len(frame) + 2))


def resolved(
    geography: Geography, *rows: Mapping[str, str], kind: ImportKind = ImportKind.FACILITIES, datum: Datum = Datum.WGS84
) -> CheckResult:
    """What becomes of a few records."""
    return check_points(records(*rows), kind, datum, place_context(geography))
