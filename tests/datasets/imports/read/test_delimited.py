"""Text files: the encoding and the separator are found out, and what was written is what is read."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datasets.files.formula_guard import unguard_formula
from datasets.imports.model import Limits
from datasets.imports.read.delimited import read_delimited

ROWS = [["地区", "年份", "床位数（张）"], ["甲县", "2016", "1,234"], ["乙县", "2016", '说"无"\n换行']]
FOUND = {"utf-8": "utf-8", "utf-8-sig": "utf-8-sig", "gb18030": "gb18030", "gbk": "gb18030", "utf-16": "utf-16"}
words = st.lists(
    st.sampled_from(["清远", "连州市", "床位", "，", "（注）", "12.5", "a b", '"', ",", ";", "\t", "\n", "'", "="])
)
texts = words.map("".join)


def written(rows, encoding: str, separator: str = ",") -> bytes:
    file = io.StringIO()
    csv.writer(file, delimiter=separator).writerows(rows)
    return file.getvalue().encode(encoding)


def read(content: bytes, folder: Path):
    path = folder / "file"
    path.write_bytes(content)
    sheet, encoding = read_delimited("表", path, Limits())
    return sheet.cells.to_numpy().tolist(), encoding, sheet


@pytest.mark.parametrize("encoding", FOUND)
def test_the_encoding_is_found_out(encoding, tmp_path):
    cells, found, _ = read(written(ROWS, encoding), tmp_path)
    assert (cells, found) == (ROWS, FOUND[encoding])


@pytest.mark.parametrize("separator", [",", "\t", ";", "|"])
def test_the_separator_is_found_out(separator, tmp_path):
    assert read(written(ROWS, "utf-8", separator), tmp_path)[0] == ROWS


def test_a_separator_within_cells_of_several_lines_parts_nothing(tmp_path):
    rows = [["地区", "年份", "备注"], ["", "", ";\n;清远"], ["", ";\n清远", ";"]]
    assert read(written(rows, "utf-8"), tmp_path)[0] == rows


def test_signs_that_only_gb18030_has_are_read(tmp_path):
    assert read(written([["地区", "名称"], ["甲县", "㙟𬍛村"]], "gb18030"), tmp_path)[0][1] == ["甲县", "㙟𬍛村"]


def test_short_rows_are_filled_and_empty_ones_keep_their_number(tmp_path):
    cells, _, sheet = read("地区,床位数\n\n甲县\n".encode(), tmp_path)
    assert (cells, sheet.cells.index.tolist()) == ([["地区", "床位数"], ["甲县", ""]], [1, 3])


def test_formulas_are_marked_and_signed_numbers_are_none(tmp_path):
    content = 'a,b\n=1+2,-5\n"=HYPERLINK(""http://a.example"")",+5\n@SUM(A1),-2+3\n'
    assert read(content.encode(), tmp_path)[2].formulas == {(2, 0), (3, 0), (4, 0)}


@given(st.lists(st.tuples(texts, texts, texts), max_size=6), st.sampled_from(sorted(FOUND)))
def test_reading_undoes_writing(tmp_path_factory, rows, encoding):
    written_rows = [["地区", "年份", "床位数"], *([*row[:2], "末" + row[2]] for row in rows)]
    cells, _, sheet = read(written(written_rows, encoding), tmp_path_factory.getbasetemp())
    assert cells == [[unguard_formula(text) for text in row] for row in written_rows]
    assert all(written_rows[row - 1][column].startswith("=") for row, column in sheet.formulas)
