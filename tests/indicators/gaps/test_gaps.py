"""Group levels under three readings, and the ratio between groups."""

import pandas as pd
import pytest

from indicators.definition import Direction
from indicators.gaps.gaps import Averaging, GroupLevel, average_group, compare_groups


def frame(**beds_and_people: tuple[float | None, float | None]) -> pd.DataFrame:
    rows = {
        code: {
            "value": n / d * 1000 if n is not None and d else None,
            "numerator": n,
            "denominator": d,
        }
        for code, (n, d) in beds_and_people.items()
    }
    return pd.DataFrame.from_dict(rows, orient="index").astype(float)


TWO = frame(a=(100, 100_000), b=(900, 300_000))  # 1 and 3 beds per 1,000
POPULATION = pd.Series({"a": 100_000.0, "b": 300_000.0})


def test_the_three_readings_by_hand():
    level = average_group(["a", "b"], TWO, POPULATION, 1000)
    assert level.averages[Averaging.SIMPLE] == pytest.approx(2.0)
    assert level.averages[Averaging.WEIGHTED] == pytest.approx((1 * 100_000 + 3 * 300_000) / 400_000)
    assert level.averages[Averaging.POOLED] == pytest.approx(1000 / 400_000 * 1000)


def test_weighted_and_pooled_agree_only_where_the_weights_are_the_denominators():
    level = average_group(["a", "b"], TWO, pd.Series({"a": 200_000.0, "b": 200_000.0}), 1000)
    assert level.averages[Averaging.WEIGHTED] == pytest.approx(2.0)
    assert level.averages[Averaging.POOLED] == pytest.approx(2.5)


def test_a_group_that_lacks_a_member_has_no_level_and_says_which():
    level = average_group(["a", "b", "c"], TWO, POPULATION)
    assert level.missing == ("c",)
    assert set(level.averages.values()) == {None}


def test_a_value_without_its_parts_cannot_be_pooled():
    level = average_group(["a", "b"], TWO.assign(numerator=None), POPULATION)
    assert level.averages[Averaging.POOLED] is None
    assert level.averages[Averaging.SIMPLE] == pytest.approx(2.0)


def test_without_a_population_there_is_no_weighted_reading():
    level = average_group(["a", "b"], TWO, POPULATION.drop("b"))
    assert level.averages[Averaging.WEIGHTED] is None


def levels(north: float | None, south: float | None) -> dict[str, GroupLevel]:
    return {
        "north": GroupLevel(dict.fromkeys(Averaging, north), ()),
        "south": GroupLevel(dict.fromkeys(Averaging, south), ()),
    }


@pytest.mark.parametrize(
    ("direction", "north", "south", "ratio"),
    [
        (Direction.HIGHER, 3, 4, 0.75),
        (Direction.LOWER, 8, 6, 0.75),
        (Direction.HIGHER, 5, 4, 1.25),
        (Direction.NEUTRAL, 3, 4, None),
        (Direction.HIGHER, 3, 0, None),
        (Direction.LOWER, 0, 6, None),
        (Direction.HIGHER, None, 4, None),
    ],
)
def test_the_ratio_measures_the_focus_against_the_benchmark(direction, north, south, ratio):
    found = compare_groups("north", "south", levels(north, south), direction)
    assert set(found.ratios.values()) == {ratio}
