"""Groups that a reader forms or an editor saves, through the whole program."""

import json
import re
from contextlib import closing
from datetime import UTC, datetime

import pytest
from click.testing import CliRunner

from app import create_app
from callbacks.commands.export import picture_command
from callbacks.commands.smoke_test import SimulatedBrowser, SmokeTest
from datasets.analyses.pack_request import read_presets
from datasets.published.published_city import PublishedCity
from datasets.queries.group_query import regroup_as_given
from datasets.shipped.load import load_foundation
from datasets.store.accounts.accounts import AccountRole, Right
from datasets.store.versions.divisions import NEVER, Divisions
from datasets.store.versions.versions import Store
from layouts.ids import AccountMenu, Shell
from locales import say
from tests.callbacks.accounts.people import PASSWORD, log_in, token
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
    document = client.get(f"/map?{BEDS}&groups={GROUPS}").get_data(as_text=True)
    assert "甲组与乙组的差距" in document
    assert "甲组（2个）与乙组（2个）相比" in read_layout(client, GROUPS)
    assert "甲组（" not in read_layout(client)
    assert "甲组" not in client.get(f"/map?{BEDS}").get_data(as_text=True)


def test_the_line_between_groups_is_served_to_those_who_name_them_and_areas_to_all(client):
    layout, own_layout = read_layout(client, GROUPS), read_layout(client)
    line, areas = (re.search(rf'/geo/county-{kind}-[^"]*', layout)[0] for kind in ("group-line", "areas"))
    own = re.search(r'/geo/county-group-line-[^"]*', own_layout)[0]
    assert "groups" not in areas
    assert client.get(areas).status_code == 200
    assert own.partition("?")[0] != line.partition("?")[0]
    assert client.get(own).data != client.get(line).data


@pytest.mark.parametrize("address", ["/api/v1/gap?" + BEDS, "/export/gap.csv?" + BEDS, "/export/gap.png?" + BEDS])
def test_a_file_in_groups_that_cannot_be_formed_is_refused(client, address):
    answer = client.get(f"{address}&groups=甲.441881_乙.<b>")
    assert answer.status_code == 400
    assert "代码“<b>”不是本地区的县（市、区）" in answer.get_json()["error"]["message"]


def test_a_page_in_groups_that_cannot_be_formed_is_shown_and_says_so(client):
    layout = client.get("/_dash-layout?groups=甲.441881_乙.441881").get_json()
    told = [part["props"] for part in layout["props"]["children"] if part["props"].get("id") == "groups-fault"]
    assert [part["children"] for part in told] == ["分组（groups）未采用：代码“441881”同时列入两组。现按原有方式显示。"]
    assert client.get("/map?groups=甲").status_code == 200


def test_the_description_of_the_api_names_the_parameter(client):
    paths = client.get("/api/v1/openapi.json").get_json()["paths"]
    assert all(
        any(one["name"] == "groups" for one in paths[f"/{path}"]["get"]["parameters"])
        for path in ("api/v1/gap", "api/v1/values", "api/v1/areas", "export/{picture}.{format}", "export/{table}.csv")
    )


COLLEGE = "dataset=public&indicator=college_per_100k&year=2020"
OWN, OTHER = "山区.440232.440281_城区.440203.440204", "南部.440222_北部.440224"


@pytest.fixture(scope="module")
def shaoguan():
    """A city that declares no groups."""
    return load_foundation(ROOT, "440200")


@pytest.fixture
def office(shaoguan, tmp_path):
    """The published city of a store with an account of every role, and the program over it."""
    with make_published_city(shaoguan, tmp_path) as published_city:
        accounts = security_of(published_city).accounts
        for role in (AccountRole.VIEWER, AccountRole.EDITOR, AccountRole.PUBLISHER):
            accounts.add(role, PASSWORD, role, "测试")
        yield published_city, create_app(published_city, read_presets(ROOT), tmp_path, security_of(published_city))


def visitor(program, role=None):
    browser = SimulatedBrowser(program)
    if role:
        assert log_in(browser.client, role).status_code == 303
    browser.load("/gap")
    browser.values[f"{AccountMenu.TOKEN}.value"] = token(browser.client).get("X-CSRFToken")
    return browser


def change(browser, act, groups="", seen=None):
    """What the dialog of a browser is told; ``seen`` is what its page was opened with, if nothing else is said."""
    known = browser.values[f"{Shell.GROUPS_FORM}.data"]["saved"]["seen"]
    asked = {"act": act, "groups": groups, "seen": known if seen is None else seen, "at": 1.5}
    browser.change(f"{Shell.GROUPS_SAVE}.data", asked)
    answer = browser.values[f"{Shell.GROUPS_SAVED}.data"]
    assert answer["at"] == 1.5
    return answer["error"]


def names(program, more=""):
    """The groups of a file that anybody asks for."""
    rows = program.server.test_client().get(f"/export/counties.csv?{COLLEGE}{more}").get_data(as_text=True)
    return [name for name in ("山区", "城区", "南部", "北部") if name in rows]


