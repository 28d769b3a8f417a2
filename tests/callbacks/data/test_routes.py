"""What the page 数据 does over HTTP: who may, what is refused in words, and every kind of file from upload to map."""

import io
import json
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from openpyxl import load_workbook
from werkzeug.test import TestResponse

from app import create_app
from datasets.analyses.pack_request import read_presets
from datasets.imports.forms.examples import example_file
from datasets.imports.upload.check_upload import build_form_context
from datasets.kinds import ImportKind
from datasets.store.accounts.accounts import AccountRole, Accounts
from layouts.data_ids import DataView
from locales import say, say_all
from tests.callbacks.accounts.test_guards import PASSWORD, log_in, token
from tests.callbacks.data.page_client import act, show
from tests.conftest import ROOT, make_published_city, security_of

BEDS = "medical_beds_per_1000_residents"
COMPARED = f"compare.svg?subject={BEDS}&year=2020"
HEADINGS = "区划代码,地区,年份,指标,数值,单位,数据性质,来源,备注\n"


@pytest.fixture(scope="module")
def published_city(foundation, tmp_path_factory):
    with make_published_city(foundation, tmp_path_factory.mktemp("store")) as published_city:
        yield published_city


@pytest.fixture(scope="module")
def server(published_city, tmp_path_factory) -> Flask:
    accounts = Accounts(published_city.store, published_city.store.now)
    for role in AccountRole:
        accounts.add(role, PASSWORD, role, "测试")
    return create_app(
        published_city, read_presets(ROOT), tmp_path_factory.mktemp("kept"), security_of(published_city)
    ).server


def logged_in(server: Flask, role: AccountRole) -> FlaskClient:
    client = server.test_client()
    assert log_in(client, role).status_code == 303
    return client


@pytest.fixture(scope="module")
def publisher(server) -> FlaskClient:
    return logged_in(server, AccountRole.PUBLISHER)


def post(client: FlaskClient, path: str, content: Any = None) -> TestResponse:
    return client.post(path, json=content or {}, headers=token(client))


def text_of(shown: dict[str, Any]) -> str:
    return json.dumps(shown, ensure_ascii=False)


def answer_of(response: TestResponse) -> dict[str, Any]:
    assert response.json is not None, response.text
    return response.json


def send(client: FlaskClient, content: bytes, name: str = "figures.csv") -> TestResponse:
    return client.post("/data/uploads", data={"file": (io.BytesIO(content), name)}, headers=token(client))


def proposed(client: FlaskClient, upload: str, kind: str = "observations", dataset: str = "") -> dict[str, Any]:
    """The order as the page would send it, for a new dataset unless one is named."""
    new = None if dataset else {"name": "本单位", "base": "public"}
    shown = show(client, upload=upload, order={"kind": kind, "dataset": dataset, "new_dataset": new})
    order: dict[str, Any] = shown["order"]
    return order


def fault_codes(report: dict[str, Any]) -> list[str]:
    return [fault[0] for fault in report["parts"].get(DataView.FAULTS, {}).get("rows", [])]


def figures(value: float, county: str = "清城区") -> bytes:
    return f"{HEADINGS},{county},2020,每千人床位,{value},张,转录,测试用,\n".encode("utf-8-sig")


def draft(client: FlaskClient, content: bytes, dataset: str = "", name: str = "figures.csv") -> dict[str, Any]:
    upload = answer_of(send(client, content, name))["upload"]
    order = proposed(client, upload, dataset=dataset)
    return act(client, "keep", upload=upload, order=order)


@pytest.mark.parametrize("role", [None, AccountRole.VIEWER])
def test_only_those_who_may_import_send_files(server, role):
    client = logged_in(server, role) if role else server.test_client()
    refused = send(client, figures(4)) if role else client.post("/data/uploads")
    assert refused.status_code == (403 if role else 401)
    assert refused.json["error"]["message"]


def test_an_editor_keeps_drafts_and_cannot_publish(server):
    editor = logged_in(server, AccountRole.EDITOR)
    kept = draft(editor, figures(4))
    assert act(editor, "publish", version=str(kept["version"]))["error"]["status"] == 403
    assert act(editor, "discard", version=str(kept["version"]))["message"] == say("data-discarded", number=1)


