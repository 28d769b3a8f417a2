"""Classed values as compact JSON for the browser.

Classes, colours, labels, ratios and verdicts are decided here and nowhere else; the browser only picks a year.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import numpy as np
import pandas as pd

from geodata.geography import Geography
from geodata.region import Level, Region
from geodata.svg_map import SHORT_VALUE, measure_name_sizes, measure_value_sizes
from indicators.borders import find_break
from indicators.classed_values import ClassedValues
from indicators.definition import CountKind, Direction, Indicator, ValueKind
from indicators.gaps.gap_path import VerdictBounds, find_first_judged
from indicators.gaps.gaps import Averaging, Gap, compute_equality_lines
from indicators.gaps.small_counts import CountBasis
from indicators.ranks import rank_values
from layouts.figures.colour_scales import panel_colours
from layouts.figures.maps.choropleth import stepped_scale
from layouts.figures.maps.map_bounds import leave_room, pad_bounds
from layouts.figures.maps.map_ground import describe_ground
from layouts.figures.theme import text_colour
from layouts.words.common import MOST_MORE, legend_head, number_beside, plain_number
from layouts.words.pages.atlas import (
    before_text,
    caveat_text,
    equality_line_text,
    gap_headline,
    percent_text,
)
from layouts.words.small_counts import PLACES, basis_parts, is_noted, note_text, panel_labels
from layouts.words.verdict_bounds import bounds_line
from locales import say

MOST_NAMES = 200  # of areas: a list or chart of more cannot be read
MOST_LARGE = 20  # areas of a region whose names may be written large
MOST_BESIDE = 40  # points of a row that bear their names
SIZE_DECIMALS = 3  # of degrees: a fifth of a pixel on a map of a province
RANKED_ENDS = 50  # areas from either end of a ranking that is too long to be drawn
NOTHING_MISSING: Mapping[int, VerdictBounds] = MappingProxyType({})
ABSENT = "."  # stands in a string of digits for "no value"


def encode_areas(geography: Geography) -> dict[str, Any]:
    """Names, groups and outlines of the areas of every level, in map order, as JSON. Sent once.

    ``bordered`` are the ``divisions`` whose borders are drawn. ``nameSizes`` and ``valueSizes`` are those of
    ``measure_name_sizes`` and ``measure_value_sizes``; townships are named whether it fits or not.
    """
    region = geography.region
    outline_codes = {Level.COUNTY: [region.adcode], Level.TOWNSHIP: geography.codes(Level.COUNTY)}
    levels = {}
    for level in geography.levels:
        areas = geography.areas(level)
        levels[level] = {
            "codes": list(areas.index),
            "names": list(areas["name"]),
            "shorts": list(areas["short_name"]),
            "groups": list(areas["group"]),
            "counties": list(areas["county"]),
            "nameSizes": measure_name_sizes(geography, level).round(SIZE_DECIMALS).tolist(),
            "valueSizes": measure_value_sizes(geography, level).round(SIZE_DECIMALS).tolist(),
            "outlines": outline_codes[level],
        }
    groups = {key: {"name": group.name, "colour": group.colour} for key, group in region.every_group.items()}
    return {
        "levels": levels,
        "name": region.name,
        "divisions": region.divisions,
        "bordered": list(region.list_divisions()),
        "groups": groups,
        "focus": region.focus,
        "benchmark": region.benchmark,
        "region": region.adcode,
        "ground": describe_ground(geography),
        "schematic": geography.schematic,
        "bounds": pad_bounds(geography),
        "mostNames": MOST_NAMES,
        "mostLarge": MOST_LARGE,
        "shortValue": SHORT_VALUE,
        "mostBeside": MOST_BESIDE,
        "rankedEnds": RANKED_ENDS,
    }


def encode_panel(
    panel: ClassedValues,
    level: Level,
    geography: Geography,
    bounds: Mapping[int, VerdictBounds] = NOTHING_MISSING,
    marks: str = "",
    within: str | None = None,
) -> dict[str, Any]:
    """One panel as JSON, all years. ``bounds`` are those of the years in which counties lack a value.

    ``marks`` says which areas are not, or not quite, the same in the years that are shown.

    Per year: values rounded as shown (``round_within_classes``), class numbers and kinds as strings of one digit an
    area ("." is missing), the position of each source in ``sources`` and of each note in ``remarks`` (one number where
    all areas share it), the ranks among the areas ``within`` what is opened, the names of counties that bore
    another one then, and the gap. Of an opened division classes and gap stay the whole region's, and say so.
    ``small`` marks areas that have no rank, for want of events.
    """
    indicator, small, counted = panel.indicator, panel.are_small, panel.indicator.count_kind
    whole, division = geography.region.name, geography.region.divisions.get(within or "")
    whose = say("chart-whole-gap", region=whole, division=division) if division else ""
    sources, kinds, remarks = (_list_distinct(frame) for frame in (panel.sources, panel.kinds, panel.notes))
    return {
        "name": indicator.name,
        "caveat": caveat_text(indicator, marks),
        "unit": indicator.unit,
        "decimals": indicator.decimals,
        "yesNo": indicator.yes_no,
        "redrawn": _encode_redrawn(panel, geography) or None,
        "ranks": None if indicator.yes_no else _encode_ranks(panel, list(geography.areas_within(level, within).index)),
        "former": _list_former_names(panel.years, geography.region),
        "notes": _encode_events(panel) or None,
        "noteText": None if counted is CountKind.THINGS else say("small-interval", kind=counted, **PLACES),
        "sampleText": say("small-sampled", **PLACES) if indicator.sampled else None,
        "small": {year: _encode_digits(row.astype(int)) for year, row in small.iterrows()}
        if small.to_numpy().any()
        else None,
        "lowestFirst": indicator.direction is Direction.LOWER,
        "level": level,
        "years": panel.years,
        "values": _encode_rows(round_within_classes(panel)),
        "counties": None if level is Level.COUNTY else _encode_rows(panel.county_values.round(indicator.decimals)),
        "classes": {year: _encode_digits(row) for year, row in panel.classes.iterrows()},
        "kinds": {year: _encode_digits(_find_positions(row, kinds)) for year, row in panel.kinds.iterrows()},
        "kindNames": [say("common-kinds", kind=ValueKind(kind)) for kind in kinds],
        "sources": sources,
        "sourceOf": {year: _encode_positions(_find_positions(row, sources)) for year, row in panel.sources.iterrows()},
        "remarks": remarks,
        "remarkOf": {year: _encode_positions(_find_positions(row, remarks)) for year, row in panel.notes.iterrows()},
        "legend": panel_labels(panel),
        "legendHead": legend_head(indicator, panel.scheme),
        "room": geography.cached(leave_room, within),
        "legendNote": say("chart-whole-classes", region=whole) if division else "",
        "colours": (colours := panel_colours(panel)),
        "textColours": list(map(text_colour, colours)),
        "scale": stepped_scale(colours),
        "gaps": {
            year: encode_gap(gap, year, indicator, geography, bounds.get(year), describe_before(panel, year), whose)
            for year, gap in panel.gaps.items()
        },
    }


def _encode_redrawn(panel: ClassedValues, geography: Geography) -> dict[str, Any]:
    """Since which year figures are of today's borders, and of what: a digit a county in map order, keys of groups."""
    since = max(panel.redrawn.values(), default=None)
    if find_break(panel.years, since) is None:
        return {}
    codes = geography.codes(Level.COUNTY)
    groups = [key for key in geography.region.groups if key in panel.redrawn]
    return {
        "since": since,
        "counties": "".join("1" if code in panel.redrawn else "0" for code in codes),
        "groups": groups,
    }


