"""A snapshot is opened from disk with the network off: years, table, a meeting by keyboard, and an empty console."""

from datetime import date

import pytest
from playwright.sync_api import expect

from callbacks.storyboard.snapshot import Program, make_snapshot
from datasets.queries.storyboard import Slide, Storyboard
from tests.conftest import ROOT

pytestmark = pytest.mark.browser
BEDS = "medical_beds_per_1000_residents"
MARK = {"kind": "arrow", "at": [113.6, 24.9], "to": [113.1, 24.5], "text": "<b>新建</b>"}
SLIDES = [
    {
        "address": f"/map?dataset=demo&indicator={BEDS}&year=2015",
        "title": "床位",
        "note": "先讲<b>北部</b>",
        "marks": [MARK],
    },
    {"address": "/gap?dataset=demo&year=2016", "title": "差距"},
    {"address": "/?dataset=demo&year=2016"},
]


@pytest.fixture(scope="module")
def opened(city, browser, tmp_path_factory):
    """The page of a snapshot, with what it asked for and what its console said."""
    slides = [Slide.model_validate(slide) for slide in SLIDES]
    board = Storyboard(id="0" * 16, title="年度汇报", slides=slides)
    folder = tmp_path_factory.mktemp("disk")
    path = make_snapshot(city, board, Program(ROOT / "assets"), folder, date(2026, 1, 2), lambda *_: None)
    page = browser.new_page()
    page.context.set_offline(True)
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("request", lambda request: told.append(request.url[:80]))
    page.goto(path.as_uri())
    yield page, told, path
    page.close()
    browser.set_offline(False)


def test_a_snapshot_works_from_disk_with_the_network_off_by_keyboard_alone(opened):
    page, told, path = opened
    finding, slider = page.locator(".sn-finding"), page.get_by_role("slider", name="年份")
    expect(page).to_have_title("年度汇报")
    expect(page.locator(".sn-area")).to_have_count(8)
    expect(page.locator(".sn-note")).to_contain_text("先讲<b>北部</b>")
    expect(page.locator(".mark-arrow")).to_contain_text("<b>新建</b>")
    expect(page.locator(".ribbon")).to_be_visible()

    expect(slider).to_have_attribute("aria-valuetext", "2015年")
    before = finding.inner_text()
    slider.press("ArrowLeft")
    expect(slider).to_have_attribute("aria-valuetext", "2014年")
    expect(finding).not_to_have_text(before)

    page.get_by_role("button", name="表格").press("Enter")
    expect(page.get_by_role("row")).to_have_count(9)
    page.get_by_role("button", name="位次").press("Enter")
    expect(page.get_by_role("columnheader", name="位次")).to_have_attribute("aria-sort", "ascending")

    page.keyboard.press("f")
    head, year = page.locator(".mt-finding"), page.locator(".mt-year")
    expect(year).to_have_text("2014")
    expect(page.locator(".mt-changed")).to_be_visible()
    page.keyboard.press("Backspace")
    expect(year).to_have_text("2015")
    page.keyboard.press("ArrowUp")
    expect(year).to_have_text("2016")
    page.keyboard.press("b")
    expect(page.locator(".mt-cover.is-black")).to_be_visible()
    page.keyboard.press("b")
    page.keyboard.press("PageDown")
    expect(page.locator(".sn-page .sn-dot")).to_have_count(8)
    page.keyboard.press("3")
    page.keyboard.press("Enter")
    expect(head).to_contain_text("项指标")
    page.keyboard.press("o")
    expect(page.get_by_role("dialog", name="全部画面").locator(".mt-slide")).to_have_count(3)
    page.keyboard.press("1")
    page.keyboard.press("Enter")
    expect(page.locator(".mt-kicker")).to_have_text("床位")
    page.keyboard.press("n")
    expect(page.locator(".mt-note")).to_have_text("先讲<b>北部</b>")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.keyboard.press("Escape")
    expect(page.locator("html")).not_to_have_class("is-meeting")

    asked = [text for text in told if not text.startswith("data:")]
    assert asked in ([], [path.as_uri()[:80]])
