"""Figures resolved: each is stored in its variable's unit, or told about at its very cell."""

from decimal import Decimal

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from datasets.imports.columns.extract_rows import FIGURE_COLUMNS
from datasets.imports.model import CheckResult, FaultCode
from datasets.kinds import STORED, ImportKind
from indicators.definition import ValueKind
from tests.datasets.imports.figure_world import CITY, EAST, HILL, WEST, figure, places, published, resolved, texts


def test_a_good_figure_is_stored_in_the_columns_of_the_store():
    rows = resolved(figure(note=" 核对过 ", kind="公布", source="年鉴2017")).rows
    assert list(rows.columns) == STORED[ImportKind.OBSERVATIONS]
    assert rows.astype(object).to_numpy().tolist() == [["beds", EAST, 2016, 50.0, "published", "年鉴2017", "核对过"]]


@pytest.mark.parametrize(
    ("own", "value"),
    [
        ({"variable": "常住人口", "value": "32.57", "unit": "万人"}, 325_700),
        ({"variable": "常住人口（万人）", "value": "32.57"}, 325_700),
        ({"variable": "people", "value": "１，２３４"}, 1_234),
        ({"variable": "people", "value": "1,234,567", "unit": " 人 "}, 1_234_567),
        ({"variable": "参保率", "value": "285", "unit": "‰"}, 28.5),
        ({"variable": "insured", "value": "85.2"}, 85.2),
        ({"variable": "参保率", "value": "85.2%"}, 85.2),
        ({"variable": "是否开放", "value": "是"}, 1),
        ({"variable": "是否开放", "value": "0"}, 0),
    ],
)
def test_a_value_is_kept_in_the_unit_of_its_variable(own, value):
    checked = resolved(figure(**own))
    assert checked.rows["value"].tolist() == [value]
    assert checked.report.faults.empty


@settings(max_examples=10)
@given(st.lists(st.decimals(min_value=0, max_value=999, places=6), min_size=1, max_size=20))
def test_decimals_come_out_as_they_were_written(written):
    """Whatever the unit: a product of binary fractions would end in 9999999."""
    units = {"常住人口": ("万人", 10_000), "参保率": ("‰", Decimal("0.1"))}
    for variable, (unit, factor) in units.items():
        own = {"variable": variable, "unit": unit}
        found = resolved(*(figure(value=str(value), year=str(1950 + at), **own) for at, value in enumerate(written)))
        assert found.rows["value"].tolist() == [float(value * factor) for value in written]


def test_a_missing_unit_kind_and_source_are_assumed_and_counted():
    checked = resolved(figure(), figure(year="2015", unit="张", kind="转录", source="年鉴"))
    assert checked.report.assumed == {"unit": 1, "kind": 1, "source": 1}
    assert checked.rows["kind"].tolist() == [ValueKind.TRANSCRIBED, ValueKind.TRANSCRIBED]


def test_rows_are_counted_by_how_their_area_was_found():
    good = figure(area_code=EAST, area_name=""), figure(area_name="西山"), figure(area_name="无此县")
    assert resolved(*good).report.matched == {"code": 1, "alias": 1, "none": 1}


