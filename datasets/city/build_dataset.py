"""Compute what follows from a dataset's figures and layers: residents, coverage, and the records of all indicators."""

from dataclasses import dataclass

import geopandas as gpd
import pandas as pd

from datasets.city.coverage_figures import build_travel, compute_coverage_figures
from datasets.city.derive import complete_observations, compute_records
from datasets.city.facilities import find_townships
from datasets.city.residents import ResidentDistribution, locate_residents
from datasets.kinds import COMMITTEES, POPULATION
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
    """The geography and the declarations that the records of a dataset are computed from."""

    geography: Geography
    variables: dict[str, Variable]
    indicators: dict[str, Indicator]
    types: dict[str, FacilityType]
    rules: TravelRules


def compute_dataset_records(
    figures: pd.DataFrame, layers: SpatialLayers, definitions: Definitions
) -> tuple[dict[str, pd.DataFrame], ResidentDistribution]:
    """Compute the records of a dataset, as ``Dataset.records`` has them, and the distribution of its residents.

    ``figures`` are its observations, including those of its base.
    """
    geography, rules = definitions.geography, definitions.rules
    complete = complete_observations(figures, geography, definitions.variables)
    people, committees = (complete[complete["variable"] == name] for name in (POPULATION, COMMITTEES))
    homes = locate_residents(layers.settlements, people, committees, geography)
    travel = build_travel(layers.roads, rules, geography.region.metric_crs)
    sited = layers.facilities.assign(area_code=find_townships(layers.facilities, geography))
    served = compute_coverage_figures(sited, homes, definitions.types, geography, rules, travel)
    every = pd.concat([complete, served], ignore_index=True) if len(served) else complete
    return compute_records(every, definitions.indicators, definitions.variables), homes
