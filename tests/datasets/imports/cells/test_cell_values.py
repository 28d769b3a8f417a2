"""What the text of a cell says."""

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from datasets.imports.cells.cell_values import compact, is_missing, map_distinct, parse_numbers, parse_years, year_of

_FULL_WIDTH = str.maketrans("0123456789,.-+%", "０１２３４５６７８９，．－＋％")


def _series(*texts: str) -> pd.Series:
    return pd.Series(texts, dtype="str")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12),
        ("-5", -5),
        ("+5", 5),
        ("−5", -5),
        ("1,234,567.5", 1_234_567.5),
        ("1，234", 1234),
        ("1 234", 1234),
        ("１２３．５", 123.5),
        ("\u3000 7\t", 7),
        ("85.2%", 85.2),
        ("８５．２％", 85.2),
        ("1.2E+05", 120_000),
    ],
)
def test_a_number_is_read_however_an_office_writes_it(text: str, value: float):
    assert parse_numbers(_series(text))["value"].tolist() == [value]


@pytest.mark.parametrize(
    "text", ["12,34", "1,23", "1 2", "12人", "123①", "10²", "0x1F", "1_000", "#DIV/0!", "无", "1,234 567"]
)
def test_what_is_no_number_is_told_and_never_guessed(text: str):
    numbers = parse_numbers(_series(text))
    assert (numbers.unreadable.tolist(), numbers.missing.tolist()) == ([True], [False])
    assert math.isnan(numbers["value"][0])


@pytest.mark.parametrize("text", ["", " ", "\u3000", "…", "……", "-", "—", "——", "－", "/", "暂无", "缺", "N/A", "n/a"])
def test_marks_of_offices_for_a_figure_they_lack_are_missing(text: str):
    assert is_missing(text)
    assert parse_numbers(_series(text)).missing.tolist() == [True]


@pytest.mark.parametrize("text", ["NaN", "inf", "-Infinity", "∞", "1e400", "ＩＮＦ"])
def test_nan_and_infinity_are_not_missing(text: str):
    numbers = parse_numbers(_series(text))
    assert (numbers.not_finite.tolist(), numbers.missing.tolist(), numbers.unreadable.tolist()) == (
        [True],
        [False],
        [False],
    )


def test_percentages_keep_their_figure_and_are_marked():
    assert parse_numbers(_series("85.2%", "85.2")).percent.tolist() == [True, False]


@given(st.floats(-1e12, 1e12).map(lambda value: round(value, 4)))
def test_reading_a_number_undoes_writing_it(value: float):
    written = [
        repr(value),
        f"{value:,.4f}",
        f"{value:,.4f}".replace(",", " "),
        f" {value:.4f}％".translate(_FULL_WIDTH),
    ]
    assert parse_numbers(_series(*written))["value"].tolist() == pytest.approx([value] * 4, rel=1e-12, abs=1e-4)


@given(st.lists(st.text(max_size=12)))
def test_every_text_is_one_thing_only(texts: list[str]):
    numbers = parse_numbers(_series(*texts))
    told = numbers["value"].notna().astype(int) + numbers.missing + numbers.not_finite + numbers.unreadable
    assert told.eq(1).all()


@pytest.mark.parametrize("text", ["2016", "2016.0", "2016年", "2016年度", "２０１６年末", "二〇一六年", " 2016 "])
def test_a_year_is_read_however_it_is_written(text: str):
    assert parse_years(_series(text))["value"].tolist() == [2016]


@pytest.mark.parametrize("text", ["2016-01-01", "2016/1/1", "2016年1月", "2016-01-01T00:00:00", "42370", "42370.5"])
def test_a_date_is_no_year_and_is_told_apart(text: str):
    years = parse_years(_series(text))
    assert (years.is_date.tolist(), years.unreadable.tolist()) == ([True], [False])
    assert year_of(text) is None


@pytest.mark.parametrize("text", ["16年", "1948", "2101", "去年", "9" * 400])
def test_what_is_neither_year_nor_date_is_unreadable(text: str):
    years = parse_years(_series(text))
    assert (years.is_date.tolist(), years.unreadable.tolist()) == ([False], [True])


def test_blanks_of_every_width_and_invisible_signs_are_taken_out_of_names():
    assert compact("\ufeff清\u3000城 \t区\u200b\n") == "清城区"


def test_columns_keep_their_index_and_may_be_empty():
    names = pd.Series(["甲 县", "乙县"], index=[4, 9], dtype="str")
    assert map_distinct(names, compact, "str").to_dict() == {4: "甲县", 9: "乙县"}
    assert parse_numbers(names[:0])["value"].empty
    assert parse_years(names[:0])["value"].empty


@pytest.mark.parametrize("mark", ["..", "x", "NULL", "n.a."])
def test_marks_for_missing_figures_are_no_numbers(mark):
    assert is_missing(mark)
