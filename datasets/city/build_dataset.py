"""A dataset worked out whole: where its people live, how they are served, and the records of all indicators."""

from dataclasses import dataclass

import geopandas as gpd
import pandas as pd

from datasets.city.city import POPULATION
from datasets.city.coverage_figures import service_observations, travel_of
from datasets.city.derive import complete_observations, held_records
from datasets.city.facilities import township_of
from datasets.city.residents import COMMITTEES, Homes, homes_of
from geodata.geography import Geography
from indicators.definition import Indicator, Variable
from indicators.facilities.facility_types import FacilityType
from indicators.facilities.travel_rules import TravelRules


@dataclass(frozen=True)
class Located:
    """The points and lines of a dataset, in EPSG:4490."""

    facilities: gpd.GeoDataFrame
    settlements: gpd.GeoDataFrame
    roads: gpd.GeoDataFrame


@dataclass(frozen=True)
class Grounds:
    """What a dataset is worked out on: the areas and the declarations."""

    geography: Geography
    variables: dict[str, Variable]
    indicators: dict[str, Indicator]
    types: dict[str, FacilityType]
    rules: TravelRules


def worked_out(figures: pd.DataFrame, located: Located, grounds: Grounds) -> tuple[dict[str, pd.DataFrame], Homes]:
    """The records of a dataset, as ``Dataset.records`` keeps them, and where its people live.

    ``figures`` are its observations, those of its base among them.
    """
    geography, rules = grounds.geography, grounds.rules
    complete = complete_observations(figures, geography, grounds.variables)
    people, committees = (complete[complete["variable"] == name] for name in (POPULATION, COMMITTEES))
    homes = homes_of(located.settlements, people, committees, geography)
    travel = travel_of(located.roads, rules, geography.region.metric_crs)
    sited = located.facilities.assign(area_code=township_of(located.facilities, geography))
    served = service_observations(sited, homes, grounds.types, geography, rules, travel)
    every = pd.concat([complete, served], ignore_index=True) if len(served) else complete
    return held_records(every, grounds.indicators, grounds.variables), homes
