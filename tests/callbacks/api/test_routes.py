"""The machine's access."""

import csv
import json
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from callbacks.atlas.routes import FacilityFiles
from callbacks.pictures.routes import page_pictures
from datasets.analyses.value_tables import COLUMNS
from locales import say

BEDS = "medical_beds_per_1000_residents"
VALUES = f"/api/v1/values?dataset=public&indicator={BEDS}&level=county&year=2020"


def test_values_are_a_list_of_rows_with_null_for_what_is_missing(client):
    rows = client.get(VALUES).get_json()
    assert len(rows) == 8
    assert list(rows[0]) == COLUMNS
    by_code = {row["area_code"]: row for row in rows}
    assert by_code["441802"]["value"] is None
    assert round(by_code["441882"]["value"], 2) == 6.34
    assert by_code["441882"]["kind"] == "computed"


def test_a_value_bears_its_note(client):
    rows = client.get("/api/v1/values?dataset=public&indicator=resident_population&year=2020").json
    assert {row["note"] for row in rows} == {"初步汇总数"}


def test_an_indicator_is_found_by_the_id_that_it_had(client):
    asked = "/api/v1/values?dataset=public&year=2020&indicator="
    assert client.get(asked + "urbanisation_rate").json == client.get(asked + "urbanization_rate").json != []


def test_without_a_year_all_years_are_given(client):
    rows = client.get("/api/v1/values?dataset=demo&indicator=" + BEDS).get_json()
    assert {row["year"] for row in rows} == set(range(2010, 2017))


def test_csv_opens_in_excel(client):
    answer = client.get(VALUES + "&format=csv")
    assert answer.data.startswith(b"\xef\xbb\xbf")
    assert answer.mimetype == "text/csv"


def test_a_workbook_is_a_zip_with_a_name(client):
    answer = client.get(VALUES + "&format=xlsx")
    assert answer.data.startswith(b"PK")
    assert "attachment" in answer.headers["Content-Disposition"]


@pytest.mark.parametrize(
    ("query", "parameter", "allowed"),
    [
        ("dataset=secret&indicator=" + BEDS, "dataset", "public"),
        ("indicator=happiness", "indicator", BEDS),
        ("", "indicator", BEDS),
        (f"indicator={BEDS}&level=village", "level", "county"),
        (f"indicator={BEDS}&year=1850", "year", "2020"),
        (f"indicator={BEDS}&year=abc", "year", "2020"),
        (f"indicator={BEDS}&format=pdf", "format", "csv"),
    ],
)
def test_an_unknown_name_answers_404_with_what_is_allowed(client, query, parameter, allowed):
    answer = client.get(f"/api/v1/values?{query}")
    assert answer.status_code == 404
    error = answer.get_json()["error"]
    assert error["parameter"] == parameter
    assert allowed in error["allowed"]


LISTS = [
    "indicators?",
    "areas?level=county&",
    "targets?",
    "status?dataset=demo&year=2014&",
    f"gap?dataset=demo&indicator={BEDS}&",
]


@pytest.mark.parametrize("path", LISTS)
def test_every_list_can_be_had_as_a_table(client, path):
    csv_lines = client.get(f"/api/v1/{path}format=csv").data.decode("utf-8-sig").splitlines()
    sheet = load_workbook(BytesIO(client.get(f"/api/v1/{path}format=xlsx").data)).worksheets[0]
    assert csv_lines[0].split(",") == [cell.value for cell in sheet[1]]
    assert sheet.max_row == len(list(csv.reader(csv_lines))) > 1
    assert client.get(f"/api/v1/{path}format=pdf").get_json()["error"]["allowed"] == ["json", "csv", "xlsx"]


