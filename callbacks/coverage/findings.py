"""What stands beside the map of coverage: the numbers of the city and its groups, the worst served, how it was found.

Shares, distances and the rest are read from the records of the indicators: the same figures stand on every page.
"""

from urllib.parse import urlencode

import numpy as np
import pandas as pd

from callbacks.coverage.empty_states import warnings_of
from callbacks.coverage.map import left_out
from datasets.analyses.coverage_of_type import TypeCoverage, find_places_due, residents_per_capacity
from datasets.city.city import POPULATION, City
from datasets.city.residents import Residents
from datasets.queries.coverage_query import CoverageChoice
from geodata.travel.travel import StraightLine
from indicators.classed_values import compare_groups_by_year
from indicators.definition import Indicator
from indicators.facilities.coverage_measures import SHARE_WITHIN, indicator_id, standard_text
from indicators.gaps.gap_path import assess_gap, preferred_average
from indicators.gaps.gaps import EQUALITY_LINE, Gap
from layouts.figures.charts.coverage_share import ShareGroup, ShareRow, share_figure, share_height
from layouts.pages.coverage import MeasureRow, Reading, Tile, WorstRow
from layouts.words.pages import coverage as words

_WORST = 12  # settlements listed
_DUE_NAMED = 5  # of the places that are due a facility
_DECIMALS = 5  # of a degree


def map_href(choice: CoverageChoice, measure: str) -> str:
    """The page of the map with a measure of the type."""
    place = {"dataset": choice.dataset, "indicator": indicator_id(choice.type_, measure), "year": choice.year}
    return f"/?{urlencode(place)}"


def reading_of(city: City, choice: CoverageChoice, found: TypeCoverage, residents: Residents) -> Reading:
    """All that stands beside the map of a choice that has something to show."""
    return CoverageReading(city, choice, found, residents).reading()


