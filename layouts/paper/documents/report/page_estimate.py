"""The pages on which a report's chapters begin, estimated from its texts: Word itself knows only once it has set it.

The contents show these until the field is refreshed; Word offers that on opening. Lengths are in centimetres.
"""

from collections.abc import Sequence
from math import ceil

from layouts.pack_terms import Sentence
from layouts.paper.documents.pack import Exhibit, Pack, Section
from layouts.paper.documents.text_table import TextTable, count_letters

WIDTH, HEIGHT = 16.4, 25.1  # of the text on A4
_LETTER = 0.37  # of 10.5 points
_LINE, _GAP, _HEADING, _SUBHEADING, _CAPTION = 0.46, 0.11, 1.55, 1.0, 0.95
_POINT = 2.54 / 72
_ROW, _ROW_PAD, _CELL_PAD = 1.25, 0.11, 0.38  # a line of a table in its letter; around it; beside it
_BEFORE = 2  # cover and contents
PICTURE_SHARE = 0.75  # height of a picture in its width


def estimate_first_pages(pack: Pack) -> list[int]:
    """The first page of every section of the pack, and of what follows them."""
    pages = [_BEFORE + 1]
    for section in pack.sections:
        pages.append(pages[-1] + _PageFiller().count_pages(section))
    return pages


class _PageFiller:
    """Fills pages from the top; ``used`` is what is taken of the current one."""

    def __init__(self) -> None:
        self.pages, self.used = 1, _HEADING

    def count_pages(self, section: Section) -> int:
        """How many pages a section takes."""
        for sentence in section.sentences:
            self._put(_sentence_height([sentence]))
        for block in section.blocks:
            if isinstance(block, TextTable):
                self._put_table(block)
            else:
                self._put_exhibit(block)
        return self.pages

    def _put_exhibit(self, exhibit: Exhibit) -> None:
        height = _SUBHEADING + _sentence_height(exhibit.sentences)
        is_drawn = isinstance(exhibit.picture, bytes)
        self._put(height + (WIDTH * PICTURE_SHARE + _CAPTION if is_drawn else _LINE))
        if exhibit.page_table:
            self._put_table(exhibit.page_table)

    def _put_table(self, table: TextTable) -> None:
        shares = table.column_shares
        room = [share / sum(shares) * WIDTH - _CELL_PAD for share in shares]
        letter = table.text_size * _POINT
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
    lines = [ceil((count_letters(sentence.text) + 2) * _LETTER / WIDTH) for sentence in sentences]
    return sum(count * _LINE + _GAP for count in lines)


def _row_height(texts: Sequence[str], room: Sequence[float], letter: float) -> float:
    lines = [ceil(count_letters(text) * letter / max(width, letter)) for text, width in zip(texts, room, strict=True)]
    return max([1, *lines]) * _ROW * letter + _ROW_PAD


def _note_height(note: str) -> float:
    return ceil(count_letters(note) * 0.29 / WIDTH) * 0.4 + 0.3 if note else 0.0
