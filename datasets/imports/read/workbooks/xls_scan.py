"""Scan the records of an XLS for what its reader does not say: formulas, hidden rows and columns, links, a password.

Numbers and layouts of records are those of [MS-XLS]; BIFF5 has the same where it has them.
"""

import struct
from pathlib import Path

import olefile

from datasets.imports.model import FaultCode, Limits
from datasets.imports.read.file_type import BROKEN_COMPOUND, refusal
from datasets.imports.read.workbooks.sheet_scan import SheetScan, refuse_many_sheets

_BEGIN, _SHEET, _LINK, _PASSWORD = 0x0809, 0x0085, 0x01AE, 0x002F
_FORMULAS = (0x0006, 0x0206, 0x0406)
_ROW, _ROW_BYTES, _ROW_HIDDEN = 0x0208, 16, 0x0020
_COLUMNS, _COLUMNS_BYTES, _COLUMNS_HIDDEN = 0x007D, 10, 0x0001
_OWN_BOOK, _ADD_INS = 0x0401, 0x3A01


def scan_xls(path: Path, limits: Limits) -> list[SheetScan]:
    """Scan the sheets in the workbook's order, without their names; raises ``RefusedError``."""
    try:
        with olefile.OleFileIO(path) as compound:
            stream = compound.openstream("Workbook" if compound.exists("Workbook") else "Book").read()
        return _scan_records(stream, limits)
    except BROKEN_COMPOUND as error:
        raise refusal(FaultCode.DAMAGED, "xls") from error


def _scan_records(stream: bytes, limits: Limits) -> list[SheetScan]:
    begins: list[int] = []  # where each sheet's records begin
    scans: dict[int, SheetScan] = {}
    current = SheetScan("", limits)
    position = 0
    while position + 4 <= len(stream):
        record, length = struct.unpack_from("<HH", stream, position)
        content = position + 4
        if record == _BEGIN:
            current = scans.setdefault(position, SheetScan("", limits))
        elif record == _PASSWORD:
            raise refusal(FaultCode.ENCRYPTED, "xls")
        elif record == _SHEET:
            begins.append(struct.unpack_from("<I", stream, content)[0])
            refuse_many_sheets(len(begins), limits)
        elif record == _LINK:
            _refuse_link(stream[content : content + length])
        elif record in _FORMULAS:
            row, column = struct.unpack_from("<HH", stream, content)
            current.add_formulas([(row + 1, column)])
        elif record == _ROW and length >= _ROW_BYTES:
            if struct.unpack_from("<H", stream, content + 12)[0] & _ROW_HIDDEN:
                current.hidden_rows.add(struct.unpack_from("<H", stream, content)[0] + 1)
        elif record == _COLUMNS and length >= _COLUMNS_BYTES:
            first, last, _, _, options = struct.unpack_from("<5H", stream, content)
            if options & _COLUMNS_HIDDEN:
                current.hide_columns(first, last)
        position = content + length
    return [scans.get(begin, SheetScan("", limits)) for begin in begins]


def _refuse_link(content: bytes) -> None:
    """Refuse a link to another file; links to this workbook or an add-in are allowed."""
    if len(content) < 4 or struct.unpack_from("<H", content, 2)[0] not in (_OWN_BOOK, _ADD_INS):
        raise refusal(FaultCode.EXTERNAL_LINKS, "xls")
