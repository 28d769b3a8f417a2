"""Units as offices write them, against the one that a quantity is kept in."""

import pytest

from datasets.imports.cells.units import is_part, scaled_unit, unit_factor


@pytest.mark.parametrize(
    ("unit", "wanted", "factor"),
    [
        *[("张", "张", 1), ("万人", "人", 1e4), ("元", "万元", 1e-4), ("亿元", "万元", 1e4), ("千人", "人", 1e3)],
        *[("％", "%", 1), ("‰", "%", 0.1), ("百分比", "%", 1), ("平方公里", "km²", 1), ("公里", "km", 1)],
        *[("平方米", "㎡", 1), (" 万 人 ", "人", 1e4), ("千米", "km", 1)],
    ],
)
def test_units_of_one_measure_convert(unit, wanted, factor):
    assert unit_factor(unit, wanted) == pytest.approx(factor)


@pytest.mark.parametrize(("unit", "wanted"), [("户", "人"), ("%", "人"), ("", "人"), ("万", "人"), ("km", "km²")])
def test_units_of_different_measures_do_not(unit, wanted):
    assert unit_factor(unit, wanted) is None


def test_a_declared_factor_is_taken_first():
    assert unit_factor("箱", "张", {"箱": 12}) == 12


@pytest.mark.parametrize(
    ("unit", "factor", "scaled"),
    [
        *[("人", 1e4, "万人"), ("万元", 1e4, "亿元"), ("万元", 1e-4, "元"), ("%", 0.1, "‰"), ("‰", 10, "%")],
        *[("人", 10, None), ("%", 10, None)],
    ],
)
def test_the_unit_so_many_times_as_large_has_a_name_or_none(unit, factor, scaled):
    assert scaled_unit(unit, factor) == scaled


def test_parts_of_one_are_told_from_amounts():
    assert [is_part(unit) for unit in ("％", "‰", "人", "")] == [True, True, False, False]
