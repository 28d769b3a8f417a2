"""The booklet: every text of the pack, nothing read as markup, failures told."""

import json
from typing import Any

import pytest

from layouts.paper.documents import booklet as module
from layouts.paper.documents.booklet import write_booklet
from layouts.sheet_sizes import Format
from tests.layouts.paper.documents.packs import HEAT, drawn, exhibit, pack, table


def svg(of, failing=()):
    return drawn(of, Format.SVG, failing)


@pytest.fixture
def sent(monkeypatch) -> dict[str, Any]:
    """What Typst is given, without compiling it."""
    given: dict[str, Any] = {}

    def compile_nothing(files: dict[str, Any], **_options: Any) -> bytes:
        given.update(files)
        return b""

    monkeypatch.setattr(module.typst, "compile", compile_nothing)
    return given


def test_a_pack_becomes_a_pdf():
    of = pack(exhibit(), table(), exhibit(chart=HEAT), warning="演示数据 · 非真实统计")
    assert write_booklet(svg(of)).startswith(b"%PDF")


@pytest.mark.parametrize("title", ['#import "x"', "$1/0$", "= 标题 *粗* _斜_", '"); #panic("x', "\\u{41} @ref <label>"])
def test_what_a_reader_types_is_never_read_as_markup(title, sent):
    of = pack(exhibit(title), title=title)
    write_booklet(svg(of))
    assert json.loads(sent["pack.json"])["title"] == title
    assert title.encode() not in sent["main.typ"].read_bytes()


def test_a_title_full_of_markup_compiles():
    of = pack(exhibit('#panic("x") $ * _'), title='#panic("x") $ * _ \\')
    assert write_booklet(svg(of)).startswith(b"%PDF")


def test_pictures_are_vectors(sent):
    of = pack(exhibit())
    write_booklet(svg(of))
    assert b"<svg" in sent["0.svg"]


def test_a_picture_that_failed_is_told_in_its_place_and_at_the_end(sent):
    of = pack(exhibit(), exhibit("医生，2016年"))
    write_booklet(svg(of, failing=(0,)))
    data = json.loads(sent["pack.json"])
    first, second = data["sections"][0]["blocks"]
    assert first["failed"] == data["failures"][0] == "未能生成：床位，2016年（缺字形）"
    assert "0.svg" not in sent
    assert (second["failed"], second["caption"]) == ("", "图1　医生，2016年")
