"""Packs of the shipped city: their numbers are those of the API, and files appear whole or not at all."""

import json
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook
from pptx import Presentation

from callbacks.packs.make_pack import PackOrder, PackWriter, compose, make_pack, read_templates
from datasets.analyses.pack_request import read_choice, read_presets
from datasets.analyses.target_statuses import assess_targets
from datasets.analyses.value_tables import value_rows
from datasets.files.declarations import BadInputError
from datasets.jobs.command_work import progress_writer
from geodata.region import Level
from indicators.gaps.gaps import Averaging
from layouts.pack_terms import DocumentFormat, SheetId
from layouts.paper.documents.pack import safe_file_name
from layouts.paper.documents.template import TemplateError
from locales import speaking
from tests.conftest import ROOT
from tests.layouts.paper.documents.packs import untraced

BEDS, INFANTS, STATE, RARE = (
    "medical_beds_per_1000_residents",
    "infant_mortality_per_1000",
    "education_strong_county",
    "maternal_mortality_per_100000",
)
PRESETS = read_presets(ROOT)
TODAY = date(2026, 1, 2)
SUBJECTS: dict[str, dict[str, Any]] = {
    "monthly": {},
    "annual": {},
    "own": {},
    "county": {"counties": ["阳山县", "清城区"]},
    "department": {"department": "市卫生局"},
}


def composed(city, preset: str, dataset: str = "demo", indicators=(BEDS, INFANTS, STATE, RARE), **own: Any):
    wanted: dict[str, Any] = (
        {"preset": preset, "dataset": dataset, "indicators": list(indicators)} | SUBJECTS[preset] | own
    )
    choice = read_choice(city, PRESETS, wanted)
    return compose(city, PRESETS[preset], choice, TODAY)


@pytest.fixture(scope="module")
def packs(city):
    """A pack of every kind."""
    return {preset: composed(city, preset) for preset in SUBJECTS}


def test_the_numbers_of_a_sentence_stand_in_it_in_another_language_too(city):
    with speaking("en"):
        told = [sentence.text for sentence in composed(city, "monthly").sentences]
    assert told
    assert [text for text in told if not text.endswith(".")] == []


FROM_PRINTED = ("change", "points_short")  # differences of what is printed, not of the exact numbers in the sheet


def shown(text: str) -> float:
    """The number that a text writes."""
    number = float(text.rstrip("%").replace(",", "").replace("+", ""))
    return number / 100 if text.endswith("%") else number


def decimals(text: str) -> int:
    digits = text.rstrip("%").partition(".")[2]
    return len(digits) + (2 if text.endswith("%") else 0)


@pytest.mark.parametrize("preset", SUBJECTS)
def test_every_number_of_every_sentence_is_its_cell_rounded(packs, preset):
    of = packs[preset]
    numbers = [number for sentence in of.sentences for number in sentence.numbers]
    assert len(numbers) > 10
    for number in numbers:
        exact = of.exact_value(number)
        assert isinstance(exact, int | float), number
        units = 1 if number.column in FROM_PRINTED else 0.5  # of the last digit
        assert shown(number.text) == pytest.approx(abs(exact), abs=1.00001 * units * 10 ** -decimals(number.text)), (
            number
        )


@pytest.mark.parametrize("preset", SUBJECTS)
def test_the_numbers_of_a_change_add_up_as_they_are_printed(packs, preset):
    found = re.compile(r"由 ([\d.]+)% (升|降)到 ([\d.]+)%[^，]*，相差 ([\d.]+) 个百分点")
    changes = [match for sentence in packs[preset].sentences for match in found.findall(sentence.text)]
    for old, verb, new, points in changes:
        assert Decimal(new) - Decimal(old) == Decimal(points) * (1 if verb == "升" else -1)


@pytest.mark.parametrize("preset", SUBJECTS)
def test_no_digit_of_a_sentence_is_without_its_cell(packs, preset):
    assert [sentence.text for sentence in packs[preset].sentences if untraced(sentence)] == []


