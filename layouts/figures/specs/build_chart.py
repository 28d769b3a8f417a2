"""Charts for paper as plain data, with the numbers, names and verdicts of the screen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import pandas as pd

from datasets.analyses.coverage_summary import CoverageSummary
from geodata.geography import Geography
from geodata.region import Level, Region
from indicators.borders import find_break
from indicators.classed_values import ClassedValues
from indicators.definition import Direction, Domain, Variable
from indicators.gaps.gaps import Averaging
from indicators.policy.progress import Status, TargetProgress
from indicators.policy.shortfalls import Needs
from indicators.profile import CountyComparison, CountyProfile
from indicators.ranks import rank_values
from layouts.figures import theme
from layouts.figures.specs.chart_spec import (
    SPINE_EDGE,
    GapSpec,
    HeatSpec,
    RankingSpec,
    Series,
    ShareSpec,
    SpineBar,
    SpineMark,
    SpineRow,
    SpineSpec,
    TrendSpec,
    WaterfallSpec,
)
from layouts.figures.specs.panel_data import describe_before, describe_events, encode_gap, round_within_classes
from layouts.words import charts as words
from layouts.words import gap_needs as needs_words
from layouts.words.pages import county as county_words
from layouts.words.pages import coverage as coverage_words
from layouts.words.pages import targets as target_words
from locales import say


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
    shown = geography.areas_within(level, within)
    names = pd.Series([geography.name(str(code), year) for code in shown.index], index=shown.index, dtype=object)
    county = shown["county"].map(geography.counties["short_name"])
    return names.where(
        ~names.duplicated(keep=False),
        [say("list-aside", text=name, aside=own) for name, own in zip(names, county, strict=True)],
    )


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
        colours=tuple(region.every_group[groups[code]].colour for code in codes),
        groups={region.groups[key].name: region.groups[key].colour for key in region.peopled_groups},
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
    breaks = {key: find_break(years, since) for key, since in panel.redrawn.items()}
    township = selected if selected in geography.townships.index and selected in panel.values.columns else None
    return TrendSpec(
        unit=indicator.unit,
        decimals=indicator.decimals,
        years=tuple(int(each) for each in years),
        counties=tuple(
            Series(
                _short_name(region, code, year),
                _group_colour(region, code),
                _replace_missing(counties[code]),
                breaks.get(code),
            )
            for code in geography.codes(Level.COUNTY)
        ),
        groups=tuple(
            replace(_mean_path(panel, geography, key), starts_anew=breaks.get(key))
            for key in (region.focus, region.benchmark)
        ),
        year=year,
        yes_no=indicator.yes_no,
        area=None
        if township is None
        else Series(
            geography.name(township, year),
            _group_colour(region, township, geography),
            _replace_missing(round_within_classes(panel)[township]),
        ),
        remark=say("chart-single-year", year=years[0]) if len(years) == 1 else "",
        redrawn=say("chart-redrawn") if any(at is not None for at in breaks.values()) else "",
    )


def _mean_path(panel: ClassedValues, geography: Geography, key: str) -> Series:
    """A group's simple mean in every year that it is known; of an area compared as a whole its one level."""
    group = geography.region.groups[key]
    gaps = {year: encode_gap(panel.gaps[year], year, panel.indicator, geography) for year in panel.gaps}
    reading = Averaging.SIMPLE if geography.region.is_grouped else Averaging.POOLED
    position = list(Averaging).index(reading)
    values = (gaps[year]["levels"][key][position] if year in gaps else None for year in panel.years)
    return Series(group.name, group.colour, tuple(values))


def gap_spec(panel: ClassedValues, year: int, geography: Geography) -> GapSpec:
    """The two groups of counties in ``year``, under every reading of "average level"; the benchmark group last."""
    region, indicator = geography.region, panel.indicator
    keys = (region.focus, region.benchmark)
    counties = _county_values(panel, geography)
    values = counties.reindex([year]).T[year]
    before = describe_before(panel, year) if year in panel.gaps else ""
    found = encode_gap(panel.gaps[year], year, indicator, geography, None, before) if year in panel.gaps else None
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
            reading: tuple(found["levels"][key][position] if found else None for key in keys)
            for position, reading in enumerate(Averaging)
            if reading is Averaging.POOLED or not region.compared_area
        },
        lines=_equality_lines(found),
        headline=say("chart-headline", title=found["title"], detail=found["detail"])
        if found
        else say("chart-year-without-data"),
        yes_no=indicator.yes_no,
        span=_value_range(counties, [line for lines in every for line in lines if line is not None]),
        as_whole=region.compared_area is not None,
    )


def _equality_lines(gap: Mapping[str, Any] | None) -> dict[Averaging, tuple[float, str]]:
    """By reading its 80 % line and what that is called."""
    if gap is None:
        return {}
    found = zip(Averaging, gap["lines"], gap["lineTexts"], strict=True)
    return {reading: (line, text) for reading, line, text in found if line is not None}


