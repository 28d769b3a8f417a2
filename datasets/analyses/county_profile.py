"""The profile of one county, gathered from one dataset as of one year."""

from collections import Counter
from dataclasses import replace
from itertools import chain, islice, zip_longest

import pandas as pd

from datasets.analyses.target_statuses import assess_targets
from datasets.city.city import City
from datasets.city.offered_indicators import list_mapped_indicators
from geodata.region import Level, Region
from indicators.borders import find_break
from indicators.definition import Domain, ValueKind
from indicators.policy.progress import Status
from indicators.profile import (
    ComparisonAreas,
    CountyComparison,
    CountyProfile,
    CountyTarget,
    KeyFigure,
    TownshipColumn,
    build_county_trend,
    compare_county,
    compare_figures,
    is_comparable,
)

MOST_TOWNSHIP_COLUMNS = 8
_NEARLY = 0.9  # as many: a reader wants the newer census rather than two indicators more
STATUS_ORDER = (  # what needs attention first
    Status.MISSED,
    Status.BEHIND,
    Status.ON_TRACK,
    Status.NOT_DUE,
    Status.REACHED,
    Status.CANNOT_TELL,
    Status.TOO_FEW,
    Status.NO_DATA,
)


def count_indicators_by_year(city: City, dataset: str) -> dict[int, int]:
    """The years that a profile can be of, ascending: to each the number of indicators with a value of any county.

    Where no county has any, there is the one year that stands for none.
    """
    keys = [key for key in city.datasets[dataset].records if not city.indicators[key].is_detail]
    years = [year for key in keys for year in city.years(dataset, key, Level.COUNTY)]
    return {year: years.count(year) for year in sorted(set(years))} or {city.year_without_figures(dataset): 0}


def find_fullest_year(years: dict[int, int]) -> int:
    """The latest of the years that have the most indicators, or nearly as many."""
    most = max(years.values())
    return max(year for year, count in years.items() if count >= _NEARLY * most)


def find_fullest_county(city: City, dataset: str, year: int) -> str:
    """The county with most indicators in a year; of equals one of the group that is measured, then the first."""
    codes, focus = city.geography.codes(Level.COUNTY), {*city.region.members(city.region.focus)}
    counts = city.cached(_count_indicators_by_area, dataset)
    return max(codes, key=lambda code: (counts[code, year], code in focus))


def _count_indicators_by_area(city: City, dataset: str) -> Counter[tuple[str, int]]:
    """The number of indicators with a value, by area and year."""
    records = city.datasets[dataset].records.items()
    values = (held["value"].dropna() for key, held in records if not city.indicators[key].is_detail)
    return Counter(chain.from_iterable(known.index for known in values))


def build_county_profile(city: City, dataset: str, county: str, year: int) -> CountyProfile:
    """Everything the profile of ``county`` shows."""
    region = city.region
    group = region.group_of(county)
    standings = _compare_indicators(city, dataset, county, year)
    townships = city.geography.townships
    codes = list(townships.index[townships["county"] == county])
    return CountyProfile(
        dataset=dataset,
        dataset_name=city.datasets[dataset].name,
        county=county,
        name=city.geography.name(county, year),
        year=year,
        group=group.name,
        group_colour=group.colour,
        benchmark=region.groups[_find_benchmark(region)].name,
        reference=region.reference.name if region.reference else "",
        key_figures=_key_figures(city, dataset, county, year, standings),
        comparisons=_group_by_domain(standings),
        targets=_group_targets_by_status(city, dataset, county, year),
        townships=[str(name) for name in townships["name"].reindex(codes)],
        township_columns=_township_columns(city, dataset, codes, year),
        census_mark=str(city.datasets[dataset].comparability.get(county, "")),
    )


def _find_benchmark(region: Region) -> str:
    """The key of the group that counties are measured against: all of them where there are no two groups."""
    return region.focus if region.compared_area else region.benchmark