def describe_before(panel: ClassedValues, year: int) -> str:
    """The ratio of the first year that compares with a year's, or why none does although there is one."""
    if found := panel.find_first_judged(year):
        return before_text(*found)
    earlier = find_first_judged(panel.gaps, year)
    return say("chart-not-compared", year=earlier[0]) if earlier else ""


def _list_former_names(years: list[int], region: Region) -> dict[int, dict[str, dict[str, str]]]:
    """By year and county, in years in which any bore another name than today, that name and the short one."""
    found = {
        year: {
            county.adcode: {"names": then.name, "shorts": then.short_name}
            for county in region.counties
            if (then := county.in_year(year)) is not county
        }
        for year in years
    }
    return {year: names for year, names in found.items() if names}


def _list_distinct(frame: pd.DataFrame) -> list[str]:
    """Every text of a frame once, in the order of its cells."""
    return list(dict.fromkeys(text for text in frame.to_numpy().ravel() if isinstance(text, str)))


def _encode_events(panel: ClassedValues) -> dict[int, list[str]]:
    """The parts of ``describe_events`` for the browser: count and bounds of the interval, "?" where not known.

    Of a firm sample how far the bounds lie below and above the value as shown, in steps of the last decimal, one number
    where they are alike: a country has thousands of them. Only years that have any; whole sentences would outweigh all
    the rest.
    """
    if panel.indicator.count_kind is CountKind.THINGS:
        return {}
    decimals, codes, shown = panel.indicator.decimals, panel.values.columns, round_within_classes(panel)

    def write(basis: CountBasis, value: float) -> str:
        if basis.is_firm_sample:
            return _write_distances(basis, value, decimals)
        return " ".join(basis_parts(basis, decimals).values()) or "?"

    noted = {
        year: {key: basis for key, basis in panel.count_bases(year).items() if is_noted(basis)} for year in panel.years
    }
    return {
        year: [
            write(own[code], value) if code in own else "" for code, value in zip(codes, shown.loc[year], strict=True)
        ]
        for year, own in noted.items()
        if own
    }


