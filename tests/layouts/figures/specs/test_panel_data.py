"""What the browser gets: small, complete, decided."""

import gzip
from dataclasses import replace
from typing import Any

import numpy as np
import orjson
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.layers import LayerKind
from geodata.region import Level
from indicators.classes import BreakMethod, ClassScheme
from indicators.definition import Direction
from indicators.gaps.gaps import reaches_line
from indicators.thresholds import at_least, at_most
from layouts.figures.maps.choropleth import MapTrace, map_figure, stepped_scale
from layouts.figures.specs.build_chart import trend_spec
from layouts.figures.specs.panel_data import ABSENT, describe_before, encode_panel, round_within_classes, tabulate_year
from layouts.figures.theme import SMALL_FILL
from tests.conftest import of_every_kind

KEPT: dict[tuple[str, ...], dict[str, Any]] = {}  # many tests look at the same, none changes it


def data(city, dataset: str, indicator: str, level: Level = Level.COUNTY, method: BreakMethod = BreakMethod.NATURAL):
    """What the browser gets of an indicator of the shipped city."""
    asked = (dataset, indicator, level, method)
    if asked not in KEPT:
        KEPT[asked] = encode_panel(city.panel(dataset, indicator, level, method, 5), level, city.geography)
    return KEPT[asked]


def test_a_missing_value_is_absent_everywhere(city):
    found = data(city, "public", "medical_beds_per_1000_residents")
    at = city.geography.codes(Level.COUNTY).index("441802")
    assert found["values"][2020][at] is None
    assert found["classes"][2020][at] == found["kinds"][2020][at] == ABSENT


def test_a_note_reaches_the_browser_once_and_by_its_position(city):
    found = data(city, "public", "resident_population")
    assert [found["remarks"][at] for at in found["remarkOf"][2020]] == ["初步汇总数"], "shared by all counties"


def test_values_are_rounded_as_they_are_shown(city):
    found = data(city, "public", "medical_beds_per_1000_residents")
    assert sorted(value for value in found["values"][2020] if value) == [2.93, 3.47, 4.18, 4.52, 4.96, 5.03, 6.34]


def test_every_class_has_a_label_and_a_colour(city):
    for indicator in of_every_kind(city, "demo", Level.COUNTY):
        for method in (BreakMethod.NATURAL, BreakMethod.TARGET)[: 2 if indicator in city.anchors else 1]:
            found = data(city, "demo", indicator, method=method)
            assert len(found["legend"]) == len(found["colours"])
            used = {digit for digits in found["classes"].values() for digit in digits} - {ABSENT}
            assert max(map(int, used)) < len(found["legend"])


def test_without_all_members_there_is_no_line_and_no_ratio(city):
    gap = data(city, "public", "medical_beds_per_1000_residents")["gaps"][2020]
    assert gap["lines"] == [None] * 3
    assert gap["ratios"] == ["—", "—", "—"]
    assert gap["title"] == "缺清城区"


def test_the_line_of_a_falling_indicator_lies_above_the_benchmark(city):
    gap = data(city, "demo", "infant_mortality_per_1000")["gaps"][2014]
    assert gap["lines"] == pytest.approx([level / 0.8 for level in gap["levels"]["south"]], abs=0.02)


@pytest.mark.parametrize("level", [Level.COUNTY, Level.TOWNSHIP])
def test_a_panel_stays_under_5_kb_on_the_wire(city, level):
    for dataset in city.datasets:
        for indicator in of_every_kind(city, dataset, level):
            body = orjson.dumps(data(city, dataset, indicator, level), option=orjson.OPT_NON_STR_KEYS)
            assert len(gzip.compress(body)) < 5_000, indicator


def test_a_stepped_scale_gives_each_class_its_own_flat_colour():
    assert stepped_scale(["#111111", "#222222"]) == [[0, "#111111"], [0.5, "#111111"], [0.5, "#222222"], [1, "#222222"]]


def test_the_map_keeps_its_geometry_behind_urls():
    layers = {(Level.COUNTY, kind): f"/geo/{kind}" for kind in LayerKind}
    figure = map_figure(Level.COUNTY, layers)
    assert [trace.name for trace in figure.data] == list(MapTrace)
    assert {trace.geojson for trace in figure.data if trace.geojson} == set(layers.values())
    needed = (LayerKind.AREAS, LayerKind.HATCH, LayerKind.LABELS, LayerKind.OUTLINES)
    fewer = map_figure(Level.COUNTY, {key: url for key, url in layers.items() if key[1] in needed})
    lacking = {MapTrace.DIVISIONS, MapTrace.GROUP_HALO, MapTrace.GROUP_LINE, MapTrace.NEIGHBOURS}
    lacking |= {MapTrace.ROADS, MapTrace.ROAD_HALO, MapTrace.RIVERS, MapTrace.RIVER_HALO}
    assert {trace.name for trace in fewer.data} == set(MapTrace) - lacking


@pytest.mark.parametrize("method", [BreakMethod.NATURAL, BreakMethod.TARGET])
def test_a_shown_value_lies_in_the_class_it_is_drawn_in(city, method):
    for indicator in of_every_kind(city, "demo", Level.COUNTY):
        panel = city.panel("demo", indicator, Level.COUNTY, method, 5)
        shown = round_within_classes(panel).apply(panel.scheme.classify)
        told = panel.classes.mask(panel.are_small, shown)  # small values are in no class where classes judge
        assert shown.equals(told.astype("Int64")), indicator


@pytest.fixture(scope="module")
def beds(city):
    return city.panel("demo", "medical_beds_per_1000_residents", Level.COUNTY, BreakMethod.NATURAL, 5)


NEAR_BREAKS = st.tuples(st.integers(0, 60), st.sampled_from([0.0, 0.0004, -0.0004, 0.004, -0.004, 0.04, 0.05])).map(sum)


@given(
    st.lists(st.integers(0, 60), min_size=1, max_size=4, unique=True).map(sorted),
    st.lists(NEAR_BREAKS | st.just(float("nan")), min_size=1, max_size=12),
    st.sampled_from([{}, {"right_closed": True}, {"ceiling": 0}]),
    st.integers(0, 2),
)
def test_a_value_beside_any_break_is_shown_in_its_own_class(beds, breaks, values, sides, decimals):
    scheme = ClassScheme(tuple(map(float, breaks)), **sides)
    exact = pd.DataFrame([values], dtype=float)
    panel = replace(beds, values=exact, scheme=scheme, indicator=replace(beds.indicator, decimals=decimals))
    shown = round_within_classes(panel).to_numpy()
    np.testing.assert_array_equal(scheme.numbers(shown), scheme.numbers(exact.to_numpy()))


def test_small_values_are_painted_neither_as_reached_nor_as_missed(city):
    found = data(city, "demo", "infant_mortality_per_1000", method=BreakMethod.TARGET)
    few = found["small"][2016].index("1")
    assert int(found["classes"][2016][few]) == len(found["legend"]) - 1
    assert found["legend"][-1] == "数量太少（少于10）"
    assert found["colours"][-1] == SMALL_FILL


@pytest.mark.parametrize("level", [Level.COUNTY, Level.TOWNSHIP])
def test_the_browser_is_sent_the_ranks_of_the_tables(city, level):
    for indicator in ("medical_beds_per_1000_residents", "infant_mortality_per_1000"):
        if level in city.levels("demo", indicator):
            found = data(city, "demo", indicator, level)["ranks"][2016].split()
            panel = city.panel("demo", indicator, level, BreakMethod.NATURAL, 5)
            assert found == ranks(panel, 2016, panel.areas)


def test_in_an_opened_county_its_own_townships_are_ranked(city):
    panel = city.panel("demo", "medical_beds_per_1000_residents", Level.TOWNSHIP, BreakMethod.NATURAL, 5)
    for county, own in city.geography.townships.groupby("county"):
        found = encode_panel(panel, Level.TOWNSHIP, city.geography, within=county)["ranks"][2016].split()
        sent = dict(zip(panel.areas, found, strict=True))
        assert [sent[code] for code in own.index] == ranks(panel, 2016, list(own.index))


def ranks(panel, year: int, codes: list[str]) -> list[str]:
    return [str(row["rank"] or ABSENT) for row in tabulate_year(panel, year, codes).values()]


def test_a_state_has_no_rank(city):
    assert data(city, "demo", "county_hospital_grade_2a")["ranks"] is None


def test_a_county_bears_the_name_of_the_year(city):
    found = data(city, "demo", "medical_beds_per_1000_residents")["former"]
    assert found[2012] == {"441803": {"names": "清新县", "shorts": "清新"}}
    assert max(found) == 2012


