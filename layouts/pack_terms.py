"""Types that the words and the documents of a pack share: document formats, sheet ids, cells, quoted numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

SNAPSHOT = "snapshot"  # what a storyboard can be made into besides documents
FIRST_ROW = 3  # of a data sheet's rows in the workbook: a title and the headings stand above them
Key = tuple[str | int, ...]  # of a row of a data sheet
Cell = str | float | int | None


class DocumentFormat(StrEnum):
    """A document that a pack is written as; ``ZIP`` holds its pictures."""

    PPTX = "pptx"
    DOCX = "docx"
    PDF = "pdf"
    XLSX = "xlsx"
    ZIP = "zip"


class SheetId(StrEnum):
    """A data sheet of the workbook."""

    VALUES = "values"
    GAPS = "gaps"
    COUNTIES = "counties"
    TARGETS = "targets"
    COUNTS = "counts"
    SCENARIOS = "scenarios"


@dataclass(frozen=True)
class Quoted:
    """A number as a sentence writes it, and the cell that holds it in full."""

    text: str
    sheet: SheetId
    row: Key
    column: str


@dataclass(frozen=True)
class Sentence:
    """A sentence; each of ``numbers`` stands in its text, in their order.

    Where a language puts them into another order than they are given in, they follow its order.
    """

    text: str
    numbers: tuple[Quoted, ...] = ()

    def __post_init__(self) -> None:
        if self._find_lacking(self.numbers) is None:
            return
        ordered = tuple(sorted(self.numbers, key=lambda number: self.text.find(number.text)))
        if lacking := self._find_lacking(ordered):
            raise ValueError(f"'{lacking.text}' does not stand in '{self.text}' after the numbers before it")
        object.__setattr__(self, "numbers", ordered)

    def _find_lacking(self, numbers: Sequence[Quoted]) -> Quoted | None:
        """The first number that does not stand behind the ones before it."""
        rest = self.text
        for number in numbers:
            if number.text not in rest:
                return number
            rest = rest.split(number.text, 1)[1]
        return None


def quote_row(sheet: SheetId, row: Key, texts: Mapping[str, str]) -> tuple[Quoted, ...]:
    """Numbers as texts, by column, quoted from one row of a sheet."""
    return tuple(Quoted(text, sheet, row, column) for column, text in texts.items())
