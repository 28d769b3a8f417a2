"""Marks on a map: put there by pointer or keyboard, kept with the view, and in their place however the map is shown."""

import time

import pytest
from playwright.sync_api import Page, expect

from datasets.queries.storyboard import read_marks
from tests.browser.conftest import wait_until
from tests.waiting import GUARD

pytestmark = pytest.mark.browser

MAP = "/map?dataset=demo&indicator=medical_beds_per_1000_residents&year=2014"
# How many pixels lie between the middle of the first mark and the place that the address gives it.
OFF = """() => {
    const {svg, view} = window.junheng.markLayer.look("atlas-map");
    const marks = new URLSearchParams(window.location.search).get("marks");
    if (!marks) return null;
    const [x, y] = view.toPixels(window.junheng.marks.parse(marks)[0].at);
    const frame = svg.querySelector(".mark-frame").getBBox();
    return Math.hypot(frame.x + frame.width / 2 - x, frame.y + frame.height / 2 - y);
}"""
CORNER = "(({x, y}) => [x, y])(document.querySelector('.mark-frame').getBBox())"


def marks_of(page: Page) -> list[tuple[str, str]]:
    text = page.evaluate("new URLSearchParams(window.location.search).get('marks')") or ""
    return [(mark.kind, mark.text) for mark in read_marks(text)[0]]


def expect_marks(page: Page, wanted: list[tuple[str, str]]) -> None:
    """Return once the address bears these marks; it follows a moment after the map."""
    deadline = time.monotonic() + GUARD
    while marks_of(page) != wanted:
        assert time.monotonic() < deadline, marks_of(page)
        page.wait_for_timeout(50)


def open_map(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_selector("#first-view", state="detached")


def test_marks_are_put_by_pointer_and_stay_in_their_place(page: Page, site: str) -> None:
    open_map(page, site + MAP)
    page.locator("[data-marks=atlas-map]").click()
    bar = page.locator(".mark-bar")
    bar.get_by_role("button", name="文字").click()
    page.locator("#atlas-map").click(position={"x": 250, "y": 250})
    page.keyboard.type("<b>新校区</b>")
    page.keyboard.press("Tab")
    bar.get_by_role("button", name="箭头").click()
    box = page.locator("#atlas-map").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 400, box["y"] + 400)
    page.mouse.down()
    page.mouse.move(box["x"] + 330, box["y"] + 330, steps=3)
    page.mouse.up()
    page.keyboard.type("改线")
    bar.get_by_role("button", name="完成").click()
    both = [("note", "<b>新校区</b>"), ("arrow", "改线")]
    expect_marks(page, both)
    expect(page.locator(".mark-text")).to_have_text(["<b>新校区</b>", "改线"])
    expect(page.locator(".mark-tag")).to_have_text("✎ 手工标注，非数据")
    assert page.evaluate(OFF) < 1
    page.locator("[data-zoom=in]").first.click()
    wait_until(page, f"({OFF})() < 1 && window.junheng.markLayer.look('atlas-map').view.scale > 1.5")

    page.get_by_text("每万人全科医生", exact=True).first.click()
    wait_until(page, "!window.location.search.includes('beds')")
    expect_marks(page, both)
    page.go_back()
    wait_until(page, "window.location.search.includes('beds')")
    expect_marks(page, both)
    open_map(page, page.url)
    expect(page.locator(".mark-text")).to_have_text(["<b>新校区</b>", "改线"])


def test_marks_are_put_moved_undone_and_deleted_by_keyboard(page: Page, site: str) -> None:
    open_map(page, f"{site}{MAP}&selected=441823")
    keys, bar = page.keyboard, page.locator(".mark-bar")
    page.locator("[data-marks=atlas-map]").press("Enter")
    bar.get_by_role("button", name="圈").press("Enter")
    keys.type("缺口")
    keys.press("Escape")
    expect(page.locator(".mark-text")).to_have_text("缺口")
    mark = page.get_by_role("button", name="圈 缺口")
    before = page.evaluate(CORNER)
    mark.press("ArrowRight")
    mark.press("ArrowDown")
    expect(mark).to_be_focused()
    assert page.evaluate(CORNER) == pytest.approx([part + 8 for part in before], abs=0.5)
    mark.press("Control+z")
    mark.press("Delete")
    expect(page.locator(".mark")).to_have_count(0)
    bar.get_by_role("button", name="撤销").press("Enter")
    expect(page.locator(".mark-text")).to_have_text("缺口")
    bar.get_by_role("button", name="完成").press("Enter")
    expect(bar).to_have_count(0)
    expect_marks(page, [("ring", "缺口")])
