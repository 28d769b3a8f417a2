"""The first page: read, followed to what proves it, come back to, and shown to a room."""

import pytest
from playwright.sync_api import Page, expect

from layouts.ids import GapPage, OverviewPage
from layouts.meeting_ids import Meeting
from tests.browser.conftest import on_common_screens, wait_until

pytestmark = pytest.mark.browser

# Cards whose content is taller than they are; a fraction of a letter's line is none.
CUT = """(cards) => cards.filter((card) => card.scrollHeight > card.clientHeight + 4).map((card) => card.className)"""


def test_a_leader_reads_the_first_page_follows_a_statement_and_shows_it(page: Page, site: str) -> None:
    page.goto(site)
    page.wait_for_selector("#first-view", state="detached")
    title, body = page.locator(f"#{OverviewPage.TITLE}"), page.locator(f"#{OverviewPage.BODY}")
    expect(title).to_contain_text("2020年")
    finding = body.locator(".ov-goal .ov-finding")
    expect(finding).to_contain_text("达到南部的80%")
    for _ in on_common_screens(page):
        expect(body.locator(".ov-moves img").first).to_be_visible()

    page.locator(f"#{OverviewPage.YEAR}").select_option("2010")
    expect(title).to_contain_text("2010年")
    assert "year=2010" in page.url
    page.locator(f"#{OverviewPage.YEAR}").select_option("2020")
    expect(title).to_contain_text("2020年")

    statement = body.locator(".ov-widest .ov-told").first
    name = statement.locator(".ov-name").inner_text()
    statement.click()
    expect(page.locator(f"#{GapPage.INDICATOR_TITLE}")).to_contain_text(name)
    page.go_back()
    expect(finding).to_be_visible()

    said = finding.inner_text()
    page.keyboard.press("f")
    expect(page.locator(f"#{Meeting.HEAD} .mt-finding")).to_have_text(said)
    page.keyboard.press("Escape")
    expect(page.locator(f"#{OverviewPage.YEAR}")).to_be_visible()


@pytest.mark.parametrize(
    ("width", "height", "in_meeting"),
    [
        (1366, 768, False),
        (1280, 720, False),
        (1024, 768, True),
        (1280, 720, True),
        (1920, 1080, True),
        (3840, 2160, True),
        (3840, 2160, False),
    ],
)
def test_no_card_is_cut_on_any_screen(page: Page, site: str, width: int, height: int, in_meeting: bool) -> None:
    page.set_viewport_size({"width": width, "height": height})
    page.goto(f"{site}/?dataset=demo")
    page.wait_for_selector("#first-view", state="detached")
    if in_meeting:
        page.keyboard.press("f")
        expect(page.locator(".mt-year")).to_have_text("2016")
    cards = page.locator(".ov-card:visible, .ov-body")
    assert cards.evaluate_all(CUT) == []


def test_a_page_reads_at_4k_as_at_1080p(page: Page, site: str) -> None:
    page.goto(f"{site}/?dataset=demo")
    page.wait_for_selector("#first-view", state="detached")
    heights = []
    for width, height in ((1920, 1080), (3840, 2160)):
        page.set_viewport_size({"width": width, "height": height})
        page_fills = "([width, height]) => innerWidth === width && document.documentElement.scrollHeight === height"
        wait_until(page, page_fills, [width, height])
        heights.append(page.locator(".bar h1").evaluate("(title) => title.getBoundingClientRect().height"))
    assert heights[1] == 2 * heights[0]