@pytest.mark.parametrize(
    ("own", "code", "found", "allowed"),
    [
        ({"area_name": "东新曲"}, FaultCode.AREA_UNKNOWN, "东新曲", f"东新区 {EAST}"),
        ({"variable": "床数", "value": "1"}, FaultCode.VARIABLE_UNKNOWN, "床数", "床位数"),
        ({"variable": "床位"}, FaultCode.VARIABLE_UNKNOWN, "床位", "床位数"),
        ({"variable": "人口"}, FaultCode.VARIABLE_UNKNOWN, "人口", "常住人口、城镇人口比重"),
        ({"variable": "床位数（女）"}, FaultCode.VARIABLE_UNKNOWN, "床位数（女）", "床位数"),
        ({"variable": "乡镇数"}, FaultCode.VARIABLE_FIXED, "乡镇数", ""),
        ({"unit": "户"}, FaultCode.UNIT_UNKNOWN, "户", "张"),
        ({"value": "12%"}, FaultCode.UNIT_UNKNOWN, "%", "张"),
        ({"value": "约50"}, FaultCode.NOT_A_NUMBER, "约50", ""),
        ({"value": ""}, FaultCode.NOT_A_NUMBER, "", ""),
        ({"value": "NaN"}, FaultCode.NOT_FINITE, "NaN", ""),
        ({"value": "1e999"}, FaultCode.NOT_FINITE, "1e999", ""),
        ({"value": "-3"}, FaultCode.OUT_OF_RANGE, "-3 张", "≥ 0 张"),
        ({"variable": "urban", "value": "128"}, FaultCode.OUT_OF_RANGE, "128 %", "0 – 100 %"),
        ({"year": "某年"}, FaultCode.NOT_A_YEAR, "某年", "1949 – 2100"),
        ({"year": "2016-12-31"}, FaultCode.YEAR_IS_A_DATE, "2016-12-31", "1949 – 2100"),
        ({"year": "42370"}, FaultCode.YEAR_IS_A_DATE, "42370", "1949 – 2100"),
        ({"kind": "猜的"}, FaultCode.KIND_UNKNOWN, "猜的", "、".join(ValueKind)),
        ({"formula": True, "value": "50"}, FaultCode.FORMULA, "50", ""),
    ],
)
def test_a_bad_figure_is_told_at_its_cell_and_left_out(own, code, found, allowed):
    checked = resolved(figure(year="2015"), figure(**own))
    assert places(checked, code) == [("数据", 3, "D 数值")]
    assert texts(checked, code) == [(found, allowed)]
    assert checked.report.faults.query("code == @code")["severity"].tolist() == ["error"]
    assert (checked.report.rows, checked.report.good, len(checked.rows)) == (2, 1, 1)


def test_a_formula_without_a_result_is_a_formula_and_nothing_else():
    assert resolved(figure(formula=True, value="")).report.counts == {FaultCode.FORMULA: 1}


def test_a_source_is_needed_where_the_order_gives_none():
    checked = resolved(figure(source="年鉴"), figure(year="2015"), source="")
    assert places(checked, FaultCode.SOURCE_MISSING) == [("数据", 3, "D 数值")]


def test_made_up_figures_must_say_so_row_by_row():
    checked = resolved(figure(kind="演示"), figure(year="2015"), kind_default=ValueKind.DEMONSTRATION)
    assert checked.rows["kind"].tolist() == ["demonstration"]
    assert places(checked, FaultCode.KIND_UNKNOWN) == [("数据", 3, "D 数值")]


def test_the_same_figure_again_is_kept_once_with_a_warning():
    checked = resolved(figure(), figure(area_name="东新县", value="50.0"), figure(area_code="990027", area_name=""))
    assert len(checked.rows) == 1
    assert [place[1] for place in places(checked, FaultCode.DUPLICATE)] == [3, 4]
    assert texts(checked, FaultCode.DUPLICATE)[0] == ("50 张", "数据!D2 = 50 张")


def test_of_contradicting_figures_none_is_taken_and_each_names_the_other():
    checked = resolved(figure(), figure(value="51"), figure(year="2015"))
    assert checked.rows["year"].tolist() == [2015]
    assert texts(checked, FaultCode.CONTRADICTION) == [("50 张", "数据!D3 = 51 张"), ("51 张", "数据!D2 = 50 张")]


def test_a_figure_with_another_fault_contradicts_nobody():
    checked = resolved(figure(), figure(value="-51"))
    assert checked.rows["value"].tolist() == [50]
    assert FaultCode.CONTRADICTION not in checked.report.counts


def test_a_figure_of_the_region_in_a_total_row_is_its_figure():
    checked = resolved(figure(), totals=(figure(area_name="全市", value="400"), figure(area_name="合计", value="50")))
    assert checked.rows["area_code"].tolist() == [EAST, CITY]
    assert checked.report.ignored == {"total": 1}


def test_persons_taken_for_ten_thousands_are_told_with_both_readings():
    own = figure(variable="常住人口", value="32.57")
    checked = resolved(own, published=published(("people", EAST, 2015, 324_100)))
    assert texts(checked, FaultCode.UNIT_SUSPICIOUS) == [("32.57 人", "32.57 万人 (2015: 324100 人)")]
    assert FaultCode.JUMP not in checked.report.counts
    assert len(checked.rows) == 1