@pytest.mark.parametrize("name", ["keep", "correct", "publish", "roll_back", "withdraw", "discard", "rebase"])
@pytest.mark.parametrize("sent", ["", "another"])
def test_a_change_without_the_token_is_refused(publisher, name, sent):
    refused = act(publisher, name, sent, set="own", number="1", version="1")
    assert refused["error"]["status"] == 400
    assert refused["error"]["message"] == say("accounts-out-of-date")


@pytest.mark.parametrize("name", ["keep", "correct", "publish", "roll_back", "withdraw", "discard", "rebase"])
def test_a_change_takes_an_account_with_the_right(server, name):
    refused = act(server.test_client(), name, set="own", number="1", version="1")
    assert refused["error"]["status"] == 401
    viewer = act(logged_in(server, AccountRole.VIEWER), name, set="own", number="1", version="1")
    assert viewer["error"]["status"] == 403


@pytest.mark.parametrize("asked", [{"upload": "u"}, {"upload": "u", "step": "report"}])
def test_what_was_uploaded_is_for_those_who_import(server, asked):
    assert show(server.test_client(), **asked)["error"]["status"] == 401
    assert show(logged_in(server, AccountRole.VIEWER), **asked)["error"]["status"] == 403


@pytest.mark.parametrize("kind", ImportKind)
def test_the_filled_example_of_every_kind_becomes_a_draft(publisher, published_city, kind):
    example = example_file(kind, build_form_context(published_city.foundation, published_city.current()))
    upload = send(publisher, example.content, example.name).json["upload"]
    order = proposed(publisher, upload, kind)
    checked = show(publisher, upload=upload, step="report", order=order)
    assert "全部可以导入" in text_of(checked), checked["parts"]
    kept = act(publisher, "keep", upload=upload, order=order | {"good_only": True})
    assert "error" not in show(publisher, version=str(kept["version"]))


def test_every_fault_has_row_column_and_words_in_the_report(publisher):
    upload = send(publisher, figures(4, "清原县")).json["upload"]
    order = {"order": proposed(publisher, upload)}
    assert fault_codes(show(publisher, upload=upload, step="report", **order)) == ["area_unknown"]
    report = post(publisher, f"/data/uploads/{upload}/report.xlsx", order)
    cells = [cell.value for cell in load_workbook(io.BytesIO(report.data)).active[2]]
    assert cells[1].endswith("第 2 行 B 列（地区）")
    assert cells[3] == "清原县"
    refused = act(publisher, "keep", upload=upload, **order)["error"]
    assert (refused["status"], refused["message"]) == (422, say("imports-fix-first"))


def test_causes_are_mended_all_at_once(publisher, published_city):
    rows = [
        "清城区,2020,人口,100,人",
        "清原县,2020,人口,90,人",
        "清原县,2020,总人口（万人）,9,",
        "英德市,2020,户籍人口,9,床",
    ]
    upload = send(publisher, "\n".join(["地区,年份,指标,数值,单位", *rows]).encode()).json["upload"]
    order = proposed(publisher, upload)
    shown = show(publisher, upload=upload, step="report", order=order)["parts"][DataView.CAUSES]
    causes = {(each["code"], each["mend"]["found"]): each for each in shown["causes"]}
    assert list(causes) == [
        ("source_missing", ""),
        ("variable_unknown", "人口"),
        ("area_unknown", "清原县"),
        ("variable_unknown", "总人口（万人）"),
        ("unit_unknown", "床"),
    ]
    counted = causes["variable_unknown", "人口"]
    assert counted["count"] == say("imports-cause-count", count=2)
    assert ["resident_population", "全部按常住人口处理"] in counted["mend"]["likely"]
    assert ["441803", "全部按清新区处理"] in causes["area_unknown", "清原县"]["mend"]["likely"]
    assert [text for _, text in causes["unit_unknown", "床"]["mend"]["likely"]] == ["全部按人处理", "全部按万人处理"]
    assert {code for code, _ in shown["lists"]["area_name"]} >= {"441803", "441882"}
    answers = [
        ("variable", "人口", "resident_population"),
        ("variable", "总人口（万人）", "registered_population"),
        ("area_name", "清原县", "441803"),
        ("unit", "床", "万人"),
        ("source", "", "年鉴"),
    ]
    order |= {"readings": [dict(zip(("role", "found", "meant"), each, strict=True)) for each in answers]}
    mended = show(publisher, upload=upload, step="report", order=order)
    assert "全部可以导入" in text_of(mended), mended["parts"]
    assert "“人口”全部按常住人口处理" in mended["parts"][DataView.CAUSES]["readings"]
    kept = act(publisher, "keep", upload=upload, order=order)
    rows = published_city.store.rows(kept["version"], ImportKind.OBSERVATIONS)
    registered = rows[rows["variable"] == "registered_population"]
    assert dict(zip(registered["area_code"], registered["value"], strict=True)) == {"441803": 9e4, "441881": 9e4}
    assert "“清原县”全部按清新区处理" in text_of(show(publisher, version=str(kept["version"])))


