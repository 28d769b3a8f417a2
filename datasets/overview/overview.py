"""Everything that the first page says of a dataset in one year, each figure worked out once."""

from collections.abc import Sequence
from functools import cached_property

from datasets.analyses.gap_analysis import assess_indicators, compare_with_reference_area
from datasets.analyses.target_statuses import TargetResult, assess_targets, list_years_with_targets
from datasets.city.city import City
from datasets.overview.holding import (
    GapMove,
    Holding,
    count_holding,
    count_holding_by_domain,
    count_reference_holding,
    list_moves,
)
from datasets.overview.owed import Outcome, find_outcomes
from datasets.overview.reach import Reach, list_reach
from datasets.queries.query import nearest_year
from indicators.definition import Direction, Domain
from indicators.gaps.gap_path import IndicatorGap

_MOST_MOVES = 3  # gaps that are told


class Overview:
    """The state of equality in ``year``, beside the year ``before`` if there is one, over ``indicators``."""

    def __init__(self, city: City, dataset: str, indicators: Sequence[str], year: int, before: int | None) -> None:
        self.city, self.dataset, self.year, self.before = city, dataset, year, before
        self._indicators = list(indicators)

    @cached_property
    def gaps(self) -> list[IndicatorGap]:
        """Every indicator in the year, the most pressing first."""
        return assess_indicators(self.city, self.dataset, self._indicators, self.year)

    @cached_property
    def earlier_gaps(self) -> dict[str, IndicatorGap]:
        """Every indicator in the year before, by its id; empty without one."""
        if self.before is None:
            return {}
        found = assess_indicators(self.city, self.dataset, self._indicators, self.before)
        return {one.indicator.id: one for one in found}

    @cached_property
    def holding(self) -> Holding:
        """How many indicators hold the line between the groups."""
        return count_holding(self.gaps, self.earlier_gaps)

    @cached_property
    def holding_by_domain(self) -> dict[Domain, tuple[Holding, list[IndicatorGap]]]:
        """The same by domain, with the verdicts."""
        return count_holding_by_domain(self.gaps, self.earlier_gaps)

    @cached_property
    def reference_holding(self) -> Holding:
        """How many indicators hold the line between the whole region and the area that it is held against."""
        judged = [key for key in self._indicators if self.city.indicators[key].direction is not Direction.NEUTRAL]
        compared = {key: self.city.cached(compare_with_reference_area, self.dataset, key) for key in judged}
        return count_reference_holding(compared, self.year, self.before)

    @cached_property
    def moves(self) -> list[GapMove]:
        """Every verdict with its ratio, the lowest first."""
        return list_moves(self.gaps, self.earlier_gaps)

    def list_widest(self) -> list[GapMove]:
        """The widest gaps: the lowest ratios of those in which the groups are not equal."""
        return [move for move in self.moves if move.ratio < 1][:_MOST_MOVES]

    def list_closed(self) -> list[GapMove]:
        """The gaps that closed most since the year before."""
        closed = sorted(self.moves, key=lambda move: -move.closed)
        return [move for move in closed if move.closed > 0][:_MOST_MOVES]

    @cached_property
    def target_year(self) -> int:
        """The year that targets are told of: the last one with figures for any up to the year."""
        return nearest_year(list_years_with_targets(self.city.of_policy, self.dataset), self.year)

    @cached_property
    def targets(self) -> list[TargetResult]:
        """Every target as of ``target_year``."""
        return self.city.of_policy.cached(assess_targets, self.dataset, self.target_year)

    @cached_property
    def outcomes(self) -> dict[str, Outcome]:
        """What became of every target, by its id."""
        policy = self.city.of_policy
        years = [y for y in list_years_with_targets(policy, self.dataset) if y <= self.target_year]
        results = {year: policy.cached(assess_targets, self.dataset, year) for year in years or [self.target_year]}
        return find_outcomes(results, self.target_year)

    @cached_property
    def reach(self) -> list[Reach]:
        """Who lives out of reach of which type of facility."""
        return list_reach(self.city, self.dataset, self.year)