def test_the_values_are_those_of_the_api(city, packs):
    sheet = packs["annual"].sheets[SheetId.VALUES]
    rows = value_rows(city, "demo", BEDS, Level.COUNTY, [2010, 2016])
    for row in rows.to_dict("records"):
        assert sheet.value((BEDS, row["year"], row["area_code"]), "value") == row["value"]
        assert sheet.value((BEDS, row["year"], row["area_code"]), "source") == row["source"]


def test_the_gaps_are_those_of_the_api(city, packs):
    sheet, gap = packs["annual"].sheets[SheetId.GAPS], city.gap("demo", BEDS, 2016)
    for reading in Averaging:
        assert sheet.value((BEDS, 2016), f"{reading}_ratio") == gap.ratios[reading]
        assert sheet.value((BEDS, 2016), f"{reading}_focus") == gap.levels["north"].averages[reading]


def test_the_targets_are_those_of_the_api(city, packs):
    sheet = packs["annual"].sheets[SheetId.TARGETS]
    for result in assess_targets(city, "demo", 2016):
        for area, progress in result.areas.items():
            assert sheet.value((result.target.id, 2016, area), "value") == progress.value


def test_a_rate_over_few_events_has_no_ratio_in_any_table(packs):
    assert packs["annual"].sheets[SheetId.GAPS].value((RARE, 2016), "simple_ratio") is None
    (row,) = [row for row in packs["annual"].sections[0].blocks[0].rows if row[0] == "孕产妇死亡率"]
    assert row[3:] == ("—", "数量太少", "—")


def test_a_rate_over_few_events_is_not_judged_of_a_county_either(packs):
    of = packs["county"]
    sheet = of.sheets[SheetId.COUNTIES]
    assert sheet.value((RARE, 2016, "441823"), "verdict") == "不评价"
    assert sheet.value((RARE, 2016, "441823"), "rank") is None
    (row,) = [row for row in of.sections[0].blocks[1].rows if row[0] == "孕产妇死亡率"]
    assert row[-1] == "不评价"


def test_a_missing_member_keeps_the_pack_from_any_verdict(city):
    of = composed(city, "monthly", "public", [BEDS])
    assert "缺清城区" in "".join(sentence.text for sentence in of.sentences)
    assert not any("距80%线差" in sentence.text for sentence in of.sentences)
    assert of.sheets[SheetId.GAPS].value((BEDS, 2020), "missing") == "清城区"


def test_an_indicator_without_figures_in_the_year_is_told_and_not_drawn_of_another_year(city):
    of = composed(city, "monthly", "public", [BEDS, "birth_rate"], years=[2020])
    assert "出生率：2020年各县暂无数据，不作图。" in [sentence.text for sentence in of.sentences]
    assert not any("出生率" in exhibit.title for exhibit in of.exhibits)


def test_a_department_pack_begins_with_its_targets_and_tells_no_others(packs):
    of = packs["department"]
    assert of.sections[0].heading == "政策目标"
    sheet = of.sheets[SheetId.TARGETS]
    assert {sheet.value(row, "department") for row in sheet.rows} == {"市卫生局"}


def test_only_a_demonstration_is_warned_of(city, packs):
    assert packs["monthly"].about.warning == "演示数据 · 非真实统计"
    assert composed(city, "monthly", "public", [BEDS]).about.warning == ""


def make(of, folder, outputs, progress=lambda *_: None, templates=None):
    return PackWriter(of, outputs, folder / safe_file_name("方城/简报"), progress, templates or {}).write()


@pytest.fixture(scope="module")
def small(city):
    return composed(city, "monthly", "demo", [BEDS])


def test_all_documents_are_written_and_open_again(small, tmp_path):
    paths = make(small, tmp_path, list(DocumentFormat))
    assert {path.name for path in tmp_path.iterdir()} == {f"方城_简报.{output}" for output in DocumentFormat}
    by_suffix = {path.suffix: path.read_bytes() for path in paths}
    assert len(Presentation(BytesIO(by_suffix[".pptx"])).slides) > 5
    assert len(Document(BytesIO(by_suffix[".docx"])).inline_shapes) == 3
    assert "句子与出处" in load_workbook(BytesIO(by_suffix[".xlsx"])).sheetnames
    assert by_suffix[".pdf"].startswith(b"%PDF")


