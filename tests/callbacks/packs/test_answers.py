"""What the page of packs shows: choices that can be made, refusals in words, jobs as they stand."""

import base64
import io
import json
from dataclasses import replace
from typing import Any
from zipfile import ZipFile

import pytest

from callbacks.frame.refusals import refusal_text
from callbacks.packs.answers import NotPossibleError, PackForm, job_card, read_templates
from datasets.analyses.pack_request import read_choice, read_presets
from datasets.jobs.job_store import MOST_OF_ONE, Job, JobProgress, JobState, QueueFullError
from datasets.queries.group_query import regroup_as_given
from layouts.pack_terms import DocumentFormat
from layouts.words.paper import packs as words
from tests.conftest import ROOT

JOB = Job("x" * 32, JobState.RUNNING, 0.0, None, 1, {"title": "月度汇报"}, JobProgress(2, 8, "绘制"), {}, "")


@pytest.fixture(scope="module")
def views(city) -> PackForm:
    return PackForm(city, read_presets(ROOT))


def wanted(views: PackForm, preset: str = "monthly", dataset: str = "demo", **own: Any) -> dict[str, Any]:
    """A choice as the page holds it when a preset was just chosen."""
    offer = views.list_options(preset, dataset, None)
    chosen = {
        "indicators": offer["offer"]["picked"],
        "years": offer["year"],
        "counties": offer["county"],
        "department": offer["department"],
    }
    return {"preset": preset, "dataset": dataset} | chosen | own


@pytest.mark.parametrize("dataset", ["demo", "public"])
@pytest.mark.parametrize("preset", ["monthly", "annual", "county", "own"])
def test_what_a_preset_ticks_can_be_made_as_it_is(views, preset, dataset):
    assert views.check_choice(wanted(views, preset, dataset), ["pptx"]).preset == preset


def test_every_indicator_on_offer_can_be_chosen(views, city):
    offer = views.list_options("own", "public", None)["offer"]
    every = [each["id"] for domain in offer["domains"] for each in domain["indicators"]]
    for half in (every[::2], every[1::2]):  # all of them would be more pictures than one pack holds
        choice = read_choice(city, views.presets, {"preset": "own", "dataset": "public", "indicators": half})
        assert list(choice.indicators) == half


def test_only_departments_with_figures_are_offered(views):
    assert views.list_options("department", "demo", None)["departments"]
    for department in views.list_options("department", "public", None)["departments"]:
        assert views.list_options("department", "public", department["value"])["offer"]["picked"]


@pytest.mark.parametrize(
    ("preset", "change", "outputs", "said"),
    [
        ("monthly", {"indicators": []}, ["pptx"], "一项指标"),
        ("monthly", {"years": []}, ["pptx"], "一个年份"),
        ("monthly", {"years": [1990]}, ["pptx"], "没有1990年的数据"),
        ("county", {"counties": []}, ["pptx"], "县"),
        ("department", {"department": None}, ["pptx"], "部门"),
        ("monthly", {}, [], "一种文件"),
    ],
)
def test_what_cannot_be_made_is_refused_in_words(views, preset, change, outputs, said):
    with pytest.raises(NotPossibleError, match=said):
        views.check_choice(wanted(views, preset, **change), outputs)


def test_too_large_a_pack_is_refused_before_it_is_queued(views):
    every = [
        each["id"]
        for domain in views.list_options("own", "demo", None)["offer"]["domains"]
        for each in domain["indicators"]
    ]
    with pytest.raises(NotPossibleError, match="一次最多"):
        views.prepare_job(wanted(views, "own", indicators=every, years=[2014, 2015, 2016]), ["pptx"], [])


def test_an_order_carries_the_choice_and_the_template(views):
    (template,) = read_templates([uploaded("word/document.xml")], ["红头.docx"])
    order, sent = views.prepare_job(wanted(views) | {"title": "四月", "maker": ""}, ["docx"], [template])
    assert order["outputs"] == ["docx"]
    assert order["templates"] == ["template.docx"]
    assert set(sent) == {"choice.json", "template.docx"}
    assert "四月" in sent["choice.json"].decode()


