"""What the browser gets of changes: all pairs of years, decided."""

import gzip
from dataclasses import replace
from decimal import Decimal

import orjson
import pytest

from geodata.region import Level
from indicators.classes import BreakMethod
from layouts.figures.comparison.change_data import change_map, describe_change_map, encode_changes, find_changes
from layouts.figures.maps.map_spec import map_labels, map_spec
from layouts.figures.specs.panel_data import round_within_classes

BEDS = "medical_beds_per_1000_residents"


def panel_of(city, dataset: str, indicator: str, level: Level = Level.COUNTY):
    return city.panel(dataset, indicator, level, BreakMethod.NATURAL, 5)


def test_every_two_years_are_told_the_earlier_one_first(city):
    panel = panel_of(city, "demo", BEDS)
    pairs = encode_changes(panel, Level.COUNTY, city.geography)["pairs"]
    assert {f"{a}-{b}" for a in panel.years for b in panel.years if a <= b} == set(pairs)
    assert pairs["2010-2016"]["title"] == "可比的8个地区都改善，连南改善最多（+2.31 张）"
    assert pairs["2010-2010"]["title"] == "两边是同一年，没有变化可言"


@pytest.mark.parametrize("indicator", [BEDS, "infant_mortality_per_1000", "village_bus_shelter_share"])
def test_a_printed_change_is_the_difference_of_the_printed_numbers(city, indicator):
    panel = panel_of(city, "demo", indicator)
    series = find_changes(panel)
    shown, figures = round_within_classes(panel), series.write(series.between(2010, 2016), in_full=False)
    for code in figures.index[figures != ""]:
        before, after = (Decimal(f"{shown.loc[year, code]:.9f}") for year in (2010, 2016))
        assert Decimal(figures[code].replace("−", "-").replace(",", "")) == after - before
    assert (figures != "").any()


KINDS = [BEDS, "infant_mortality_per_1000", "national_key_technical_school", "resident_population"]


@pytest.mark.parametrize("indicator", KINDS)
def test_every_class_has_a_label_and_a_colour(city, indicator):
    found = encode_changes(panel_of(city, "demo", indicator), Level.COUNTY, city.geography)
    assert len(found["legend"]) == len(found["colours"]) == len(found["textColours"])
    used = {digit for pair in found["pairs"].values() for digit in pair["classes"] if digit.isdigit()}
    assert used
    assert all(found["shown"][0] <= int(digit) <= found["shown"][1] for digit in used)


def test_of_a_redrawn_border_a_county_and_the_gap_are_not_compared(city):
    panel = panel_of(city, "public", "piped_water_share")
    moved = replace(panel, redrawn={"441881": 2020, city.region.benchmark: 2020})
    pair = encode_changes(moved, Level.COUNTY, city.geography)["pairs"]["2010-2020"]
    at = city.geography.codes(Level.COUNTY).index("441881")
    assert pair["reasons"][pair["classes"][at]] == "区划有变，前后不是同一地方"
    assert (pair["gap"]["title"], pair["gap"]["numbers"]) == ("两年的差距不作比较", [])


def test_in_an_opened_county_townships_are_ranked_among_themselves(city):
    panel = panel_of(city, "demo", "village_bus_shelter_share", Level.TOWNSHIP)
    pair = encode_changes(panel, Level.TOWNSHIP, city.geography, "441882")["pairs"]["2010-2016"]
    townships = city.geography.areas_within(Level.TOWNSHIP, "441882")
    assert sum(rank != "." for rank in pair["ranks"].split(" ")) == len(townships)
    assert pair["title"].startswith(f"可比的{len(townships)}个地区")


def test_the_changes_of_all_years_stay_small_on_the_wire(city):
    panel = panel_of(city, "demo", "village_bus_shelter_share", Level.TOWNSHIP)
    found = orjson.dumps(encode_changes(panel, Level.TOWNSHIP, city.geography))
    assert len(gzip.compress(found)) < 12_000


def test_on_paper_the_map_of_changes_has_the_classes_and_figures_of_the_screen(city):
    panel, codes = panel_of(city, "demo", BEDS), city.geography.codes(Level.COUNTY)
    names = map_labels(city.geography, Level.COUNTY, 2016)
    year = map_spec(panel, 2016, Level.COUNTY, ("", ""), names, "", schematic=False, values=names)
    drawn = change_map(year, panel, (2010, 2016))
    encoded = encode_changes(panel, Level.COUNTY, city.geography)
    pair, first = encoded["pairs"]["2010-2016"], encoded["shown"][0]
    assert [str(number + first) for number in drawn.classes[codes]] == list(pair["classes"])
    assert drawn.values is not None
    assert list(drawn.values[codes]) == pair["figures"].split("|")
    assert len(drawn.labels) == len(drawn.colours) == encoded["shown"][1] - first + 1


def test_who_is_not_compared_on_paper_is_named_with_the_reason(city):
    panel = panel_of(city, "public", BEDS)
    names = map_labels(city.geography, Level.COUNTY, 2020).to_dict()
    assert describe_change_map(panel, (2020, 2020), names)[1] == "不可比：清城（两年都暂无数据）"
