"""A pack as plain data: what it says, shows and counts. Deck, report, booklet, album and workbook are written from it.

Every number of a sentence is quoted from a cell of the pack's own data sheets, so that a reader can trace it.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from layouts.figures.specs.chart_spec import ChartSpec, HeatSpec
from layouts.pack_terms import FIRST_ROW, Cell, Key, Quoted, Sentence, SheetId
from layouts.paper.documents.text_table import TextTable, make_status_table
from layouts.sheet_sizes import Format, Paper
from layouts.words.common import day_text
from locales import say


@dataclass(frozen=True)
class DataSheet:
    """A table of exact values: ``columns`` maps a column's key to its heading, ``rows`` a row's key to its cells.

    Cells are given by column key; those left out are empty. ``formats`` gives number formats by row and column key.
    """

    name: str
    columns: Mapping[str, str]
    rows: Mapping[Key, Mapping[str, Cell]]
    formats: Mapping[Key, Mapping[str, str]] = field(default_factory=dict)

    def value(self, row: Key, column: str) -> Cell:
        """What a cell holds. Raises KeyError for a row or column that is not there."""
        if column not in self.columns:
            raise KeyError(column)
        return self.rows[row].get(column)

    def address(self, row: Key, column: str) -> str:
        """A cell's address in the workbook, such as ``D12``. Raises ValueError for one that is not there."""
        from openpyxl.utils import get_column_letter  # noqa: PLC0415  (no server needs it to start)

        letter = get_column_letter(list(self.columns).index(column) + 1)
        return f"{letter}{list(self.rows).index(row) + FIRST_ROW}"


@dataclass(frozen=True)
class FailedPicture:
    """A picture that could not be drawn, and why."""

    title: str
    reason: str

    @property
    def text(self) -> str:
        """What stands in the picture's place."""
        return say("document-failed-picture", title=self.title, reason=self.reason)


@dataclass(frozen=True)
class Exhibit:
    """A map or a chart with what it shows in words.

    ``title`` says what is shown, ``finding`` what it comes to; the picture that ``draw`` makes bears both. ``chart`` is
    what PowerPoint draws itself, None for a map. ``name`` is the picture's file name without its ending. ``picture`` is
    the file once it is drawn, None where nobody asked. What has none to draw is said in its sentences alone.
    """

    title: str
    name: str
    draw: Callable[[Paper, Format], bytes] | None
    sentences: tuple[Sentence, ...] = ()
    chart: ChartSpec | None = None
    table: TextTable | None = None
    source: str = ""
    caveat: str = ""
    picture: bytes | FailedPicture | None = None
    finding: str = ""

    @property
    def headline(self) -> str:
        """What stands over it where it is drawn without the title of the picture: the finding, where there is one."""
        return self.finding or self.title

    @property
    def status_table(self) -> TextTable | None:
        """Statuses by area, which documents show as a coloured table and not as a picture; None for other exhibits."""
        return make_status_table(self.title, self.chart, self.source) if isinstance(self.chart, HeatSpec) else None

    @property
    def page_heading(self) -> str:
        """What stands over it on a page, where the picture below bears the finding itself."""
        return self.headline if self.status_table else self.title

    @property
    def page_table(self) -> TextTable | None:
        """The table that stands below it on a page, under a title of its own."""
        table = self.table and replace(self.table, title=f"{self.title}　{self.table.title}")
        return self.status_table or table


Block = Exhibit | TextTable


@dataclass(frozen=True)
class Section:
    """A chapter of the pack."""

    heading: str
    sentences: tuple[Sentence, ...] = ()
    blocks: tuple[Block, ...] = ()

    @property
    def every_sentence(self) -> list[Sentence]:
        """The section's sentences and those of its exhibits, in order."""
        of_exhibits = [one for block in self.blocks if isinstance(block, Exhibit) for one in block.sentences]
        return [*self.sentences, *of_exhibits]


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

    @property
    def dataset_line(self) -> str:
        """Dataset and version in one line."""
        return say("document-dataset-line", dataset=self.dataset, version=self.version)

    @property
    def made_lines(self) -> list[str]:
        """Who made the pack, when, and from which dataset."""
        return [line for line in (self.maker, day_text(self.today), self.dataset_line) if line]

    @property
    def footer(self) -> str:
        """The line at the foot of every page."""
        return "　".join(text for text in (self.title, self.dataset_line, self.warning) if text)


@dataclass(frozen=True)
class Pack:
    """The whole pack. ``one_a_page``: as a booklet, every exhibit has a page of its own, and there is nothing else."""

    about: About
    sections: tuple[Section, ...]
    sheets: Mapping[SheetId, DataSheet]
    one_a_page: bool = False

    @property
    def exhibits(self) -> list[Exhibit]:
        """Every map and chart, in order."""
        return [block for section in self.sections for block in section.blocks if isinstance(block, Exhibit)]

    @property
    def failures(self) -> list[FailedPicture]:
        """What could not be drawn, each once, in order."""
        pictures = (exhibit.picture for exhibit in self.exhibits)
        return list(dict.fromkeys(picture for picture in pictures if isinstance(picture, FailedPicture)))

    @property
    def sentences(self) -> list[Sentence]:
        """Every sentence, each once, in order."""
        return list(dict.fromkeys(sentence for section in self.sections for sentence in section.every_sentence))

    def exact_value(self, number: Quoted) -> Cell:
        """The value in full behind a number of a sentence."""
        return self.sheets[number.sheet].value(number.row, number.column)

    def with_pictures(self, draw: Callable[[Exhibit], bytes | FailedPicture | None]) -> "Pack":
        """The same pack with the picture that ``draw`` gives for each exhibit."""

        def illustrate(block: Block) -> Block:
            return replace(block, picture=draw(block)) if isinstance(block, Exhibit) else block

        sections = (replace(one, blocks=tuple(map(illustrate, one.blocks))) for one in self.sections)
        return replace(self, sections=tuple(sections))


_UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_LONGEST_NAME = 80


def safe_file_name(text: str) -> str:
    """A file name that every system takes: no separators, no leading dot, no more than 80 letters."""
    cleaned = _UNSAFE.sub("_", text).strip(" ._")[:_LONGEST_NAME].strip(" ._")
    return cleaned or "_"
