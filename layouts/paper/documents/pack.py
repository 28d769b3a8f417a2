"""A pack as plain data: what it says, shows and counts. Deck, report, booklet and workbook all write this.

Every number of a sentence is quoted from a cell of the pack's own data sheets, so that a reader can trace it.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from openpyxl.utils import get_column_letter

from layouts.figures.specs.chart_spec import ChartSpec, HeatSpec
from layouts.figures.theme import STATUS_COLOURS
from layouts.pack_terms import FIRST_ROW, Cell, Key, Quoted, Sentence, SheetId
from layouts.sheet_sizes import Format, Paper


@dataclass(frozen=True)
class DataSheet:
    """A table of exact values: ``columns`` maps a column's key to its heading, ``rows`` a row's key to its cells.

    ``forms`` gives the number format of a cell by row and column key, where it has one of its own.
    """

    name: str
    columns: Mapping[str, str]
    rows: Mapping[Key, tuple[Cell, ...]]
    forms: Mapping[tuple[Key, str], str] = field(default_factory=dict)

    def value(self, row: Key, column: str) -> Cell:
        """What a cell holds. Raises KeyError for a row or column that is not there."""
        return self.rows[row][self._position(column)]

    def address(self, row: Key, column: str) -> str:
        """A cell's address in the workbook, such as ``D12``."""
        if row not in self.rows:
            raise KeyError(row)
        return f"{get_column_letter(self._position(column) + 1)}{list(self.rows).index(row) + FIRST_ROW}"

    def _position(self, column: str) -> int:
        if column not in self.columns:
            raise KeyError(column)
        return list(self.columns).index(column)


@dataclass(frozen=True)
class TextTable:
    """A table as it is shown: texts only, the first column names the row. ``note`` tells sources below it.

    ``fills`` colours cells: one tuple a row, a CSS colour or None for each cell; empty for none.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""
    fills: tuple[tuple[str | None, ...], ...] = ()

    @property
    def numeric(self) -> tuple[bool, ...]:
        """Which columns hold short numbers, to be set flush right; never the first, which names the row."""
        columns = zip(*self.rows, strict=True) if self.rows else ((),) * len(self.columns)
        return tuple(at > 0 and all(map(_is_number, texts)) for at, texts in enumerate(columns))

    def fill(self, row: int, column: int) -> str | None:
        """The colour of a cell below the headings, None for none."""
        return self.fills[row][column] if self.fills else None


@dataclass(frozen=True)
class Exhibit:
    """A map or a chart with what it shows in words.

    ``draw`` makes the picture when it is needed; ``chart`` is what PowerPoint draws itself, None for a map. ``name`` is
    the picture's file name without its ending; ``wide`` pictures fill a slide.
    """

    title: str
    name: str
    draw: Callable[[Paper, Format], bytes]
    sentences: tuple[Sentence, ...] = ()
    chart: ChartSpec | None = None
    table: TextTable | None = None
    source: str = ""


Block = Exhibit | TextTable
_NUMBER = re.compile(r"[-−+＜＞≤≥]?[\d,.]+( ?\S{1,5})?|[\d.]+%的县|\d+/\d+|—|是|否|暂无数据")


def _is_number(text: str) -> bool:
    return bool(_NUMBER.fullmatch(text))


@dataclass(frozen=True)
class Section:
    """A chapter of the pack."""

    heading: str
    sentences: tuple[Sentence, ...] = ()
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True)
class About:
    """What the pack says of itself. ``warning`` is stamped on every page of a demonstration, empty otherwise."""

    title: str
    subtitle: str
    maker: str
    today: date
    dataset: str
    version: str
    warning: str
    notes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class FailedPicture:
    """A picture that could not be drawn, and why."""

    title: str
    reason: str


@dataclass(frozen=True)
class Pack:
    """The whole pack; ``failures`` were met while it was put together."""

    about: About
    sections: tuple[Section, ...]
    sheets: Mapping[SheetId, DataSheet]
    failures: tuple[FailedPicture, ...] = ()

    @property
    def exhibits(self) -> list[Exhibit]:
        """Every map and chart, in order."""
        return [block for section in self.sections for block in section.blocks if isinstance(block, Exhibit)]

    @property
    def sentences(self) -> list[Sentence]:
        """Every sentence, each once, in order."""
        found = [
            sentence
            for section in self.sections
            for sentence in (
                *section.sentences,
                *(one for block in section.blocks if isinstance(block, Exhibit) for one in block.sentences),
            )
        ]
        return list(dict.fromkeys(found))

    def exact(self, number: Quoted) -> Cell:
        """The value in full behind a number of a sentence."""
        return self.sheets[number.sheet].value(number.row, number.column)


@dataclass(frozen=True)
class Pictures:
    """The pictures of a pack in one format: by the exhibit's position its bytes, or why it could not be drawn."""

    drawn: Mapping[int, bytes | FailedPicture]

    @property
    def failures(self) -> list[FailedPicture]:
        """What could not be drawn."""
        return [found for found in self.drawn.values() if isinstance(found, FailedPicture)]

    def of(self, position: int) -> bytes | FailedPicture | None:
        """The picture of the exhibit at ``position`` of ``Pack.exhibits``; None where none was asked for."""
        return self.drawn.get(position)


def letters(text: str) -> float:
    """How wide a text is, in widths of a Chinese letter."""
    return sum(1.0 if ord(letter) > 0x2E80 else 0.56 for letter in text)


def column_shares(table: TextTable) -> list[float]:
    """How wide the columns of a table want to be, in letters; a long text wraps, sooner where columns are many."""
    count = len(table.columns)
    most = 20.0 if count <= 6 else 14.0 if count <= 8 else 10.0
    return [min(max(3.0, *map(letters, texts)), most) + 1 for texts in zip(table.columns, *table.rows, strict=True)]


def table_size(table: TextTable) -> float:
    """The size of a table's texts on a page, in points: smaller for many columns."""
    count = len(table.columns)
    return 9.0 if count <= 6 else 8.0 if count <= 8 else 7.5


def status_table(exhibit: Exhibit) -> TextTable | None:
    """Statuses by area as a coloured table, which documents show instead of a picture; None for other exhibits."""
    spec = exhibit.chart
    if not isinstance(spec, HeatSpec):
        return None
    return TextTable(
        title=exhibit.title,
        columns=("", *spec.columns),
        rows=tuple((name, *texts) for name, texts in zip(spec.rows, spec.texts, strict=True)),
        note=exhibit.source,
        fills=tuple((None, *(STATUS_COLOURS[s] if s else None for s in line)) for line in spec.statuses),
    )


_UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_LONGEST_NAME = 80


def safe_name(text: str) -> str:
    """A file name that every system takes: no separators, no leading dot, no more than 80 letters."""
    cleaned = _UNSAFE.sub("_", text).strip(" ._")[:_LONGEST_NAME].strip(" ._")
    return cleaned or "_"
