"""Text files with a cell between separators: the encoding and the separator are found out."""

import codecs
import csv
import itertools
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from datasets.files.formula_guard import unguard_formula
from datasets.imports.model import FaultCode, Limits, Sheet
from datasets.imports.read.file_type import CHUNK, refused
from datasets.imports.read.workbooks.text_columns import BATCH, TextColumns

ENCODINGS = "UTF-8, UTF-16, GB18030"
_SEPARATORS = ",\t;|"
_SAMPLE = 64  # lines that the separator is found from
# What a spreadsheet would calculate: = and anything, or a function's call after another sign; -5 and +5 are numbers.
_FORMULA = re.compile(r"=.|[+\-@][A-Za-z.]+\(", re.DOTALL)
_FORMULA_SIGNS = frozenset("=+-@")
_CHINESE = re.compile("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]+")


def read_delimited(name: str, path: Path, limits: Limits) -> tuple[Sheet, str]:
    """The one sheet of a text file, called ``name``, and the encoding found; raises ``RefusedError``."""
    encoding = find_encoding(path)
    separator = _find_separator(path, encoding, limits)
    columns = TextColumns(name, limits)
    formulas: set[tuple[int, int]] = set()
    with path.open(encoding=encoding, newline="") as file:
        lines = _Lines(file, name, limits, separator)
        try:
            while batch := lines.take(BATCH):
                by_column = [list(texts) for texts in itertools.zip_longest(*batch, fillvalue="")]
                _note_formulas(by_column, columns.rows, formulas)
                if len(formulas) > limits.formulas:
                    raise refused(FaultCode.FORMULA, len(formulas), limits.formulas, sheet=name)
                # What our own exports put before a text like a formula comes off, after formulas were told apart.
                texts_as_meant = (
                    [unguard_formula(text) if text[:1] == "'" else text for text in texts] for texts in by_column
                )
                columns.add(texts_as_meant, len(batch))
        except csv.Error as error:
            raise _unreadable(error, name, lines.record, limits) from error
    return Sheet(name, columns.frame(), frozenset(formulas)), encoding


def find_encoding(path: Path) -> str:
    """The encoding that every line of a file is in; refused with the line where there is none."""
    with path.open("rb") as file:
        start = file.read(4)
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _confirmed(path, "utf-16")
    if start.startswith(codecs.BOM_UTF8):
        return _confirmed(path, "utf-8-sig")
    return "utf-8" if _decodes(path, "utf-8") else _confirmed(path, "gb18030")


