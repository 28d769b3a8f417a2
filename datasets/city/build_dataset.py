"""Compute what follows from a dataset's figures and layers: residents, coverage, and the records of all indicators."""

from dataclasses import replace

import pandas as pd

from datasets.city.city import City, Dataset
from datasets.city.coverage_figures import build_travel, compute_coverage_figures
from datasets.city.derive import complete_observations, compute_records
from datasets.city.facilities import find_townships
from datasets.city.residents import locate_residents
from datasets.kinds import COMMITTEES, POPULATION


def complete_dataset(dataset: Dataset, figures: pd.DataFrame, city: City) -> Dataset:
    """Complete a dataset with the distribution of its residents and the records of all indicators.

    ``figures`` are its observations, including those of its base; ``city`` has the geography and the declarations.
    """
    geography, rules = city.geography, city.travel_rules
    complete = complete_observations(figures, geography, city.variables)
    people, committees = (complete[complete["variable"] == name] for name in (POPULATION, COMMITTEES))
    homes = locate_residents(dataset.settlements, people, committees, geography)
    travel = build_travel(dataset.roads, rules, geography.region.metric_crs)
    sited = dataset.facilities.assign(area_code=find_townships(dataset.facilities, geography))
    served = compute_coverage_figures(sited, homes, city.facility_types, geography, rules, travel)
    every = pd.concat([complete, served], ignore_index=True) if len(served) else complete
    records = compute_records(every, city.indicators, city.variables)
    return replace(dataset, records=records, resident_distribution=homes)
