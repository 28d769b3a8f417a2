"""How far the townships of an opened county lie apart, year by year, as JSON for the browser."""

from collections.abc import Mapping
from math import isnan
from typing import Any, Self

from datasets.city.city import City
from geodata.geography import Geography
from geodata.region import Level
from indicators.classed_values import ClassedValues
from indicators.gaps.spread import Spread, measure_spread
from layouts.figures.specs.panel_data import round_within_classes
from layouts.words.comparison import spread as words
from locales import say


class TownshipSpreads:
    """The spreads of one county's townships; ``city_values`` are the whole region's values by year, where known."""

    def __init__(
        self, panel: ClassedValues, geography: Geography, county: str, city_values: Mapping[int, float | None]
    ) -> None:
        self.panel, self.geography, self.county = panel, geography, county
        self._city_values, self._shown = city_values, round_within_classes(panel)
        self.codes = [str(code) for code in geography.areas_within(Level.TOWNSHIP, county).index]
        self.names: dict[str, str] = geography.townships["name"].loc[self.codes].to_dict()

    @classmethod
    def of(cls, city: City, dataset: str, panel: ClassedValues, county: str) -> Self:
        """The spreads of an opened county of a city; ``panel`` is of its townships."""
        whole = {year: city.records_of_year(dataset, panel.indicator.id, year)["value"] for year in panel.years}
        return cls(panel, city.geography, county, {year: of.get(city.region.adcode) for year, of in whole.items()})

    def encode(self) -> dict[int, dict[str, Any]]:
        """By year heading and verdict, and what the chart draws: levels as ``[value, label]``, and the mean."""
        return {year: self._encode_year(year) for year in self.panel.years}

    def describe_change(self, years: tuple[int, int]) -> dict[str, str]:
        """How the spread changed between two years."""
        earlier, later = (self.measure(year) for year in years)
        return words.spread_change((earlier, later), years, self.panel.indicator)

    def measure(self, year: int) -> Spread | None:
        """The spread of one year, beside the county's level, or where that is not known the whole region's."""
        small = self.panel.are_small.loc[year, self.codes]
        values = {code: float(value) for code, value in zip(self.codes, self._shown.loc[year, self.codes], strict=True)}
        levels = self.list_levels(year)
        few = {code for code, is_small in zip(self.codes, small, strict=True) if is_small}
        return measure_spread(values, few, levels[0].value if levels else None, self.panel.indicator.direction)

    def _encode_year(self, year: int) -> dict[str, Any]:
        indicator, spread, levels = self.panel.indicator, self.measure(year), self.list_levels(year)
        verdict = words.spread_verdict(spread, indicator, self.names, levels[0] if levels else None)
        mean = None if spread is None or len(spread.values) < 2 else round(spread.mean, indicator.decimals)
        return verdict | {
            "heading": say("spread-heading", county=self.geography.name(self.county, year)),
            "levels": [] if indicator.yes_no else [[one.value, words.level_text(one, indicator)] for one in levels],
            "mean": None if indicator.yes_no else mean,
            "ratios": ["—", "—", "—"],
        }

    def list_levels(self, year: int) -> list[words.Level]:
        """The level of the county and of the whole region, as they are printed; those that are known."""
        own = self.panel.county_values.T[year].get(self.county) if year in self.panel.county_values.index else None
        name, decimals = self.geography.name, self.panel.indicator.decimals
        found = {self.county: own, self.geography.region.adcode: self._city_values.get(year)}
        return [
            words.Level(name(code, year), round(float(value), decimals))
            for code, value in found.items()
            if value is not None and not isnan(value)
        ]