def test_the_numbers_of_a_file_are_those_of_json(client):
    asked = f"/api/v1/gap?dataset=demo&indicator={BEDS}&year=2014"
    found, text = client.get(asked).get_json(), client.get(f"{asked}&format=csv").data.decode("utf-8-sig")
    row = next(csv.DictReader(StringIO(text)))
    assert float(row["ratio_pooled"]) == found["ratio"]["pooled"]
    assert row["verdict_pooled"] == found["verdict"]["pooled"]
    by_code = {row["area_code"]: row["value"] for row in client.get(VALUES).get_json()}
    rows = list(load_workbook(BytesIO(client.get(VALUES + "&format=xlsx").data)).worksheets[0].iter_rows(min_row=2))
    assert {row[0].value: row[3].value for row in rows} == by_code
    assert {row[3].number_format for row in rows if row[3].value} == {"#,##0.00"}


@pytest.mark.parametrize(
    "address", [f"values?dataset=demo&indicator={BEDS}", "status?dataset=demo", f"gap?dataset=demo&indicator={BEDS}"]
)
def test_a_demonstration_is_marked_on_every_printed_page_of_a_workbook(client, address):
    sheet = load_workbook(BytesIO(client.get(f"/api/v1/{address}&format=xlsx").data)).worksheets[0]
    assert sheet.oddHeader.center.text == say("common-demo-ribbon")


def test_a_figure_comes_out_as_the_decimal_that_was_written(client):
    """The source writes 94.46 万 residents of 英德市."""
    query = "dataset=public&indicator=resident_population&level=county&year=2023"
    by_code = {row["area_code"]: row["value"] for row in client.get(f"/api/v1/values?{query}").get_json()}
    assert by_code["441881"] == 944600
    assert ",944600,人," in client.get(f"/api/v1/values?{query}&format=csv").data.decode("utf-8-sig")


def test_indicators_are_told_with_their_years(client):
    by_id = {entry["id"]: entry for entry in client.get("/api/v1/indicators").get_json()}
    assert by_id[BEDS]["datasets"]["public"] == {"county": [2020]}
    assert by_id[BEDS]["target"]["value"] == 4


@pytest.mark.parametrize(("level", "count"), [("city", 1), ("county", 8), ("township", 85)])
def test_areas_of_a_level(client, level, count):
    assert len(client.get(f"/api/v1/areas?level={level}").get_json()) == count


def test_every_route_is_described(client, app):
    described = set(client.get("/api/v1/openapi.json").get_json()["paths"])
    routes = {
        rule.rule for rule in app.server.url_map.iter_rules() if rule.rule.startswith(("/api", "/health", "/ready"))
    }
    files = {"/export/{picture}.{format}", "/export/{table}.csv", "/export/{table}.xlsx"}
    assert described == {route for route in routes if "<" not in route} | files


OF_A_DATASET = {  # every address that answers about a dataset
    "/api/v1/values": f"indicator={BEDS}&year=2016",
    "/api/v1/status": "year=2016",
    "/api/v1/gap": f"indicator={BEDS}&year=2016",
    "/api/v1/overview": "year=2016",
    "/api/v1/changes": f"indicator={BEDS}&year=2010&other_year=2016",
}


@pytest.mark.parametrize(("path", "query"), OF_A_DATASET.items())
def test_every_answer_says_which_dataset_it_is_of_and_that_a_demonstration_is_one(client, path, query):
    answer = client.get(f"{path}?dataset=demo&{query}").get_json()
    for part in answer if isinstance(answer, list) else [answer]:
        assert (part["dataset"], part["demonstration"]) == ("demo", True)


def test_an_address_of_the_machines_access_that_takes_a_dataset_is_among_them(client):
    paths = client.get("/api/v1/openapi.json").get_json()["paths"]
    takes = {path for path, of in paths.items() if "dataset" in {p["name"] for p in of["get"].get("parameters", [])}}
    assert takes <= set(OF_A_DATASET)


def test_a_county_without_a_value_is_still_marked_in_a_file(client):
    text = client.get(f"/api/v1/values?dataset=demo&indicator={BEDS}&format=csv").data.decode("utf-8-sig")
    heads, *rows = csv.reader(text.splitlines())
    at = heads.index("demonstration")
    assert {row[at] for row in rows} == {"true"}


