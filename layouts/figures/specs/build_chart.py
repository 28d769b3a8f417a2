"""Charts for paper as plain data, with the numbers, names and verdicts of the screen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from geodata.geography import Geography
from geodata.region import Level, Region
from indicators.classed_values import ClassedValues
from indicators.definition import Direction, Variable
from indicators.gaps.gaps import Averaging
from indicators.policy.progress import TargetProgress
from indicators.policy.shortfalls import Needs
from indicators.profile import CountyProfile
from indicators.ranks import rank_values
from layouts.figures.specs.chart_spec import (
    GapSpec,
    HeatSpec,
    RankingSpec,
    Series,
    SpineSpec,
    TrendSpec,
    WaterfallSpec,
)
from layouts.figures.specs.panel_data import describe_events, encode_gap, round_within_classes
from layouts.words import charts as words
from layouts.words import gap_needs as needs_words
from layouts.words.common import AVERAGING_NAMES, DOMAINS, STATUSES
from layouts.words.pages import targets as target_words


@dataclass(frozen=True)
class HeatRow:
    """A target's label, and by area code how far it is reached and what a pointer reads."""

    label: str
    areas: Mapping[str, TargetProgress]
    hovers: Mapping[str, str] = field(default_factory=dict)


def area_names(geography: Geography, level: Level, year: int, within: str | None = None) -> pd.Series:
    """The names of a level's areas in ``year`` by code, in map order; ``within`` a county only its townships.

    Townships of one name in two counties are told apart by their county.
    """
    areas = geography.areas(level)
    shown = areas[areas["county"] == within] if within else areas
    names = pd.Series([geography.name(str(code), year) for code in shown.index], index=shown.index, dtype=object)
    county = shown["county"].map(geography.counties["short_name"])
    return names.where(~names.duplicated(keep=False), names + "（" + county + "）")


def ranking_spec(panel: ClassedValues, year: int, names: pd.Series, groups: pd.Series, region: Region) -> RankingSpec:
    """The areas of ``names`` (by code, in map order) by their value in ``year``; ``groups`` maps codes to group keys.

    Values on too few events and states are not ranked; the former follow the others in map order.
    """
    indicator = panel.indicator
    shown = round_within_classes(panel).reindex([year])
    values = shown.T[year][names.index]
    falling = indicator.direction is Direction.LOWER
    small = panel.are_small.reindex([year], fill_value=False).T[year][names.index]
    firm = values.mask(small).sort_values(ascending=falling, kind="stable").dropna()
    codes = [*firm.index, *values.index[small], *values.index[values.isna()]]
    exact = panel.values.reindex([year]).T[year][names.index]
    places = rank_values(exact.mask(small), indicator)
    remarks = pd.Series(describe_events(panel).get(year, ""), index=shown.columns)[codes]
    return RankingSpec(
        unit=indicator.unit,
        decimals=indicator.decimals,
        names=tuple(names[codes]),
        values=_replace_missing(values[codes]),
        colours=tuple(region.groups[groups[code]].colour for code in codes),
        groups={region.groups[key].name: region.groups[key].colour for key in (region.focus, region.benchmark)},
        yes_no=indicator.yes_no,
        ranks=tuple(None if rank is None else int(rank) for rank in _replace_missing(places[codes]))
        if len(firm) and not indicator.yes_no
        else (),
        remarks=tuple(remarks) if remarks.any() else (),
        order=words.order_text(indicator, len(firm), int(small.sum())),
        span=_value_range(round_within_classes(panel), [0]),
    )


def trend_spec(panel: ClassedValues, year: int, geography: Geography, selected: str | None = None) -> TrendSpec:
    """The counties and the means of their groups over the panel's years; ``selected`` may add a township."""
    region, indicator, years = geography.region, panel.indicator, panel.years
    counties = _county_values(panel, geography).reindex(years)
    township = selected if selected in geography.townships.index and selected in panel.values.columns else None
    return TrendSpec(
        unit=indicator.unit,
        decimals=indicator.decimals,
        years=tuple(int(each) for each in years),
        counties=tuple(
            Series(_short_name(region, code, year), _group_colour(region, code), _replace_missing(counties[code]))
            for code in geography.codes(Level.COUNTY)
        ),
        groups=tuple(_mean_path(panel, geography, key) for key in (region.focus, region.benchmark)),
        year=year,
        yes_no=indicator.yes_no,
        area=None
        if township is None
        else Series(
            geography.name(township, year),
            _group_colour(region, township, geography),
            _replace_missing(round_within_classes(panel)[township]),
        ),
        remark=words.single_year(years[0]) if len(years) == 1 else "",
    )


def _mean_path(panel: ClassedValues, geography: Geography, key: str) -> Series:
    """A group's simple mean in every year that it is known."""
    group = geography.region.groups[key]
    gaps = {year: encode_gap(panel.gaps[year], year, panel.indicator, geography) for year in panel.gaps}
    simple = list(Averaging).index(Averaging.SIMPLE)
    values = (gaps[year]["levels"][key][simple] if year in gaps else None for year in panel.years)
    return Series(group.name, group.colour, tuple(values))


