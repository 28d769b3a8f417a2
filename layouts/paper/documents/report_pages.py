"""On which pages a Word report's chapters begin, reckoned from its texts: Word itself knows only once it has set it.

The contents show these until the field is refreshed; Word offers that on opening. Lengths are in centimetres.
"""

from collections.abc import Sequence
from math import ceil

from layouts.pack_terms import Sentence
from layouts.paper.documents.pack import (
    Exhibit,
    Pack,
    Pictures,
    Section,
    TextTable,
    column_shares,
    letters,
    status_table,
    table_size,
)

WIDTH, HEIGHT = 16.4, 25.1  # of the text on A4
_LETTER = 0.37  # of 10.5 points
_LINE, _GAP, _HEADING, _SUBHEADING, _CAPTION = 0.46, 0.11, 1.55, 1.0, 0.95
_POINT = 2.54 / 72
_ROW, _ROW_PAD, _CELL_PAD = 1.25, 0.11, 0.38  # a line of a table in its letter; around it; beside it
_BEFORE = 2  # cover and contents
PICTURE_SHARE = 0.75  # height of a picture in its width


def chapter_pages(pack: Pack, pictures: Pictures) -> list[int]:
    """The first page of every section of the pack, and of what follows them."""
    page, pages, position = _BEFORE + 1, [], 0
    for section in pack.sections:
        pages.append(page)
        page += _Sheet().section(section, pictures, position)
        position += sum(isinstance(block, Exhibit) for block in section.blocks)
    return [*pages, page]


class _Sheet:
    """Fills pages from the top; ``used`` is what is taken of the current one."""

    def __init__(self) -> None:
        self.pages, self.used = 1, _HEADING

    def section(self, section: Section, pictures: Pictures, position: int) -> int:
        """How many pages a section takes."""
        for sentence in section.sentences:
            self._put(_sentence_height([sentence]))
        for block in section.blocks:
            if isinstance(block, TextTable):
                self._table(block)
                continue
            self._exhibit(block, isinstance(pictures.of(position), bytes))
            position += 1
        return self.pages

    def _exhibit(self, exhibit: Exhibit, pictured: bool) -> None:
        height = _SUBHEADING + _sentence_height(exhibit.sentences)
        self._put(height + (WIDTH * PICTURE_SHARE + _CAPTION if pictured else _LINE))
        for table in (status_table(exhibit), exhibit.table):
            if table:
                self._table(table)

    def _table(self, table: TextTable) -> None:
        shares = column_shares(table)
        room = [share / sum(shares) * WIDTH - _CELL_PAD for share in shares]
        letter = table_size(table) * _POINT
        head, *rows = (_row_height(texts, room, letter) for texts in (table.columns, *table.rows))
        self._put(_CAPTION + head + (rows[0] if rows else 0))
        for row in rows[1:]:
            if self.used + row > HEIGHT:
                self.pages, self.used = self.pages + 1, head
            self.used += row
        self._put(_note_height(table.note))

    def _put(self, height: float) -> None:
        """What stays together: on the next page if this one has no room."""
        if self.used + height > HEIGHT:
            self.pages, self.used = self.pages + 1, 0
        self.used += height


def _sentence_height(sentences: Sequence[Sentence]) -> float:
    lines = [ceil((letters(sentence.text) + 2) * _LETTER / WIDTH) for sentence in sentences]
    return sum(count * _LINE + _GAP for count in lines)


def _row_height(texts: Sequence[str], room: Sequence[float], letter: float) -> float:
    lines = [ceil(letters(text) * letter / max(width, letter)) for text, width in zip(texts, room, strict=True)]
    return max([1, *lines]) * _ROW * letter + _ROW_PAD


def _note_height(note: str) -> float:
    return ceil(letters(note) * 0.29 / WIDTH) * 0.4 + 0.3 if note else 0.0