def test_texts_that_hold_a_whole_name_are_answered_together(publisher):
    names = ("1、清城区", "2.清新区", "其中：英德市", "清原县")
    rows = "".join(f"{name},2020,每千人床位,4,张,年鉴\n" for name in names)
    upload = send(publisher, f"地区,年份,指标,数值,单位,来源\n{rows}".encode()).json["upload"]
    order = proposed(publisher, upload)
    shown = show(publisher, upload=upload, step="report", order=order)["parts"][DataView.CAUSES]
    assert [each["meant"] for each in shown["certain"]] == ["441802", "441803", "441881"]
    order["readings"] = shown["certain"]
    left = show(publisher, upload=upload, step="report", order=order)["parts"][DataView.CAUSES]
    assert [each["found"] for each in left["causes"]] == ["清原县"]


def test_a_source_is_given_to_what_is_drawn_too(publisher, published_city):
    example = example_file(ImportKind.ROADS, build_form_context(published_city.foundation, published_city.current()))
    upload = send(publisher, example.content, example.name).json["upload"]
    order = proposed(publisher, upload, "roads")
    for use in order["mapping"]["columns"]:
        use["role"] = "ignored" if use["role"] == "source" else use["role"]
    assert "source_missing" in fault_codes(show(publisher, upload=upload, step="report", order=order))
    order["readings"] = [{"role": "source", "found": "", "meant": "年鉴"}]
    assert "source_missing" not in fault_codes(show(publisher, upload=upload, step="report", order=order))


def test_shares_of_one_are_mended_with_their_column(publisher):
    counties = ("清城区", "清新区", "英德市", "连州市")
    rows = "".join(f"{name},2020,0.4{at}\n" for at, name in enumerate(counties))
    upload = send(publisher, f"地区,年份,农村养老保险参保率（%）\n{rows}".encode()).json["upload"]
    order = proposed(publisher, upload)
    order["mapping"]["source"] = "年鉴"
    shown = show(publisher, upload=upload, step="report", order=order)["parts"][DataView.CAUSES]
    (share,) = [each["mend"] for each in shown["causes"] if each["code"] == "share_of_one"]
    assert (share["kind"], share["column"]) == ("share", "C")
    order["mapping"]["columns"][2]["unit"] = share["likely"][0][0]
    assert "share_of_one" not in fault_codes(show(publisher, upload=upload, step="report", order=order))


