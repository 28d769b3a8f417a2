"""A corpus of broken tables: each is refused for its reason or read as what it is, none ends in another error."""

import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from datasets.imports.cells.cell_values import parse_numbers, parse_years
from datasets.imports.columns.column_mapping import propose_sheet_mapping
from datasets.imports.columns.extract_rows import extract_figures
from datasets.imports.model import MEGABYTE, FaultCode, Limits, RefusedError
from datasets.imports.read.read_upload import read_upload
from datasets.kinds import ImportKind
from datasets.workers.model import OverLimitError, Resource, WorkLimits
from datasets.workers.pool import WorkerPool
from tests.datasets.imports.old_workbooks import FILEPASS, SUPBOOK, record, write_compound, write_xls
from tests.datasets.imports.tables import TWO_ROWS, VOCABULARY, sheet_part, with_part, write_xlsx

LIMITS = Limits()


def _bytes(content: bytes) -> Callable[[Path], Path]:
    def make(path: Path) -> Path:
        path.write_bytes(content)
        return path

    return make


def _truncated(path: Path) -> Path:
    whole = write_xlsx(path, TWO_ROWS).read_bytes()
    path.write_bytes(whole[: len(whole) * 2 // 3])
    return path


def _bomb(path: Path) -> Path:
    return with_part(write_xlsx(path, TWO_ROWS), "xl/media/image1.bin", bytes(60 * 1024 * 1024))


def _lying_sizes(path: Path) -> Path:
    """An archive whose list says that a part is smaller than it is."""
    write_xlsx(path, TWO_ROWS)
    with_part(path, "xl/media/image1.bin", bytes(5_000_000))
    content = bytearray(path.read_bytes())
    at = content.rfind(b"PK\x01\x02")
    content[at + 24 : at + 28] = struct.pack("<I", 10)
    path.write_bytes(content)
    return path


def _encrypted_zip(path: Path) -> Path:
    write_xlsx(path, TWO_ROWS)
    content = bytearray(path.read_bytes())
    at = content.rfind(b"PK\x01\x02")
    content[at + 8] |= 1
    path.write_bytes(content)
    return path


def _zip_in_zip(path: Path) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.zip", b"PK")
    return path


def _far_cell(path: Path) -> Path:
    return sheet_part(write_xlsx(path, TWO_ROWS), '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')


def _large_rectangle(path: Path) -> Path:
    """Two cells that are allowed alone, and 500 million between them."""
    two = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="SF1048576"><v>1</v></c></row>'
    return sheet_part(write_xlsx(path, TWO_ROWS), two)


def _many_columns(path: Path) -> Path:
    cells = "".join(f"<c><v>{7919 * number % 1_000_003}</v></c>" for number in range(2_000_000))
    return sheet_part(write_xlsx(path, TWO_ROWS), f'<row r="1">{cells}</row>')


def _long_cell(path: Path) -> Path:
    text = "".join(chr(0x4E00 + 7919 * number % 20_000) for number in range(3_400_000))
    cell = f'<c r="A1" t="inlineStr"><is><t>{text}</t></is></c>'
    return sheet_part(write_xlsx(path, TWO_ROWS), f'<row r="1">{cell}</row>')


def _repeated_text(path: Path) -> Path:
    """A text of 4,000 signs that 400,000 cells show: small in the file, large in memory."""
    shared = (
        '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>'
        + "x" * 4_000
        + "</t></si></sst>"
    )
    with_part(write_xlsx(path, TWO_ROWS), "xl/sharedStrings.xml", shared.encode())
    rows = "".join(f'<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>' for row in range(1, 400_001))
    return sheet_part(path, rows)


def _entities(path: Path) -> Path:
    text = '<!DOCTYPE x [<!ENTITY a "aaaa">]><sst><si><t>&a;</t></si></sst>'
    return with_part(write_xlsx(path, TWO_ROWS), "xl/sharedStrings.xml", text.encode())


def _part(name: str) -> Callable[[Path], Path]:
    return lambda path: with_part(write_xlsx(path, TWO_ROWS), name, b"<x/>")


def _streams(*names: str) -> Callable[[Path], Path]:
    return lambda path: write_compound(path, dict.fromkeys(names, bytes(4096)))


def _old(**parts: object) -> Callable[[Path], Path]:
    return lambda path: write_xls(path, [], **parts)  # type: ignore[arg-type]


def _broken_markup(path: Path) -> Path:
    return with_part(write_xlsx(path, TWO_ROWS), "xl/workbook.xml", b"<workbook><sheets>")


def _formulas(path: Path) -> Path:
    cells = (f'<row r="{row}"><c r="A{row}"><f>{row}+1</f></c></row>' for row in range(1, LIMITS.formulas + 2))
    return sheet_part(write_xlsx(path, TWO_ROWS), "".join(cells))


REFUSED = {
    "empty": (_bytes(b""), FaultCode.EMPTY_FILE),
    "blank": (_bytes(b" \r\n \n"), FaultCode.EMPTY_FILE),
    "empty archive": (_bytes(b"PK\x05\x06" + bytes(18)), FaultCode.EMPTY_FILE),
    "pdf": (_bytes(b"%PDF-1.7 ..."), FaultCode.UNKNOWN_TYPE),
    "web page called xls": (_bytes(b"<html><table><tr><td>1</td></tr></table></html>"), FaultCode.UNKNOWN_TYPE),
    "binary": (_bytes(b"a,b\x00\x01\x02"), FaultCode.UNKNOWN_TYPE),
    "NUL late in a text": (_bytes(b"a,b\n" * 3000 + b"c,\x00\n"), FaultCode.UNKNOWN_TYPE),
    "truncated archive": (_truncated, FaultCode.DAMAGED),
    "archive with wrong sizes": (_lying_sizes, FaultCode.DAMAGED),
    "archive in an archive": (_zip_in_zip, FaultCode.UNKNOWN_TYPE),
    "archive bomb": (_bomb, FaultCode.EXPANDS_TOO_MUCH),
    "encrypted archive": (_encrypted_zip, FaultCode.ENCRYPTED),
    "OLE2 without content": (_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000)), FaultCode.DAMAGED),
    "workbook with a password": (_streams("EncryptionInfo", "EncryptedPackage"), FaultCode.ENCRYPTED),
    "old workbook with a password": (_old(general=record(FILEPASS, bytes(6))), FaultCode.ENCRYPTED),
    "old workbook with macros": (_streams("Workbook", "_VBA_PROJECT"), FaultCode.MACROS),
    "old workbook with a macro sheet": (_old(sheet_type=1), FaultCode.MACROS),
    "old workbook with a link": (_old(general=record(SUPBOOK, b"\x01\x00\x05\x00\x00a.xls")), FaultCode.EXTERNAL_LINKS),
    "old document": (_streams("WordDocument"), FaultCode.UNKNOWN_TYPE),
    "macros": (_part("xl/vbaProject.bin"), FaultCode.MACROS),
    "macro sheet": (_part("xl/macrosheets/sheet1.xml"), FaultCode.MACROS),
    "external links": (_part("xl/externalLinks/externalLink1.xml"), FaultCode.EXTERNAL_LINKS),
    "connections": (_part("xl/connections.xml"), FaultCode.EXTERNAL_LINKS),
    "entities": (_entities, FaultCode.DAMAGED),
    "broken markup": (_broken_markup, FaultCode.DAMAGED),
    "cell at XFD1048576": (_far_cell, FaultCode.TOO_MANY_COLUMNS),
    "two cells far apart": (_large_rectangle, FaultCode.TOO_MANY_ROWS),
    "2 million columns": (_many_columns, FaultCode.TOO_MANY_COLUMNS),
    "2 million columns of text": (_bytes(b"1," * 2_000_000), FaultCode.TOO_MANY_COLUMNS),
    "501 columns": (_bytes(b"1," * 500 + b"1\n"), FaultCode.TOO_MANY_COLUMNS),
    "10-MB cell": (_long_cell, FaultCode.CELL_TOO_LONG),
    "10-MB cell of text": (_bytes(b'a,b\n"' + b"x" * 10_000_000 + b'",1\n'), FaultCode.CELL_TOO_LONG),
    "10-MB cell of lines": (_bytes(b'a,b\n"' + b"xxxx\n" * 2_000_000 + b'",1\n'), FaultCode.CELL_TOO_LONG),
    "open quotation mark": (_bytes(b'a,b\n"x,1\n2,3\n'), FaultCode.DAMAGED),
    "no encoding": (_bytes(b"a,b\n\xff\xff,1\n"), FaultCode.UNKNOWN_ENCODING),
    "half a sign of UTF-16": (_bytes(b"\xff\xfea\x00,"), FaultCode.UNKNOWN_ENCODING),
    "too many formulas": (_formulas, FaultCode.FORMULA),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_broken_file_is_refused_for_its_reason(name: str, tmp_path: Path):
    make, code = REFUSED[name]
    with pytest.raises(RefusedError) as refusal:
        read_upload("表.xlsx", make(tmp_path / "file"), LIMITS)
    assert [fault.code for fault in refusal.value.faults] == [code]


def test_one_text_in_too_many_cells_is_ended_for_its_memory(tmp_path: Path):
    path, limits = _repeated_text(tmp_path / "file"), WorkLimits(512 * MEGABYTE, processor=60, time=120)
    pool = WorkerPool((), limits, size=1, waiting=1)
    try:
        with pytest.raises(OverLimitError) as refusal:
            pool.submit(read_upload, "表.xlsx", path, LIMITS).result()
        assert refusal.value.resource is Resource.MEMORY
    finally:
        pool.close()


def test_mixed_encodings_are_refused_with_the_first_line_of_the_other(tmp_path: Path):
    path = tmp_path / "file"
    path.write_bytes("地区,床位数\n".encode() + "甲县,1\n乙县,2\n".encode("gb18030"))
    with pytest.raises(RefusedError) as refusal:
        read_upload("表.csv", path, LIMITS)
    assert [(fault.code, fault.row) for fault in refusal.value.faults] == [(FaultCode.UNKNOWN_ENCODING, 2)]


def test_a_file_larger_than_allowed_is_refused_with_its_size_and_the_limit(tmp_path: Path):
    path = tmp_path / "file"
    path.write_bytes(b"a,b\n" * 100)
    with pytest.raises(RefusedError) as refusal:
        read_upload("表.csv", path, Limits(bytes=100))
    fault = refusal.value.faults[0]
    assert (fault.code, fault.found, fault.allowed) == (FaultCode.TOO_LARGE, "400", "100")


@pytest.mark.parametrize("old", [True, False])
def test_more_sheets_than_allowed_are_refused_with_their_number(old: bool, tmp_path: Path):
    path = write_xls(tmp_path / "file", []) if old else write_xlsx(tmp_path / "file", TWO_ROWS)
    with pytest.raises(RefusedError) as refusal:
        read_upload("表", path, Limits(sheets=0))
    fault = refusal.value.faults[0]
    assert (fault.code, fault.found, fault.allowed) == (FaultCode.TOO_MANY_SHEETS, "1", "0")


@pytest.mark.parametrize("rows", [[["地区", "床位数"]], [["注：本表为空。"]], [["地区", "年份"], ["注：无", ""]]])
def test_a_sheet_without_figures_has_no_table(rows: list[list[str]], tmp_path: Path):
    found = read_upload("表.xlsx", write_xlsx(tmp_path / "file", rows), LIMITS).sheets[0]
    with pytest.raises(RefusedError) as refusal:
        propose_sheet_mapping(found, ImportKind.OBSERVATIONS, VOCABULARY)
    assert refusal.value.faults[0].code is FaultCode.NO_TABLE


def _figures(path: Path) -> pd.DataFrame:
    found = read_upload("表.xlsx", path, LIMITS).sheets[0]
    return extract_figures(found, propose_sheet_mapping(found, ImportKind.OBSERVATIONS, VOCABULARY)).figures


def test_merged_headings_are_read(tmp_path: Path):
    rows = [["地区", "床位数（张）", ""], ["", "2015年", "2016年"], ["甲县", "1", "2"]]
    figures = _figures(write_xlsx(tmp_path / "file", rows, ["A1:A2", "B1:C1"]))
    assert figures[["variable", "year", "value"]].to_numpy().tolist() == [["beds", "2015", "1"], ["beds", "2016", "2"]]


def test_nan_and_infinity_are_handed_on_and_told_apart_from_missing(tmp_path: Path):
    path = tmp_path / "file"
    path.write_text("地区,年份,床位数\n甲县,2016,NaN\n乙县,2016,-inf\n甲县,2017,3\n")
    numbers = parse_numbers(_figures(path)["value"])
    assert numbers.not_finite.tolist() == [True, True, False]
    assert not numbers.missing.any()


def test_years_that_are_serial_numbers_of_days_are_told_apart(tmp_path: Path):
    rows: list[list[object]] = [["地区", "年份", "床位数"], ["甲县", 42370, 5], ["乙县", 2016, 6]]
    years = parse_years(_figures(write_xlsx(tmp_path / "file", rows))["year"])
    assert years.is_date.tolist() == [True, False]


def test_a_hyperlink_formula_is_marked_as_a_formula(tmp_path: Path):
    rows: list[list[object]] = [
        ["地区", "年份", "床位数"],
        ["甲县", 2016, '=HYPERLINK("http://a.example","1")'],
        ["乙县", 2016, 6],
    ]
    assert _figures(write_xlsx(tmp_path / "file", rows))["formula"].tolist() == [True, False]


def test_script_in_a_name_stays_the_text_that_it_is(tmp_path: Path):
    name = "<script>alert(1)</script>"
    rows: list[list[object]] = [["地区", "年份", "床位数"], [name, 2016, 5]]
    assert _figures(write_xlsx(tmp_path / "file", rows))["area_name"].tolist() == [name]
