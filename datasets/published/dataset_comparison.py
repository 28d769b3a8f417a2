"""Compare the counties' values of a dataset in two states of the city, before and after a version is published."""

from dataclasses import dataclass

import pandas as pd

from datasets.city.city import City
from geodata.region import Level


class NothingToCompareError(LookupError):
    """Neither state has a county's value of the indicator and year."""


@dataclass(frozen=True)
class DatasetComparison:
    """A dataset after and before: the city of each state, and the dataset's id in it (None where it is absent)."""

    after: City
    before: City
    dataset: str
    dataset_before: str | None

    def list_changed_years(self) -> dict[str, list[int]]:
        """List by indicator the years in which a county's value differs, the last first; headline indicators first."""
        keys = sorted(self.after.indicators, key=lambda key: not self.after.indicators[key].headline)
        changed = {key: _differing_years(*self.county_values(key)) for key in keys}
        return {key: years for key, years in changed.items() if years}

    def county_values(self, indicator: str) -> tuple[pd.Series, pd.Series]:
        """The counties' values, index ``area_code, year``, after and before."""
        return (
            _county_values(self.after, self.dataset, indicator),
            _county_values(self.before, self.dataset_before, indicator),
        )

    def find_state(self, indicator: str, year: int) -> tuple[City, str]:
        """Find the city, and the dataset's id in it, whose map of a year sets the classes: after, else before.

        Raises NothingToCompareError.
        """
        after, before = (set(values.index.get_level_values("year")) for values in self.county_values(indicator))
        if year in after:
            return self.after, self.dataset
        if self.dataset_before is None or year not in before:
            raise NothingToCompareError(indicator, year)
        return self.before, self.dataset_before


def _county_values(city: City, dataset: str | None, indicator: str) -> pd.Series:
    if dataset is None or dataset not in city.datasets:
        empty = pd.MultiIndex.from_arrays([[], []], names=["area_code", "year"])
        return pd.Series(dtype=float, index=empty)
    records = city.records(dataset, indicator)
    is_county = records.index.isin(city.geography.codes(Level.COUNTY), level="area_code")
    return records.loc[is_county, "value"].dropna()


def _differing_years(after: pd.Series, before: pd.Series) -> list[int]:
    if after.empty and before.empty:
        return []
    pair = pd.concat({"after": after, "before": before}, axis="columns")
    same = (pair["after"] == pair["before"]) | (pair["after"].isna() & pair["before"].isna())
    return sorted({int(year) for year in pair.index[~same].get_level_values("year")}, reverse=True)
