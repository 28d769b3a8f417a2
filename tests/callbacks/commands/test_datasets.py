"""The command line imports, publishes and rolls back, and says in words what is wrong."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from callbacks.commands.datasets import data_commands
from datasets.imports.model import Limits
from datasets.imports.upload.uploads import Uploads
from datasets.kinds import ImportKind
from tests.conftest import make_published_city

HEADINGS = "地区,年份,指标,数值,单位,来源\n"
GOOD = f"{HEADINGS}连州市,2015,医疗卫生机构床位数,1200,张,年鉴\n"
FAULTY = f"{GOOD}连南,2015,医疗卫生机构床位数,很多,张,年鉴\n"


@pytest.fixture
def uploads(foundation, tmp_path):
    with make_published_city(foundation, tmp_path) as published_city:
        yield Uploads(published_city, tmp_path / "uploads", Limits(), lambda: 0.0)


@pytest.fixture
def run(uploads):
    commands = {command.name: command for command in data_commands(lambda: uploads)}

    def run(name: str, *words: str | Path) -> Result:
        return CliRunner().invoke(commands[name], [str(word) for word in words])

    return run


@pytest.fixture
def file(tmp_path):
    def file(text: str, name: str = "beds.csv") -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return file


def test_a_good_file_becomes_a_draft_and_nothing_is_published(run, file, uploads):
    told = run("import", file(GOOD))
    assert told.exit_code == 0, told.output
    assert "已存为草稿：数据集 office 第 1 版" in told.output
    assert uploads.store.published() == {}


def test_a_faulty_file_is_not_kept_and_its_cell_is_named(run, file, uploads):
    told = run("import", file(FAULTY))
    assert told.exit_code == 1
    assert "第 3 行 D 列（数值）：不是数字：“很多”" in told.output
    assert uploads.store.datasets() == []


def test_a_dry_run_keeps_nothing(run, file, uploads):
    told = run("import", file(GOOD), "--dry-run")
    assert told.exit_code == 0
    assert uploads.store.datasets() == []


def test_several_files_become_one_draft(run, file, uploads):
    second = file(GOOD.replace("连州市", "阳山县"), "more.csv")
    assert run("import", file(GOOD), second).exit_code == 0
    assert len(uploads.store.versions("office")[0].batches) == 2


def test_one_faulty_file_of_several_keeps_all_out(run, file, uploads):
    assert run("import", file(GOOD), file(FAULTY, "bad.csv")).exit_code == 1
    assert uploads.store.datasets() == []


def test_import_can_publish_at_once_and_roll_back(run, file, uploads):
    run("import", file(GOOD), "--publish")
    run("import", file(GOOD.replace("1200", "1500")), "--publish")
    assert uploads.store.published()["office"].number == 2
    assert run("rollback", "office", "1").exit_code == 0
    assert uploads.store.published()["office"].number == 1


def test_a_draft_is_published_by_its_number(run, file, uploads):
    run("import", file(GOOD))
    assert run("publish", "office", "1").exit_code == 0
    assert uploads.store.published()["office"].number == 1


def test_a_version_that_is_not_there_is_named_with_those_that_are(run, file):
    run("import", file(GOOD))
    told = run("publish", "office", "7")
    assert told.exit_code == 1
    assert "version of office 7: expected one of 1" in told.output


def test_datasets_lists_versions_with_their_files(run, file):
    run("import", file(GOOD), "--name", "卫生局年鉴", "--who", "小李")
    told = run("datasets").output
    assert "office  卫生局年鉴" in told
    assert "draft" in told
    assert "小李  beds.csv" in told


def test_a_broken_file_is_refused_in_words(run, file):
    told = run("import", file("", "empty.xlsx"))
    assert told.exit_code == 1
    assert "Traceback" not in told.output
    assert "文件是空的" in told.output


def test_what_a_table_does_not_say_can_be_said_by_options(run, file):
    wide = file("地区,床位数\n连州市,1200\n阳山县,900\n", "wide.csv")
    said = ["--variable", "medical_beds", "--year", "2015", "--unit", "张", "--source", "年鉴"]
    told = run("import", wide, *said)
    assert told.exit_code == 0, told.output
    assert "可导入 2 行" in told.output


def test_points_of_a_map_file_are_taken_for_facilities(run, file):
    named = {"名称": "测试小学", "类型": "小学", "来源": "虚构"}
    point = {"type": "Feature", "properties": named, "geometry": {"type": "Point", "coordinates": [113.05, 23.7]}}
    text = json.dumps({"type": "FeatureCollection", "features": [point]})
    told = run("import", file(text, "schools.geojson"))
    assert told.exit_code == 0, told.output
    assert "schools.geojson（设施）" in told.output


def test_a_fault_that_all_figures_share_is_one_line_with_its_count(run, file):
    rows = "".join(f"{name},2015,{count}\n" for name, count in zip(["连州市", "阳山县", "佛冈县"], "123", strict=True))
    told = run("import", file(f"地区,年份,医疗卫生机构床位数\n{rows}"), "--dry-run").output
    assert told.count("没有写来源") == 1
    assert "共 3 处：没有写来源" in told


POINTS = '名称,location,类型\n甲,"112.6415,24.4660",学校\n'


def test_a_file_of_one_type_says_its_type_on_the_command_line(run, file, uploads):
    words = ("--type", "普通小学", "--datum", "gcj02", "--source", "某局")
    assert run("import", file(POINTS, "schools.csv"), "--kind", "facilities", *words).exit_code == 0
    rows = uploads.store.rows(uploads.store.versions("office")[0].id, ImportKind.FACILITIES)
    assert rows["type"].tolist() == ["primary_school"]
    assert rows["longitude"].round(4).tolist() != [112.6415]


def test_a_type_that_there_is_not_is_refused_with_those_that_there_are(run, file):
    told = run("import", file(POINTS, "schools.csv"), "--type", "茶馆")
    assert told.exit_code == 1
    assert "不认识这种设施类型：“茶馆”。可用：教学点、" in told.output


def test_the_datum_of_a_provider_is_taken_and_told(run, file):
    told = run(
        "import", file(POINTS.replace("类型", "typecode"), "poi.csv"), "--type", "小学", "--source", "某局"
    ).output
    assert "坐标类型由文件判断：“高德”" in told
    assert "GCJ-02" in told
