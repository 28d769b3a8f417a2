"""The workbook: exact values, texts that stay texts, and a link from each sentence to its cells."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from callbacks.packs.make_pack import write_workbook
from layouts.pack_terms import SheetId
from layouts.paper.documents.pack import FailedPicture
from tests.layouts.paper.documents.packs import pack, values_sheet


def opened(of=None, failures=()):
    return load_workbook(BytesIO(write_workbook(of or pack(), failures)))


def test_a_value_stands_in_full_at_the_address_its_sheet_tells():
    cell = opened()["数值"][values_sheet().address(("beds", 2016, "a"), "value")]
    assert cell.value == 3.456789
    assert cell.number_format == "#,##0.00"


def test_a_missing_value_is_an_empty_cell():
    assert opened()["数值"]["C4"].value is None


@pytest.mark.parametrize("text", ["=1+1", "+86", "-甲", "@SUM(A1)", '=HYPERLINK("http://x")'])
def test_a_text_that_looks_like_a_formula_is_a_text(text):
    cell = opened(pack(sheets={SheetId.VALUES: values_sheet(text)}))["数值"]["A3"]
    assert (cell.value, cell.data_type) == (text, "s")
    assert cell.quotePrefix


def test_the_title_of_a_pack_cannot_become_a_formula():
    assert opened(pack(title="=cmd()"))["说明"]["A1"].data_type == "s"


def test_every_number_of_a_sentence_is_linked_to_its_cell():
    book = opened()
    row = next(book["句子与出处"].iter_rows(min_row=3, max_row=3))
    sheet, address = row[4].hyperlink.location.replace("'", "").split("!")
    assert row[2].value == "3.46"
    assert book[sheet][address].value == row[3].value == 3.456789


def test_a_sentence_that_stands_twice_is_listed_once():
    assert opened()["句子与出处"].max_row == 3


def test_what_could_not_be_drawn_is_told():
    texts = [
        cell.value
        for row in opened(failures=[FailedPicture("床位，2016年", "缺字形")])["说明"].iter_rows()
        for cell in row
    ]
    assert "未能生成：床位，2016年（缺字形）" in texts


def test_a_demonstration_says_so_on_every_data_sheet():
    book = opened(pack(warning="演示数据 · 非真实统计"))
    assert all("演示数据 · 非真实统计" in book[name]["A1"].value for name in ("数值", "句子与出处"))
