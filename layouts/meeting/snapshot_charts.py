"""Charts of an offline snapshot as JSON, with the numbers, names and texts of paper and screen: it only draws them."""

from collections.abc import Callable
from typing import Any

from indicators.gaps.gaps import Averaging
from indicators.policy.progress import Status
from layouts.figures import theme
from layouts.figures.specs.chart_spec import GapSpec, HeatSpec, Series, ShareSpec, SpineSpec
from layouts.meeting.snapshot_points import outline_shape, place_points
from layouts.paper.sheet.picture_spec import CoverageSpec
from layouts.words import charts as words
from layouts.words.pages import county as county_words
from layouts.words.pages import coverage as coverage_words
from locales import say

_DECIMALS = 3  # of a position on a scale from -1 to 1


def encode_chart(spec: Any) -> dict[str, Any]:
    """What the file draws of the chart of a page."""
    return _ENCODERS[type(spec)](spec)


def encode_coverage(spec: CoverageSpec, metric_crs: str, per_degree: float) -> dict[str, Any]:
    """Who lives within reach, in units of a ground: points as x and y in turn, ``covered`` a digit a settlement."""
    return {
        "facilities": place_points(spec.facilities, metric_crs, per_degree),
        "settlements": place_points(spec.settlements, metric_crs, per_degree),
        "residents": [round(count) for count in spec.residents],
        "covered": "".join("1" if one else "0" for one in spec.covered),
        "catchment": outline_shape(spec.catchment, metric_crs, per_degree),
        "names": spec.names,
        "sizes": say("coverage-size"),
    }


def _encode_gap(spec: GapSpec) -> dict[str, Any]:
    averages = [
        {
            "name": say("common-averaging-names", averaging=reading),
            "levels": [_encode_level(spec, level) for level in levels],
            "line": _encode_line(spec, reading),
        }
        for reading, levels in spec.averages.items()
        if any(level is not None for level in levels)
    ]
    return {
        "kind": "gap",
        "headline": spec.headline,
        "unit": "" if spec.yes_no else say("chart-unit", unit=spec.unit),
        "yesNo": spec.yes_no,
        "percent": spec.unit == "%",
        "reach": spec.reach if spec.known else None,
        "groups": [_encode_group(spec, *pair) for pair in zip(spec.groups, spec.names, strict=True)],
        "averages": averages,
        "asWhole": spec.as_whole,
    }


def _encode_group(spec: GapSpec, group: Series, names: tuple[str, ...]) -> dict[str, Any]:
    known = [(name, value) for name, value in zip(names, group.values, strict=True) if value is not None]
    missing = [name for name, value in zip(names, group.values, strict=True) if value is None]
    return {
        "name": group.name,
        "colour": group.colour,
        "ink": theme.legible_colour(group.colour),
        "counties": [[name, value, words.value_text(value, spec.decimals, spec.yes_no)] for name, value in known],
        "missing": words.without_values(missing) if missing else "",
    }


def _encode_level(spec: GapSpec, level: float | None) -> list[Any] | None:
    return None if level is None else [level, words.level_text(level, spec.decimals, spec.yes_no)]


def _encode_line(spec: GapSpec, reading: Averaging) -> list[Any] | None:
    return list(spec.lines[reading]) if reading in spec.lines else None


def _encode_heat(spec: HeatSpec) -> dict[str, Any]:
    return {
        "kind": "heat",
        "columns": spec.columns,
        "statuses": [
            {"name": say("common-statuses", status=status), "sign": say("chart-status-signs", status=status)}
            | _colour(theme.STATUS_COLOURS[status])
            for status in Status
        ],
        "rows": [
            {
                "label": label,
                "cells": [
                    None
                    if status is None
                    else [list(Status).index(status), (spec.signs[at][place] if spec.signs else spec.texts[at][place])]
                    for place, status in enumerate(spec.statuses[at])
                ],
                "hovers": spec.hovers[at] if spec.hovers else [],
            }
            for at, label in enumerate(spec.rows)
        ],
        "missed": list(Status).index(Status.MISSED),
        "empty": say("chart-no-targets"),
    }


def _colour(fill: str) -> dict[str, str]:
    return {"colour": fill, "ink": theme.text_colour(fill)}


def _encode_spine(spec: SpineSpec) -> dict[str, Any]:
    verdicts = list(theme.COMPARISON_COLOURS)
    rows = [
        {
            "domain": say("common-domains", domain=domain),
            "texts": row.texts,
            "verdict": verdicts.index(row.verdict),
            "bars": [bar and [round(bar.start, _DECIMALS), round(bar.end, _DECIMALS), bar.text] for bar in row.bars],
            "marks": [mark and [round(mark.position, _DECIMALS), mark.beyond, mark.text] for mark in row.marks],
        }
        for domain, found in spec.domains.items()
        for row in found
    ]
    return {
        "kind": "spine",
        "columns": county_words.spine_columns(),
        "hint": say("county-spine-hint"),
        "verdicts": [
            {"name": say("county-city-comparisons", comparison=verdict), "colour": colour}
            for verdict, colour in theme.COMPARISON_COLOURS.items()
        ],
        "bars": list(zip(theme.SPINE_FILLS, (say("county-whole"), say("county-middle")), strict=True)),
        "marks": county_words.mark_key(spec.benchmark, spec.reference),
        "rows": rows,
        "cut": say("snapshot-spine-cut", count="{count}", shown="{shown}"),
        "empty": say("county-no-comparisons"),
    }


def _encode_shares(spec: ShareSpec) -> dict[str, Any]:
    groups = zip(spec.groups, spec.names, spec.hovers, spec.levels, strict=True)
    return {
        "kind": "shares",
        "line": spec.line,
        "lineText": "" if spec.line is None else coverage_words.line_text(spec.line),
        "groups": [
            {
                "name": group.name,
                "colour": group.colour,
                "level": level,
                "counties": [
                    [name, value, coverage_words.share_text(value), hover]
                    for name, value, hover in zip(names, group.values, hovers, strict=True)
                ],
            }
            for group, names, hovers, level in groups
        ],
        "hint": say("coverage-share-note", benchmark=spec.groups[-1].name),
    }


_ENCODERS: dict[type, Callable[[Any], dict[str, Any]]] = {
    GapSpec: _encode_gap,
    HeatSpec: _encode_heat,
    SpineSpec: _encode_spine,
    ShareSpec: _encode_shares,
}
