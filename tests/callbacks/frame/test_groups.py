"""Groups that a reader forms, through the whole program."""

import json
import re

import pytest

from app import create_app
from callbacks.commands.smoke_test import SmokeTest
from datasets.analyses.pack_request import read_presets
from datasets.queries.group_query import regroup_as_given
from tests.conftest import ROOT, make_published_city, security_of

GROUPS = "甲组.441881.441882_乙组.441802.441803"
BEDS = "dataset=demo&indicator=medical_beds_per_1000_residents&year=2016"


@pytest.fixture(scope="module")
def program(foundation, tmp_path_factory):
    folder = tmp_path_factory.mktemp("groups")
    with make_published_city(foundation, folder) as published_city:
        yield create_app(published_city, read_presets(ROOT), folder, security_of(published_city))


@pytest.fixture(scope="module")
def client(program):
    return program.server.test_client()


def test_every_page_and_file_can_be_had_in_other_groups(foundation, tmp_path):
    with make_published_city(foundation, tmp_path) as published_city:
        regrouped = regroup_as_given(published_city.current(), GROUPS)
        security = security_of(published_city)
        program = create_app(published_city, read_presets(ROOT), tmp_path, security, newest=lambda: regrouped)
        smoke_test = SmokeTest(lambda _, __: program)
        for dataset in ("public", "demo"):
            smoke_test.check(published_city, regrouped, [dataset])


def test_the_api_compares_the_groups_of_the_request_and_of_no_other(client):
    own, other, again = (client.get(f"/api/v1/gap?{BEDS}{more}").get_json() for more in ("", f"&groups={GROUPS}", ""))
    assert list(other["groups"]) == ["first", "second"]
    assert other["ratio"] != own["ratio"]
    assert again == own


def read_layout(client, groups=""):
    """The layout as text that is not escaped."""
    return json.dumps(client.get("/_dash-layout", query_string={"groups": groups}).get_json(), ensure_ascii=False)


def test_the_document_and_the_layout_tell_of_the_groups(client):
    document = client.get(f"/?{BEDS}&groups={GROUPS}").get_data(as_text=True)
    assert "甲组与乙组的差距" in document
    assert "甲组（2个）与乙组（2个）相比" in read_layout(client, GROUPS)
    assert "甲组（" not in read_layout(client)
    assert "甲组" not in client.get(f"/?{BEDS}").get_data(as_text=True)


def test_outlines_of_groups_are_served_to_those_who_name_them_and_areas_to_all(client):
    layout = read_layout(client, GROUPS)
    outlines, areas = (re.search(rf'/geo/county-{kind}-[^"]*', layout)[0] for kind in ("outlines", "areas"))
    codes = {feature["id"] for feature in json.loads(client.get(outlines).data)["features"]}
    assert codes == {"first", "second", "rest"}
    assert "groups" not in areas
    assert client.get(areas).status_code == 200
    own = re.search(r'/geo/county-outlines-[^"]*', read_layout(client))[0]
    assert own.partition("?")[0] != outlines.partition("?")[0]
    assert {feature["id"] for feature in json.loads(client.get(own).data)["features"]} == {"north", "south"}


@pytest.mark.parametrize("address", ["/api/v1/gap?" + BEDS, "/export/gap.csv?" + BEDS, "/export/gap.png?" + BEDS])
def test_a_file_in_groups_that_cannot_be_formed_is_refused(client, address):
    answer = client.get(f"{address}&groups=甲.441881_乙.<b>")
    assert answer.status_code == 400
    assert "代码“<b>”不是本地区的县（市、区）" in answer.get_json()["error"]["message"]


def test_a_page_in_groups_that_cannot_be_formed_is_shown_and_says_so(client):
    layout = client.get("/_dash-layout?groups=甲.441881_乙.441881").get_json()
    told = [part["props"] for part in layout["props"]["children"] if part["props"].get("id") == "groups-fault"]
    assert [part["children"] for part in told] == ["分组（groups）未采用：代码“441881”同时列入两组。现按原有方式显示。"]
    assert client.get("/?groups=甲").status_code == 200


def test_the_description_of_the_api_names_the_parameter(client):
    paths = client.get("/api/v1/openapi.json").get_json()["paths"]
    assert all(
        any(one["name"] == "groups" for one in paths[f"/{path}"]["get"]["parameters"])
        for path in ("api/v1/gap", "api/v1/values", "api/v1/areas", "export/{picture}.{format}", "export/{table}.csv")
    )