def test_an_order_carries_the_groups_that_a_reader_has_formed(city, views):
    groups = "甲组.441881_乙组.441802"
    regrouped = PackForm(regroup_as_given(city, groups), views.presets)
    _, sent = regrouped.prepare_job(wanted(regrouped), ["xlsx"], [])
    assert json.loads(sent["choice.json"])["groups"] == groups


def uploaded(*parts: str, body: bytes | None = None) -> str:
    buffer = io.BytesIO()
    with ZipFile(buffer, "w") as file:
        for part in parts:
            file.writestr(part, "x")
    return "data:application/octet-stream;base64," + base64.b64encode(body or buffer.getvalue()).decode()


@pytest.mark.parametrize(("part", "output"), [("ppt/presentation.xml", "pptx"), ("word/document.xml", "docx")])
def test_a_template_is_known_by_what_is_in_it_not_by_its_name(part, output):
    (template,) = read_templates([uploaded(part)], ["模板.bin"])
    assert template.output is DocumentFormat(output)


@pytest.mark.parametrize("content", [uploaded("xl/workbook.xml"), uploaded(body=b"MZ"), "data:,%%%"])
def test_another_kind_of_file_is_refused_by_its_name(content):
    with pytest.raises(NotPossibleError, match=r"红头\.doc.*不是"):
        read_templates([content], ["红头.doc"])


def test_a_template_over_20_megabytes_is_refused():
    with pytest.raises(NotPossibleError, match="超过 20 MB"):
        read_templates([uploaded(body=b"\0" * 20_000_001)], ["大.pptx"])


def test_a_running_job_tells_how_far_it_has_come():
    card = job_card(JOB)
    assert card.share == 0.25
    assert "2 / 8" in card.text
    assert card.action == ("cancel", "取消")


@pytest.mark.parametrize(("ahead", "said"), [(2, "前面还有 2 份"), (0, "马上开始")])
def test_a_job_that_waits_tells_its_place(ahead, said):
    assert said in job_card(replace(JOB, state=JobState.QUEUED), ahead).text


@pytest.mark.parametrize(("own", "said"), [(MOST_OF_ONE, "最多同时有 3 份"), (0, "已有 7 份简报在排队")])
def test_a_full_queue_says_whose_it_is_and_how_many_wait(own, said):
    assert said in refusal_text(QueueFullError(7, own))


def test_a_finished_job_offers_its_files_under_its_own_address():
    card = job_card(replace(JOB, state=JobState.DONE, ended=10.0, sizes={"简报.pptx": 2_500_000}))
    assert card.files == [(f"/briefing/jobs/{JOB.id}/简报.pptx", "简报.pptx", "2.5 MB")]
    assert card.action is None


def test_a_finished_job_tells_which_pictures_could_not_be_made_and_else_nothing():
    done = replace(JOB, state=JobState.DONE, ended=10.0)
    assert job_card(replace(done, progress=JobProgress(8, 8, words.done_text([])))).text == ""
    assert "地图甲" in job_card(replace(done, progress=JobProgress(8, 8, words.done_text(["地图甲"])))).text


@pytest.mark.parametrize(
    ("state", "message", "said"),
    [
        (JobState.FAILED, "Error: disk full", "disk full"),
        (JobState.FAILED, "too long", "30 分钟"),
        (JobState.FAILED, "killed", "被系统终止"),
        (JobState.FAILED, "silent", "意外停止"),
        (JobState.INTERRUPTED, "", "服务器停止"),
    ],
)
def test_a_job_that_was_not_finished_says_why_and_can_be_done_again(state, message, said):
    card = job_card(replace(JOB, state=state, message=message))
    assert said in card.text
    assert card.action == ("again", "重新生成")
    assert card.share is None
