"""The pack as a workbook: every number in full, the gaps, the targets, and each sentence with the cells it quotes."""

import io
from collections.abc import Mapping

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from layouts.figures import theme
from layouts.paper.pack import FIRST_ROW, About, Cell, DataSheet, Exhibit, Pack, Quoted, Section, Sentence
from layouts.words import briefing as words

_HEAD = PatternFill("solid", fgColor="E9EEF1")
_LINK = Font(color="1B6E8C", underline="single")
_NARROWEST, _WIDEST = 8, 46  # letters
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def workbook(pack: Pack, failures: Mapping[str, str]) -> bytes:
    """The XLSX file. ``failures`` maps the title of each picture that could not be drawn to the reason."""
    book = Workbook()
    book.remove(book.active)
    book.properties.title, book.properties.creator = pack.about.title, pack.about.maker or pack.about.dataset
    for sheet in pack.sheets.values():
        _write_data(book.create_sheet(sheet.name), sheet, pack.about)
    _write_traces(book.create_sheet(words.TRACES), pack)
    _write_about(book.create_sheet(words.ABOUT), pack, failures)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def write_cell(cell: SheetCell, value: Cell) -> None:
    """Put a value into a cell; a text is a text even where Excel would take it for a formula."""
    if not isinstance(value, str):
        cell.value = value
        return
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)
    cell.data_type = "s"
    # Without the mark a spreadsheet would turn such a text into a formula as soon as the cell is edited.
    cell.quotePrefix = value.startswith(_FORMULA_SIGNS)


def _write_data(page: Worksheet, sheet: DataSheet, about: About) -> None:
    _write_head(page, f"{about.title}　{sheet.name}", list(sheet.columns.values()), about)
    columns = list(sheet.columns)
    for row, (key, cells) in enumerate(sheet.rows.items(), start=FIRST_ROW):
        for column, value in enumerate(cells, start=1):
            cell = page.cell(row, column)
            write_cell(cell, value)
            form = sheet.forms.get((key, columns[column - 1]))
            if form and not isinstance(value, str):
                cell.number_format = form
    _fit(page, sheet)


def _write_head(page: Worksheet, title: str, headings: list[str], about: About) -> None:
    write_cell(page["A1"], f"{title}　{about.warning}".strip())
    page["A1"].font = Font(bold=True, size=12, color=_hex(theme.LINE_80) if about.warning else _hex(theme.INK))
    for column, heading in enumerate(headings, start=1):
        cell = page.cell(FIRST_ROW - 1, column)
        write_cell(cell, heading)
        cell.font, cell.fill = Font(bold=True), _HEAD
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    page.freeze_panes = f"A{FIRST_ROW}"
    page.print_title_rows = f"1:{FIRST_ROW - 1}"
    page.page_setup.orientation, page.page_setup.fitToWidth, page.page_setup.fitToHeight = "landscape", 1, 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.oddFooter.center.text = "&P / &N"


def _fit(page: Worksheet, sheet: DataSheet) -> None:
    page.auto_filter.ref = f"A{FIRST_ROW - 1}:{get_column_letter(len(sheet.columns))}{FIRST_ROW - 1 + len(sheet.rows)}"
    for position, heading in enumerate(sheet.columns.values()):
        texts = [_letters(cells[position]) for cells in sheet.rows.values() if isinstance(cells[position], str)]
        wanted = max([_letters(heading) / 2, _NARROWEST, *texts]) + 2
        page.column_dimensions[get_column_letter(position + 1)].width = min(wanted, _WIDEST)


def _letters(text: Cell) -> int:
    return sum(2 if ord(letter) > 0x2E80 else 1 for letter in str(text))


def _write_traces(page: Worksheet, pack: Pack) -> None:
    _write_head(page, f"{pack.about.title}　{words.TRACES}", list(words.TRACE_COLUMNS), pack.about)
    row, told = FIRST_ROW, set[Sentence]()
    for section in pack.sections:
        for sentence in _sentences(section):
            if sentence in told:
                continue
            told.add(sentence)
            for number in sentence.numbers or (None,):
                _write_trace(page, row, section.heading, sentence.text, number, pack)
                row += 1
    for column, width in {"A": 16, "B": 70, "C": 12, "D": 20, "E": 24}.items():
        page.column_dimensions[column].width = width


def _sentences(section: Section) -> list[Sentence]:
    shown = [one for block in section.blocks if isinstance(block, Exhibit) for one in block.sentences]
    return [*section.sentences, *shown]


def _write_trace(page: Worksheet, row: int, heading: str, text: str, number: Quoted | None, pack: Pack) -> None:
    for column, value in enumerate((heading, text), start=1):
        write_cell(page.cell(row, column), value)
        page.cell(row, column).alignment = Alignment(wrap_text=True, vertical="top")
    if number is None:
        return
    sheet = pack.sheets[number.sheet]
    address = sheet.address(number.row, number.column)
    write_cell(page.cell(row, 3), number.text)
    write_cell(page.cell(row, 4), pack.exact(number))
    write_cell(page.cell(row, 5), f"{sheet.name}!{address}")
    page.cell(row, 5).hyperlink = Hyperlink(ref=f"E{row}", location=f"'{sheet.name}'!{address}")
    page.cell(row, 5).font = _LINK


def _write_about(page: Worksheet, pack: Pack, failures: Mapping[str, str]) -> None:
    about = pack.about
    lines = [
        (about.title, about.subtitle),
        *([(about.warning, "")] if about.warning else []),
        (words.MADE_ON, words.dated(about.today)),
        (words.MAKER, about.maker or "—"),
        (words.DATASET, words.dataset_line(about.dataset, about.version)),
        *about.notes,
        *((words.FAILED, words.failed_text(title, reason)) for title, reason in failures.items()),
    ]
    for row, line in enumerate(lines, start=1):
        for column, text in enumerate(line, start=1):
            write_cell(page.cell(row, column), text)
            page.cell(row, column).alignment = Alignment(wrap_text=True, vertical="top")
        page.cell(row, 1).font = Font(bold=True)
    page.column_dimensions["A"].width, page.column_dimensions["B"].width = 34, 90


def _hex(colour: str) -> str:
    return colour.removeprefix("#")
