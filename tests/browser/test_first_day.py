"""A new office in the browser: from the printed link to a colleague who works with an account, and one who left."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from app import create_app
from callbacks.accounts import guards
from datasets.analyses.pack_request import read_presets
from datasets.store.accounts.links import AccountLinks
from layouts.words.messages import accounts as words
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
    page.get_by_label(words.NAME, exact=True).fill("赵管")
    choose_password(page, words.SETUP_BUTTON)
    page.wait_for_url("**/data*")
    page.goto(f"{office.address}/accounts")
    page.get_by_role("textbox", name=words.NAME).fill("王编")
    page.get_by_role("button", name=words.INVITE).click()
    link = page.get_by_label(words.LINK, exact=True).input_value()
    assert link.startswith(f"{office.address}/join?link=")
    assert find_barriers(page) == []
    page.set_viewport_size({"width": 390, "height": 844})
    assert find_barriers(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    administration = browser.cookies(office.address)
    browser.clear_cookies()
    page.goto(link)
    choose_password(page, words.CHOOSE_BUTTON)
    page.wait_for_url(f"{office.address}/")
    page.goto(f"{office.address}/accounts")
    expect(page.get_by_text(words.own_text("王编", "editor"))).to_be_visible()
    colleague = browser.cookies(office.address)
    browser.add_cookies([{**cookie} for cookie in administration])
    page.goto(f"{office.address}/accounts")
    page.get_by_role("button", name=f"{words.SWITCHES['deactivate']}：王编").click()
    expect(page.get_by_role("status")).to_have_text(words.changed_text("王编", "deactivate", ""))
    browser.add_cookies([{**cookie} for cookie in colleague])
    page.goto(f"{office.address}/accounts")
    expect(page.get_by_role("button", name=words.LOG_IN)).to_be_visible()
    browser.clear_cookies()
    page.close()


def choose_password(page: Page, button: str) -> None:
    """Fill in a new password twice and send it."""
    page.get_by_label(words.NEW_PASSWORD).fill(PASSWORD)
    page.get_by_label(words.AGAIN).fill(PASSWORD)
    page.get_by_role("button", name=button).click()


def find_barriers(page: Page) -> list[str]:
    """What axe-core finds wrong with a plain page."""
    page.evaluate(AXE)
    found: list[str] = page.evaluate(FIND_BARRIERS)
    return found