def gap_spec(panel: ClassedValues, year: int, geography: Geography) -> GapSpec:
    """The two groups of counties in ``year``, under every reading of "average level"; the benchmark group last."""
    region, indicator = geography.region, panel.indicator
    keys = (region.focus, region.benchmark)
    counties = _county_values(panel, geography)
    values = counties.reindex([year]).T[year]
    found = encode_gap(panel.gaps[year], year, indicator, geography) if year in panel.gaps else None
    every = [encode_gap(gap, each, indicator, geography)["lines"] for each, gap in panel.gaps.items()]
    return GapSpec(
        unit=indicator.unit,
        decimals=indicator.decimals,
        groups=tuple(
            Series(region.groups[key].name, region.groups[key].colour, _replace_missing(values[region.members(key)]))
            for key in keys
        ),
        names=tuple(tuple(_short_name(region, code, year) for code in region.members(key)) for key in keys),
        averages={
            AVERAGING_NAMES[reading]: tuple(found["levels"][key][position] if found else None for key in keys)
            for position, reading in enumerate(Averaging)
        },
        lines=_equality_lines(found, indicator.yes_no),
        headline=words.headline(found["title"], found["detail"]) if found else words.YEAR_WITHOUT_DATA,
        yes_no=indicator.yes_no,
        span=_value_range(counties, [line for lines in every for line in lines if line is not None]),
    )


def _equality_lines(gap: Mapping[str, Any] | None, yes_no: bool) -> dict[str, tuple[float, str]]:
    """By a reading's name its 80 % line and what that is called."""
    if gap is None:
        return {}
    found = zip(Averaging, gap["lines"], gap["lineTexts"], strict=True)
    return {
        AVERAGING_NAMES[reading]: (line, words.LINE_TEXT.format(line=line) if yes_no else text)
        for reading, line, text in found
        if line is not None
    }


def waterfall_spec(needs: Needs | None, year: int, region: Region, numerator: Variable, headline: str) -> WaterfallSpec:
    """What each county of the measured group contributes to its shortfall, in units of the ``numerator``.

    ``headline`` says what it takes, or without ``needs`` why that cannot be told.
    """
    contributions = {} if needs is None else needs.counties["contribution"].to_dict()
    return WaterfallSpec(
        unit=numerator.unit,
        decimals=1,
        names=tuple(_short_name(region, str(code), year) for code in contributions),
        values=tuple(float(units) for units in contributions.values()),
        total_name=needs_words.TOTAL,
        colour=region.groups[region.focus].colour,
        headline=headline,
    )


def heat_spec(rows: Sequence[HeatRow], columns: Mapping[str, str]) -> HeatSpec:
    """Statuses of targets in the areas of ``columns`` (area code to name), in the order given."""
    found = [[row.areas.get(code) for code in columns] for row in rows]
    return HeatSpec(
        rows=tuple(row.label for row in rows),
        columns=tuple(columns.values()),
        statuses=tuple(tuple(one.counted_status if one else None for one in line) for line in found),
        texts=tuple(tuple(_cell_text(one) for one in line) for line in found),
        signs=tuple(tuple(target_words.sign_text(one) if one else "" for one in line) for line in found),
        hovers=tuple(tuple(row.hovers.get(code, "") for code in columns) for row in rows),
    )


def _cell_text(found: TargetProgress | None) -> str:
    """A status in full; one by the letter of the target as its sign, with the events it rests on."""
    if found is None:
        return ""
    return STATUSES[found.status] if found.is_firm else target_words.sign_text(found)


def spine_spec(profile: CountyProfile) -> SpineSpec:
    """Where a county stands among all in every indicator that can be compared, by domain."""
    domains = {DOMAINS[domain]: tuple(standings) for domain, standings in profile.comparisons.items()}
    return SpineSpec(profile.name, profile.benchmark, profile.reference, domains)


def _county_values(panel: ClassedValues, geography: Geography) -> pd.DataFrame:
    """Years x counties as the screen shows them, whatever the panel's level."""
    codes = geography.codes(Level.COUNTY)
    return (
        round_within_classes(panel)
        if list(panel.values.columns) == codes
        else panel.county_values.round(panel.indicator.decimals)
    )


def _short_name(region: Region, code: str, year: int) -> str:
    return region.by_adcode[code].in_year(year).short_name


def _group_colour(region: Region, code: str, geography: Geography | None = None) -> str:
    group = str(geography.townships.at[code, "group"]) if geography else region.by_adcode[code].group
    return region.groups[group].colour


def _replace_missing(values: pd.Series) -> tuple[float | None, ...]:
    return tuple(None if pd.isna(value) else float(value) for value in values)


def _value_range(values: pd.DataFrame, besides: Sequence[float]) -> tuple[float, float] | None:
    """The reach of all values and of what is shown besides; None without any."""
    every = [*values.stack().dropna(), *besides]
    return (float(min(every)), float(max(every))) if every else None
