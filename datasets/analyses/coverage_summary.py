"""What one type of facility comes to in a year: shares, distances and gaps of the groups, and who is out of reach.

The measures are read from the records of the indicators: the same figures stand on every page.
"""

from functools import cached_property

import numpy as np
import pandas as pd

from datasets.analyses.coverage_of_type import TypeCoverage, find_places_due, residents_per_capacity
from datasets.city.city import City
from datasets.city.residents import Residents
from geodata.travel.travel import StraightLine
from indicators.definition import Indicator
from indicators.facilities.coverage_measures import SHARE_WITHIN, indicator_id
from indicators.gaps.gap_path import Assessment, assess_gap, select_preferred_average
from indicators.gaps.gaps import EQUALITY_LINE, Gap


class CoverageSummary:
    """The figures of a type in a dataset that has open facilities and residents in the year.

    ``groups`` are the keys of the measured group and of the benchmark. ``population`` and ``outside`` hold, by position
    in ``residents.places``, all residents and those outside the standard.
    """

    def __init__(self, city: City, dataset: str, coverage: TypeCoverage, residents: Residents) -> None:
        self.city, self.dataset, self.coverage, self.residents = city, dataset, coverage, residents
        self.facility_type = city.facility_types[coverage.type_]
        self.groups = city.region.focus, city.region.benchmark
        self.share_indicator = city.indicators[indicator_id(coverage.type_, SHARE_WITHIN)]
        self.indicators = [one for one in city.indicators.values() if one.facility_type == coverage.type_]
        self.population = residents.places["population"].to_numpy(float)
        self.outside = np.where(coverage.coverage.covered, 0, self.population)

    # --- measures of the city, its groups and areas ------------------------------------------------------------------

    @cached_property
    def gaps(self) -> dict[str, Gap | None]:
        """The gap of every measure by the indicator's id; None where it has no figures in the year."""
        return {one.id: self.city.gap(self.dataset, one.id, self.coverage.year) for one in self.indicators}

    def ratio(self, indicator: str) -> float | None:
        """The ratio of the measured group to the benchmark."""
        gap = self.gaps[indicator]
        return select_preferred_average(gap.ratios) if gap else None

    def group_averages(self, indicator: str) -> tuple[float | None, float | None]:
        """The averages of the measured group and of the benchmark."""
        gap = self.gaps[indicator]
        if gap is None:
            return None, None
        focus, benchmark = (select_preferred_average(gap.levels[key].averages) for key in self.groups)
        return focus, benchmark

    def assessment(self, indicator: Indicator) -> Assessment:
        """The assessment of a measure's gap."""
        return assess_gap(self.gaps[indicator.id], indicator.direction)

    def value(self, indicator: str, area: str) -> float | None:
        """An area's value in the year that is shown."""
        value = self.city.records(self.dataset, indicator)["value"].get((area, self.coverage.year))
        return None if value is None or np.isnan(value) else float(value)

    @property
    def equality_line(self) -> float | None:
        """The share within the standard that the measured group is to reach."""
        benchmark = self.group_averages(self.share_indicator.id)[1]
        return None if benchmark is None else benchmark * EQUALITY_LINE

    # --- people outside the standard ---------------------------------------------------------------------------------

    def count_outside_by_county(self) -> dict[str, float]:
        """How many residents of each county live outside the standard."""
        return _sum_by(self.outside, self.residents.places["county"])

    def count_outside_by_group(self) -> list[float]:
        """How many residents of each of ``groups`` live outside the standard."""
        groups = self.residents.places["county"].map(self.city.geography.counties["group"])
        outside = _sum_by(self.outside, groups)
        return [outside.get(key, 0.0) for key in self.groups]

    def rank_uncovered_places(self) -> dict[str, np.ndarray]:
        """Positions of the places outside the standard in each order: most residents, or farthest away, first."""
        km, people = self.coverage.coverage.km, self.population
        outside = np.flatnonzero(self.outside > 0)
        return {
            "residents": outside[np.lexsort((-km[outside], -people[outside]))],
            "distance": outside[np.lexsort((-people[outside], -km[outside]))],
        }

    def list_places_due(self) -> list[str] | None:
        """The names of the places that are due a facility; None where that is not known."""
        due = find_places_due(self.city, self.coverage)
        return None if due is None else [str(name) for name in self.residents.places["name"].iloc[due]]

    @property
    def residents_per_capacity(self) -> float | None:
        """How many people one unit of capacity serves; None where any capacity is unknown."""
        return residents_per_capacity(self.coverage)

    # --- what the figures rest on ------------------------------------------------------------------------------------

    @property
    def detour(self) -> float | None:
        """By how much straight lines are lengthened to distances; None where distances follow roads."""
        travel = self.coverage.travel
        return travel.detour if isinstance(travel, StraightLine) else None

    @property
    def facility_sources(self) -> list[str]:
        """The sources of the open facilities, each once."""
        return [str(source) for source in self.coverage.facilities["source"].dropna().unique()]


def _sum_by(values: np.ndarray, keys: pd.Series) -> dict[str, float]:
    return {str(key): float(total) for key, total in pd.Series(values).groupby(keys.to_numpy()).sum().items()}
