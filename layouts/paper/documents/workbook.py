"""The pack as tables of a workbook: every number in full, and each sentence with the cells it quotes."""

from collections.abc import Iterable, Iterator

from datasets.files.table_export import Cell, ExportColumn, ExportTable, FormattedNumber, InternalLink
from layouts.pack_terms import Key, Quoted, Sentence
from layouts.paper.documents.pack import DataSheet, FailedPicture, Pack
from layouts.words.common import day_text
from locales import say, say_all

_TRACE_WIDTHS = (16, 70, 12, 20, 24)


def workbook_tables(pack: Pack) -> list[ExportTable]:
    """The pack's data sheets, and a table of its sentences with links to the cells of their numbers."""
    about = pack.about
    sheets = [
        ExportTable(
            sheet.name,
            [ExportColumn(heading) for heading in sheet.columns.values()],
            [_build_row(sheet, key) for key in sheet.rows],
            say("list-facts").join((about.title, sheet.name)),
            about.warning,
        )
        for sheet in pack.sheets.values()
    ]
    headings = say_all("document-trace-columns-").values()
    columns = [ExportColumn(heading, width=width) for heading, width in zip(headings, _TRACE_WIDTHS, strict=True)]
    traces = ExportTable(
        say("document-traces"),
        columns,
        list(_trace_rows(pack)),
        say("list-facts").join((about.title, say("document-traces"))),
        about.warning,
    )
    return [*sheets, traces]


def _build_row(sheet: DataSheet, key: Key) -> list[Cell]:
    formats = sheet.formats.get(key, {})
    cells = ((sheet.rows[key].get(column), formats.get(column)) for column in sheet.columns)
    return [value if form is None or isinstance(value, str) else FormattedNumber(value, form) for value, form in cells]


def _trace_rows(pack: Pack) -> Iterator[list[Cell]]:
    """A row for each number of each sentence; a sentence that stands twice is listed once."""
    headings: dict[Sentence, str] = {}
    for section in pack.sections:
        for sentence in section.every_sentence:
            headings.setdefault(sentence, section.heading)
    for sentence, heading in headings.items():
        for number in sentence.numbers or (None,):
            yield [heading, sentence.text, *_trace_cells(pack, number)]


def _trace_cells(pack: Pack, number: Quoted | None) -> tuple[Cell, Cell, Cell]:
    """A number as its sentence writes it, in full, and the way to its cell."""
    if number is None:
        return None, None, None
    sheet = pack.sheets[number.sheet]
    address = sheet.address(number.row, number.column)
    return number.text, pack.exact_value(number), InternalLink(f"{sheet.name}!{address}", f"'{sheet.name}'!{address}")


def workbook_notes(pack: Pack, failures: Iterable[FailedPicture]) -> list[tuple[str, str]]:
    """What the workbook says of itself, and the pictures that other documents of the pack lack."""
    about = pack.about
    return [
        (about.title, about.subtitle),
        *([(about.warning, "")] if about.warning else []),
        (say("document-made-on"), day_text(about.today)),
        (say("document-maker"), about.maker or "—"),
        (say("document-dataset"), about.dataset_line),
        *about.notes,
        *((say("document-failed"), failure.text) for failure in failures),
    ]
