"""ODS is read as other workbooks are: percentages, formulas, merged and hidden cells seen, bombs refused."""

import zipfile
from pathlib import Path

import pytest

from datasets.imports.model import FaultCode, FileContent, Limits, RefusedError
from datasets.imports.read.read_upload import read_upload

_SPACES = "office:1.0 table:1.0 text:1.0 style:1.0"
_NAMES = " ".join(
    f'xmlns:{space.split(":")[0]}="urn:oasis:names:tc:opendocument:xmlns:{space}"' for space in _SPACES.split()
)


_MANIFEST = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'


def text(words: str, more: str = "") -> str:
    return f'<table:table-cell office:value-type="string" {more}><text:p>{words}</text:p></table:table-cell>'


def number(value: float, kind: str = "float", more: str = "") -> str:
    said = f'office:value-type="{kind}" office:value="{value}" {more}'
    return f"<table:table-cell {said}><text:p>{value}</text:p></table:table-cell>"


def row(*cells: str, more: str = "") -> str:
    return f"<table:table-row {more}>{''.join(cells)}</table:table-row>"


def write_ods(
    path: Path, *rows: str, columns: str = "", parts: dict[str, str] | None = None, kind: str = "spreadsheet"
) -> Path:
    content = (
        f'<office:document-content {_NAMES}><office:body><office:spreadsheet><table:table table:name="表">{columns}'
        f"{''.join(rows)}</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}", zipfile.ZIP_STORED)
        archive.writestr("content.xml", content)
        for name, part in ({"META-INF/manifest.xml": _MANIFEST} | (parts or {})).items():
            archive.writestr(name, part)
    return path


def read(path: Path) -> FileContent:
    return read_upload("表.ods", path, Limits())


def refusal(path: Path) -> tuple[FaultCode, str]:
    with pytest.raises(RefusedError) as refused:
        read(path)
    return refused.value.faults[0].code, refused.value.faults[0].found


def test_texts_numbers_and_percentages_are_read(tmp_path):
    path = write_ods(tmp_path / "x", row(text("地区"), text("率")), row(text("甲县"), number(0.852, "percentage")))
    assert read(path).sheets[0].cells.to_numpy().tolist() == [["地区", "率"], ["甲县", "85.2%"]]


def test_formulas_merged_and_hidden_cells_are_seen(tmp_path):
    covered = "<table:covered-table-cell/>"
    path = write_ods(
        tmp_path / "x",
        row(text("标题", 'table:number-columns-spanned="2"'), covered),
        row(text("甲县"), number(3, more='table:formula="of:=1+2"'), more='table:visibility="filter"'),
        columns='<table:table-column/><table:table-column table:visibility="collapse"/>',
    )
    sheet = read(path).sheets[0]
    assert sheet.cells.iloc[0].tolist() == ["标题", "标题"]
    assert (sheet.formulas, sheet.hidden_rows, sheet.hidden_columns) == ({(2, 1)}, {2}, {1})


def test_a_cell_that_repeats_beyond_the_limits_is_refused(tmp_path):
    many = row(number(1), more='table:number-rows-repeated="2000000"')
    assert refusal(write_ods(tmp_path / "x", many))[0] is FaultCode.TOO_MANY_ROWS


def test_other_documents_passwords_and_macros_are_refused_by_name(tmp_path):
    assert refusal(write_ods(tmp_path / "x", kind="text")) == (FaultCode.UNKNOWN_TYPE, "odt")
    secret = {"META-INF/manifest.xml": "<manifest:encryption-data/>"}
    assert refusal(write_ods(tmp_path / "y", parts=secret))[0] is FaultCode.ENCRYPTED
    assert refusal(write_ods(tmp_path / "z", parts={"Basic/script-lc.xml": "<a/>"}))[0] is FaultCode.MACROS
