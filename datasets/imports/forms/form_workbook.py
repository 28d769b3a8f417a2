"""Write a form as a workbook: the sheet to fill in, with drop-downs; the instructions; and the lists."""

import io
from collections.abc import Iterable, Sequence
from itertools import zip_longest

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.worksheet.datavalidation import DataValidation

from datasets.files.formula_guard import Value
from datasets.files.workbook import exact_cell, make_text_cell, measure_width, set_up_print
from datasets.imports.forms.choices import ChoiceTable
from datasets.imports.forms.forms import CellContent, ChoiceList, FormColumn
from locales import say, say_all

SPARE_ROWS = 5000  # below what is filled in, for which the drop-downs hold
FIRST_YEAR, LAST_YEAR = 1949, 2100
_INK, _REQUIRED, _OPTIONAL, _PALE = "1F2D3A", "1B6E8C", "5F7480", "E9EEF1"
_INPUT = "FFF3CD"
_FONT = "微软雅黑"
_FRAME = Border(left=Side("thin", color="FFFFFF"), right=Side("thin", color="C9D3D9"))
_LINE = Border(bottom=Side("thin", color="C9D3D9"))
_FORMATS = {
    CellContent.TEXT: "@",
    CellContent.NUMBER: "General",
    CellContent.YEAR: "0",
    CellContent.DEGREES: "0.000000",
}
_RULES = {
    CellContent.NUMBER: ("decimal", "-1E+300", "1E+300"),
    CellContent.YEAR: ("whole", str(FIRST_YEAR), str(LAST_YEAR)),
    CellContent.DEGREES: ("decimal", "-180", "180"),
}
ChoiceTables = dict[ChoiceList, ChoiceTable]


def write_form_workbook(
    title: str,
    columns: Sequence[FormColumn],
    rows: Iterable[Sequence[Value]],
    lists: ChoiceTables,
    instructions: Sequence[str],
) -> bytes:
    """The XLSX file. ``rows`` have one value a column; ``lists`` are those that the columns pick from."""
    book = Workbook(write_only=True)
    book.properties.title = title
    _write_filled(book.create_sheet(say("forms-sheet-filled")), columns, rows, lists)
    _write_notes(book.create_sheet(say("forms-sheet-notes")), title, columns, instructions)
    if lists:
        _write_lists(book.create_sheet(say("forms-sheet-lists")), lists)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _write_filled(
    sheet: WriteOnlyWorksheet, columns: Sequence[FormColumn], rows: Iterable[Sequence[Value]], lists: ChoiceTables
) -> None:
    set_up_print(sheet)
    sheet.freeze_panes = "A2"
    sheet.sheet_properties.tabColor = _REQUIRED
    for position, column in enumerate(columns, start=1):
        dimension = sheet.column_dimensions[get_column_letter(position)]
        dimension.width = column.width
        dimension.number_format = _FORMATS[column.content]
    sheet.row_dimensions[1].height = 30 if any(column.pick is ChoiceList.WIDE_HEADINGS for column in columns) else 22
    sheet.append([_build_heading(sheet, column) for column in columns])
    filled = 0
    for row in rows:
        sheet.append([exact_cell(sheet, value) for value in row])
        filled += 1
    last = filled + 1 + SPARE_ROWS
    for position, column in enumerate(columns, start=1):
        for rule in _build_rules(column, get_column_letter(position), last, lists):
            sheet.data_validations.append(rule)


def _build_heading(sheet: WriteOnlyWorksheet, column: FormColumn) -> Cell:
    cell = WriteOnlyCell(sheet, value=column.heading)
    chosen = column.pick is ChoiceList.WIDE_HEADINGS
    colour = _INPUT if chosen else _REQUIRED if column.required else _OPTIONAL
    cell.font = Font(_FONT, bold=True, size=11, color=_INK if chosen else "FFFFFF")
    cell.fill = PatternFill("solid", fgColor=colour)
    cell.alignment = Alignment(vertical="center", wrap_text=True)
    cell.border = _FRAME
    return cell


def _build_rules(column: FormColumn, letter: str, last: int, lists: ChoiceTables) -> list[DataValidation]:
    """Build the data validation of a column, with its hint."""
    if column.pick is ChoiceList.WIDE_HEADINGS:
        return [_build_list_rule(column, f"{letter}1", lists), _build_number_rule(column, f"{letter}2:{letter}{last}")]
    cells = f"{letter}2:{letter}{last}"
    if column.pick and lists[column.pick].rows:
        return [_build_list_rule(column, cells, lists)]
    if column.content in _RULES:
        return [_build_number_rule(column, cells)]
    return [_add_hint(DataValidation(sqref=cells), column)]


