"""Logging in and out in the browser: back to the page that was open, on screens of both sizes, by keyboard alone."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from app import create_app
from callbacks.accounts import guards
from datasets.analyses.pack_request import read_presets
from datasets.store.accounts.accounts import AccountRole, Accounts
from locales import say
from tests.browser.conftest import PASSWORD, PEOPLE, log_in, new_page, on_common_screens
from tests.conftest import ROOT, make_published_city, security_of
from tests.serving import served_in_thread

pytestmark = pytest.mark.browser
NAME = PEOPLE[AccountRole.ADMINISTRATOR]
GAP = "/gap?dataset=demo&year=2016"


@dataclass(frozen=True)
class Closed:
    """A program that only those with an account may read."""

    address: str
    accounts: Accounts


@pytest.fixture
def closed(foundation, tmp_path) -> Iterator[Closed]:
    with make_published_city(foundation, tmp_path) as published_city:
        security = security_of(published_city, login_required=True)
        security.accounts.add(NAME, PASSWORD, AccountRole.ADMINISTRATOR, "测试")
        server = create_app(published_city, read_presets(ROOT), tmp_path, security).server
        with served_in_thread(server, guards.body_allowance(server)) as serving:
            yield Closed(f"http://127.0.0.1:{serving.effective_port}", security.accounts)


def test_a_reader_logs_in_comes_back_to_the_page_and_logs_out(page: Page, site: str):
    page.goto(site + GAP)
    page.get_by_role("link", name=say("accounts-log-in")).click()
    log_in(page, NAME)
    expect(page.get_by_text(NAME, exact=True)).to_be_visible()  # as text: the mark-up in it is none
    assert page.url.startswith(f"{site}/gap?dataset=demo")
    expect(page.get_by_role("link", name=say("accounts-log-in"))).to_be_hidden()
    page.get_by_role("button", name=say("accounts-log-out")).click()
    expect(page.get_by_role("link", name=say("accounts-log-in"))).to_be_visible()
    expect(page.get_by_role("button", name=say("accounts-log-out"))).to_be_hidden()


def test_the_login_needs_no_mouse(page: Page, site: str):
    page.goto(f"{site}/login")
    expect(page.get_by_label(say("accounts-name"))).to_be_focused()
    page.keyboard.type(NAME)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_text(NAME, exact=True)).to_be_visible()


def test_a_wrong_password_is_told_and_may_be_typed_again_at_once(browser: BrowserContext, site: str):
    page = new_page(browser, site)  # not watched: the browser itself notes the refusal on the console
    page.goto(f"{site}/login?next=/targets")
    page.get_by_label(say("accounts-name")).fill(NAME)
    page.get_by_label(say("accounts-password")).fill("wrong password")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_have_text(say("accounts-wrong"))
    expect(page.get_by_label(say("accounts-name"))).to_have_value(NAME)
    expect(page.get_by_label(say("accounts-password"))).to_be_focused()
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_text(NAME, exact=True)).to_be_visible()
    assert page.url.startswith(f"{site}/targets")
    page.close()


def test_the_login_page_fits_the_screen(page: Page, site: str):
    page.goto(f"{site}/login")
    for _screen in on_common_screens(page):
        expect(page.get_by_text(say("accounts-no-account"))).to_be_in_viewport(ratio=1)


def test_a_session_that_ended_meanwhile_leads_to_the_login_and_back(browser: BrowserContext, closed: Closed):
    page = new_page(browser, closed.address)
    page.goto(closed.address + GAP)
    log_in(page, NAME)
    expect(page.get_by_text(NAME, exact=True)).to_be_visible()
    closed.accounts.set_password(NAME, PASSWORD, "测试")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.get_by_label(say("accounts-password"))).to_be_visible()
    log_in(page, NAME)
    expect(page.get_by_text(NAME, exact=True)).to_be_visible()
    assert page.url.startswith(f"{closed.address}/gap?dataset=demo")
    page.close()
