"""The tour of a first visit, the menu of help and the guides, in a browser."""

import re

import pytest
from playwright.sync_api import BrowserContext, Page, PdfMargins, expect

from layouts.page_paths import GUIDES, Guide
from locales import say, say_all
from tests.browser.conftest import watched_page
from tests.browser.test_access import AXE, FIND_BARRIERS

pytestmark = pytest.mark.browser

STEPS = [*say_all("tour-steps-").values()]
# The first time only: afterwards it is the program that remembers.
FORGET_ONCE = "if (!sessionStorage.getItem('been')) localStorage.clear(); sessionStorage.setItem('been', '1')"


@pytest.fixture
def newcomer(browser: BrowserContext, site: str):
    """A page of somebody who was never here."""
    with watched_page(browser, site) as page:
        page.add_init_script(FORGET_ONCE)
        yield page


def test_the_tour_of_a_first_visit_is_taken_by_keyboard_and_never_seen_again(newcomer: Page, site: str):
    page = newcomer
    page.goto(site)
    tour = page.get_by_role("complementary", name=say("tour-title"))
    expect(tour.get_by_text(STEPS[0])).to_be_visible()
    expect(page.locator("#first-view")).to_have_count(0)
    page.evaluate(AXE)
    assert page.evaluate(FIND_BARRIERS) == []
    page.locator(".skip-link").focus()
    page.keyboard.press("Tab")
    expect(tour.get_by_role("button", name=say("tour-end"))).to_be_focused()
    page.keyboard.press("Tab")
    for step in STEPS[1:]:
        page.keyboard.press("Enter")
        expect(tour.get_by_text(step)).to_be_visible()
    page.keyboard.press("Enter")  # the last step has one button, which has the focus
    expect(tour).to_be_hidden()
    page.evaluate("localStorage.getItem('junheng-tour-seen') || document.write('forgotten')")
    page.reload()
    expect(page.locator("#shell-help")).to_be_visible()
    expect(tour).to_be_hidden()


def test_help_says_what_the_page_answers_and_begins_the_tour_again(page: Page, site: str):
    page.goto(f"{site}/gap")
    page.locator("#shell-help summary").click()
    expect(page.get_by_text(say("help-page", page="gap"))).to_be_visible()
    expect(page.get_by_text(say("help-page", page="overview"))).to_be_hidden()
    expect(page.get_by_role("link", name=say_all("glossary-terms-")["pooled"])).to_be_visible()
    page.get_by_role("button", name=say("tour-again")).click()
    tour = page.get_by_role("complementary", name=say("tour-title"))
    expect(tour.get_by_role("button", name=say("tour-next"))).to_be_focused()
    page.keyboard.press("Escape")
    expect(tour).to_be_hidden()


@pytest.mark.parametrize("language", ["zh-CN", "en"])
@pytest.mark.parametrize("guide", Guide)
def test_a_guide_is_printed_on_two_sheets(page: Page, site: str, guide: Guide, language: str):
    page.goto(f"{site}{GUIDES}{guide}?lang={language}")
    margin = PdfMargins(top="15mm", right="15mm", bottom="15mm", left="15mm")
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4", margin=margin))) == 2
    page.evaluate(AXE)
    assert page.evaluate(FIND_BARRIERS) == []