def _build_list_rule(column: FormColumn, cells: str, lists: ChoiceTables) -> DataValidation:
    rule = DataValidation("list", formula1=_find_list_address(column.pick, lists), allow_blank=True, sqref=cells)
    rule.showErrorMessage = True
    rule.errorStyle = "stop" if column.strict else "warning"
    rule.errorTitle = say("forms-not-listed")
    rule.error = say("forms-choose", is_strict=column.strict)
    return _add_hint(rule, column)


def _build_number_rule(column: FormColumn, cells: str) -> DataValidation:
    kind, low, high = _RULES[column.content]
    rule = DataValidation(kind, operator="between", formula1=low, formula2=high, allow_blank=True, sqref=cells)
    rule.showErrorMessage, rule.errorTitle, rule.error = (
        True,
        say("forms-correct"),
        say("forms-rules", content=column.content),
    )
    return _add_hint(rule, column)


def _add_hint(rule: DataValidation, column: FormColumn) -> DataValidation:
    rule.showInputMessage = True
    rule.promptTitle = (column.heading or say("forms-wide-heading"))[:32]
    rule.prompt = say("forms-prompt", meaning=column.meaning, is_required=column.required)[:255]
    return rule


def _find_list_address(pick: ChoiceList | None, lists: ChoiceTables) -> str:
    """Find the cell range of a list on the sheet 选项."""
    position = 1
    for key, table in lists.items():
        if key is pick:
            letter = get_column_letter(position)
            return f"'{say('forms-sheet-lists')}'!${letter}$2:${letter}${len(table.rows) + 1}"
        position += len(table.headings) + 1
    raise KeyError(pick)


def _write_lists(sheet: WriteOnlyWorksheet, lists: ChoiceTables) -> None:
    set_up_print(sheet)
    sheet.freeze_panes = "A2"
    position = 1
    for table in lists.values():
        for index, heading in enumerate(table.headings):
            longest = max(map(measure_width, [heading, *(row[index] for row in table.rows)]))
            sheet.column_dimensions[get_column_letter(position + index)].width = min(longest + 2, 60)
        sheet.column_dimensions[get_column_letter(position + len(table.headings))].width = 3
        position += len(table.headings) + 1
    sheet.append([cell for table in lists.values() for cell in [*_build_list_headings(sheet, table), None]])
    blank = [("",) * (len(table.headings) + 1) for table in lists.values()]
    for row in zip_longest(*(table.rows for table in lists.values())):
        parts = [(*part, "") if part else empty for part, empty in zip(row, blank, strict=True)]
        sheet.append([exact_cell(sheet, value) for part in parts for value in part])


def _build_list_headings(sheet: WriteOnlyWorksheet, table: ChoiceTable) -> list[Cell]:
    return [_build_cell(sheet, heading, bold=index == 0, shaded=True) for index, heading in enumerate(table.headings)]


def _write_notes(
    sheet: WriteOnlyWorksheet, title: str, columns: Sequence[FormColumn], instructions: Sequence[str]
) -> None:
    set_up_print(sheet)
    for letter, width in {"A": 16, "B": 8, "C": 62, "D": 34}.items():
        sheet.column_dimensions[letter].width = width
    sheet.row_dimensions[1].height = 28
    for row in range(2, len(instructions) + len(columns) + 4):
        sheet.row_dimensions[row].height = 19
    sheet.append([_build_cell(sheet, title, bold=True, size=14)])
    for number, line in enumerate(instructions, start=1):
        sheet.append([_build_cell(sheet, f"{number}. {line}")])
    sheet.append([])
    sheet.append([_build_cell(sheet, head, bold=True, shaded=True) for head in say_all("forms-explained-").values()])
    for texts in dict.fromkeys(map(_explain_column, columns)):
        sheet.append([_build_cell(sheet, text, wrap=True, lined=True) for text in texts])


def _explain_column(column: FormColumn) -> tuple[str, ...]:
    """Explain a column for the instructions; columns whose heading is chosen are explained once."""
    heading = say("forms-wide-heading") if column.pick is ChoiceList.WIDE_HEADINGS else column.heading
    return heading, say("common-yes") if column.required else "", column.meaning, column.example


def _build_cell(
    sheet: WriteOnlyWorksheet,
    text: str,
    *,
    bold: bool = False,
    size: int = 11,
    shaded: bool = False,
    wrap: bool = False,
    lined: bool = False,
) -> Cell:
    cell = make_text_cell(sheet, text)
    cell.font = Font(_FONT, bold=bold, size=size, color=_INK)
    cell.alignment = Alignment(wrap_text=wrap, vertical="top")
    if shaded:
        cell.fill = PatternFill("solid", fgColor=_PALE)
    if lined:
        cell.border = _LINE
    return cell
