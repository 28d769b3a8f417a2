"""What the charts of an indicator say: the sentence over each, from the figures that it draws.

Screen, pictures, documents and the API take it from here.
"""

from collections.abc import Sequence
from functools import cached_property
from math import nan
from typing import Any

import pandas as pd

from geodata.geography import Geography
from geodata.region import Level
from indicators.borders import select_same_borders
from indicators.classed_values import ClassedValues
from indicators.definition import CountKind, ValueKind
from indicators.findings.changes import compare_gaps, compare_years
from indicators.findings.extremes import Extremes, find_extremes, find_group_end
from indicators.findings.states import find_states
from layouts.figures.specs.panel_data import round_within_classes
from layouts.words.findings import changes, states, values
from layouts.words.findings.values import Named
from locales import say


class ChartFindings:
    """The sentences over one indicator's charts; ``within`` is the county or division whose areas alone are drawn."""

    def __init__(self, panel: ClassedValues, geography: Geography, level: Level, within: str | None = None) -> None:
        self.panel, self.geography, self.level = panel, geography, level
        self.codes = list(geography.areas_within(level, within).index)

    def encode(self) -> dict[str, Any]:
        """All of them as JSON: ``map`` and ``ranking`` by year, and ``trend`` of all years."""
        years = self.panel.years
        by_year = {"map": {year: self.describe_map(year) for year in years}}
        return by_year | {"ranking": {year: self.describe_ranking(year) for year in years}, "trend": self.trend}

    def describe_map(self, year: int) -> str:
        """What the map of a year says."""
        if self.panel.indicator.yes_no:
            return states.describe_states(find_states(self._values, year), self._name(self.codes, year))
        found, region = self._extremes.get(year), self.geography.region
        rows, small = self._rows.get(year, {}), self._small.get(year, set())
        firm = {code: nan if code in small else value for code, value in rows.items()}
        end = find_group_end(firm, self._groups, self.panel.indicator.decimals, region.focus)
        groups = {key: region.groups[key].name for key in region.peopled_groups}
        return values.describe_map(found, end, self._named(found, year), groups, small)

    def describe_ranking(self, year: int) -> str:
        """What the order of the areas in a year says; of a state since when they have it."""
        if self.panel.indicator.yes_no:
            return states.describe_since(find_states(self._values, year), self._name(self.codes, year))
        found = self._extremes.get(year)
        return values.describe_ranking(found, self._named(found, year), self._small.get(year, set()))

    @cached_property
    def trend(self) -> str:
        """What the years say of the groups, or where they are not judged of the counties."""
        panel, geography, region = self.panel, self.geography, self.geography.region
        if panel.indicator.yes_no:
            return self.describe_ranking(panel.years[-1]) if panel.years else say("findings-no-comparison")
        last = max(panel.gaps, default=0)
        if moved := compare_gaps(select_same_borders(panel.gaps, last, panel.gaps_redrawn)):
            compared = region.groups[region.focus].name, region.groups[region.benchmark].name
            return changes.describe_gap_change(moved, compared, panel.indicator.direction, not region.is_grouped)
        shown = panel.county_values.dropna(how="all")
        small = panel.are_small.reindex(shown.index) if self.level is Level.COUNTY else None
        if small is None and panel.indicator.count_kind is not CountKind.THINGS:
            return ""  # whether chance moves the counties' figures cannot be told from those of townships
        found = compare_years(shown, panel.indicator.decimals, panel.redrawn, small)
        names = {code: self._short_name(code, last) for code in geography.codes(Level.COUNTY)}
        return changes.describe_changes(found, Named(panel.indicator, names), panel.years)

    @cached_property
    def _values(self) -> pd.DataFrame:
        return round_within_classes(self.panel)[self.codes]

    @cached_property
    def _extremes(self) -> dict[int, Extremes | None]:
        """By year the ends of the values that are shown, as they read."""
        decimals = self.panel.indicator.decimals
        return {year: find_extremes(self._rows[year], self._small[year], decimals) for year in self.panel.years}

    @cached_property
    def _rows(self) -> dict[int, dict[str, float]]:
        return {year: dict(zip(self.codes, row, strict=True)) for year, row in _list_rows(self._values)}

    @cached_property
    def _small(self) -> dict[int, set[str]]:
        """By year the areas whose values rest on too few events."""
        rows = _list_rows(self.panel.are_small[self.codes])
        return {year: {code for code, is_small in zip(self.codes, row, strict=True) if is_small} for year, row in rows}

    @cached_property
    def _estimated(self) -> set[int]:
        """The years in which a value that is shown is estimated."""
        return {year for year, row in _list_rows(self.panel.kinds[self.codes]) if ValueKind.ESTIMATED in row}

    @cached_property
    def _groups(self) -> dict[str, str]:
        """Of the codes that are shown the groups, where all of them are in one of two."""
        region = self.geography.region
        groups = self.geography.areas(self.level)["group"].loc[self.codes].to_dict() if region.is_grouped else {}
        return groups if set(groups.values()) == set(region.groups) else {}

    def _named(self, found: Extremes | None, year: int) -> Named:
        codes = [*found.highest, *found.lowest, *found.missing, *found.small] if found else []
        return self._name(codes, year)

    def _name(self, codes: Sequence[str], year: int) -> Named:
        names = {code: self._short_name(code, year) for code in codes}
        return Named(self.panel.indicator, names, self.level, year in self._estimated)

    def _short_name(self, code: str, year: int) -> str:
        """An area's short name, behind what it lies in where another one of the region bears it too."""
        region = self.geography.region
        if county := region.by_adcode.get(code):
            short = county.in_year(year).short_name
            division = region.find_division_around(code) if short in self._shared else None
            return say("findings-place", around=region.divisions[division], name=short) if division else short
        name = str(self.geography.townships.at[code, "name"])
        around = self.geography.county_of(code)
        if not around or name not in self._shared:
            return name
        return say("findings-place", around=self._short_name(around, year), name=name)

    @cached_property
    def _shared(self) -> set[str]:
        """The names that several areas of those shown bear."""
        names = self.geography.areas(self.level).loc[self.codes, "short_name" if self.level is Level.COUNTY else "name"]
        return set(names[names.duplicated()])


def _list_rows(frame: pd.DataFrame) -> list[tuple[int, list[Any]]]:
    return [(int(str(year)), list(row)) for year, row in zip(frame.index, frame.to_numpy(), strict=True)]
