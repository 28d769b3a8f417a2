"""From a sheet and its mapping to one text row a figure: nothing is lost, and what is no figure is counted."""

from hypothesis import given
from hypothesis import strategies as st

from datasets.imports.columns.column_mapping import propose_sheet_mapping
from datasets.imports.columns.extract_rows import extract_figures, extract_records, label_columns
from datasets.kinds import ImportKind
from tests.datasets.imports.tables import VOCABULARY, sheet

WIDE = [
    ["2016年统计表", "", ""],
    ["地区", "床位数（张）", "常住人口（万人）"],
    ["甲县", "1,234", "40.5"],
    ["", "", ""],
    ["地区", "床位数（张）", "常住人口（万人）"],
    ["乙县", "—", "４１.５"],
    ["注：乙县未报。", "", ""],
    ["合计", "1,234", "82"],
    ["注：年报数。", "", ""],
]
cells = st.sampled_from(["", "—", "12", "１,２３４", "很多", "-1", "1e3", " 5 "])
names = st.sampled_from(["甲县", "乙县", "合计", "全市", "小计"])


def found(rows, kind=ImportKind.OBSERVATIONS):
    given_sheet = sheet(rows)
    return extract_figures(given_sheet, propose_sheet_mapping(given_sheet, kind, VOCABULARY))


def test_a_wide_table_becomes_a_row_a_figure_in_the_order_of_the_sheet():
    figures = found(WIDE).figures
    assert figures[["row", "area_name", "variable", "year", "value", "unit"]].to_numpy().tolist() == [
        [3, "甲县", "beds", "2016", "1,234", "张"],
        [3, "甲县", "people", "2016", "40.5", "万人"],
        [6, "乙县", "people", "2016", "４１.５", "万人"],
    ]


def test_total_rows_are_handed_out_apart():
    totals = found(WIDE).totals
    assert totals[["row", "variable", "value"]].to_numpy().tolist() == [[8, "beds", "1,234"], [8, "people", "82"]]


def test_blanks_totals_notes_and_repeated_headings_are_counted():
    assert found(WIDE).ignored == {"blank": 1, "total": 2, "note": 2, "heading": 1}


def test_a_figure_names_its_column_by_letter_and_heading():
    assert found(WIDE).figures["column"].tolist() == ["B 床位数（张）", "C 常住人口（万人）", "C 常住人口（万人）"]
    given_sheet = sheet(WIDE)
    assert (
        label_columns(given_sheet, propose_sheet_mapping(given_sheet, ImportKind.OBSERVATIONS, VOCABULARY))[0]
        == "A 地区"
    )


def test_a_filled_cell_of_an_unused_column_is_counted():
    rows = [["地区", "年份", "床位数", "排名"], ["甲县", "2016", "1", "2"], ["乙县", "2016", "1", ""]]
    assert found(rows).ignored == {"column": 1}


def test_records_have_a_column_a_role_and_their_row():
    given_sheet = sheet([["名称", "类型", "经度", "纬度"], [" 甲小学 ", "小学", "113.05", "23.7"]])
    rows = extract_records(given_sheet, propose_sheet_mapping(given_sheet, ImportKind.FACILITIES, VOCABULARY))
    assert rows.to_dict("records") == [
        {"sheet": "表", "row": 2, "name": "甲小学", "type": "小学", "longitude": "113.05", "latitude": "23.7"}
    ]


@given(st.lists(st.tuples(names, cells, cells), min_size=1, max_size=8))
def test_every_cell_is_a_figure_a_total_or_a_counted_blank(rows):
    made = [["地区", "年份", "床位数", "常住人口"], ["甲县", "2015", "7", "7"]]
    result = found(made + [[name, "2016", beds, people] for name, beds, people in rows])
    assert len(result.figures) + len(result.totals) + result.ignored.get("blank", 0) == 2 * (1 + len(rows))
    assert result.ignored.get("total", 0) == len(result.totals)