def test_persons_under_a_heading_of_ten_thousands_are_told_as_they_are_written():
    own = {"variable": "常住人口", "unit": "万人"}
    checked = resolved(figure(**own, year="2015", value="0.3"), figure(**own, year="2016", value="3300"))
    assert texts(checked, FaultCode.UNIT_SUSPICIOUS) == [("3300 万人", "3300 人 (2015: 3000 人)")]


def test_a_column_wholly_in_another_unit_shows_against_what_is_published():
    years = [figure(variable="常住人口", year=str(year), value="32.57") for year in (2016, 2017)]
    checked = resolved(*years, published=published(("people", EAST, 2016, 324_100)))
    assert [place[1] for place in places(checked, FaultCode.UNIT_SUSPICIOUS)] == [2, 3]


def test_amounts_show_another_unit_against_the_census_of_another_decade_and_rates_do_not():
    people, rate = figure(variable="常住人口", value="32.57"), figure(variable="参保率", value="28.5")
    checked = resolved(
        people, rate, published=published(("people", EAST, 2010, 324_100), ("coverage", EAST, 2010, 2.9))
    )
    assert texts(checked, FaultCode.UNIT_SUSPICIOUS) == [("32.57 人", "32.57 万人 (2010: 324100 人)")]


def test_per_mille_taken_for_per_cent_is_told_with_both_readings():
    own = figure(variable="参保率", value="28.5")
    checked = resolved(own, published=published(("coverage", EAST, 2016, 2.9)))
    assert texts(checked, FaultCode.UNIT_SUSPICIOUS) == [("28.5 %", "28.5 ‰ (2016: 2.9 %)")]


def test_a_rate_out_of_range_that_fits_as_per_mille_is_told_so_beside_its_error():
    checked = resolved(figure(variable="参保率", value="850"))
    assert texts(checked, FaultCode.UNIT_SUSPICIOUS) == [("850 %", "850 ‰")]
    assert places(checked, FaultCode.OUT_OF_RANGE) == [("数据", 2, "D 数值")]


def test_a_leap_against_the_year_before_in_the_file_is_told_with_it():
    checked = resolved(figure(year="2015"), figure(year="2016", value="130"))
    assert places(checked, FaultCode.JUMP) == [("数据", 3, "D 数值")]
    assert texts(checked, FaultCode.JUMP) == [("130 张", "2015: 50 张")]
    assert len(checked.rows) == 2


def test_a_leap_against_the_published_figure_is_told():
    checked = resolved(figure(value="20"), published=published(("beds", EAST, 2015, 50)))
    assert texts(checked, FaultCode.JUMP) == [("20 张", "2015: 50 张")]


def test_what_all_areas_do_is_no_leap():
    areas = [figure(area_name=name, year=year, value=value) for name in ("东新", "西山", "高岗市") for year, value in (("2015", "50"), ("2016", "120"))]  # fmt: skip  # noqa: E501
    assert FaultCode.JUMP not in resolved(*areas).report.counts


def test_small_counts_do_not_leap():
    assert FaultCode.JUMP not in resolved(figure(year="2015", value="2"), figure(value="6")).report.counts


def test_a_benchmark_is_of_the_reference_and_needs_no_area():
    checked = resolved(figure(area_name="", variable="参保率"), kind=ImportKind.BENCHMARK)
    assert checked.rows[["variable", "area_code"]].astype(str).to_numpy().tolist() == [["coverage", "delta"]]


def test_a_benchmark_of_another_area_or_of_a_count_is_refused():
    checked = resolved(
        figure(area_name="东新区", variable="参保率"),
        figure(area_name="", variable="床位数"),
        kind=ImportKind.BENCHMARK,
    )
    assert places(checked, FaultCode.AREA_UNKNOWN) == [("数据", 2, "D 数值")]
    assert places(checked, FaultCode.VARIABLE_UNKNOWN) == [("数据", 3, "D 数值")]


def test_a_sheet_without_figures_is_an_empty_report():
    checked = resolved()
    assert (checked.report.rows, checked.report.good, list(checked.rows.columns)) == (
        *(0, 0),
        STORED[ImportKind.OBSERVATIONS],
    )


