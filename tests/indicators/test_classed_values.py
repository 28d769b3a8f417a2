"""Panels: one set of classes over all years, ranks within a year."""

import numpy as np
import pandas as pd
import pytest

from indicators.classed_values import classify_records, compare_areas_in_year, compare_groups_in_year
from indicators.classes import BreakMethod
from indicators.definition import Direction
from tests.indicators.test_definition import indicator

CODES = ["a", "b", "c", "d"]


def records(values: dict[tuple[str, int], float]) -> pd.DataFrame:
    index = pd.MultiIndex.from_tuples(values, names=["area_code", "year"])
    value = pd.Series(list(values.values()), index=index, dtype=float)
    return pd.DataFrame(
        {"value": value, "kind": "published", "source": "s", "note": "", "numerator": value, "denominator": np.nan}
    ).sort_index()


TWO_YEARS = records({("a", 2010): 1, ("b", 2010): 2, ("c", 2010): 3, ("a", 2016): 3, ("b", 2016): 6, ("d", 2016): 9})


def panel(direction: Direction = Direction.HIGHER):
    return classify_records(indicator(direction=direction), TWO_YEARS, CODES, CODES, {}, None, BreakMethod.NATURAL, 3)


def test_one_value_has_one_class_whatever_its_year():
    found = panel()
    assert found.classes.loc[2010, "c"] == found.classes.loc[2016, "a"]


def test_a_missing_cell_has_no_value_class_or_kind():
    found = panel()
    assert np.isnan(found.values.loc[2010, "d"])
    assert pd.isna(found.classes.loc[2010, "d"])
    assert pd.isna(found.kinds.loc[2010, "d"])


def test_areas_stand_in_map_order():
    assert list(panel().values.columns) == CODES


def test_a_state_of_yes_or_no_has_two_classes():
    found = classify_records(
        indicator(yes_no=True),
        records({("a", 2010): 0, ("b", 2010): 1}),
        CODES,
        CODES,
        {},
        None,
        BreakMethod.NATURAL,
        5,
    )
    assert found.classes.loc[2010].dropna().tolist() == [0, 1]


def gap_of(year: int, groups: dict[str, list[str]]):
    frames = [TWO_YEARS, records({("a", 2010): 1})]
    own, people = (frame[frame.index.get_level_values("year") == year].droplevel("year") for frame in frames)
    return compare_groups_in_year(indicator(), own, people["value"], groups, "south")


def test_a_gap_is_told_for_every_year_with_any_value():
    groups = {"north": ["a", "b"], "south": ["c", "d"]}
    assert gap_of(2010, groups).missing == ("d",)
    assert gap_of(2016, groups).missing == ("c",)
    assert gap_of(2012, groups) is None


@pytest.mark.parametrize("groups", [{"north": ["a"], "south": ["b"]}, {"south": ["b"], "north": ["a"]}])
def test_the_focus_is_measured_whatever_the_order_of_the_groups(groups):
    assert set(gap_of(2010, groups).ratios.values()) == {0.5, None}


def frame_of_year(values: dict[str, float]) -> pd.DataFrame:
    return pd.DataFrame({"value": values, "numerator": np.nan, "denominator": np.nan})


@pytest.mark.parametrize(("direction", "ratio"), [(Direction.HIGHER, 0.75), (Direction.LOWER, 4 / 3)])
def test_a_region_is_compared_as_a_whole_by_the_one_level_that_it_has(direction, ratio):
    values = frame_of_year({"city": 6, "province": 8, "a": 1})
    gap = compare_areas_in_year(indicator(direction=direction), values, ["a"], {"all": "city", "reference": "province"})
    assert gap.ratios == {"simple": None, "weighted": None, "pooled": pytest.approx(ratio)}
    assert gap.missing == ()


def test_an_area_without_a_figure_is_named_and_where_nothing_of_the_region_is_known_there_is_no_gap():
    areas = {"all": "city", "reference": "province"}
    lacking = compare_areas_in_year(indicator(), frame_of_year({"city": 6, "a": 1}), ["a"], areas)
    assert lacking.missing == ("province",)
    assert set(lacking.ratios.values()) == {None}
    assert compare_areas_in_year(indicator(), frame_of_year({"elsewhere": 6}), ["a"], areas) is None