def test_a_single_figure_is_corrected_without_a_file(publisher, server, published_city):
    first = draft(publisher, figures(4.3))
    act(publisher, "publish", version=str(first["version"]))
    shown = show(publisher, set=first["dataset"], step="figures")["parts"][DataView.CORRECTIONS]
    assert [(row["area"], row["year"], row["value"]) for row in shown["rows"]] == [("清城区", 2020, "4.3")]
    figure = {"variable": BEDS, "area_code": "441802", "year": 2020}
    asked = {"set": first["dataset"], "reason": "录错"}
    made = act(publisher, "correct", corrections=[figure | {"value": "4.4"}], **asked)
    version = published_city.store.version(made["version"])
    assert version.note == say("data-correct-note", reason="录错")
    (row,) = published_city.store.rows(version.id, ImportKind.OBSERVATIONS).to_dict("records")
    assert (row["value"], row["source"], row["kind"]) == (4.4, "测试用", "transcribed")
    # What a check finds is shown in the match report, as of an import.
    doubtful = act(publisher, "correct", corrections=[figure | {"value": "4.O"}], **asked)
    assert fault_codes(show(publisher, step="report", **doubtful)) == ["not_a_number"]
    gone = act(publisher, "correct", corrections=[figure | {"year": 2019, "value": "1"}], **asked)
    assert gone["error"]["message"] == say("data-correct-gone")
    assert act(publisher, "correct", corrections=[], **asked)["error"]["status"] == 409
    assert show(server.test_client(), set=first["dataset"], step="figures")["error"]["status"] == 401
    assert show(publisher, set="public", step="figures")["error"]["status"] == 404


def test_a_file_that_cannot_be_read_is_refused_with_its_fault(publisher):
    refused = send(publisher, b"", "empty.xlsx")
    assert refused.status_code == 422
    (fault,) = refused.json["error"]["faults"]
    assert fault["code"] == "empty_file"
    assert "文件是空的" in fault["text"]


def test_a_file_beyond_the_limit_is_refused_before_it_is_read(publisher):
    said = {"CONTENT_LENGTH": str(10**12), "CONTENT_TYPE": "multipart/form-data; boundary=x"}
    refused = publisher.post("/data/uploads", headers=token(publisher), environ_overrides=said)
    assert refused.status_code == 413
    assert refused.json["error"]["faults"][0]["code"] == "too_large"


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ({"upload": "nothing", "step": "report", "order": {}}, 400),
        ({"upload": "nothing", "order": None}, 404),
        ({"upload": "~root"}, 404),
        ({"version": "999"}, 404),
        ({"version": "1; drop"}, 404),
    ],
)
def test_a_view_of_what_is_not_there_is_told_in_words(publisher, asked, status):
    refused = show(publisher, **asked)
    assert (refused["body"], refused["error"]["status"]) == (None, status)
    assert refused["error"]["message"]


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("publish", {"version": "999"}),
        ("roll_back", {"set": "nothing", "number": "1"}),
        ("roll_back", {"set": "nothing", "number": "1; drop"}),
    ],
)
def test_a_change_of_what_is_not_there_is_told_in_words(publisher, name, asked):
    refused = act(publisher, name, **asked)["error"]
    assert refused["status"] == 404
    assert "Traceback" not in refused["message"]


def test_published_figures_are_served_at_once_and_taken_back(publisher):
    first = draft(publisher, figures(4.5))
    done = act(publisher, "publish", version=str(first["version"]))
    assert done["map"]["href"] == f"/map?dataset={first['dataset']}&indicator={BEDS}&level=county&year=2020"
    second = draft(publisher, figures(9.5), first["dataset"])
    act(publisher, "publish", version=str(second["version"]))
    query = f"/api/v1/values?dataset={first['dataset']}&indicator={BEDS}&level=county&year=2020"
    assert {"清城区": 9.5}.items() <= {row["area_name"]: row["value"] for row in publisher.get(query).json}.items()
    assert "message" in act(publisher, "roll_back", set=first["dataset"], number="1")
    assert {"清城区": 4.5}.items() <= {row["area_name"]: row["value"] for row in publisher.get(query).json}.items()


def test_a_draft_is_hidden_from_readers(publisher, server):
    kept, reader = draft(publisher, figures(5.5)), server.test_client()
    assert show(reader, version=str(kept["version"]))["error"]["status"] == 403
    assert reader.get(f"/data/versions/{kept['version']}/changes.csv").status_code == 403
    picture = f"versions/{kept['version']}/compare.svg?subject={BEDS}&year=2020"
    assert reader.get(f"/data/{picture}").status_code == 403
    assert publisher.get(f"/data/{picture}").mimetype == "image/svg+xml"
    assert kept["dataset"] in text_of(show(publisher))


