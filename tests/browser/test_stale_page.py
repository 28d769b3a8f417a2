"""A page that an older server wrote opens itself anew, where that disturbs nobody."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import new_page
from tests.browser.test_atlas import BEDS, choose, open_view, title

pytestmark = pytest.mark.browser


def renew(page: Page) -> None:
    """Have the page see that something else was published, as it does every minute."""
    page.route("**/ready", lambda route: route.fulfill(json={"status": "ready", "edition": "of tomorrow"}))
    page.evaluate("window.dash_clientside.set_props('shell-look', {n_intervals: 1})")


def test_a_stale_page_opens_itself_anew_once_at_the_same_view(page, site):
    open_view(page, site, f"{BEDS}&year=2012&selected=441881")
    expect(title(page)).to_contain_text("2012年")
    page.locator("body").press("ArrowRight")
    expect(title(page)).to_contain_text("2013年")
    with page.expect_event("load"):
        renew(page)
    expect(title(page)).to_contain_text("2013年")
    expect(page.locator("#atlas-selection-text")).to_contain_text("英德市")
    renew(page)
    expect(page.locator("#shell-renewed")).to_be_visible()


def test_a_stale_page_waits_for_a_reader_who_types_or_has_a_dialog_open(page, site):
    open_view(page, site, BEDS)
    page.locator("#export-open").click()
    expect(page.locator(".modal.show")).to_be_visible()
    renew(page)
    expect(page.locator("#shell-renewed")).to_be_visible()
    page.reload()
    page.locator("#nav-coverage").wait_for()
    page.locator("#atlas-method").select_option(label="自定断点")
    page.locator("#atlas-breaks").fill("3, 4")
    renew(page)
    expect(page.locator("#shell-renewed")).to_be_visible()


def test_a_page_that_the_upgraded_server_refuses_opens_itself_anew(browser, site):
    page = new_page(browser, site)  # not the watched one: the browser complains of the refusal
    open_view(page, site, BEDS)
    page.route("**/ready", lambda route: route.fulfill(json={"status": "ready", "edition": "of tomorrow"}))
    page.route("**/_dash-update-component*", lambda route: route.fulfill(status=500), times=1)
    with page.expect_event("load"):
        choose(page, "atlas-level", "乡镇级")
    expect(title(page)).to_contain_text("每千人床位")
    page.close()