def waterfall_spec(needs: Needs | None, year: int, region: Region, numerator: Variable, headline: str) -> WaterfallSpec:
    """What each county of the measured group contributes to its shortfall, in units of the ``numerator``.

    ``headline`` says what it takes, or without ``needs`` why that cannot be told.
    """
    contributions = {} if needs is None else needs.counties["contribution"].to_dict()
    names = tuple(_short_name(region, str(code), year) for code in contributions)
    values = tuple(float(units) for units in contributions.values())
    texts = tuple(map(needs_words.contribution_text, (*values, sum(values))))
    every = zip((*names, say("gap-needs-total")), texts, strict=True)
    return WaterfallSpec(
        unit=numerator.unit,
        names=names,
        values=values,
        total_name=say("gap-needs-total"),
        texts=texts,
        hovers=tuple(say("list-named", name=name, text=f"{text} {numerator.unit}") for name, text in every),
        rises=region.groups[region.focus].colour,
        headline=headline,
    )


def index_gap_spec(
    gap: Mapping[Domain, Mapping[str, float | None]], names: Mapping[str, str], total: str
) -> WaterfallSpec:
    """What each domain adds to the distance between two groups' mean totals; ``names`` are the indicators'."""
    parts = {
        domain: [(names[key], share) for key, share in shares.items() if share is not None]
        for domain, shares in gap.items()
    }
    sums = {domain: sum(share for _, share in known) for domain, known in parts.items() if known}
    texts = tuple(f"{share:+.1f}" for share in (*sums.values(), sum(sums.values())))
    of_domains = (
        target_words.domain_share(say("common-domains", domain=domain), share, parts[domain])
        for domain, share in sums.items()
    )
    return WaterfallSpec(
        unit=say("targets-points"),
        names=tuple(say("common-domains", domain=domain) for domain in sums),
        values=tuple(sums.values()),
        total_name=total,
        texts=texts,
        hovers=(*of_domains, f"{total} {texts[-1]}"),
        rises=theme.STATUS_COLOURS[Status.ON_TRACK],
        falls=theme.STATUS_COLOURS[Status.BEHIND],
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
    return say("common-statuses", status=found.status) if found.is_firm else target_words.sign_text(found)


def share_spec(summary: CoverageSummary) -> ShareSpec:
    """The counties by group, the measured group on top, in each the worst first."""
    region, outside = summary.city.region, summary.count_outside_by_county()
    groups, names, hovers = [], [], []
    for key in summary.groups:
        shares = {code: summary.value(summary.share_indicator.id, code) for code in region.members(key)}
        codes = sorted(shares, key=lambda code: (shares[code] is None, shares[code] or 0))
        counties = {code: region.by_adcode[code].in_year(summary.coverage.year) for code in codes}
        group = region.groups[key]
        groups.append(Series(group.name, group.colour, tuple(shares[code] for code in codes)))
        names.append(tuple(county.short_name for county in counties.values()))
        notes = (
            coverage_words.county_note(one.name, shares[code], outside.get(code)) for code, one in counties.items()
        )
        hovers.append(tuple(notes))
    levels = summary.group_averages(summary.share_indicator.id)
    return ShareSpec(tuple(groups), tuple(names), tuple(hovers), levels, summary.equality_line)


def spine_spec(profile: CountyProfile) -> SpineSpec:
    """Where a county stands among all in every indicator that can be compared, by domain."""
    domains = {domain: tuple(map(spine_row, found)) for domain, found in profile.comparisons.items()}
    return SpineSpec(profile.name, profile.benchmark, profile.reference, domains)


def spine_row(one: CountyComparison) -> SpineRow:
    """One indicator of a county as bars and marks on a scale of its own."""
    indicator = one.indicator
    mark = f" {say('county-reversed')}" if indicator.direction is Direction.LOWER else ""
    own, city = (county_words.value_text(indicator, value) for value in (one.value, one.city))
    spread = one.spread
    return SpineRow(
        texts=(indicator.name + mark, own, city, indicator.unit),
        verdict=one.against_city,
        bars=(
            _spine_bar(one, (spread.worst, spread.best) if spread else None),
            _spine_bar(one, spread.quartiles if spread else None),
        ),
        marks=(
            _spine_mark(one, one.benchmark, theme.INK),
            _spine_mark(one, one.reference, theme.QUIET),
            _spine_mark(one, one.value, theme.COMPARISON_COLOURS[one.against_city]),
        ),
        is_known=one.value is not None,
    )


def _spine_bar(one: CountyComparison, ends: tuple[float, float] | None) -> SpineBar | None:
    if one.spread is None or ends is None:
        return None
    start, end = (one.spread.position(value) or 0.0 for value in ends)
    return SpineBar(start, end, " — ".join(county_words.with_unit(one.indicator, value) for value in ends))


def _spine_mark(one: CountyComparison, value: float | None, colour: str) -> SpineMark | None:
    position = None if one.spread is None or value is None else one.spread.position(value)
    if position is None:
        return None
    held = min(max(position, -SPINE_EDGE), SPINE_EDGE)
    beyond = 0 if held == position else 1 if position > 0 else -1
    return SpineMark(held, beyond, colour, county_words.with_unit(one.indicator, value))


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
    return region.every_group[group].colour


def _replace_missing(values: pd.Series) -> tuple[float | None, ...]:
    return tuple(None if pd.isna(value) else float(value) for value in values)


def _value_range(values: pd.DataFrame, besides: Sequence[float]) -> tuple[float, float] | None:
    """The reach of all values and of what is shown besides; None without any."""
    every = [*values.stack().dropna(), *besides]
    return (float(min(every)), float(max(every))) if every else None
