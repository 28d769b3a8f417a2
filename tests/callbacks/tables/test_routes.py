"""The tables of the pages over HTTP: what a page shows, with full numbers, where they come from, and their marks."""

import csv
import re
from io import BytesIO, StringIO
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient
from openpyxl import Workbook, load_workbook

from callbacks.tables.routes import table_makers
from datasets.files.table_export import FormattedNumber, write_csv, write_xlsx
from layouts.frame.table_menu import TABLES
from locales import say, speaking
from tests.locales.code import list_variants

BEDS = "medical_beds_per_1000_residents"
NAMES = [name for names in TABLES.values() for name in names]


def rows(client: FlaskClient, address: str) -> list[dict[str, str]]:
    answer = client.get(f"/export/{address}")
    assert answer.status_code == 200, answer.text
    return list(csv.DictReader(StringIO(answer.data.decode("utf-8-sig"))))


def book(client: FlaskClient, address: str) -> Workbook:
    return load_workbook(BytesIO(client.get(f"/export/{address}").data))


@pytest.fixture(scope="module")
def makers(city):
    return table_makers(city)


def test_every_table_stands_in_the_menu_of_one_page_under_its_name(makers):
    assert sorted(NAMES) == sorted(makers) == sorted(list_variants("tables-names"))


@pytest.mark.parametrize("name", NAMES)
def test_a_table_is_the_same_in_both_forms_and_marked_in_every_row_and_on_every_sheet(makers, name):
    made = makers[name]({"dataset": "demo"} | ({"facilities": "museum"} if name == "facilities" else {}))
    found = list(csv.DictReader(StringIO(write_csv(made.table).decode("utf-8-sig"))))
    sheet, notes = load_workbook(BytesIO(write_xlsx([made.table], made.notes))).worksheets
    assert [cell.value for cell in sheet[2]] == list(found[0])
    assert (sheet.max_row, sheet.freeze_panes) == (len(found) + 2, "A3")
    assert all(say("common-demo-ribbon") in row["数据集"] for row in found)
    assert sheet["A1"].value.endswith(say("common-demo-ribbon"))
    assert notes["B1"].value == say("common-demo-ribbon")


@pytest.mark.parametrize("name", NAMES)
def test_no_two_columns_are_called_alike_in_another_language(makers, name):
    columns = makers[name]({"dataset": "demo"}).table.columns
    with speaking("en"):
        assert len(makers[name]({"dataset": "demo"}).table.columns) == len(columns)


@pytest.mark.parametrize("name", NAMES)
def test_every_table_is_given_in_the_language_of_its_address(client, name):
    answer = client.get(f"/export/{name}.csv?dataset=demo&lang=en")
    assert answer.status_code == 200, answer.text
    headings = answer.data.decode("utf-8-sig").splitlines()[0]
    assert not re.search("[一-龥]", headings), headings


def test_a_workbook_says_what_it_holds_and_when_it_was_made(client):
    notes = book(client, f"values.xlsx?dataset=public&indicator={BEDS}&year=2020").worksheets[1]
    said = {row[0].value: row[1].value for row in notes.iter_rows()}
    assert said["数据集"].startswith("公开数据（版本 ")
    assert "统计年鉴" in said["来源"]
    assert said["导出日期"]


def test_values_are_the_ones_of_the_view_in_full_under_the_format_of_the_screen(client):
    query = f"dataset=demo&indicator={BEDS}&year=2014"
    by_code = {row["area_code"]: row["value"] for row in client.get(f"/api/v1/values?{query}").get_json()}
    found = rows(client, f"values.csv?{query}")
    assert {row["代码"]: float(row["数值"]) for row in found} == by_code
    assert {row["年份"] for row in found} == {"2014"}
    cell = book(client, f"values.xlsx?{query}").worksheets[0]["E3"]
    assert (cell.data_type, cell.number_format) == ("n", "#,##0.00")


def test_ranks_are_those_of_the_screen(client):
    found = rows(client, f"values.csv?dataset=demo&indicator={BEDS}&year=2014")
    by_value = sorted(found, key=lambda row: -float(row["数值"]))
    assert [row["位次"] for row in by_value] == [str(rank) for rank in range(1, 9)]


@pytest.mark.parametrize("indicator", ["maternal_mortality_per_100000", "education_strong_county"])
def test_what_is_not_ranked_on_the_screen_has_no_rank(client, indicator):
    assert {row["位次"] for row in rows(client, f"values.csv?dataset=demo&indicator={indicator}")} == {""}


def test_townships_of_one_name_are_told_apart_by_their_county(client):
    found = rows(client, f"values.csv?dataset=demo&indicator={BEDS}&level=township&year=2016")
    counties = {name: {row["县（市、区）"] for row in found if row["地区"] == name} for name in ("太平镇", "石角镇")}
    assert counties == {"太平镇": {"清新区", "阳山县"}, "石角镇": {"清城区", "佛冈县"}}
    assert len({(row["地区"], row["县（市、区）"]) for row in found}) == 85


def test_the_townships_of_an_opened_county_are_ranked_among_themselves(client):
    found = rows(client, f"values.csv?dataset=demo&indicator={BEDS}&level=township&within=441882&year=2016")
    assert {row["县（市、区）"] for row in found} == {"连州市"}
    assert min(int(row["位次"]) for row in found) == 1


def test_both_maps_of_a_comparison_are_in_the_table(client):
    query = f"dataset=demo&indicator={BEDS}&year=2016&compare=years&other_year=2010"
    assert {row["年份"] for row in rows(client, f"values.csv?{query}")} == {"2016", "2010"}


