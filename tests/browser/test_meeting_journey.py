"""A whole meeting by keyboard alone: from the first page to the printed slides."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Download, Page, expect

from layouts.ids import Nav
from tests.browser.conftest import wait_until

pytestmark = pytest.mark.browser

PAGES = {Nav.COUNTY: "#county h2", Nav.TARGETS: "#targets .ag-row", Nav.COVERAGE: "#coverage-title h2"}


def collect(page: Page, number: int) -> None:
    """Add the view on the screen to the storyboard."""
    page.keyboard.press("s")
    expect(page.locator("#storyboard-told")).to_contain_text(f"第{number}页")


def follow(page: Page, link: str, sign: str) -> None:
    page.locator(link).first.press("Enter")
    expect(page.locator(sign).first).not_to_be_empty()


def test_a_whole_meeting_is_given_by_keyboard(page: Page, site: str, tmp_path: Path) -> None:
    collect_six_views(page, site)
    press_on_board(page, "放映")
    present(page)
    press_on_board(page, re.compile("打印用PDF"))
    page.get_by_role("dialog", name="故事板").get_by_role("button", name="查看进度").press("Enter")
    with page.expect_download() as printed:
        page.locator(".pack-job a").first.press("Enter")
    assert printed.value.path().read_bytes().startswith(b"%PDF")
    with page.expect_download() as taken:
        press_on_board(page, "离线快照")
    open_from_disk(page, taken.value, tmp_path)


def collect_six_views(page: Page, site: str) -> None:
    """The first page, two statements that are followed, and three pages more."""
    page.goto(f"{site}/?dataset=demo&year=2016")
    page.wait_for_selector("#first-view", state="detached")
    collect(page, 1)
    follow(page, ".overview a[href^='/map']", "#atlas-title")
    page.wait_for_selector("#first-view", state="detached")
    collect(page, 2)
    page.go_back()
    follow(page, ".overview a[href^='/gap']", "#gap-indicator-title")
    collect(page, 3)
    for at, (link, sign) in enumerate(PAGES.items(), start=4):
        follow(page, f"#{link}", sign)
        collect(page, at)


def press_on_board(page: Page, name: str | re.Pattern[str]) -> None:
    """Open the panel of storyboards and press one of its buttons."""
    page.locator("#storyboard-menu summary").press("Enter")
    page.get_by_role("button", name="打开故事板").press("Enter")
    page.get_by_role("dialog", name="故事板").get_by_role("button", name=name).press("Enter")


def present(page: Page) -> None:
    """Go through the slides: another year and back, black, play, every slide, the last one, the end."""
    number, year = page.locator(".mt-number"), page.locator(".mt-year")
    expect(number).to_have_text("1 / 6")
    page.keyboard.press("PageDown")
    expect(number).to_have_text("2 / 6")
    wait_until(page, "() => window.location.pathname === '/map'")
    page.keyboard.press("PageDown")
    expect(number).to_have_text("3 / 6")
    wait_until(page, "() => window.location.pathname === '/gap'")
    shown = year.inner_text()
    page.keyboard.press("ArrowDown")
    expect(year).not_to_have_text(shown)
    page.keyboard.press("Backspace")
    expect(year).to_have_text(shown)
    page.keyboard.press("b")
    expect(page.locator(".mt-cover")).to_have_count(1)
    page.keyboard.press("b")
    expect(page.locator(".mt-cover")).to_have_count(0)
    page.keyboard.press("p")
    expect(year).not_to_have_text(shown)
    page.keyboard.press("p")
    page.keyboard.press("o")
    expect(page.locator(".mt-slide")).to_have_count(6)
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    expect(number).to_have_text("6 / 6")
    expect(page.locator(".mt-finding")).not_to_be_empty()
    page.keyboard.press("Escape")
    expect(page.locator(".bar")).to_be_visible()


def open_from_disk(page: Page, taken: Download, folder: Path) -> None:
    """Show the slides of a snapshot with nothing but its file."""
    file = folder / "snapshot.html"
    taken.save_as(file)
    alone = page.context.new_page()
    asked: list[str] = []
    alone.on("request", lambda one: asked.append(one.url))
    alone.goto(file.as_uri())
    alone.keyboard.press("f")
    expect(alone.locator(".mt-number")).to_have_text("1 / 6")
    alone.keyboard.press("PageDown")
    expect(alone.locator(".mt-number")).to_have_text("2 / 6")
    alone.close()
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []
