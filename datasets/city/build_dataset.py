"""A dataset worked out whole: where its people live, how they are served, and the records of all indicators."""

from dataclasses import dataclass

import geopandas as gpd
import pandas as pd

from datasets.city.city import POPULATION
from datasets.city.coverage_figures import build_travel, compute_coverage_figures
from datasets.city.derive import complete_observations, compute_records
from datasets.city.facilities import find_townships
from datasets.city.residents import COMMITTEES, ResidentDistribution, locate_residents
from geodata.geography import Geography
from indicators.definition import Indicator, Variable
from indicators.facilities.facility_types import FacilityType
from indicators.facilities.travel_rules import TravelRules


@dataclass(frozen=True)
class SpatialLayers:
    """The points and lines of a dataset, in EPSG:4490."""

    facilities: gpd.GeoDataFrame
    settlements: gpd.GeoDataFrame
    roads: gpd.GeoDataFrame


@dataclass(frozen=True)
class Definitions:
    """What a dataset is worked out on: the areas and the declarations."""

    geography: Geography
    variables: dict[str, Variable]
    indicators: dict[str, Indicator]
    types: dict[str, FacilityType]
    rules: TravelRules


def compute_dataset_records(
    figures: pd.DataFrame, located: SpatialLayers, grounds: Definitions
) -> tuple[dict[str, pd.DataFrame], ResidentDistribution]:
    """The records of a dataset, as ``Dataset.records`` keeps them, and where its people live.

    ``figures`` are its observations, those of its base among them.
    """
    geography, rules = grounds.geography, grounds.rules
    complete = complete_observations(figures, geography, grounds.variables)
    people, committees = (complete[complete["variable"] == name] for name in (POPULATION, COMMITTEES))
    homes = locate_residents(located.settlements, people, committees, geography)
    travel = build_travel(located.roads, rules, geography.region.metric_crs)
    sited = located.facilities.assign(area_code=find_townships(located.facilities, geography))
    served = compute_coverage_figures(sited, homes, grounds.types, geography, rules, travel)
    every = pd.concat([complete, served], ignore_index=True) if len(served) else complete
    return compute_records(every, grounds.indicators, grounds.variables), homes