def test_what_an_editor_saves_every_reader_sees_until_it_is_withdrawn(office):
    _, program = office
    assert names(program) == []
    assert change(visitor(program, AccountRole.EDITOR), "save", OWN) == ""
    assert names(program) == ["山区", "城区"]
    reader = visitor(program)
    assert list(reader.get(f"/api/v1/gap?{COLLEGE}").get_json()["groups"]) == ["first", "second"]
    assert "山区与城区的差距" in reader.get(f"/map?{COLLEGE}").get_data(as_text=True)
    form = reader.values[f"{Shell.GROUPS_FORM}.data"]
    assert (form["text"], form["sides"]["focus"]["name"]) == ("", "山区")
    assert re.fullmatch(
        r"已为全部用户保存：山区与城区（editor，\d{4}-\d\d-\d\d \d\d:\d\d）。", form["saved"]["lines"][0]
    )
    assert names(program, f"&groups={OTHER}") == ["南部", "北部"]
    assert names(program, "&groups=none") == []
    assert change(visitor(program, AccountRole.PUBLISHER), "withdraw") == ""
    assert names(program) == []
    lines = visitor(program).values[f"{Shell.GROUPS_FORM}.data"]["saved"]["lines"]
    assert lines[0].startswith("现无为全部用户保存的分组：已撤回（publisher，")
    assert lines[1].startswith("此前：山区与城区（editor，")


def test_commands_see_what_an_editor_saved(office, tmp_path):
    published_city, _ = office
    published_city.save_division(OWN, NEVER, "安")
    command = picture_command(published_city.current, lambda: "")
    run = CliRunner().invoke(command, ["gap", COLLEGE, "--format", "svg", "--output", str(tmp_path)])
    assert run.exit_code == 0, run.output
    (picture,) = tmp_path.glob("*.svg")
    assert "山区" in picture.name + picture.read_text("utf-8")


def test_another_server_of_the_store_shows_them_too(office, shaoguan, tmp_path):
    published_city, _ = office
    with closing(Store(f"sqlite:///{tmp_path / 'atlas.db'}", lambda: datetime.now(UTC))) as store:
        other = PublishedCity(shaoguan, store)
        before = other.current()
        published_city.save_division(OWN, NEVER, "安")
        other.poll()
        assert other.current().region.is_grouped
        assert other.current().of_policy is before
        assert other.current().versions_key != before.versions_key  # by which pages that are open notice


def test_saving_needs_the_right_and_the_token_of_our_pages(office):
    _, program = office
    refused = [change(visitor(program, role), "save", OWN) for role in (None, AccountRole.VIEWER)]
    assert refused == [say("accounts-not-logged-in"), say("accounts-needed", key=Right.IMPORT)]
    editor = visitor(program, AccountRole.EDITOR)
    editor.values[f"{AccountMenu.TOKEN}.value"] = "wrong"
    assert change(editor, "save", OWN) == say("accounts-out-of-date")
    assert names(program) == []


@pytest.mark.parametrize(
    ("groups", "said"),
    [
        ("甲.440299_乙.440203", "没有保存：代码“440299”不是本地区的县（市、区）。"),
        ("甲.440203_乙.440203", "没有保存：代码“440203”同时列入两组。"),
        ("甲_乙.440203", "没有保存：“甲”组没有县（市、区）。"),
        ("一二三四五六七八九十一.440203_乙.440204", "须为1至10个汉字、字母或数字"),
        ("甲.440203_甲.440204", "没有保存：两组同名“甲”。"),
        ("none", "没有保存：须给出两组"),
        ("", "没有保存：须给出两组"),
    ],
)
def test_groups_that_cannot_be_formed_are_not_saved(office, groups, said):
    _, program = office
    assert said in change(visitor(program, AccountRole.EDITOR), "save", groups)
    assert names(program) == []


def test_of_two_editors_the_later_one_is_told(office):
    _, program = office
    first, second = (visitor(program, role) for role in (AccountRole.EDITOR, AccountRole.PUBLISHER))
    assert change(first, "save", OWN) == ""
    assert change(second, "save", OTHER).startswith("没有保存：editor已于")
    assert "保存了“山区与城区”" in change(second, "withdraw")
    assert names(program) == ["山区", "城区"]
    assert change(visitor(program, AccountRole.PUBLISHER), "save", OTHER) == ""
    assert change(first, "withdraw", seen=NEVER).startswith("没有保存：publisher已于")


def test_saved_groups_of_a_county_that_is_gone_are_set_aside_and_told(office):
    published_city, program = office
    Divisions(published_city.store, published_city.store.now).save("440200", "甲.440299_乙.440203", NEVER, "安")
    published_city.poll()
    layout = json.dumps(program.server.test_client().get("/_dash-layout").get_json(), ensure_ascii=False)
    assert "为全部用户保存的分组未采用：代码“440299”不是本地区的县（市、区）。现按原有方式显示。" in layout
    assert names(program) == []
    assert change(visitor(program, AccountRole.EDITOR), "save", OWN) == ""
    assert names(program) == ["山区", "城区"]


def test_a_region_with_groups_of_its_own_keeps_them(program, client):
    form = visitor(program).values[f"{Shell.GROUPS_FORM}.data"]
    assert not form["saved"]["can_save"]
    assert form["saved"]["lines"] == ["本地区的分组由政策规定，不能另为全部用户保存；自定分组可用链接转发。"]
    assert client.get(f"/api/v1/gap?{BEDS}&groups=none").status_code == 400
