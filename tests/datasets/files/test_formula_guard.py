"""What a cell is written as is what is read from it."""

import io

from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from python_calamine import CalamineWorkbook

from datasets.files.formula_guard import guard_formula, unguard_formula
from datasets.files.workbook import exact_cell

FINITE = st.floats(allow_nan=False, allow_infinity=False)
# What can stand in a cell at all; a workbook has no line end but one and no halves of a sign.
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1)
WILD = [
    "=1+1",
    '=HYPERLINK("x")',
    "+1",
    "-1",
    "@a",
    "'a",
    "''=",
    "#N/A",
    "_x0041_",
    "_x005F_",
    "<b>&amp;",
    "𠮷",
    "1e5",
    "0012",
]


def written(value) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.append([exact_cell(sheet, value)])
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def read(content: bytes):
    return CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()[0][0]


@given(FINITE)
def test_a_number_keeps_all_its_digits(value):
    assert read(written(value)) == value


@given(st.one_of(st.sampled_from(WILD), TEXTS))
def test_a_text_stays_the_text_it_is(text):
    assert read(written(text)) == text


def test_a_text_like_a_formula_is_no_formula_and_stays_none_when_edited():
    cell = load_workbook(io.BytesIO(written("=1+1"))).active["A1"]
    assert cell.data_type == "s"
    assert cell.quotePrefix


@given(st.one_of(st.sampled_from(WILD), TEXTS))
def test_a_guard_is_taken_off_again(text):
    assert unguard_formula(guard_formula(text)) == text


@given(TEXTS)
def test_a_guarded_text_is_never_a_formula(text):
    assert not guard_formula(text).startswith(("=", "+", "-", "@", "\t", "\r"))


def test_an_apostrophe_of_another_hand_is_left_alone():
    assert unguard_formula("'t Hof") == "'t Hof"
