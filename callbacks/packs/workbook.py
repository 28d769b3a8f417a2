"""The pack as a workbook: every number in full, the gaps, the targets, and each sentence with the cells it quotes."""

from collections.abc import Iterator, Mapping

from datasets.files.table_export import Cell, ExportColumn, ExportTable, FormattedNumber, InternalLink, write_xlsx
from layouts.pack_terms import Key, Quoted, Sentence
from layouts.paper.documents.pack import About, DataSheet, Exhibit, Pack, Section
from layouts.words.paper import packs as words

_TRACE_WIDTHS = (16, 70, 12, 20, 24)


def workbook(pack: Pack, failures: Mapping[str, str]) -> bytes:
    """The XLSX file. ``failures`` maps the title of each picture that could not be drawn to the reason."""
    about = pack.about
    tables = [*(_data_table(sheet, about) for sheet in pack.sheets.values()), _traces(pack)]
    return write_xlsx(tables, _notes(about, failures), about.title, about.maker or about.dataset)


def _data_table(sheet: DataSheet, about: About) -> ExportTable:
    columns = [ExportColumn(heading) for heading in sheet.columns.values()]
    rows = [_row(sheet, key) for key in sheet.rows]
    return ExportTable(sheet.name, columns, rows, f"{about.title}　{sheet.name}", about.warning)


def _row(sheet: DataSheet, key: Key) -> list[Cell]:
    cells: list[Cell] = []
    for column, value in zip(sheet.columns, sheet.rows[key], strict=True):
        form = sheet.forms.get((key, column))
        cells.append(value if form is None or isinstance(value, str) else FormattedNumber(value, form))
    return cells


def _traces(pack: Pack) -> ExportTable:
    columns = [
        ExportColumn(heading, width=width) for heading, width in zip(words.TRACE_COLUMNS, _TRACE_WIDTHS, strict=True)
    ]
    return ExportTable(
        words.TRACES,
        columns,
        list(_trace_rows(pack)),
        f"{pack.about.title}　{words.TRACES}",
        pack.about.warning,
    )


def _trace_rows(pack: Pack) -> Iterator[list[Cell]]:
    """A row a number of each sentence, a sentence that stands twice once."""
    written = set[Sentence]()
    for section in pack.sections:
        for sentence in _sentences(section):
            if sentence not in written:
                written.add(sentence)
                for number in sentence.numbers or (None,):
                    yield [section.heading, sentence.text, *_trace(pack, number)]


def _sentences(section: Section) -> list[Sentence]:
    shown = [one for block in section.blocks if isinstance(block, Exhibit) for one in block.sentences]
    return [*section.sentences, *shown]


def _trace(pack: Pack, number: Quoted | None) -> tuple[Cell, Cell, Cell]:
    """A number as its sentence writes it, in full, and the way to its cell."""
    if number is None:
        return None, None, None
    sheet = pack.sheets[number.sheet]
    address = sheet.address(number.row, number.column)
    return number.text, pack.exact(number), InternalLink(f"{sheet.name}!{address}", f"'{sheet.name}'!{address}")


def _notes(about: About, failures: Mapping[str, str]) -> list[tuple[str, str]]:
    return [
        (about.title, about.subtitle),
        *([(about.warning, "")] if about.warning else []),
        (words.MADE_ON, words.dated(about.today)),
        (words.MAKER, about.maker or "—"),
        (words.DATASET, words.dataset_line(about.dataset, about.version)),
        *about.notes,
        *((words.FAILED, words.failed_text(title, reason)) for title, reason in failures.items()),
    ]