def test_the_points_of_a_demonstration_say_so(client, city):
    book = client.get(FacilityFiles(city).address("demo")).get_json()
    assert (book["dataset"], book["demonstration"]) == ("demo", True)


def test_every_picture_and_every_refusal_is_described(client, city):
    described = client.get("/api/v1/openapi.json").get_json()["paths"]
    picture = described["/export/{picture}.{format}"]["get"]
    assert set(picture["parameters"][0]["schema"]["enum"]) == set(page_pictures(city))
    for path, entry in described.items():
        assert path == "/health" or {"400", "401", "413", "503"} <= set(entry["get"]["responses"]), path


def test_a_form_that_a_route_does_not_offer_is_refused(client):
    assert client.get("/api/v1/openapi.json?format=csv").status_code == 404
    assert client.get("/api/v1/status?format=ods").get_json()["error"]["allowed"] == ["json", "csv", "xlsx"]


def test_an_unknown_path_answers_404_with_the_known_ones(client):
    answer = client.get("/api/v1/nothing")
    assert answer.status_code == 404
    assert "/api/v1/values" in answer.get_json()["error"]["allowed"]


def test_a_table_for_the_office_speaks_chinese(client):
    text = client.get(VALUES + "&format=csv&headings=words").data.decode("utf-8-sig")
    assert text.splitlines()[0] == (
        "代码,地区,年份,数值,单位,统计范围,例数,95%区间下限,95%区间上限,数量太少,性质,来源,备注,使用须知,两次普查可比,数据集,演示数据"
    )
    assert "441882,连州市,2020,6.33582524787,张,,,,,,计算" in text


def test_the_townships_of_one_county_can_be_asked_for(client):
    rows = client.get(f"/api/v1/values?dataset=demo&indicator={BEDS}&level=township&year=2016&within=441882").get_json()
    assert len(rows) == 12


def test_no_answer_holds_what_json_lacks(client, city):
    for dataset in city.datasets:
        for indicator in city.datasets[dataset].records:
            body = client.get(f"/api/v1/values?dataset={dataset}&indicator={indicator}").data
            assert b"NaN" not in body, indicator
            json.loads(body)


def test_what_a_status_rests_on_is_told_with_its_source(client):
    found = client.get("/api/v1/status?dataset=public&year=2014").get_json()
    stated = {row["target"]: row["statement"] for row in found if row["statement"]}
    assert list(stated) == ["a03-strong-counties-2013"]
    assert stated["a03-strong-counties-2013"]["year"] == 2014
    assert "清远日报" in stated["a03-strong-counties-2013"]["source"]
    baselines = next(row["statements"] for row in found if row["target"] == "a09-standard-clinics-2016")
    assert [(said["year"], said["status"]) for said in baselines] == [(2008, None)]


def test_areas_outside_are_a_level_of_their_own(client):
    query = "dataset=public&indicator=piped_water_share&level=outside&year=2020"
    rows = client.get(f"/api/v1/values?{query}").get_json()
    assert [(row["area_name"], round(row["value"], 1)) for row in rows] == [
        ("珠三角地区", 98.7),
        ("广东省", 94.4),
        ("全国31省区市", 91.3),
    ]
    assert [row["area_code"] for row in client.get("/api/v1/areas?level=outside").get_json()] == [
        row["area_code"] for row in rows
    ]


def test_a_figure_of_a_sample_says_so_and_has_its_interval(client):
    rows = client.get("/api/v1/values?dataset=public&indicator=culture_sport_workers_per_1000&year=2020").get_json()
    lianshan = next(row for row in rows if row["area_code"] == "441825")
    assert lianshan["events"] == 17
    assert lianshan["interval_low"] < lianshan["value"] < lianshan["interval_high"]
    assert (lianshan["counted"], "几十人" in lianshan["caveat"]) == ("sample", True)
    sampled = {row["id"]: row["sampled"] for row in client.get("/api/v1/indicators").get_json()}
    assert (sampled["culture_sport_workers_per_1000"], sampled["aged_65_share"]) == (True, False)
