"""The values of one indicator at one level, every area and year, in one set of classes: a colour means one thing."""

from dataclasses import dataclass, field
from math import isnan, nan

import numpy as np
import pandas as pd

from indicators.borders import Redrawn, select_same_borders
from indicators.classes import BreakMethod, ClassScheme, find_class_scheme
from indicators.definition import Indicator, ValueKind
from indicators.gaps.gap_path import find_first_judged
from indicators.gaps.gaps import Averaging, Gap, GroupLevel, add_basis, average_group, compare_groups
from indicators.gaps.small_counts import CountBasis, are_too_few, count_bases, count_events, find_count_basis
from indicators.policy.criterion import Criterion


@dataclass(frozen=True)
class ClassedValues:
    """Frames of years (rows, only those that hold a value) x areas (columns, in map order).

    ``values`` are floats in the indicator's unit with NaN where missing; ``kinds, sources, notes`` hold text or None.
    ``numerators`` and ``denominators`` are the parts of the values. ``county_values`` and ``gaps`` (one entry a year)
    are of counties, whatever the level of ``values``; ``redrawn`` is of counties and of both groups.
    """

    indicator: Indicator
    values: pd.DataFrame
    county_values: pd.DataFrame
    kinds: pd.DataFrame
    sources: pd.DataFrame
    notes: pd.DataFrame
    scheme: ClassScheme
    gaps: dict[int, Gap]
    numerators: pd.DataFrame
    denominators: pd.DataFrame
    redrawn: Redrawn = field(default_factory=dict)

    @property
    def years(self) -> list[int]:
        """The years that hold data, ascending."""
        return list(self.values.index)

    @property
    def gaps_redrawn(self) -> int | None:
        """The first year whose gaps are of the groups' borders of today; None where those were not drawn anew."""
        return max(
            (self.redrawn[key] for gap in self.gaps.values() for key in gap.levels if key in self.redrawn), default=None
        )

    def find_first_judged(self, year: int) -> tuple[int, float] | None:
        """Of the gaps that compare with that of a year the first one that was judged, and its ratio."""
        return find_first_judged(select_same_borders(self.gaps, year, self.gaps_redrawn), year)

    @property
    def areas(self) -> list[str]:
        """The codes of the areas, in map order."""
        return list(self.values.columns)

    def count_bases(self, year: int) -> dict[str, CountBasis]:
        """By area code what the values of a year rest on, where chance is in them."""
        parts = {"value": self.values, "numerator": self.numerators, "denominator": self.denominators}
        return count_bases(self.indicator, pd.DataFrame({name: frame.T[year] for name, frame in parts.items()}))

    @property
    def are_small(self) -> pd.DataFrame:
        """Which values rest on too few events, years x areas."""
        return _find_small_values(self.indicator, self.values, self.numerators, self.denominators)

    @property
    def has_small_class(self) -> bool:
        """Whether there are small values: they are a class of their own, beyond those of the scheme."""
        return bool(self.are_small.to_numpy().any())

    @property
    def classes(self) -> pd.DataFrame:
        """The class number of every value, years x areas, nullable integers; small ones have the one beyond."""
        numbers = self.scheme.numbers(self.values.to_numpy(dtype=float))
        if self.has_small_class:
            numbers = np.where(self.are_small.to_numpy(), self.scheme.n_classes, numbers)
        # An area a row while they are converted: pandas takes columns one by one, and there are more areas than years.
        return pd.DataFrame(numbers.T, self.values.columns, self.values.index).astype("Int64").T

    def origins(self, years: list[int], areas: list[str]) -> tuple[list[str], list[ValueKind], list[str]]:
        """The different sources, kinds and notes of the values of ``areas`` in ``years``."""
        frames = (frame.reindex(index=years, columns=areas) for frame in (self.sources, self.kinds, self.notes))
        cells = (frame.to_numpy().ravel() for frame in frames)
        sources, kinds, notes = (list(dict.fromkeys(cell for cell in row if isinstance(cell, str))) for row in cells)
        return sources, [ValueKind(kind) for kind in kinds], notes


def classify_records(
    indicator: Indicator,
    records: pd.DataFrame,
    codes: list[str],
    counties: list[str],
    gaps: dict[int, Gap],
    target: Criterion | None,
    method: BreakMethod,
    n_classes: int,
    own_breaks: tuple[float, ...] = (),
) -> ClassedValues:
    """Arrange ``records`` (indexed by area code and year: ``value, kind, source, note``) of ``codes`` in classes."""
    columns = ("value", "kind", "source", "note", "numerator", "denominator")
    values, kinds, sources, notes, numerators, denominators = (_pivot_by_year(records[own], codes) for own in columns)
    firm = values.mask(_find_small_values(indicator, values, numerators, denominators))
    scheme = (
        ClassScheme((0.5,))
        if indicator.yes_no
        else find_class_scheme(method, pd.Series(firm.to_numpy().ravel()), n_classes, target, own_breaks)
    )
    county_values = _pivot_by_year(records["value"], counties)
    return ClassedValues(
        indicator, values, county_values, kinds, sources, notes, scheme, gaps, numerators, denominators
    )


def _find_small_values(
    indicator: Indicator, values: pd.DataFrame, numerators: pd.DataFrame, denominators: pd.DataFrame
) -> pd.DataFrame:
    parts = [frame.to_numpy(dtype=float) for frame in (values, numerators, denominators)]
    few = are_too_few(indicator.count_kind, count_events(indicator, *parts)) & ~np.isnan(parts[0])
    return pd.DataFrame(few, values.index, values.columns)


def _pivot_by_year(column: pd.Series, codes: list[str]) -> pd.DataFrame:
    """Years x areas."""
    own = column[column.index.get_level_values("area_code").isin(codes)]
    return own.unstack("area_code").reindex(columns=codes).sort_index()


def compare_areas_in_year(
    indicator: Indicator, records: pd.DataFrame, counties: list[str], areas: dict[str, str]
) -> Gap | None:
    """A region as a whole beside another area, as a gap of groups; None where nothing of the region is recorded.

    ``areas`` are both codes by the keys of their groups, the region's first. An area has the one level that a source
    gives it, which stands as the pooled one.
    """
    if not any(code in records.index for code in [*counties, *areas.values()]):
        return None
    levels = {}
    for key, code in areas.items():
        own = [float(records[column].get(code, nan)) for column in ("value", "numerator", "denominator")]
        readings = dict.fromkeys(Averaging) | {Averaging.POOLED: None if isnan(own[0]) else own[0]}
        levels[key] = GroupLevel(readings, (code,) if isnan(own[0]) else (), find_count_basis(indicator, *own))
    focus, benchmark = areas
    return compare_groups(focus, benchmark, levels, indicator.direction)


def compare_groups_in_year(
    indicator: Indicator, records: pd.DataFrame, population: pd.Series, groups: dict[str, list[str]], benchmark: str
) -> Gap | None:
    """The gap between two groups of counties in one year; None where no county of either is recorded.

    ``records`` are of the year, indexed by area code with ``value, numerator, denominator``; ``population`` is indexed
    the same; ``groups`` maps a group's key to its counties.
    """
    focus = next(key for key in groups if key != benchmark)
    if not any(code in records.index for codes in groups.values() for code in codes):
        return None
    levels = {
        key: add_basis(average_group(codes, records, population, indicator.formula.per), codes, records, indicator)
        for key, codes in groups.items()
    }
    return compare_groups(focus, benchmark, levels, indicator.direction)
