"""Write cells that read back exactly: every digit of a number, and texts that no spreadsheet runs as formulas."""

import re
from typing import TypeAlias

from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ERROR_CODES, Cell
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

Value: TypeAlias = str | float | None

# Signs that begin a formula in a spreadsheet: East Asian ones accept full-width forms too, some skip blanks.
FORMULA_SIGNS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_BLANKS = " \t\r\n\v\f\x00\xa0\u3000\u200b\ufeff"
# A workbook writes characters that XML cannot hold as _xHHHH_, and escapes the underscore of texts that look so.
_LOOKS_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")


def exact_cell(sheet: WriteOnlyWorksheet, value: Value) -> Cell | Value:
    """What to append to a sheet for ``value``: the value where openpyxl keeps it, else a cell of its own.

    openpyxl writes 16 digits of a number, some need 17; it takes a text that begins with = for a formula and one like
    #N/A for an error. NaN has no place in a sheet: missing is None.
    """
    if isinstance(value, str):
        return _make_text_cell(sheet, value)
    if isinstance(value, float) and float(f"{value:.16g}") != value:
        cell = WriteOnlyCell(sheet, value=repr(value))
        cell.data_type = "n"
        return cell
    return value


def looks_like_formula(text: str) -> bool:
    """Whether a spreadsheet might run a text as a formula: it begins with a sign of one, or with a tab or line end."""
    return text.startswith(("\t", "\r", "\n")) or text.lstrip(_BLANKS).startswith(FORMULA_SIGNS)


def guard_formula(text: str) -> str:
    """A text for a CSV: behind an apostrophe where a spreadsheet would run it as a formula."""
    return f"'{text}" if _needs_guard(text) else text


def unguard_formula(text: str) -> str:
    """Undo ``guard_formula``; return any other text unchanged."""
    return text[1:] if text[:1] == "'" and _needs_guard(text[1:]) else text


def _needs_guard(text: str) -> bool:
    return text.startswith("'") or looks_like_formula(text)


def _make_text_cell(sheet: WriteOnlyWorksheet, text: str) -> Cell | str | None:
    escaped = _UNWRITABLE.sub(lambda found: f"_x{ord(found[0]):04X}_", _LOOKS_ESCAPED.sub("_x005F_", text))
    formula_like = looks_like_formula(text)
    if escaped == text and not formula_like and text not in ERROR_CODES:
        return text or None
    cell = WriteOnlyCell(sheet)
    cell.value = escaped
    cell.data_type = "s"
    # Without the quote prefix a spreadsheet would turn such a text into a formula once the cell is edited.
    cell.quotePrefix = formula_like
    return cell
