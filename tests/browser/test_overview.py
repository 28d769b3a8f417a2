"""The first page: read, followed to what proves it, come back to, and shown to a room."""

import pytest
from playwright.sync_api import Page, expect

from layouts.ids import GapPage, OverviewPage
from layouts.meeting_ids import Meeting
from tests.browser.conftest import on_common_screens

pytestmark = pytest.mark.browser


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
