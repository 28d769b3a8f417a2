"""A meeting by keyboard alone: a view on the whole screen, another year, black and white, and back to the page."""

from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from layouts.meeting_ids import Meeting
from locales import say
from tests.browser.conftest import wait_until

pytestmark = pytest.mark.browser

LEAST = 22  # pixels of the smallest letter at 1080p
MAP = "dataset=demo&indicator=medical_beds_per_1000_residents&year=2015"
# Every text that is seen, with its size as the screen shows it.
SIZES = """() => {
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), sizes = [];
    while (walk.nextNode()) {
        const text = walk.currentNode.textContent.trim(), {parentElement: part} = walk.currentNode;
        const range = document.createRange();
        range.selectNodeContents(walk.currentNode);
        const {width, height} = range.getBoundingClientRect();
        if (!text || !width || !height || part.closest(".visually-hidden")) continue;
        const [stage, matrix] = [document.querySelector(".shell"), part.getScreenCTM?.()];
        const scale = matrix ? Math.hypot(matrix.b, matrix.d) : stage.getBoundingClientRect().width / stage.offsetWidth;
        sizes.push([parseFloat(getComputedStyle(part).fontSize) * scale, text]);
    }
    return sizes;
}"""


def test_a_meeting_is_run_by_keyboard_alone(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 1920, "height": 1080})
    page.goto(f"{site}/map?{MAP}")
    page.wait_for_selector("#first-view", state="detached")
    keys, year, finding = page.keyboard, page.locator(".mt-year"), page.locator(".mt-finding")
    before = page.url
    keys.press("f")
    expect(finding).to_contain_text("每千人床位")
    expect(year).to_have_text("2015")
    expect(page.locator(".bar")).to_be_hidden()
    assert_legible(page)

    keys.press("ArrowUp")
    expect(year).to_have_text("2016")
    expect(page.locator(".mt-changed")).to_have_text(say("meeting-browser-changed"))
    keys.press("Backspace")
    expect(year).to_have_text("2015")
    expect(page.locator(".mt-changed")).to_have_count(0)

    keys.press("c")
    expect(page.locator("#atlas-gap .scatterlayer")).to_be_visible()
    assert_legible(page)

    keys.press("i")
    keys.press("ArrowDown")
    keys.press("Enter")
    expect(finding).not_to_contain_text("每千人床位")
    keys.press("Backspace")
    expect(finding).to_contain_text("每千人床位")

    for key, colour in (("b", "rgb(0, 0, 0)"), ("w", "rgb(255, 255, 255)")):
        keys.press(key)
        expect(page.locator(".mt-cover")).to_have_css("background-color", colour)
        keys.press("ArrowUp")
        expect(page.locator(".mt-cover")).to_have_count(0)
    expect(year).to_have_text("2015")

    keys.press("o")
    expect(page.locator(".mt-slide:focus")).to_contain_text("每千人床位")
    keys.press("Escape")
    expect(page.locator(".mt-dialog")).to_have_count(0)

    keys.press("Escape")
    expect(page.locator(".bar")).to_be_visible()
    expect(page.locator(f"#{Meeting.HEAD}")).to_be_hidden()
    assert page.url == before


def assert_legible(page: Page) -> None:
    """Nothing on the stage is smaller than the room can read."""
    wait_until(page, "() => !document.documentElement.classList.contains('is-asking')")
    sizes = page.evaluate(SIZES)
    assert len(sizes) > 20
    assert [text for size, text in sizes if size < LEAST] == []


def test_slides_follow_the_clicker_from_page_to_page(page: Page, site: str) -> None:
    slides = [f"/map?{MAP}", "/gap?dataset=public&year=2010", "/data"]
    page.goto(f"{site}{slides[0]}")
    page.wait_for_selector("#first-view", state="detached")
    listed = [{"address": address, "title": f"第{at}页标题", "note": ""} for at, address in enumerate(slides, 1)]
    page.evaluate("(slides) => window.junheng.meeting.present(slides)", listed)
    number, year = page.locator(".mt-number"), page.locator(".mt-year")
    expect(number).to_have_text("1 / 3")
    page.keyboard.press("PageDown")
    expect(number).to_have_text("2 / 3")
    expect(page.locator(".ribbon")).to_be_hidden()  # the slide's own dataset
    expect(year).to_have_text("2010")
    page.keyboard.press("ArrowUp")
    expect(year).to_have_text("2016")
    page.keyboard.press("Backspace")
    expect(year).to_have_text("2010")
    expect(page.locator(".mt-kicker")).to_have_text("第2页标题")
    page.keyboard.press("PageDown")
    expect(page.locator(".mt-finding")).to_have_text(say("meeting-browser-no-slide", page="数据"))
    page.go_back()
    expect(number).to_have_text("2 / 3")
    page.keyboard.type("1")
    page.keyboard.press("Enter")
    expect(number).to_have_text("1 / 3")
    expect(year).to_have_text("2015")
    assert page.evaluate("window.junheng.meeting.current().at") == 0


def test_a_slide_is_shown_in_its_own_groups_and_the_meeting_goes_on(page: Page, site: str) -> None:
    own = f"/map?{MAP}&groups={quote('山区.441823.441825_平原.441802.441803')}"
    page.goto(f"{site}/map?{MAP}")
    page.wait_for_selector("#first-view", state="detached")
    slides = [{"address": address, "title": "", "note": ""} for address in (f"/map?{MAP}", own, f"/gap?{MAP}")]
    page.evaluate("(slides) => window.junheng.meeting.present(slides)", slides)
    number, atlas = page.locator(".mt-number"), page.locator("#atlas")
    expect(atlas).to_contain_text("北部")
    page.keyboard.press("PageDown")
    expect(atlas).to_contain_text("山区与平原的分界")
    expect(number).to_have_text("2 / 3")
    page.keyboard.press("PageDown")
    expect(number).to_have_text("3 / 3")
    expect(page.locator("#gap")).to_contain_text("北部")
    assert "groups" not in page.url
    page.keyboard.press("Escape")
    expect(page.locator("#atlas-legend")).to_contain_text("北部与南部的分界")
