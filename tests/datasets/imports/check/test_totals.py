"""Totals against the sum of their parts: total rows of a sheet, and areas of which the file has every part."""

from datasets.imports.model import FaultCode
from tests.datasets.imports.figure_world import figure, places, resolved, texts

COUNTIES = ("东新区", "西山", "高岗市")


def beds(*values: str, **own: object) -> list[dict[str, object]]:
    return [figure(area_name=name, value=value, **own) for name, value in zip(COUNTIES, values, strict=False)]


def total(value: str, name: str = "合计", **own: object) -> dict[str, object]:
    return figure(area_name=name, value=value, **own)


def test_a_total_that_is_the_sum_is_not_told():
    assert FaultCode.TOTAL_DIFFERS not in resolved(*beds("10", "20", "30"), totals=(total("60"),)).report.counts


def test_a_total_that_is_not_the_sum_is_told_with_both_numbers():
    checked = resolved(*beds("10", "20", "30"), totals=(total("61"),))
    assert places(checked, FaultCode.TOTAL_DIFFERS) == [("数据", 100, "D 数值")]
    assert texts(checked, FaultCode.TOTAL_DIFFERS) == [("61 张", "60 张")]
    assert len(checked.rows) == 3


def test_rounded_parts_may_miss_their_total_by_their_rounding():
    people = {"variable": "常住人口", "unit": "万人"}
    near = resolved(*beds("1.3", "1.3", "1.3", **people), totals=(total("4.0", **people),))
    far = resolved(*beds("1.3", "1.3", "1.3", **people), totals=(total("4.2", **people),))
    assert FaultCode.TOTAL_DIFFERS not in near.report.counts
    assert texts(far, FaultCode.TOTAL_DIFFERS) == [("42000 人", "39000 人")]


def test_totals_are_compared_within_their_year_and_variable():
    figures = [*beds("10", "20", "30", year="2015"), *beds("11", "21", "31", year="2016")]
    good = (total("60", year="2015"), total("63", year="2016"))
    crossed = (total("63", year="2015"), total("60", year="2016"))
    assert FaultCode.TOTAL_DIFFERS not in resolved(*figures, totals=good).report.counts
    assert resolved(*figures, totals=crossed).report.counts[FaultCode.TOTAL_DIFFERS] == 2


def in_rows(figures: list[dict[str, object]], *rows: int) -> list[dict[str, object]]:
    return [own | {"row": row} for own, row in zip(figures, rows, strict=True)]


def subtotals(*values: tuple[str, int]) -> tuple[dict[str, object], ...]:
    return tuple(total(value, "小计", row=row) for value, row in values)


def test_subtotals_sum_what_stands_above_them_since_the_last():
    figures = in_rows(beds("10", "20", "30"), 2, 4, 5)
    assert FaultCode.TOTAL_DIFFERS not in resolved(*figures, totals=subtotals(("10", 3), ("50", 6))).report.counts
    wrong = resolved(*figures, totals=subtotals(("10", 3), ("51", 6)))
    assert places(wrong, FaultCode.TOTAL_DIFFERS) == [("数据", 6, "D 数值")]
    assert texts(wrong, FaultCode.TOTAL_DIFFERS) == [("51 张", "50 张")]


def test_subtotals_sum_what_stands_below_them_down_to_the_next():
    figures = in_rows(beds("10", "20", "30"), 3, 5, 6)
    assert FaultCode.TOTAL_DIFFERS not in resolved(*figures, totals=subtotals(("10", 2), ("50", 4))).report.counts
    wrong = resolved(*figures, totals=subtotals(("10", 2), ("51", 4)))
    assert places(wrong, FaultCode.TOTAL_DIFFERS) == [("数据", 4, "D 数值")]


def test_townships_below_their_counties_are_not_summed_twice():
    mixed = [
        figure(area_name=name, value=value) for name, value in (("西山", "30"), ("秤架乡", "12"), ("西山太平镇", "18"))
    ]
    assert FaultCode.TOTAL_DIFFERS not in resolved(*mixed, totals=(total("30"),)).report.counts


def test_rates_are_not_summed():
    rates = resolved(*beds("10", "20", "30", variable="urban"), totals=(total("20", variable="urban"),))
    assert FaultCode.TOTAL_DIFFERS not in rates.report.counts


def test_no_sum_is_known_where_a_part_could_not_be_read():
    assert FaultCode.TOTAL_DIFFERS not in resolved(*beds("10", "20", "?"), totals=(total("60"),)).report.counts


def test_the_region_is_compared_with_its_counties_where_all_are_there():
    whole = resolved(*beds("10", "20", "30"), figure(area_name="方城市", value="61"))
    partly = resolved(*beds("10", "20"), figure(area_name="方城市", value="61"))
    assert places(whole, FaultCode.TOTAL_DIFFERS) == [("数据", 5, "D 数值")]
    assert texts(whole, FaultCode.TOTAL_DIFFERS) == [("61 张", "60 张")]
    assert FaultCode.TOTAL_DIFFERS not in partly.report.counts


def test_a_county_is_compared_with_its_townships():
    parts = [
        figure(area_name=name, value=value) for name, value in (("西山", "30"), ("秤架乡", "12"), ("西山太平镇", "17"))
    ]
    assert texts(resolved(*parts), FaultCode.TOTAL_DIFFERS) == [("30 张", "29 张")]


def test_a_total_row_of_the_region_is_compared_too():
    checked = resolved(*beds("10", "20", "30"), totals=(total("66", "全市"),))
    assert places(checked, FaultCode.TOTAL_DIFFERS) == [("数据", 100, "D 数值")]


def test_a_total_that_is_a_formula_without_its_result_says_nothing():
    report = resolved(*beds("10", "20", "30"), totals=(total("", formula=True),)).report
    assert FaultCode.TOTAL_DIFFERS not in report.counts