def test_what_changed_between_two_years_is_a_table_whose_numbers_add_up(client):
    found = rows(client, f"changes.csv?dataset=demo&indicator={BEDS}&year=2016&compare=years&other_year=2010")
    assert len(found) == 8
    assert {row["位次"] for row in found if row["地区"] == "连南瑶族自治县"} == {"1"}
    for row in found:
        assert float(row["变化（张）"]) == pytest.approx(float(row["2016年"]) - float(row["2010年"]))


def test_without_two_years_the_table_of_changes_says_what_to_choose(client):
    assert "两个年份" in str(rows(client, f"changes.csv?dataset=demo&indicator={BEDS}"))


def test_a_file_is_called_by_what_it_holds(client):
    answer = client.get(f"/export/values.csv?dataset=demo&indicator={BEDS}&year=2016")
    assert quote("清远_每千人床位_县级_2016_各地数值_演示数据.csv") in answer.headers["Content-Disposition"]


def test_the_facilities_that_are_drawn_are_listed(client):
    found = rows(client, "facilities.csv?dataset=demo&year=2016&facilities=museum")
    assert {row["类型"] for row in found} == {"博物馆"}


def test_filters_of_the_page_filter_the_list(client):
    found = rows(client, "targets.csv?dataset=demo&year=2014&status=missed&domain=health")
    assert {row["状态"] for row in found} == {"到期未达"}
    assert 0 < len(found) < len(rows(client, "targets.csv?dataset=demo&year=2014"))


def test_progress_tells_the_numbers_of_the_api(client):
    found = rows(client, "progress.csv?dataset=demo&year=2014")
    told = [area for one in client.get("/api/v1/status?dataset=demo&year=2014").get_json() for area in one["areas"]]
    numbers = [(row["数值"], area["value"]) for row, area in zip(found, told, strict=True) if row["单位"]]
    assert len(numbers) > 100
    assert all(float(text) == value if text else value is None for text, value in numbers)


def test_ratios_are_the_ones_of_the_api(client):
    query = f"dataset=demo&indicator={BEDS}&year=2016"
    found = {row["口径"]: float(row["比值"]) for row in rows(client, f"readings.csv?{query}&goal=line")}
    ratio = client.get(f"/api/v1/gap?{query}").get_json()["ratio"]
    assert found == {"县均值": ratio["simple_mean"], "人口加权": ratio["weighted_mean"], "合并计算": ratio["pooled"]}


def test_a_ratio_just_below_the_line_is_not_shown_as_on_it(client):
    """Doctors of the demonstration: 79.99 % on the screen."""
    found = list(book(client, "gaps.xlsx?dataset=demo&domain=health&year=2016").worksheets[0].iter_rows(min_row=3))
    cell = next(row for row in found if row[1].value == "每千人执业（助理）医师")[6]
    assert (round(cell.value, 4), cell.number_format) == (0.7999, "0.00%")


def test_a_value_just_short_of_its_target_is_not_shown_as_reaching_it(makers):
    """Whatever misses its target does so as printed too, in the list of every county's progress."""
    table = makers["progress"]({"dataset": "demo", "year": "2016"}).table
    at = {column.heading: place for place, column in enumerate(table.columns)}
    beside = [(row[at["要求"]], row[at["数值"]]) for row in table.rows if row[at["状态"]] == "到期未达"]
    missed = [(asked, cell) for asked, cell in beside if isinstance(cell, FormattedNumber) and asked.startswith("≥")]
    assert len(missed) > 20
    for asked, cell in missed:
        decimals = len(cell.form.partition(".")[2])
        assert round(cell.value, decimals) < float(asked.split()[1].replace(",", "")), (asked, cell)


def test_a_profile_is_of_the_county_of_the_address(client):
    for name in TABLES["/county"][:2]:
        assert {row["地区"] for row in rows(client, f"{name}.csv?dataset=demo&county=441882&year=2012")} == {"连州市"}
    assert len(rows(client, "townships.csv?dataset=demo&county=441882&year=2012")) == 12


def test_sites_of_the_address_come_to_numbers_before_and_after(client):
    query = "dataset=demo&type=township_hospital&year=2016&mode=siting&changes=add,112.40389,25.01972,40,"
    (site,) = rows(client, f"sites.csv?{query}")
    assert (site["变动"], site["县（市、区）"], site["经度"]) == ("新建", "连州市", "112.40389")
    whole = rows(client, f"siting.csv?{query}")[0]
    assert float(whole["新增覆盖居民（人）"]) > 0
    assert float(whole["标准内居民比例（%），之后"]) > float(whole["标准内居民比例（%），之前"])


@pytest.mark.parametrize("name", ["measures", "coverage", "uncovered"])
def test_where_the_page_has_nothing_to_show_the_table_says_why(client, name):
    (row,) = rows(client, f"{name}.csv?dataset=public&type=township_hospital")
    assert row["备注"] == "这个数据集没有设施点"


@pytest.mark.parametrize(
    ("address", "parameter"),
    [
        ("nothing.csv", "table"),
        ("values.csv?year=1850", "year"),
        ("targets.xlsx?status=happy", "status"),
        ("gaps.csv?domain=war", "domain"),
        ("standings.csv?county=1", "county"),
        ("measures.csv?type=castle", "type"),
    ],
)
def test_what_cannot_be_used_is_refused_with_what_is_allowed(client, address, parameter):
    answer = client.get(f"/export/{address}")
    assert answer.status_code == 404
    assert answer.get_json()["error"]["parameter"] == parameter