def test_a_year_of_figures_with_planted_faults_keeps_exactly_the_good_ones():
    good = [figure(area_name=name, year=str(y)) for name in ("东新区", "西山", "高岗市") for y in range(2012, 2016)]
    planted = [figure(area_name="东新曲"), figure(value="-1"), figure(unit="人")]
    checked = resolved(*good, *planted)
    assert sorted(set(checked.rows["area_code"])) == [EAST, WEST, HILL]
    assert set(checked.report.faults["row"]) == {14, 15, 16}


wild_text = st.one_of(
    st.text(max_size=8),
    st.sampled_from(
        *[
            (
                "东新区",
                "太平镇",
                EAST,
                "床位数",
                "常住人口（万人）",
                "urban",
                "2016",
                "2015",
                "50",
                "1e9",
                "万人",
                "%",
                "公布",
            )
        ]
    ),
)
wild = st.fixed_dictionaries(
    {name: wild_text for name in FIGURE_COLUMNS if name not in ("sheet", "row", "column", "formula")}
    | {"formula": st.booleans()}
)
tame = st.fixed_dictionaries(
    {"value": st.sampled_from(["50", "50.0", "51", "?"]), "area_name": st.sampled_from(["东新区", "东新县", "西山"])}
)


@given(st.lists(wild | tame, max_size=12))
def test_no_figure_vanishes(given_figures):
    checked = resolved(*[figure(**own) for own in given_figures])
    faults = checked.report.faults
    refused = set(faults.loc[faults["severity"] == "error", "row"])
    if 0 in refused:  # one fault that all rows share
        refused = set(range(2, len(given_figures) + 2))
    repeated = set(faults.loc[faults["code"] == FaultCode.DUPLICATE, "row"])
    assert not refused & repeated
    assert len(given_figures) == len(checked.rows) + len(refused) + len(repeated)
    assert pd.notna(checked.rows).all(axis=None)


def shares(*values: str, **own: str) -> CheckResult:
    return resolved(
        *[figure(variable="参保率", value=value, year=f"20{i:02}", **own) for i, value in enumerate(values)]
    )


@pytest.mark.parametrize("values", [("0.4", "0.63"), ("1", "1", "0"), ("0.852",)])
@pytest.mark.parametrize("unit", ["", "%", "％"])
def test_a_column_under_per_cent_between_0_and_1_is_told_once_and_not_converted(values, unit):
    checked = shares(*values, unit=unit)
    told = checked.report.faults[checked.report.faults["code"] == FaultCode.SHARE_OF_ONE]
    assert told[["row", "severity", "count"]].to_numpy().tolist() == [[0, "warning", len(values)]]
    assert checked.rows["value"].tolist() == [float(value) for value in values]


@pytest.mark.parametrize("others", [("85.2%", "90%"), ("85.2", "90")])
def test_a_share_of_one_among_per_cents_is_told_with_its_row(others):
    checked = shares(*others, "0.852", "0.9%")
    assert (places(checked, FaultCode.SHARE_OF_ONE), texts(checked, FaultCode.SHARE_OF_ONE)) == (
        [("数据", 4, "D 数值")],
        [("0.852 %", "85.2 %")],
    )


@pytest.mark.parametrize("values", [("0.8", "1.2", "2.3"), ("0", "0"), ("0.5%", "0.8%"), ("0", "85", "90")])
def test_small_per_cents_among_their_like_are_not_told(values):
    assert FaultCode.SHARE_OF_ONE not in shares(*values).report.counts


def test_a_contradiction_names_a_row_that_differs():
    checked = resolved(figure(value="100"), figure(value="100"), figure(value="200"))
    assert [allowed for _, allowed in texts(checked, FaultCode.CONTRADICTION)] == [
        *("数据!D4 = 200 张", "数据!D4 = 200 张", "数据!D2 = 100 张")
    ]


def test_a_suggested_quantity_bears_its_name_and_no_id():
    assert texts(resolved(figure(variable="常住人囗")), FaultCode.VARIABLE_UNKNOWN) == [("常住人囗", "常住人口")]
