"""Read delimited text files; the encoding and the separator are detected."""

import codecs
import csv
import io
import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from datasets.files.formula_guard import unguard_formula
from datasets.imports.model import FaultCode, Limits, Sheet
from datasets.imports.read.file_type import CHUNK, refusal
from datasets.imports.read.text_columns import BATCH, TextColumns

ENCODINGS = "UTF-8, UTF-16, GB18030"
_SEPARATORS = ",\t;|"
_SAMPLE_LINES, _SAMPLE_CHARACTERS = 64, 1 << 20  # of the file's beginning, which shows the separator
# What a spreadsheet would calculate: = and anything, or a function's call after another sign; -5 and +5 are numbers.
_FORMULA = re.compile(r"=.|[+\-@][A-Za-z.]+\(", re.DOTALL)
_FORMULA_SIGNS = frozenset("=+-@")
_CHINESE = re.compile("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]+")


def read_delimited(name: str, path: Path, limits: Limits) -> tuple[Sheet, str]:
    """The one sheet of a text file, called ``name``, and the file's encoding; raises ``RefusedError``."""
    encoding = find_encoding(path)
    columns = TextColumns(name, limits)
    formulas: set[tuple[int, int]] = set()
    with path.open(encoding=encoding, newline="") as file:
        separator = find_separator(file.read(_SAMPLE_CHARACTERS))
        file.seek(0)
        for batch in _read_batches(_refuse_nul(file, name), separator, name, limits):
            by_column = [list(texts) for texts in itertools.zip_longest(*batch, fillvalue="")]
            _note_formulas(by_column, columns.rows, formulas)
            if len(formulas) > limits.formulas:
                raise refusal(FaultCode.FORMULA, len(formulas), limits.formulas, sheet=name)
            # Remove the guard of our own exports before texts like formulas, after formulas were found.
            texts_as_meant = (
                [unguard_formula(text) if text[:1] == "'" else text for text in texts] for texts in by_column
            )
            columns.add(texts_as_meant, len(batch))
    return Sheet(name, columns.frame(), frozenset(formulas)), encoding


def find_encoding(path: Path) -> str:
    """Find the encoding of all lines of a file; raises ``RefusedError`` with the line where none fits.

    UTF-8 if all of the file is, else GB18030, which has GBK and GB2312 in it. charset-normalizer takes short tables in
    GB18030 for Big5 or Korean (地区,床位数), and cannot say in which line another encoding begins.
    """
    with path.open("rb") as file:
        start = file.read(4)
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        if _can_decode(path, "utf-16"):
            return "utf-16"
        raise refusal(FaultCode.UNKNOWN_ENCODING, path.name, ENCODINGS)
    encoding = "utf-8-sig" if start.startswith(codecs.BOM_UTF8) else "utf-8"
    if _can_decode(path, encoding):
        return encoding
    first_lines: dict[str, int] = {}  # the first line that is plainly in an encoding
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            first_lines.setdefault(_guess_line_encoding(line), number)
    if encoding == "utf-8" and not {"utf-8", "unknown"} & first_lines.keys():
        return "gb18030"
    row = max(first_lines.get(key, 0) for key in ("utf-8", "gb18030", "unknown"))
    raise refusal(FaultCode.UNKNOWN_ENCODING, "" if row else path.name, ENCODINGS, row=row)


def find_separator(sample: str) -> str:
    """Find the separator that splits most lines of a text, and into most cells.

    csv.Sniffer fails where figures have a comma in them (1,234), clevercsv where cells of several lines do.
    """
    lines = list(itertools.islice(io.StringIO(sample.replace("\0", ""), newline=""), _SAMPLE_LINES))
    scores = {separator: _score_separator(lines, separator) for separator in _SEPARATORS}
    return max(scores, key=lambda separator: scores[separator])


def _can_decode(path: Path, encoding: str) -> bool:
    try:
        with path.open(encoding=encoding, newline="") as file:
            while file.read(CHUNK):
                pass
    except UnicodeError:
        return False
    return True


def _guess_line_encoding(line: bytes) -> str:
    """What a line is plainly in: utf-8 where it says something in Chinese, gb18030, ascii, unknown for none of them."""
    if line.isascii():
        return "ascii"
    try:
        signs = "".join(sign for sign in line.decode("utf-8") if not sign.isascii())
        return "utf-8" if _CHINESE.fullmatch(signs) else "either"  # two GB18030 letters can pass for one of UTF-8
    except UnicodeDecodeError:
        try:
            line.decode("gb18030")
        except UnicodeDecodeError:
            return "unknown"
        return "gb18030"


def _score_separator(lines: Iterable[str], separator: str) -> tuple[float, int]:
    """The share of rows that have the commonest number of cells (two at least), and that number.

    A share, for a wrong separator tears quoted cells of several lines into rows of its own.
    """
    try:
        counts = Counter(len(row) for row in csv.reader(lines, delimiter=separator) if row)
    except csv.Error:
        return 0, 0
    several = [(rows / counts.total(), cells) for cells, rows in counts.items() if cells > 1]
    return max(several, default=(0, 0))


def _refuse_nul(lines: Iterable[str], name: str) -> Iterator[str]:
    """Yield the lines; raise for a NUL character, which no text file has."""
    for number, line in enumerate(lines, start=1):
        if "\0" in line:
            raise refusal(FaultCode.UNKNOWN_TYPE, "NUL", "csv", sheet=name, row=number)
        yield line


def _read_batches(lines: Iterator[str], separator: str, name: str, limits: Limits) -> Iterator[list[list[str]]]:
    """Rows in lists of at most ``BATCH``; raises ``RefusedError`` with the row that cannot be one."""
    reader = csv.reader(lines, delimiter=separator, strict=True)
    rows = 0
    while True:
        batch: list[list[str]] = []
        try:
            batch.extend(itertools.islice(reader, BATCH))
        except csv.Error as error:  # the rows before it are in the batch
            where: dict[str, str | int] = {"sheet": name, "row": rows + len(batch) + 1}
            if "field limit" in str(error):  # the csv module's limit on a cell, above ours
                raise refusal(FaultCode.CELL_TOO_LONG, "> 131072", limits.cell_characters, **where) from error
            raise refusal(FaultCode.DAMAGED, '"', "csv", **where) from error
        if not batch:
            return
        wide = next((number for number, row in enumerate(batch, start=1) if len(row) > limits.columns), None)
        if wide:
            row = rows + wide
            raise refusal(FaultCode.TOO_MANY_COLUMNS, len(batch[wide - 1]), limits.columns, sheet=name, row=row)
        yield batch
        rows += len(batch)


def _note_formulas(by_column: list[list[str]], rows: int, formulas: set[tuple[int, int]]) -> None:
    """Add the cells that are formulas to ``formulas``; ``rows`` come before these."""
    for position, texts in enumerate(by_column):
        formulas.update(
            (rows + number, position)
            for number, text in enumerate(texts, start=1)
            if text[:1] in _FORMULA_SIGNS and _FORMULA.match(text)
        )