def _compare_indicators(city: City, dataset: str, county: str, year: int) -> list[CountyComparison]:
    """One for each indicator that the dataset holds of counties, domain by domain, headline ones first."""
    region = city.region
    among = ComparisonAreas(
        counties=city.geography.codes(Level.COUNTY),
        benchmark=region.members(_find_benchmark(region)),
        city=region.adcode,
        reference=region.reference.code if region.reference else None,
    )
    held = [
        key
        for keys in list_mapped_indicators(city, dataset).values()
        for key in keys
        if not city.indicators[key].is_detail
    ]
    return [
        compare_county(city.indicators[key], city.records_of_year(dataset, key, year), county, among)
        for key in held
        if Level.COUNTY in city.levels(dataset, key)
    ]


def _key_figures(
    city: City, dataset: str, county: str, year: int, standings: list[CountyComparison]
) -> list[KeyFigure]:
    records, group = city.datasets[dataset].records, city.region.by_adcode[county].group
    members, redrawn = city.region.members(group), city.redrawn(dataset)
    since, group_since = redrawn.get(county), max((redrawn[code] for code in members if code in redrawn), default=None)
    headline = [each for each in standings if each.indicator.headline]
    trends = [build_county_trend(records[each.indicator.id], county, members) for each in headline]
    own = [_select_records(records[each.indicator.id], county) for each in headline]
    return [
        KeyFigure(
            each,
            replace(trend, anew=(find_break(trend.years, since), find_break(trend.years, group_since))),
            compare_figures(each.indicator, held, year, since),
        )
        for each, trend, held in zip(headline, trends, own, strict=True)
    ]


def _select_records(records: pd.DataFrame, county: str) -> pd.DataFrame:
    """A county's records by year."""
    codes = records.index.get_level_values("area_code")
    return records[codes == county].droplevel("area_code")


def _group_by_domain(standings: list[CountyComparison]) -> dict[Domain, list[CountyComparison]]:
    """By domain, what can be compared and has a value of any county."""
    shown = [each for each in standings if each.spread and is_comparable(each.indicator)]
    by_domain = {domain: [each for each in shown if each.indicator.domain is domain] for domain in Domain}
    return {domain: found for domain, found in by_domain.items() if found}


def _group_targets_by_status(city: City, dataset: str, county: str, year: int) -> dict[Status, list[CountyTarget]]:
    found = [
        CountyTarget(
            result.article.article,
            result.target,
            city.indicators[result.target.indicator].decimals,
            result.areas[county],
            bool(city.levels(dataset, result.target.indicator)),
        )
        for result in city.of_policy.cached(assess_targets, dataset, year)
        if county in result.areas
    ]
    by_status = {status: [each for each in found if each.progress.counted_status is status] for status in STATUS_ORDER}
    return {status: targets for status, targets in by_status.items() if targets}


def _township_columns(city: City, dataset: str, codes: list[str], year: int) -> list[TownshipColumn]:
    """The latest values of the townships ``codes`` up to ``year``, for a few indicators that speak of all domains."""
    by_domain = [
        [key for key in keys if Level.TOWNSHIP in city.levels(dataset, key)]
        for keys in list_mapped_indicators(city, dataset).values()
    ]
    # Every domain's first indicator, then every domain's second.
    in_turn = (key for row in zip_longest(*by_domain) for key in row if key)
    columns = (_township_column(city, dataset, key, codes, year) for key in in_turn)
    return list(islice(filter(None, columns), MOST_TOWNSHIP_COLUMNS))


def _township_column(city: City, dataset: str, key: str, codes: list[str], year: int) -> TownshipColumn | None:
    records = city.datasets[dataset].records[key]
    in_county = records.index.get_level_values("area_code").isin(codes)
    up_to = records[in_county & (records.index.get_level_values("year") <= year)]
    if up_to.empty:
        return None
    latest = int(up_to.index.get_level_values("year").max())
    own = city.records_of_year(dataset, key, latest).reindex(codes)
    known = own[own["value"].notna()]
    return TownshipColumn(
        city.indicators[key],
        latest,
        [None if pd.isna(value) else float(value) for value in own["value"]],
        [ValueKind(kind) for kind in known["kind"].unique()],
        [str(source) for source in known["source"].unique()],
        [str(note) for note in known["note"].unique()],
    )
