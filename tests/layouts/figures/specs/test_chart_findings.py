"""No sentence over a shipped chart contradicts the figures that the chart draws."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd
import pytest

from geodata.region import Level
from indicators.classed_values import ClassedValues
from indicators.classes import BreakMethod
from layouts.figures.specs.chart_findings import ChartFindings
from layouts.figures.specs.panel_data import round_within_classes
from tests.conftest import of_every_kind

TIMES = re.compile(
    r"^(?:\d+个县中)?(?:(.+?)(?:并列)?最高，是最低的(.+?)的|(.+?)(?:并列)?最低，最高的(.+?)是其) ([\d,.]+) 倍"
)
SPAN = re.compile(r"(?:^|；)(?:\d+个县中)?([^；]+?) ([\d,.-]+)%? (?:并列)?最低，([^；]+?) ([\d,.-]+)%? (?:并列)?最高")
SPATIAL = re.compile(r"^(?:(最高|最低)的(\d+)个县都在(.部)|(.部)(\d+)个县都(高于|低于)(.部))；")
COUNTED = re.compile(r"(\d+)个县中(\d+)个为“(是|否)”")


@dataclass(frozen=True)
class Told:
    """One year of one indicator: what the map and the ranking say, and the figures by county as they are drawn."""

    what: str
    map: str
    ranking: str
    values: pd.Series
    panel: ClassedValues


@pytest.fixture(scope="module")
def every_year(city) -> list[Told]:
    return list(_tell(city))


def _tell(city) -> Iterator[Told]:
    short = {code: county.short_name for code, county in city.region.by_adcode.items()}
    for dataset in city.datasets:
        for key in of_every_kind(city, dataset, Level.COUNTY):
            panel = city.panel(dataset, key, Level.COUNTY, BreakMethod.NATURAL, 5)
            findings = ChartFindings(panel, city.geography, Level.COUNTY).encode()
            shown, small = round_within_classes(panel), panel.are_small
            for year in panel.years:
                firm = shown.loc[year].mask(small.loc[year]).rename(short).dropna()
                yield Told(f"{dataset} {key} {year}", findings["map"][year], findings["ranking"][year], firm, panel)


def _names(text: str) -> set[str]:
    """The areas that a sentence names, without how many more there are."""
    return set(re.sub(r"等\d+个县$", "", text).split("、"))


def _number(text: str) -> float:
    return float(text.replace(",", ""))


def test_whoever_is_told_to_be_first_or_last_is(every_year):
    seen = 0
    for one in every_year:
        if found := TIMES.match(one.ranking):
            high, low, low_first, high_last, times = found.groups()
            decimals = one.panel.indicator.decimals
            rounded, top, bottom = one.values.round(decimals), one.values.max(), one.values.min()
            for names, end in ((high or high_last, rounded.max()), (low or low_first, rounded.min())):
                assert all(rounded[name] == end for name in _names(names)), one
            assert abs(_number(times) - top / bottom) <= (0.5 if top / bottom >= 10 else 0.051), one
            seen += 1
    assert seen > 200


def test_the_range_over_a_map_is_that_of_its_figures(every_year):
    seen = 0
    for one in every_year:
        if found := SPAN.search(one.map):
            low, least, high, most = found.groups()
            assert (_number(least), _number(most)) == (one.values.min(), one.values.max()), one
            assert not _names(low) & _names(high), one
            seen += 1
    assert seen > 200


def test_what_is_told_of_a_group_holds_of_every_county(every_year, city):
    groups = {county.short_name: city.region.groups[county.group].name for county in city.region.counties}
    seen = 0
    for one in every_year:
        if found := SPATIAL.match(one.map):
            end, count, of, whole, all_of, beyond, _ = found.groups()
            high = end == "最高" or beyond == "高于"
            order = one.values.sort_values(ascending=not high)
            size = int(count or all_of)
            assert {groups[str(name)] for name in order.index[:size]} == {of or whole}, one
            assert order.iloc[size - 1] != order.iloc[size], one
            assert len(one.values) == len(groups), one
            seen += 1
    assert seen > 50


def test_states_are_counted_and_never_measured(every_year):
    states = [one for one in every_year if one.panel.indicator.yes_no]
    for one in states:
        assert not re.search(r"\d\.\d|最高|最低|倍", one.map + one.ranking), one
        if found := COUNTED.match(one.map):
            known, count, state = found.groups()
            held = int((one.values >= 0.5).sum())
            assert int(known) == len(one.values), one
            assert int(count) == (held if state == "是" else len(one.values) - held), one
    assert len(states) > 20


def test_whoever_lacks_a_figure_is_named(every_year, city):
    for one in every_year:
        missing = [
            county.short_name
            for county in city.region.counties
            if pd.isna(one.panel.values.at[int(one.what.rsplit(" ", 1)[1]), county.adcode])
        ]
        if missing and len(one.values):
            assert all(f"{len(missing)}个县缺" in text or missing[0] in text for text in (one.map, one.ranking)), one


def test_every_chart_of_townships_has_a_sentence(city):
    panel = city.panel("demo", "medical_beds_per_1000_residents", Level.TOWNSHIP, BreakMethod.NATURAL, 5)
    inside = ChartFindings(panel, city.geography, Level.TOWNSHIP, "441882")
    found = inside.describe_map(2015)
    assert "部" not in found, "all of them lie in one county"
    assert found.endswith("最高")