def _write_distances(basis: CountBasis, value: float, decimals: int) -> str:
    low, high = basis.interval or (value, value)
    distances = value - round(low, decimals), round(high, decimals) - value
    return " ".join(dict.fromkeys(f"{distance * 10**decimals:.6g}" for distance in distances))


def describe_events(panel: ClassedValues) -> dict[int, list[str]]:
    """Beside every value that chance moves its count and interval, years x areas; none where there is no such value."""
    if panel.indicator.count_kind is CountKind.THINGS:
        return {}
    decimals, codes = panel.indicator.decimals, panel.values.columns
    found = {year: panel.count_bases(year) for year in panel.years}
    return {year: [note_text(own.get(code), decimals) for code in codes] for year, own in found.items()}


def round_within_classes(panel: ClassedValues) -> pd.DataFrame:
    """The values rounded as they are shown: to the indicator's decimals, or more where those would cross a break.

    3.996 beside a break at 4 is shown as 3.996 and not as 4.00: a reader can always tell the class from the value.
    """
    decimals, numbers = panel.indicator.decimals, panel.scheme.numbers
    exact = panel.values.to_numpy(dtype=float)
    shown = exact.round(decimals)
    for more in range(decimals + 1, decimals + MOST_MORE):
        strayed = ~np.isnan(exact) & (numbers(shown) != numbers(exact))
        if not strayed.any():
            break
        shown = np.where(strayed, exact.round(more), shown)
    return pd.DataFrame(shown, panel.values.index, panel.values.columns)


def tabulate_year(panel: ClassedValues, year: int, codes: list[str]) -> dict[str, dict[str, Any]]:
    """By area what a panel holds of one year, ranked among ``codes``; None where missing.

    Keys: ``value``, ``shown`` (rounded as on the screen), ``rank``, ``class``, ``kind``, ``source``, ``note`` and
    ``events`` (see ``describe_events``).
    """
    indicator = panel.indicator
    firm = panel.values.T[year].mask(panel.are_small.T[year]).reindex(codes)
    parts = {
        "value": panel.values.T[year],
        "shown": round_within_classes(panel).T[year],
        "rank": None if indicator.yes_no else rank_values(firm, indicator).astype("Int64"),
        "class": panel.classes.T[year],
        "kind": panel.kinds.T[year],
        "source": panel.sources.T[year],
        "note": panel.notes.T[year],
        "events": pd.Series(describe_events(panel).get(year, ""), panel.values.columns, dtype=object),
    }
    table = pd.DataFrame(parts, index=codes).astype(object)
    rows: dict[str, dict[str, Any]] = table.where(table.notna(), None).to_dict("index")  # type: ignore[assignment]
    return rows


