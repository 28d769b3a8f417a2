"""A look through the records of an XLS before its reader allocates anything: formulas, macro sheets, links outside."""

import struct
from pathlib import Path

import olefile

from datasets.imports.model import FaultCode, Limits
from datasets.imports.read.file_type import refused
from datasets.imports.read.workbooks.xlsx_scan import SheetScan

# Numbers of records in [MS-XLS]; those of BIFF5 are the same where it has them.
_FORMULAS = (0x0006, 0x0206, 0x0406)
_BEGIN, _SHEET, _TEXTS, _LINK = 0x0809, 0x0085, 0x00FC, 0x01AE
_ROW, _ROW_BYTES, _ROW_HIDDEN = 0x0208, 16, 0x0020
_COLUMNS, _COLUMNS_BYTES, _COLUMNS_HIDDEN = 0x007D, 10, 0x0001
_OWN_BOOK, _ADD_INS = 0x0401, 0x3A01
_MACRO_SHEETS = (0x01, 0x06)


def scan_old_workbook(path: Path, limits: Limits) -> list[SheetScan]:
    """What each worksheet holds, in the workbook's order (extents are bounded by the format and left at 0)."""
    try:
        with olefile.OleFileIO(path) as compound:
            stream = compound.openstream("Workbook" if compound.exists("Workbook") else "Book").read()
        return _scan_records(stream, limits)
    except (OSError, ValueError, IndexError, RecursionError, struct.error) as error:
        raise refused(FaultCode.DAMAGED, "xls") from error


def _scan_records(stream: bytes, limits: Limits) -> list[SheetScan]:
    begins: list[int] = []  # where each sheet's records begin
    at: dict[int, SheetScan] = {}
    current: SheetScan | None = None
    position = 0
    while position + 4 <= len(stream):
        record, length = struct.unpack_from("<HH", stream, position)
        if record == _BEGIN:
            current = at.setdefault(position, SheetScan())
        elif record == _SHEET:
            begins.append(_sheet_begin(stream, position + 4))
            if len(begins) > limits.sheets:
                raise refused(FaultCode.TOO_MANY_SHEETS, len(begins), limits.sheets)
        elif record in _FORMULAS and current is not None:
            row, column = struct.unpack_from("<HH", stream, position + 4)
            current.formulas.add((row + 1, column))
            if len(current.formulas) > limits.formulas:
                raise refused(FaultCode.FORMULA, len(current.formulas), limits.formulas)
        elif record == _ROW and current is not None and length >= _ROW_BYTES:
            if struct.unpack_from("<H", stream, position + 16)[0] & _ROW_HIDDEN:
                current.hidden_rows.add(struct.unpack_from("<H", stream, position + 4)[0] + 1)
        elif record == _COLUMNS and current is not None and length >= _COLUMNS_BYTES:
            first, last, _, _, options = struct.unpack_from("<5H", stream, position + 4)
            if options & _COLUMNS_HIDDEN:
                current.hidden_columns.update(range(first, min(last + 1, limits.columns)))
        elif record == _LINK:
            _guard_link(stream[position + 4 : position + 4 + length])
        elif record == _TEXTS and struct.unpack_from("<I", stream, position + 8)[0] > len(stream):
            raise refused(FaultCode.DAMAGED, "xls")  # the reader would reserve room for as many texts as it says
        position += 4 + length
    return [at.get(begin, SheetScan()) for begin in begins]


def _sheet_begin(stream: bytes, position: int) -> int:
    begin, _, kind = struct.unpack_from("<IBB", stream, position)
    if kind in _MACRO_SHEETS:
        raise refused(FaultCode.MACROS, "xls")
    return int(begin)


def _guard_link(content: bytes) -> None:
    """A workbook that is referred to is this one, an add-in, or another file."""
    if len(content) < 4 or struct.unpack_from("<H", content, 2)[0] not in (_OWN_BOOK, _ADD_INS):
        raise refused(FaultCode.EXTERNAL_LINKS, "xls")
