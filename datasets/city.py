"""The city: one region's geography, the indicator definitions and the datasets, and the questions a page asks."""

from dataclasses import dataclass

import geopandas as gpd
import pandas as pd

from geodata.geography import Geography
from geodata.region import Level, Region
from indicators.classes import Method
from indicators.definition import Indicator, Variable
from indicators.panel import Panel, build_panel, gaps_by_year

POPULATION = "resident_population"  # the weights of the population-weighted average


@dataclass(frozen=True)
class Dataset:
    """A dataset: for every indicator with a value its records, and facility points.

    ``records`` maps an indicator's id to a frame indexed by ``area_code, year`` with ``value, kind, source,
    numerator, denominator``, all levels together. ``facilities`` are points in EPSG:4490.
    """

    id: str
    name: str
    description: str
    demonstration: bool
    records: dict[str, pd.DataFrame]
    facilities: gpd.GeoDataFrame


@dataclass(frozen=True)
class City:
    """All that a page can ask for."""

    geography: Geography
    indicators: dict[str, Indicator]
    variables: dict[str, Variable]
    datasets: dict[str, Dataset]

    @property
    def region(self) -> Region:
        """The region the city is drawn from."""
        return self.geography.region

    def levels(self, dataset: str, indicator: str) -> list[Level]:
        """The mapped levels at which a dataset holds any value of an indicator."""
        records = self.datasets[dataset].records.get(indicator)
        if records is None:
            return []
        codes = records.index.get_level_values("area_code")
        return [level for level in self.geography.levels if codes.isin(self.geography.codes(level)).any()]

    def years(self, dataset: str, indicator: str, level: Level) -> list[int]:
        """The years in which any area of the level has a value."""
        records = self.datasets[dataset].records.get(indicator)
        if records is None:
            return []
        held = records.index[records.index.isin(self.geography.codes(level), level="area_code")]
        return sorted({int(year) for year in held.get_level_values("year")})

    def panel(
        self,
        dataset: str,
        indicator: str,
        level: Level,
        method: Method,
        n_classes: int,
        own_breaks: tuple[float, ...] = (),
    ) -> Panel:
        """One indicator at one level, classed, with the gap between the two groups of counties in every year."""
        definition, records = self.indicators[indicator], self.datasets[dataset].records
        groups = {key: self.region.members(key) for key in self.region.groups}
        gaps = gaps_by_year(definition, records[indicator], records[POPULATION], groups, self.region.benchmark)
        codes, counties = self.geography.codes(level), self.geography.codes(Level.COUNTY)
        return build_panel(definition, records[indicator], codes, counties, gaps, method, n_classes, own_breaks)
