"""Settlements, facilities and rules for the square world, which several tests share."""

from collections.abc import Mapping, Sequence
from typing import Any

import geopandas as gpd
import pandas as pd

from datasets.city.city import FACILITY_COLUMNS, City, Dataset
from datasets.city.residents import locate_residents
from datasets.files.declarations import read_declarations
from geodata.geography import Geography
from indicators.definition import Domain
from indicators.facilities.coverage_measures import MeasureTemplate, build_coverage_indicators
from indicators.facilities.facility_types import FacilityType, Standard, StandardBasis, TravelUnit
from indicators.facilities.travel_rules import RoadSpeed, TravelRules
from indicators.policy.index import IndexRecipe
from tests.conftest import ROOT

RULES = TravelRules(
    detour=1.0,
    detour_source="假设",
    straight_speed_kmh=60,
    straight_speed_source="假设",
    snap_km=2,
    snap_source="假设",
    speeds={"county": RoadSpeed(source="假设", kmh=30)},
)
CLINIC = FacilityType(
    "卫生站",
    Domain.HEALTH,
    "床位（张）",
    standard=Standard(TravelUnit.KM, 3, StandardBasis.DEFAULT, "假设"),
    every_township=True,
    every_township_source="假设",
)
SCHOOL = FacilityType("学校", Domain.EDUCATION, "学位（个）", standard=Standard(TravelUnit.MINUTES, 2, source="假设"))
TYPES = {"clinic": CLINIC, "school": SCHOOL}
CENTRES = {"a1": (114.025, 24.15), "a2": (114.075, 24.15), "b": (114.15, 24.15), "c": (114.05, 24.05)}
CENTRES |= {"d": (114.15, 24.05)}
EVERYWHERE: dict[str, float] = {"a1": 100, "a2": 300, "b": 200, "c": 200, "d": 200}


def facilities(*rows: dict[str, object]) -> gpd.GeoDataFrame:
    """Facilities, clinics at the centre of their ``area_code`` of 10 beds and open for ever unless a row says else."""
    usual = {"type": "clinic", "capacity": 10.0, "grade": "", "opened": None, "closed": None, "approximate": False}
    told = [
        usual | {"code": f"f{number}", "name": f"设施{number}", "source": "名录", "note": ""} | row
        for number, row in enumerate(rows)
    ]
    at = [row.get("at") or CENTRES[str(row["area_code"])] for row in told]
    frame = pd.DataFrame(told, columns=FACILITY_COLUMNS)
    return gpd.GeoDataFrame(frame, geometry=gpd.points_from_xy(*zip(*at, strict=True)), crs="EPSG:4490")


def settlements(people: Mapping[str, float], **own: Any) -> gpd.GeoDataFrame:
    """One settlement at the centre of each area."""
    told: dict[str, Any] = {"name": "村", "approximate": False, "source": "普查"}
    frame = pd.DataFrame(
        {"code": [f"s-{code}" for code in people], "area_code": list(people), "population": list(people.values())}
    ).assign(**told | own)
    at = [CENTRES.get(code, (0.0, 0.0)) for code in people]
    return gpd.GeoDataFrame(frame, geometry=gpd.points_from_xy(*zip(*at, strict=True)), crs="EPSG:4490")


def figures(variable: str, rows: Sequence[tuple[str, int, float]], kind: str = "published") -> pd.DataFrame:
    """Observations of one variable: area, year, value."""
    frame = pd.DataFrame(rows, columns=["area_code", "year", "value"])
    return frame.assign(variable=variable, kind=kind, source="年鉴")


def city_with_facilities(
    geography: Geography,
    points: gpd.GeoDataFrame,
    people: gpd.GeoDataFrame | None = None,
    years: Sequence[int] = (2016,),
) -> City:
    """The square world with all measures of coverage; its only dataset has these facilities and people."""
    faults: list[str] = []
    measures = read_declarations(ROOT / "indicators" / "service_measures.toml", MeasureTemplate, faults)
    variables, indicators = build_coverage_indicators(measures, TYPES, RULES)
    lived = settlements(EVERYWHERE) if people is None else people
    counted = figures("x", [(code, year, 100) for code in ("a", "b", "c", "d") for year in years])
    committees = figures("committees", [("a1", 2016, 1), ("a2", 2016, 1)])
    homes = locate_residents(lived, counted, committees, geography)
    dataset = Dataset(
        "own", "本单位", "", False, pd.DataFrame(), {}, points, settlements=lived, resident_distribution=homes
    )
    return City(geography, indicators, variables, {"own": dataset}, [], IndexRecipe(0.5, {}), TYPES, RULES)