def test_one_failing_picture_keeps_nothing_else_from_being_made(small, tmp_path):
    def fail(*_: object) -> bytes:
        raise ValueError("缺字形")

    (first, *rest), section = small.sections[1].blocks, small.sections[1]
    broken = replace(small, sections=(small.sections[0], replace(section, blocks=(replace(first, draw=fail), *rest))))
    paths = make(broken, tmp_path, [DocumentFormat.DOCX, DocumentFormat.XLSX])
    document = Document(BytesIO(paths[0].read_bytes()))
    assert len(document.inline_shapes) == 2
    about = load_workbook(paths[1])["说明"]
    assert f"未能生成：{first.title}（缺字形）" in [row[1].value for row in about.iter_rows()]


def test_progress_counts_to_the_end_and_says_what_is_done(small, tmp_path):
    told = []
    make(small, tmp_path, [DocumentFormat.DOCX], lambda *step: told.append(step))
    assert [step[0] for step in told] == [0, 1, 2, 3, 4]
    assert {step[1] for step in told} == {4}
    assert told[0][2] == "正在绘制：每千人床位，2016年"
    assert told[-1][2] == ""


def test_the_deck_alone_draws_only_what_powerpoint_cannot(small, tmp_path):
    told = []
    make(small, tmp_path, [DocumentFormat.PPTX], lambda *step: told.append(step))
    assert told[0][1] == 2


def test_a_folder_that_cannot_be_written_gives_one_message_and_no_file(small, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("")
    with pytest.raises(NotADirectoryError):
        make(small, blocked / "inside", [DocumentFormat.XLSX])


def test_a_disk_that_fills_up_leaves_no_half_written_file(small, tmp_path, monkeypatch):
    def full(path: Path, content: bytes) -> int:
        with path.open("wb") as file:
            file.write(content[:10])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.write_bytes", full)
    with pytest.raises(OSError, match="No space left on device"):
        make(small, tmp_path, [DocumentFormat.XLSX])
    assert list(tmp_path.iterdir()) == []


def test_a_wish_becomes_files_and_the_progress_file_is_whole(city, tmp_path):
    wanted: dict[str, Any] = {"dataset": "demo", "indicators": [BEDS], "title": "../月报"}
    order = PackOrder(wanted, (DocumentFormat.XLSX,), {}, tmp_path / "out")
    paths = make_pack(city, PRESETS, order, TODAY, progress_writer(tmp_path / "progress.json"))
    assert [path.relative_to(tmp_path).as_posix() for path in paths] == ["out/清远_.._月报_2016.xlsx"]
    assert json.loads((tmp_path / "progress.json").read_text("utf-8")) == {"done": 1, "total": 1, "text": ""}


def test_a_file_that_is_no_template_is_named():
    with pytest.raises(TemplateError, match=r"logo\.png: template: expected a PowerPoint or Word file"):
        read_templates({"logo.png": b"\x89PNG"})


def test_the_same_choice_is_the_same_pack(city):
    one, other = (composed(city, "monthly", "demo", [BEDS]) for _ in range(2))
    assert one.sentences == other.sentences
    assert one.sheets == other.sheets


def test_a_pack_is_of_the_groups_of_its_choice(city, tmp_path):
    wanted = {"dataset": "demo", "indicators": [BEDS], "groups": "甲组.441881_乙组.441802.441803"}
    order = PackOrder(wanted, (DocumentFormat.XLSX,), {}, tmp_path)
    (path,) = make_pack(city, PRESETS, order, TODAY, lambda *_: None)
    cells = [str(cell.value) for sheet in load_workbook(path) for row in sheet.iter_rows() for cell in row]
    assert any("甲组" in cell for cell in cells)
    assert not any("北部" in cell and "县均值" in cell for cell in cells)


def test_a_pack_of_groups_that_cannot_be_formed_is_refused(city, tmp_path):
    order = PackOrder({"dataset": "demo", "groups": "甲组.1_乙组.441802"}, (DocumentFormat.XLSX,), {}, tmp_path)
    with pytest.raises(BadInputError, match="代码“1”不是本地区的县"):
        make_pack(city, PRESETS, order, TODAY, lambda *_: None)
