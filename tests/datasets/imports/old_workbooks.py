"""The smallest OLE2 files and BIFF8 workbooks that a test can be about, written byte by byte."""

import struct
from collections.abc import Sequence
from pathlib import Path

FILEPASS, SUPBOOK = 0x002F, 0x01AE
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def record(number: int, content: bytes) -> bytes:
    """One record of a workbook's stream."""
    return struct.pack("<HH", number, len(content)) + content


def number(row: int, column: int, value: float) -> bytes:
    """A cell with a number; row and column count from 0."""
    return record(0x0203, struct.pack("<HHHd", row, column, 0, value))


def label(row: int, column: int, text: str) -> bytes:
    """A cell with a text."""
    return record(0x0204, struct.pack("<HHHHB", row, column, 0, len(text), 1) + text.encode("utf-16-le"))


def formula(row: int, column: int, value: float) -> bytes:
    """A cell that is the formula 1 with a saved result."""
    return record(0x0006, struct.pack("<HHHdHIH", row, column, 0, value, 0, 0, 3) + b"\x1e\x01\x00")


def write_xls(path: Path, cells: Sequence[bytes], general: bytes = b"", sheet_type: int = 0) -> Path:
    """A workbook with one sheet named S of these cells; ``general`` are further records of the workbook."""
    start = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0)) + general
    place = len(start) + 4 + 8 + 1 + 4
    bound = record(0x0085, struct.pack("<IBBBB", place, 0, sheet_type, 1, 0) + b"S")
    end = record(0x000A, b"")
    sheet = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0)) + b"".join(cells) + end
    return write_compound(path, {"Workbook": start + bound + end + sheet})


def write_compound(path: Path, streams: dict[str, bytes]) -> Path:
    """An OLE2 file of these streams, each long enough to need no mini stream."""
    contents = [content.ljust(max(4096, -len(content) % 512 + len(content)), b"\0") for content in streams.values()]
    fat, entries, data = [_FAT, _END], [_entry("Root Entry", 5, 1, _END, 0)], b""
    for position, (name, content) in enumerate(zip(streams, contents, strict=True)):
        first, sectors = len(fat), len(content) // 512
        fat += [*range(first + 1, first + sectors), _END]
        right = position + 2 if position + 1 < len(streams) else _FREE
        entries.append(_entry(name, 2, _FREE, first, len(content), right))
        data += content
    directory = b"".join(entries).ljust(512, b"\0")
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(10)
    header += struct.pack("<IIIIIIIII", 1, 1, 0, 4096, _END, 0, _END, 0, 0) + struct.pack("<I", _FREE) * 108
    table = struct.pack(f"<{len(fat)}I", *fat).ljust(512, b"\xff")
    path.write_bytes(header + table + directory + data)
    return path


def _entry(name: str, kind: int, child: int, first: int, size: int, right: int = _FREE) -> bytes:
    text = name.encode("utf-16-le") + b"\0\0"
    fields = struct.pack("<HBBIII", len(text), kind, 1, _FREE, right, child)
    return text.ljust(64, b"\0") + fields + bytes(36) + struct.pack("<IQ", first, size)
