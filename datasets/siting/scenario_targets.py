"""The ledger's targets if the counties had some more of what a type of facility adds, such as beds."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import isnan, nan

import pandas as pd

from datasets.analyses.target_statuses import measure_progress_in_scope
from datasets.city.city import City, Dataset
from datasets.siting.scenario import Scenario
from indicators.definition import Indicator
from indicators.policy.ledger import PolicyTarget
from indicators.policy.progress import Status, TargetProgress

Deltas = Mapping[str, Mapping[str, float]]  # what a variable grows by, by variable and county


@dataclass(frozen=True)
class TargetChange:
    """One target in one area (an area code, or a group's key) before and after.

    ``lacking`` is how far the value afterwards stays from the target, in the target's unit; 0 where it is reached, None
    where there is no value. ``more`` is how many of the thing counted (``counted`` is its variable) would close that;
    None where the parts of the value are not known.
    """

    entry: PolicyTarget
    area: str
    before: TargetProgress
    after: TargetProgress
    lacking: float | None
    more: float | None
    counted: str


def compare_targets(city: City, scenario: Scenario, deltas: Deltas) -> tuple[TargetChange, ...]:
    """Every target that one of the variables bears on, in each of its areas, in the ledger's order."""
    changed = add_to_counts(city, scenario.dataset, scenario.year, deltas)
    found = []
    for entry in city.targets.values():
        indicator = city.indicators[entry.indicator]
        if indicator.formula.numerator not in deltas:
            continue
        before, after = (
            measure_progress_in_scope(of, scenario.dataset, entry, scenario.year) for of in (city, changed)
        )
        records = changed.records_of_year(scenario.dataset, entry.indicator, scenario.year)
        found += [_build_change(entry, area, own, after[area], indicator, records) for area, own in before.items()]
    return tuple(found)


def _build_change(
    entry: PolicyTarget,
    area: str,
    before: TargetProgress,
    after: TargetProgress,
    indicator: Indicator,
    records: pd.DataFrame,
) -> TargetChange:
    lacking, formula = _measure_lacking(entry, after), indicator.formula
    below = float(records["denominator"].get(area, nan)) if formula.denominator else formula.per
    more = lacking * below / formula.per if lacking and entry.comparator.rises and area in records.index else nan
    return TargetChange(entry, area, before, after, lacking, None if isnan(more) else more, formula.numerator)


def _measure_lacking(entry: PolicyTarget, after: TargetProgress) -> float | None:
    if after.value is None:
        return None
    return 0.0 if after.status is Status.REACHED else abs(entry.criterion.nearest(after.value) - after.value)


def add_to_counts(city: City, dataset: str, year: int, deltas: Deltas) -> City:
    """The city if the counties had so much more of each variable in a year; the whole region has the sum."""
    before = city.datasets[dataset]
    records = dict(before.records)
    for key, indicator in city.indicators.items():
        grown = deltas.get(indicator.formula.numerator)
        if grown and key in records:
            whole = {**grown, city.region.adcode: sum(grown.values())}
            records[key] = _add_to_numerators(records[key], indicator, year, whole)
    after: Dataset = replace(before, records=records)
    return replace(city.of_policy, datasets={**city.datasets, dataset: after})


def _add_to_numerators(records: pd.DataFrame, indicator: Indicator, year: int, by: Mapping[str, float]) -> pd.DataFrame:
    """Records with larger numerators. A rate whose parts are not known stays as it is."""
    cells = pd.MultiIndex.from_product([list(by), [year]], names=records.index.names)
    added = pd.Series(list(by.values()), index=cells, dtype=float)
    added = added[cells.isin(records.index)]
    before = records.loc[added.index]
    per = indicator.formula.per
    numerator = before["numerator"] + added
    value = numerator / (before["denominator"] if indicator.formula.denominator else per) * per
    changed = pd.DataFrame({"value": value, "numerator": numerator})[value.notna()]
    grown = records.copy()
    grown.loc[changed.index, ["value", "numerator"]] = changed
    return grown