def _encode_rows(rounded: pd.DataFrame) -> dict[int, list[float | None]]:
    known = rounded.astype(object).where(rounded.notna(), None)
    return {int(str(year)): list(row) for year, row in zip(known.index, known.to_numpy(), strict=True)}


def _encode_ranks(panel: ClassedValues, shown: list[str]) -> dict[int, str]:
    """By year the rank of every area among those shown, in map order and parted by spaces."""
    ranks = rank_values(panel.values.mask(panel.are_small).T.loc[shown], panel.indicator).reindex(panel.areas)
    return {
        int(str(year)): " ".join(ABSENT if np.isnan(rank) else str(int(rank)) for rank in column)
        for year, column in zip(ranks.columns, ranks.to_numpy().T, strict=True)
    }


def _find_positions(row: pd.Series, entries: list[str]) -> pd.Series:
    return row.map({entry: position for position, entry in enumerate(entries)}).astype("Int64")


def _encode_digits(row: pd.Series) -> str:
    return "".join(ABSENT if pd.isna(number) else str(number) for number in row)


def _encode_positions(row: pd.Series) -> list[int]:
    known = [int(position) for position in row.dropna().unique()]
    return known if len(known) == 1 else [int(position) for position in row.fillna(-1)]


def encode_gap(
    gap: Gap,
    year: int,
    indicator: Indicator,
    geography: Geography,
    bounds: VerdictBounds | None = None,
    before: str = "",
    whose: str = "",
) -> dict[str, Any]:
    """One year's gap as JSON: levels rounded as shown, ratios as text, each reading's 80 % line, the verdict in words.

    The level of a state is the share of counties that have it, in hundredths. ``bounds`` say what is certain of the
    verdict although counties lack a value; ``before`` says what a verdict is followed from.
    ``whose`` says that it is not of what the map shows.
    """
    region, decimals = geography.region, 2 if indicator.yes_no else indicator.decimals
    codes = [*geography.codes(Level.COUNTY), region.adcode, *geography.codes(Level.OUTSIDE)]
    names = {key: group.name for key, group in region.groups.items()} | {
        code: geography.name(code, year) for code in codes
    }
    lines = compute_equality_lines(gap, region.benchmark, indicator.direction)
    texts = {reading: equality_line_text(line, decimals, indicator.yes_no) for reading, line in lines.items()}
    head = gap_headline(gap, names, region.focus, indicator.direction, region.compared_area is not None)
    if bounds:
        lacking = [names[code] for code in bounds.missing]
        head["detail"] = bounds_line(bounds, indicator, lacking)
    else:
        head["detail"] += before
    head["detail"] = say("list-parts").join(part for part in (head["detail"], whose) if part)
    return {
        "levels": {
            key: [_round_beside_line(value, decimals, lines.get(reading)) for reading, value in level.averages.items()]
            for key, level in gap.levels.items()
        },
        "ratios": ["—" if ratio is None else percent_text(ratio) for ratio in map(gap.judged_ratios.get, Averaging)],
        "lines": [lines.get(reading) for reading in Averaging],
        "lineTexts": [texts.get(reading, "") for reading in Averaging],
        **head,
    }


def _round_beside_line(level: float | None, decimals: int, line: float | None) -> float | None:
    """A level rounded as it is shown, but never onto the other side of its line."""
    if level is None:
        return None
    return round(level, decimals) if line is None else plain_number(number_beside(level, decimals, line))