def test_no_answer_to_readers_names_people_files_or_datasets_without_a_published_version(
    publisher, server, published_city
):
    shown = draft(publisher, figures(5.0), name="某某提供.csv")
    published_city.store.publish(shown["version"], "publisher")
    published_city.refresh()
    kept = draft(publisher, figures(7.5), name="某某提供.csv")
    paths = [rule.rule for rule in server.url_map.iter_rules() if "<" not in rule.rule and "GET" in rule.methods]
    own = [f"/data/versions/{each['version']}/{what}" for each in (shown, kept) for what in ("changes.csv", COMPARED)]
    views: list[dict[str, str]] = [{"version": str(each["version"])} for each in (shown, kept)]
    views += [{"set": each["dataset"]} for each in (shown, kept)]
    secrets = [kept["dataset"], "某某提供", json.dumps("某某提供").strip('"'), "publisher"]
    for reader in (server.test_client(), logged_in(server, AccountRole.VIEWER)):
        told = {path: reader.get(path).get_data() for path in [*paths, *own]}
        told |= {str(asked): text_of(show(reader, **asked)).encode() for asked in [{}, *views]}
        assert shown["dataset"].encode() in told["{}"]
        assert [path for path, body in told.items() if any(secret.encode() in body for secret in secrets)] == []


def test_changes_are_files_too(publisher):
    kept = draft(publisher, figures(6.5))
    lines = publisher.get(f"/data/versions/{kept['version']}/changes.csv").data.decode("utf-8-sig").splitlines()
    assert lines[0] == ",".join(say_all("data-change-columns-").values())
    assert "新增,每千人床位,清城区,2020,,6.5" in lines
    sheet = load_workbook(io.BytesIO(publisher.get(f"/data/versions/{kept['version']}/changes.xlsx").data)).active
    values = [row for row in sheet.iter_rows(values_only=True) if row[1] == "每千人床位"]
    assert values == [("新增", "每千人床位", "清城区", 2020, None, 6.5)]


def test_what_was_typed_is_never_a_formula_in_a_report(publisher):
    upload = send(publisher, figures(4, "=HYPERLINK(1)")).json["upload"]
    report = post(publisher, f"/data/uploads/{upload}/report.csv", {"order": proposed(publisher, upload)})
    assert ",'=HYPERLINK(1)" in report.data.decode("utf-8-sig")


@pytest.mark.parametrize("kind", ImportKind)
@pytest.mark.parametrize("what", ["templates", "examples"])
def test_templates_are_served_to_everybody(server, kind, what):
    reader = server.test_client()
    served = reader.get(f"/data/{what}/{kind}")
    assert served.status_code == 200
    assert "attachment" in served.headers["Content-Disposition"]
    assert f"/data/{what}/{kind}" in text_of(show(reader, step="file"))


def test_the_last_publication_can_be_undone_where_it_is_told(publisher, server):
    first = draft(publisher, figures(4.1))
    act(publisher, "publish", version=str(first["version"]))
    assert say("data-undo", previous="none") in text_of(show(publisher, set=first["dataset"]))
    second = draft(publisher, figures(4.2), first["dataset"])
    act(publisher, "publish", version=str(second["version"]))
    undo = say("data-undo", previous=1)
    told = say("data-last-publication", number=2, who="publisher", at="").partition("2")[0]
    for asked in ({"set": first["dataset"]}, {"version": str(second["version"]), "upload": "u"}):
        assert undo in text_of(show(publisher, **asked))
    assert told in text_of(show(publisher, set=first["dataset"]))
    assert undo not in text_of(show(logged_in(server, AccountRole.EDITOR), set=first["dataset"]))
    act(publisher, "withdraw", set=first["dataset"])
    assert "data-act" not in text_of(show(publisher, set=first["dataset"])["body"])


@pytest.mark.parametrize(
    "path", ["templates/poems", "templates/roads?layout=wide", "datasets/public/export?kind=roads"]
)
def test_a_file_that_there_is_not_is_told(server, path):
    refused = server.test_client().get(f"/data/{path}")
    assert (refused.status_code, refused.json["error"]["message"]) == (404, say("data-no-such-file"))


def test_shipped_datasets_are_exported(server):
    served = server.test_client().get("/data/datasets/public/export?kind=observations&format=csv")
    assert served.data.decode("utf-8-sig").startswith(HEADINGS.strip())
