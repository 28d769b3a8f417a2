"""A table as documents show it: texts in columns, how wide they are set, and in which colours."""

import re
from dataclasses import dataclass

from layouts.figures.specs.chart_spec import HeatSpec
from layouts.figures.theme import STATUS_COLOURS
from locales import say

_NUMBER = re.compile(r"[-−+＜＞≤≥]?[\d,.]+( ?\S{1,5})?|\d+/\d+|—")


@dataclass(frozen=True)
class TextTable:
    """A table of texts; the first column names the row. ``note`` tells sources below it.

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
        return tuple(at > 0 and all(map(_is_short, texts)) for at, texts in enumerate(columns))

    def fill(self, row: int, column: int) -> str | None:
        """The colour of a cell below the headings, None for none."""
        return self.fills[row][column] if self.fills else None

    @property
    def column_shares(self) -> list[float]:
        """How wide the columns want to be, in letters; a long text wraps, sooner where columns are many."""
        most = _by_columns(self, 20.0, 14.0, 10.0)
        texts = zip(self.columns, *self.rows, strict=True)
        return [min(max(3.0, *map(count_letters, column)), most) + 1 for column in texts]

    @property
    def text_size(self) -> float:
        """The size of its texts on a page, in points: smaller for many columns."""
        return _by_columns(self, 9.0, 8.0, 7.5)


def _by_columns(table: TextTable, few: float, more: float, many: float) -> float:
    count = len(table.columns)
    return few if count <= 6 else more if count <= 8 else many


def make_status_table(title: str, spec: HeatSpec, note: str) -> TextTable:
    """Statuses by area as a coloured table."""
    return TextTable(
        title=title,
        columns=("", *spec.columns),
        rows=tuple((name, *texts) for name, texts in zip(spec.rows, spec.texts, strict=True)),
        note=note,
        fills=tuple((None, *(STATUS_COLOURS[s] if s else None for s in line)) for line in spec.statuses),
    )


def count_letters(text: str) -> float:
    """How wide a text is, in widths of a Chinese letter."""
    return sum(1.0 if ord(letter) > 0x2E80 else 0.56 for letter in text)


def _is_short(text: str) -> bool:
    """Whether a text is a number, a share of counties, or what stands in the place of a number."""
    share = re.sub(r"[\d.]+%", "{share}", text)
    words = (say("common-yes"), say("common-no"), say("common-missing"))
    is_share = share == say("chart-share-of-counties", share="{share}")
    return is_share or text in words or _NUMBER.fullmatch(text) is not None
