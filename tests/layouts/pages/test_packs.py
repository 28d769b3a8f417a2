"""The page of packs: nothing dangles, and a job tells what its reader has to know."""

from collections import Counter
from dataclasses import replace
from typing import Any

import pytest

from layouts.ids import PackPage
from layouts.pages.packs import JobCard, fingerprint_jobs, job_list, page
from tests.layouts.pages.test_atlas import components

CARD = JobCard("x1", "月度汇报 · 演示数据", "running", "正在生成", "10:32 提交", 0.4, "2 / 5", [], ("cancel", "取消"))


@pytest.fixture
def parts() -> list[dict[str, Any]]:
    return components(page([("monthly", "月度汇报", "最新一年"), ("own", "自选", "自己勾选")]))


def test_every_id_stands_once(parts):
    ids = Counter(part["props"]["id"] for part in parts if "id" in part["props"])
    assert ids == Counter(PackPage)


def test_every_label_names_a_control(parts):
    ids = {part["props"].get("id") for part in parts}
    labels = {part["props"]["htmlFor"] for part in parts if "htmlFor" in part["props"]}
    assert labels
    assert labels <= ids


def test_the_first_preset_is_chosen(parts):
    (presets,) = [part for part in parts if part["props"].get("id") == PackPage.PRESET]
    assert presets["props"]["value"] == "monthly"


def of_type(card: JobCard, type_: str) -> list[dict[str, Any]]:
    return [part["props"] for part in components(job_list([card])) if part["type"] == type_]


def test_a_running_job_shows_its_share_and_can_be_cancelled():
    assert [bar["value"] for bar in of_type(CARD, "Progress")] == [40]
    (button,) = of_type(CARD, "Button")
    assert (button["data-job"], button["data-action"]) == ("x1", "cancel")


def test_a_finished_job_links_its_files_and_has_no_button():
    done = replace(CARD, tone="done", share=None, text="", files=[("/f/a.pptx", "a.pptx", "1.2 MB")], action=None)
    assert [link["href"] for link in of_type(done, "A")] == ["/f/a.pptx"]
    assert not of_type(done, "Button")
    assert not of_type(done, "Progress")


def test_without_jobs_the_list_says_so():
    assert "还没有" in str(job_list([]))


def test_a_list_is_drawn_anew_when_a_job_ends_and_not_when_it_comes_on():
    drawn = fingerprint_jobs([CARD])
    assert fingerprint_jobs([replace(CARD, share=0.8, text="4 / 5")]) == drawn
    assert fingerprint_jobs([replace(CARD, share=None, tone="done", text="")]) != drawn
    assert fingerprint_jobs([CARD, replace(CARD, id="x2")]) != drawn