def test_a_rate_over_few_events_tells_its_count_and_is_not_ranked(city):
    found = data(city, "demo", "maternal_mortality_per_100000")
    assert found["ranks"][2016] == " ".join(ABSENT * 8)
    assert found["small"][2016] == "1" * 8
    assert found["noteText"] == "{count}例，95%区间 {low} – {high}"
    assert all(len(parts.split()) == 3 for parts in found["notes"][2016])
    assert found["gaps"][2016]["tone"] == "unknown"
    assert found["gaps"][2016]["lines"] == [None] * 3


def test_a_figure_of_a_sample_has_its_interval_in_steps_of_the_last_decimal_around_it(city):
    found = data(city, "public", "piped_water_share")
    panel = city.panel("public", "piped_water_share", Level.COUNTY, BreakMethod.NATURAL, 5)
    low, high = panel.count_bases(2020)["441802"].interval
    below, above = map(float, (found["notes"][2020][0].split() * 2)[:2])
    value = found["values"][2020][0]
    assert (value - below / 10, value + above / 10) == pytest.approx((round(low, 1), round(high, 1)))
    assert "抽样" in found["sampleText"]
    assert data(city, "public", "illiteracy_rate")["sampleText"] is None


def test_a_level_as_drawn_lies_on_the_side_of_its_own_line_that_its_verdict_says(city):
    focus, compared = city.region.focus, 0
    for key in of_every_kind(city, "demo", Level.COUNTY):
        falls = city.indicators[key].direction is Direction.LOWER
        drawn = data(city, "demo", key)["gaps"]
        for year, gap in city.gaps("demo", key).items():
            for at, ratio in enumerate(gap.ratios.values()):
                line, level = drawn[year]["lines"][at], drawn[year]["levels"][focus][at]
                if line is not None and ratio is not None:
                    held = at_most(level, line) if falls else at_least(level, line)
                    assert held == reaches_line(ratio), (key, year, at)
                    compared += 1
    assert compared > 1000


def test_what_to_know_of_the_figures_comes_with_them(city):
    found = data(city, "public", "education_workers_per_1000")
    assert found["caveat"].startswith("使用须知：")
    assert "不能当作人员配备标准" in found["caveat"]


def test_a_verdict_says_what_stood_in_the_first_year_that_was_judged(city):
    gaps = data(city, "public", "college_per_100k")["gaps"]
    assert gaps[2020]["detail"].endswith(f"；2010年为 {gaps[2010]['ratios'][0]}")
    assert "年为" not in gaps[2010]["detail"]


def test_beside_one_division_classes_and_gap_say_that_they_are_the_whole_regions(city):
    region = replace(city.region, divisions={"4418": "甲市"})
    geography = replace(city.geography, region=region)
    panel = city.panel("public", "college_per_100k", Level.COUNTY, BreakMethod.NATURAL, 5)
    opened, whole = (encode_panel(panel, Level.COUNTY, geography, within=place) for place in ("4418", None))
    assert opened["gaps"][2020]["detail"].endswith("；这是清远市整体的比较，甲市各县为深色点")
    assert opened["legendNote"] == "按清远市所有县分级"
    assert opened["gaps"][2020]["title"] == whole["gaps"][2020]["title"]
    assert whole["legendNote"] == ""


def test_across_a_border_that_was_drawn_anew_no_verdict_is_followed_and_lines_know_where_to_break(city):
    panel = city.panel("public", "piped_water_share", Level.COUNTY, BreakMethod.NATURAL, 5)
    assert "2010年为" in describe_before(panel, 2020)
    moved = replace(panel, redrawn={"441881": 2020, city.region.benchmark: 2020})
    assert describe_before(moved, 2020) == "；有成员区划有变，不与2010年相比"
    found = encode_panel(moved, Level.COUNTY, city.geography)["redrawn"]
    at = city.geography.codes(Level.COUNTY).index("441881")
    assert (found["since"], found["counties"].index("1"), found["groups"]) == (2020, at, [city.region.benchmark])
    assert encode_panel(panel, Level.COUNTY, city.geography)["redrawn"] is None
    trend = trend_spec(moved, 2020, city.geography)
    assert [len(line.runs) for line in trend.groups] == [1, 2]
    assert trend.redrawn
