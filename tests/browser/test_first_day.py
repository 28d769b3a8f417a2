"""A new office in the browser: from the printed link to a colleague who works with an account, and one who left."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from app import create_app
from callbacks.accounts import guards
from datasets.analyses.pack_request import read_presets
from datasets.store.accounts.links import AccountLinks
from locales import say
from tests.browser.conftest import PASSWORD
from tests.browser.test_access import AXE, FIND_BARRIERS
from tests.conftest import ROOT, make_published_city, security_of
from tests.serving import served_in_thread

pytestmark = pytest.mark.browser


@dataclass(frozen=True)
class NewOffice:
    """A closed program without accounts, and the link that its console printed."""

    address: str
    link: str


@pytest.fixture
def office(foundation, tmp_path) -> Iterator[NewOffice]:
    with make_published_city(foundation, tmp_path) as published_city:
        security = security_of(published_city, login_required=True)
        server = create_app(published_city, read_presets(ROOT), tmp_path, security).server
        secret = AccountLinks(security.accounts).make_for_setup("测试")
        with served_in_thread(server, guards.body_allowance(server)) as serving:
            address = f"http://127.0.0.1:{serving.effective_port}"
            yield NewOffice(address, f"{address}/setup?link={secret}")


def test_a_new_office_sets_up_invites_and_deactivates_without_the_console(browser: BrowserContext, office: NewOffice):
    page = browser.new_page()
    page.goto(office.link)
    assert find_barriers(page) == []
    page.get_by_label(say("accounts-name"), exact=True).fill("赵管")
    choose_password(page, say("accounts-setup-button"))
    page.wait_for_url("**/data*")
    page.goto(f"{office.address}/accounts")
    page.get_by_role("textbox", name=say("accounts-name")).fill("王编")
    page.get_by_role("button", name=say("accounts-invite")).click()
    shown = page.get_by_label(say("accounts-link"), exact=True)
    expect(shown).to_have_value(re.compile(f"^{office.address}/join"))  # a script puts the address in front
    link = shown.input_value()
    assert find_barriers(page) == []
    page.set_viewport_size({"width": 390, "height": 844})
    assert find_barriers(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    administration = browser.cookies(office.address)
    browser.clear_cookies()
    page.goto(link)
    choose_password(page, say("accounts-choose-button"))
    page.wait_for_url(f"{office.address}/")
    page.goto(f"{office.address}/accounts")
    expect(page.get_by_text(say("accounts-logged-in", name="王编", role="editor"))).to_be_visible()
    colleague = browser.cookies(office.address)
    browser.add_cookies([{**cookie} for cookie in administration])
    page.goto(f"{office.address}/accounts")
    page.get_by_role("button", name=f"{say('accounts-switches', switch='deactivate')} 王编").click()
    expect(page.get_by_role("status")).to_have_text(say("accounts-changed", name="王编", action="deactivate"))
    browser.add_cookies([{**cookie} for cookie in colleague])
    page.goto(f"{office.address}/accounts")
    expect(page.get_by_role("button", name=say("accounts-log-in"))).to_be_visible()
    browser.clear_cookies()
    page.close()


def choose_password(page: Page, button: str) -> None:
    """Fill in a new password twice and send it."""
    page.get_by_label(say("accounts-new-password")).fill(PASSWORD)
    page.get_by_label(say("accounts-again")).fill(PASSWORD)
    page.get_by_role("button", name=button).click()


def find_barriers(page: Page) -> list[str]:
    """What axe-core finds wrong with a plain page."""
    page.evaluate(AXE)
    found: list[str] = page.evaluate(FIND_BARRIERS)
    return found