def _decodes(path: Path, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    with path.open("rb") as file:
        try:
            while chunk := file.read(CHUNK):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
        except UnicodeError:
            return False
    return True


def _confirmed(path: Path, encoding: str) -> str:
    """The encoding if the whole file is in it, and for GB18030 if no line is plainly in UTF-8."""
    whole = _decodes(path, encoding)
    if whole and encoding != "gb18030":
        return encoding
    with path.open("rb") as file:
        found: dict[str, int] = {}  # the first line that is plainly in an encoding
        for number, line in enumerate(iter(lambda: file.readline(CHUNK), b""), start=1):
            found.setdefault(_line_encoding(line), number)
    if whole and not {"utf-8", "gb18030"} <= found.keys():
        return encoding
    numbers = sorted(found[key] for key in ("utf-8", "gb18030", "") if key in found)
    raise refused(FaultCode.UNKNOWN_ENCODING, path.name if not numbers else "", ENCODINGS, row=(numbers or [0])[-1])


def _line_encoding(line: bytes) -> str:
    """What a line is plainly in: utf-8 where it says something in Chinese, ascii, gb18030, "" for none of them."""
    if line.isascii():
        return "ascii"
    try:
        signs = "".join(sign for sign in line.decode("utf-8") if not sign.isascii())
        if _CHINESE.fullmatch(signs):
            return "utf-8"
    except UnicodeDecodeError:
        try:
            line.decode("gb18030")
        except UnicodeDecodeError:
            return ""
        return "gb18030"
    return "either"  # two GB18030 letters can pass for one of UTF-8


def _find_separator(path: Path, encoding: str, limits: Limits) -> str:
    """The separator that parts most of the first lines, and into most cells."""
    with path.open(encoding=encoding, newline="") as file:
        sample = list(itertools.islice(iter(lambda: file.readline(_longest(limits)), ""), _SAMPLE))
    scores = {separator: _score(sample, separator) for separator in _SEPARATORS}
    return max(scores, key=lambda separator: scores[separator])


def _score(sample: list[str], separator: str) -> tuple[float, int]:
    """The share of rows that have the commonest number of cells (two at least), and that number.

    A share, for a wrong separator tears quoted cells of several lines into rows of its own.
    """
    reader = csv.reader((line.replace("\0", "") for line in sample), delimiter=separator)
    counts: Counter[int] = Counter()
    try:
        counts.update(len(row) for row in reader if row)
    except csv.Error:
        return 0, 0
    several = [(rows / counts.total(), cells) for cells, rows in counts.items() if cells > 1]
    return max(several, default=(0, 0))


def _longest(limits: Limits) -> int:
    """The characters that a row may have: a longer one has too many cells or too long a cell."""
    return limits.columns * (limits.cell_characters + 3)


class _Lines:
    """Rows of a text file, refused as soon as one grows beyond what a row may be."""

    def __init__(self, file: Iterator[str], name: str, limits: Limits, separator: str) -> None:
        self._file, self._name, self._limits, self._separator = file, name, limits, separator
        self._characters = 0
        self.record = 0
        self._rows = csv.reader(self._guarded(), delimiter=separator, strict=True)

    def take(self, count: int) -> list[list[str]]:
        """The next rows, at most ``count``."""
        batch = []
        for row in itertools.islice(self._rows, count):
            self.record += 1
            self._characters = 0
            if len(row) > self._limits.columns:
                raise refused(FaultCode.TOO_MANY_COLUMNS, len(row), self._limits.columns, **self._here)
            batch.append(row)
        return batch

    @property
    def _here(self) -> dict[str, str | int]:
        return {"sheet": self._name, "row": self.record}

    def _guarded(self) -> Iterator[str]:
        longest = _longest(self._limits)
        while line := self._file.readline(longest + 1):  # type: ignore[attr-defined]
            self._characters += len(line)
            if self._characters > longest:
                self.record += 1
                raise self._too_long(line)
            if "\0" in line:
                self.record += 1
                raise refused(FaultCode.UNKNOWN_TYPE, "NUL", "csv", **self._here)
            yield line

    def _too_long(self, line: str) -> Exception:
        cells = line.count(self._separator) + 1
        if cells > self._limits.columns:
            return refused(FaultCode.TOO_MANY_COLUMNS, f"> {cells - 1}", self._limits.columns, **self._here)
        return refused(FaultCode.CELL_TOO_LONG, f"> {len(line) // cells}", self._limits.cell_characters, **self._here)


def _note_formulas(by_column: list[list[str]], rows: int, formulas: set[tuple[int, int]]) -> None:
    for position, texts in enumerate(by_column):
        formulas.update(
            (rows + number, position)
            for number, text in enumerate(texts, start=1)
            if text[:1] in _FORMULA_SIGNS and _FORMULA.match(text)
        )


def _unreadable(error: csv.Error, name: str, record: int, limits: Limits) -> Exception:
    """The csv module's own bound on a cell is above ours; whatever else it minds is a quotation mark out of place."""
    if "field limit" in str(error):
        return refused(FaultCode.CELL_TOO_LONG, "> 131072", limits.cell_characters, sheet=name, row=record + 1)
    return refused(FaultCode.DAMAGED, '"', "csv", sheet=name, row=record + 1)