class CoverageReading:
    """The parts of one reading."""

    def __init__(self, city: City, choice: CoverageChoice, found: TypeCoverage, residents: Residents) -> None:
        self.city, self.choice, self.found, self.residents = city, choice, found, residents
        self.type_, self.groups = city.facility_types[choice.type_], (city.region.focus, city.region.benchmark)
        self.names = (city.region.groups[self.groups[0]].name, city.region.groups[self.groups[1]].name)
        self.share = indicator_id(choice.type_, SHARE_WITHIN)
        self.population = residents.places["population"].to_numpy(float)
        self.own = [one for one in city.indicators.values() if one.facility_type == choice.type_]
        self.gaps = {one.id: self._gap_of(one) for one in self.own}
        self.outside = np.where(found.coverage.covered, 0, self.population)  # residents outside the standard, by place

    def reading(self) -> Reading:
        """The whole."""
        return Reading(
            tiles=self._tiles(),
            groups=self.names,
            measures=[self._measure(indicator) for indicator in self.own],
            shares=share_figure(groups := self._shares(), self._line()),
            shares_height=share_height(groups),
            worst=self._worst(),
            warnings=warnings_of(self.found, left_out(self.found)),
            facts=self._facts(),
        )

    # --- numbers of the indicators -----------------------------------------------------------------------------------

    def _gap_of(self, indicator: Indicator) -> Gap | None:
        """The gap in the year that is shown; the others would take seven times as long."""
        records, region = self.city.datasets[self.choice.dataset].records, self.city.region
        if indicator.id not in records:
            return None
        own = records[indicator.id]
        of_year = own[own.index.get_level_values("year") == self.choice.year]
        members = {key: region.members(key) for key in region.groups}
        gaps = compare_groups_by_year(indicator, of_year, records[POPULATION], members, region.benchmark)
        return gaps.get(self.choice.year)

    def ratio(self, indicator: str) -> float | None:
        """The ratio of the two groups."""
        gap = self.gaps.get(indicator)
        return preferred_average(gap.ratios) if gap else None

    def levels(self, indicator: str) -> tuple[float | None, float | None]:
        """Those of the measured group and of the benchmark."""
        gap = self.gaps.get(indicator)
        if gap is None:
            return None, None
        return preferred_average(gap.levels[self.groups[0]].readings), preferred_average(
            gap.levels[self.groups[1]].readings
        )

    def value(self, indicator: str, area: str) -> float | None:
        """An area's value in the year that is shown."""
        records = self.city.datasets[self.choice.dataset].records.get(indicator)
        if records is None:
            return None
        value = records["value"].get((area, self.choice.year))
        return None if value is None or np.isnan(value) else float(value)

    def outside_by_county(self) -> dict[str, float]:
        """How many residents of each county live outside the standard."""
        counties = self.residents.places["county"].to_numpy()
        return {str(code): float(people) for code, people in pd.Series(self.outside).groupby(counties).sum().items()}

    def uncovered(self) -> dict[str, np.ndarray]:
        """Positions of the settlements outside the standard in each order: most residents, or farthest away, first."""
        km, people = self.found.coverage.km, self.population
        outside = np.flatnonzero(self.outside > 0)
        return {
            "residents": outside[np.lexsort((-km[outside], -people[outside]))],
            "distance": outside[np.lexsort((-people[outside], -km[outside]))],
        }

    # --- the parts ---------------------------------------------------------------------------------------------------

    def _tiles(self) -> list[Tile]:
        focus, benchmark = self.levels(self.share)
        gap, of_group = (
            self.gaps.get(self.share),
            self.residents.places["county"].map(self.city.geography.counties["group"]),
        )
        outside = [self.outside[(of_group == key).to_numpy()].sum() for key in self.groups]
        missing = [self.city.geography.name(code, self.choice.year) for code in gap.missing] if gap else []
        judged = assess_gap(gap, self.city.indicators[self.share].direction)
        whole, within = self.population.sum(), self.population.sum() - self.outside.sum()
        of_city = self.value(self.share, self.city.region.adcode)
        return [
            Tile(words.of_area(words.CITY, words.SHARE), words.share_text(of_city), words.people_within(within, whole)),
            *(
                Tile(words.of_area(name, words.SHARE), words.share_text(level), words.people_outside(count))
                for name, level, count in zip(self.names, (focus, benchmark), outside, strict=True)
            ),
            Tile(
                words.ratio_of(*self.names),
                words.ratio_text(self.ratio(self.share), self.city.indicators[self.share].direction),
                words.verdict_note(judged, missing),
                judged,
            ),
        ]

    def _measure(self, indicator: Indicator) -> MeasureRow:
        measure = indicator.service_measure or ""
        of_city = self.value(indicator.id, self.city.region.adcode)
        city, focus, benchmark = (
            words.value_text(value, indicator.decimals) for value in (of_city, *self.levels(indicator.id))
        )
        return MeasureRow(
            name=words.MEASURES[measure].format(capacity=self.type_.capacity_noun),
            unit=indicator.unit,
            hint=indicator.definition,
            href=map_href(self.choice, measure),
            values=(city, focus, benchmark),
            ratio=words.ratio_text(self.ratio(indicator.id), indicator.direction),
            tone=assess_gap(self.gaps.get(indicator.id), indicator.direction),
        )

    def _line(self) -> float | None:
        """The share that the measured group is to reach."""
        benchmark = self.levels(self.share)[1]
        return None if benchmark is None else benchmark * EQUALITY_LINE

    def _shares(self) -> list[ShareGroup]:
        """The counties by group, the measured group on top, in each the worst first."""
        region, levels = self.city.region, self.levels(self.share)
        outside = self.outside_by_county()
        groups = []
        for key, level in zip(self.groups, levels, strict=True):
            rows = [self._share_row(code, outside.get(code)) for code in region.members(key)]
            rows.sort(key=lambda row: (row.share is None, row.share or 0))
            groups.append(ShareGroup(region.groups[key].name, region.groups[key].colour, level, tuple(rows)))
        return groups

    def _share_row(self, code: str, outside: float | None) -> ShareRow:
        county, share = self.city.region.by_adcode[code].in_year(self.choice.year), self.value(self.share, code)
        return ShareRow(code, county.short_name, share, words.county_note(county.name, share, outside))

    def _worst(self) -> dict[str, list[WorstRow]]:
        """The first of those outside the standard."""
        return {name: [self._worst_row(at) for at in order[:_WORST]] for name, order in self.uncovered().items()}

    def _worst_row(self, at: int) -> WorstRow:
        place = self.residents.places.iloc[at]
        return WorstRow(
            name=str(place["name"]),
            county=self.city.region.by_adcode[place["county"]].in_year(self.choice.year).short_name,
            residents=words.people(self.population[at]),
            way=words.way_text(float(self.found.coverage.km[at])),
            longitude=round(place.geometry.x, _DECIMALS),
            latitude=round(place.geometry.y, _DECIMALS),
        )

    def _facts(self) -> list[tuple[str, str]]:
        standard, facilities, travel = self.type_.standard, self.found.facilities, self.found.travel
        way = words.straight_way(travel.detour) if isinstance(travel, StraightLine) else words.road_way()
        sources = "；".join(dict.fromkeys(str(text) for text in facilities["source"].dropna()))
        people = (len(self.population), float(self.population.sum()))
        approximate = int(facilities["approximate"].sum())
        return [
            (
                words.STANDARD,
                words.standard_fact(standard_text(self.type_), standard.source, words.BASES[standard.basis]),
            ),
            *self._numbers_of_standard(),
            (words.DISTANCE, way),
            (words.RESIDENTS, words.residents_fact(self.residents.sources, *people, self.residents.estimated)),
            (words.FACILITIES, words.facilities_fact(self.choice.year, len(facilities), approximate, sources)),
        ]

    def _numbers_of_standard(self) -> list[tuple[str, str]]:
        """What the standard says beside its distance: people for each unit of capacity, people around a place."""
        standard, told = self.type_.standard, []
        if standard.residents_per_capacity is not None:
            now = residents_per_capacity(self.found)
            noun, unit = self.type_.capacity_noun, self.type_.capacity_unit
            told.append(
                (words.CAPACITY_STANDARD, words.capacity_fact(noun, unit, standard.residents_per_capacity, now))
            )
        if standard.registered_residents is not None:
            due = find_places_due(self.city, self.found)
            names = None if due is None else [str(self.residents.places["name"].iloc[at]) for at in due[:_DUE_NAMED]]
            total = 0 if due is None else len(due)
            text = words.due_fact(standard_text(self.type_), standard.registered_residents, names, total)
            told.append((words.DUE, text))
        return told
