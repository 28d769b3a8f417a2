"""The ledger against the figures: every target as of a year, area by area and rolled up."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import pandas as pd

from datasets.city.city import City
from geodata.region import Level
from indicators.definition import CountKind, ValueKind
from indicators.gaps.gap_path import select_preferred_average
from indicators.gaps.small_counts import CountBasis, count_bases
from indicators.notes import list_distinct_notes
from indicators.policy.index import Score, score_area
from indicators.policy.ledger import Article, PolicyTarget, Scope
from indicators.policy.progress import HOLDING_BACK, Status, TargetProgress, combine_statuses, measure_progress
from indicators.policy.statements import Statement, find_deciding_statement


@dataclass(frozen=True)
class TargetResult:
    """One target as of a year. ``areas`` maps an area code, or a group's key, to its progress.

    Where no figure is known, ``statement`` is what the status rests on, if anything was said of it.
    """

    article: Article
    target: PolicyTarget
    areas: dict[str, TargetProgress]
    status: Status
    statement: Statement | None = None

    @property
    def is_firm(self) -> bool:
        """Whether the values carry the status of the whole; else it is by the letter of the target only.

        An area that firmly holds the whole back settles it, whatever the others' few events say.
        """
        settled = self.status in HOLDING_BACK and self.count(self.status) > 0
        return settled or not self.small

    @property
    def counted_status(self) -> Status:
        """The status that the target counts as: one that is not firm counts apart."""
        return self.status if self.is_firm else Status.TOO_FEW

    @property
    def small(self) -> list[str]:
        """The areas whose value rests on too few events."""
        return [area for area, progress in self.areas.items() if not progress.is_firm]

    def count(self, status: Status) -> int:
        """How many areas count as a status."""
        return sum(progress.counted_status is status for progress in self.areas.values())


def assess_targets(city: City, dataset: str, year: int) -> list[TargetResult]:
    """Every target of the ledger as of ``year``, in the ledger's order."""
    results = []
    for article in city.ledger:
        for target in article.targets:
            areas = measure_progress_in_scope(city, dataset, target, year)
            status = combine_statuses([found.status for found in areas.values()])
            said = city.datasets[dataset].statements if status is Status.NO_DATA else ()
            statement = find_deciding_statement(said, target.id, year)
            stated = statement.status if statement else None
            results.append(TargetResult(article, target, areas, stated or status, statement))
    return results


def measure_progress_in_scope(city: City, dataset: str, target: PolicyTarget, year: int) -> dict[str, TargetProgress]:
    """The progress of every area that a target speaks of, by what its figure of the year and its first one rest on."""
    city = city.of_policy
    series = select_series_in_scope(city, dataset, target)
    starts = {area: int(known.index.min()) for area, values in series.items() if len(known := values.dropna())}
    rests = {of: count_bases_in_scope(city, dataset, target, of) for of in {year, *starts.values()}}
    return {
        area: measure_progress(target, values, year, rests[year].get(area), rests[starts.get(area, year)].get(area))
        for area, values in series.items()
    }


def score_counties(city: City, dataset: str, year: int) -> dict[str, Score]:
    """The index of every county as of a year, by adcode.

    Nothing is scored without a figure of that very year, or with one that rests on too few events.
    """
    keys = [key for part in city.index.domains.values() for key in part.indicators]
    values, few = {}, {}
    for key in keys:
        records = city.records_of_year(dataset, key, year)
        values[key] = records["value"].to_dict()
        few[key] = {code for code, basis in count_bases(city.indicators[key], records).items() if basis.is_small}
    return {
        code: score_area(
            {key: known.get(code) for key, known in values.items()},
            city.anchors,
            city.index,
            {key for key in keys if code in few[key]},
        )
        for code in city.geography.codes(Level.COUNTY)
    }


def list_years_with_targets(city: City, dataset: str) -> list[int]:
    """The years of the region's figures for any target, and of statements; the one that stands for none."""
    linked = {target.indicator for target in city.targets.values()}
    codes = [city.region.adcode, *city.geography.codes(Level.COUNTY)]
    years = {one.year for one in city.datasets[dataset].statements if one.status}
    for key, records in city.datasets[dataset].records.items():
        if key in linked:
            own = records.index[records.index.isin(codes, level="area_code")]
            years |= {int(year) for year in own.get_level_values("year")}
    return sorted(years) or [city.year_without_figures(dataset)]


def find_origins(city: City, dataset: str, indicator: str, area: str, year: int) -> dict[str, list[str]]:
    """The ``kinds, sources, notes`` of the figures of a year behind an area's status; a group's are its members'."""
    region = city.of_policy.region
    members = region.members(area) if area in region.groups else [area]
    records = city.records_of_year(dataset, indicator, year)
    found = records[records.index.isin(members)]
    kinds, sources = (list(dict.fromkeys(found[column])) for column in ("kind", "source"))
    return {"kinds": kinds, "sources": sources, "notes": list_distinct_notes(found["note"])}


def select_series_in_scope(city: City, dataset: str, target: PolicyTarget) -> dict[str, pd.Series]:
    """For every area a target speaks of its values by year; empty series where there are none.

    A target for each township is held against the share of townships in each county.
    """
    if target.scope is Scope.GROUP:
        gaps = city.of_policy.gaps(dataset, target.indicator)
        levels = {year: select_preferred_average(gap.levels[target.group].averages) for year, gap in gaps.items()}
        return {target.group: pd.Series(levels, dtype=float).dropna()}
    codes = {
        Scope.CITY: [city.region.adcode],
        Scope.NAMED: list(target.places),
    }.get(target.scope, city.geography.codes(Level.COUNTY))
    return {code: city.records_of_area(dataset, target.indicator, code)["value"] for code in codes}


def count_bases_in_scope(city: City, dataset: str, target: PolicyTarget, year: int) -> dict[str, CountBasis]:
    """What the values of a target's areas rest on in a year, where chance is in them; of a group the pooled one."""
    indicator = city.indicators[target.indicator]
    if indicator.count_kind is CountKind.THINGS:
        return {}
    if target.scope is Scope.GROUP:
        gap = city.of_policy.gaps(dataset, target.indicator).get(year)
        basis = gap.levels[target.group].basis if gap else None
        return {target.group: basis} if basis else {}
    return count_bases(indicator, city.records_of_year(dataset, target.indicator, year))


def figure_origins(
    city: City, dataset: str, indicators: Collection[str], areas: Sequence[str], year: int
) -> tuple[list[str], list[ValueKind], list[str]]:
    """Sources, kinds and notes of the figures of ``areas`` in ``year``, by indicator in the order of their ids."""
    records = city.datasets[dataset].records
    own = [records[key] for key in sorted(indicators) if key in records]
    keys = [(code, year) for code in areas]
    frames = [frame[frame.index.isin(keys)].dropna(subset="value") for frame in own]
    sources, kinds, notes = (
        [str(text) for frame in frames for text in frame[column].unique()] for column in ("source", "kind", "note")
    )
    return sources, [kind for kind in ValueKind if kind in kinds], notes
