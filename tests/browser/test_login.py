"""Logging in and out in the browser: back to the page that was open, on screens of both sizes, by keyboard alone."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from layouts.words.messages import accounts as words
from tests.browser.conftest import new_page, on_common_screens, served
from tests.conftest import ROOT

pytestmark = pytest.mark.browser
NAME, PASSWORD = "<i>赵</i>管", "plum-rain-over-the-pass"  # made up for these tests
GAP = "/gap?dataset=demo&year=2016"


def account(folder: Path, *words: str) -> None:
    """What an administrator types, and the password."""
    command = [sys.executable, "app.py", "account", *words, "--password-file", "-"]
    surroundings = {"FOLDER": str(folder)}
    subprocess.run(command, cwd=ROOT, env=surroundings, input=PASSWORD, text=True, check=True)  # noqa: S603


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where a program keeps its things that has one account."""
    folder = tmp_path_factory.mktemp("atlas")
    account(folder, "add", NAME, "--role", "administrator")
    return folder


@pytest.fixture(scope="module")
def site(folder: Path) -> Iterator[str]:
    """The program that everybody may read."""
    with served({"FOLDER": str(folder)}) as address:
        yield address


@pytest.fixture(scope="module")
def closed(folder: Path) -> Iterator[str]:
    """The program that only those with an account may read."""
    with served({"FOLDER": str(folder), "LOGIN": "required"}) as address:
        yield address


def log_in(page: Page) -> None:
    page.get_by_label(words.NAME).fill(NAME)
    page.get_by_label(words.PASSWORD).fill(PASSWORD)
    page.get_by_role("button", name=words.LOG_IN).click()


def test_a_reader_logs_in_comes_back_to_the_page_and_logs_out(page: Page, site: str):
    page.goto(site + GAP)
    page.get_by_role("link", name=words.LOG_IN).click()
    log_in(page)
    expect(page.get_by_text(NAME, exact=True)).to_be_visible()  # as text: the mark-up in it is none
    assert page.url.startswith(f"{site}/gap?dataset=demo")
    expect(page.get_by_role("link", name=words.LOG_IN)).to_be_hidden()
    page.get_by_role("button", name=words.LOG_OUT).click()
    expect(page.get_by_role("link", name=words.LOG_IN)).to_be_visible()
    expect(page.get_by_role("button", name=words.LOG_OUT)).to_be_hidden()


def test_the_login_needs_no_mouse(page: Page, site: str):
    page.goto(f"{site}/login")
    expect(page.get_by_label(words.NAME)).to_be_focused()
    page.keyboard.type(NAME)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_text(NAME, exact=True)).to_be_visible()


def test_a_wrong_password_is_told_and_may_be_typed_again_at_once(browser: BrowserContext, site: str):
    page = new_page(browser, site)  # not watched: the browser itself notes the refusal on the console
    page.goto(f"{site}/login?next=/targets")
    page.get_by_label(words.NAME).fill(NAME)
    page.get_by_label(words.PASSWORD).fill("wrong password")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_have_text(words.WRONG)
    expect(page.get_by_label(words.NAME)).to_have_value(NAME)
    expect(page.get_by_label(words.PASSWORD)).to_be_focused()
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_text(NAME, exact=True)).to_be_visible()
    assert page.url.startswith(f"{site}/targets")
    page.close()


def test_the_login_page_fits_the_screen(page: Page, site: str):
    page.goto(f"{site}/login")
    for _screen in on_common_screens(page):
        expect(page.get_by_text(words.NO_ACCOUNT)).to_be_in_viewport(ratio=1)


def test_a_session_that_ended_meanwhile_leads_to_the_login_and_back(browser: BrowserContext, closed: str, folder: Path):
    page = new_page(browser, closed)
    page.goto(closed + GAP)
    log_in(page)
    expect(page.get_by_text(NAME, exact=True)).to_be_visible()
    account(folder, "password", NAME)
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.get_by_label(words.PASSWORD)).to_be_visible()
    log_in(page)
    expect(page.get_by_text(NAME, exact=True)).to_be_visible()
    assert page.url.startswith(f"{closed}/gap?dataset=demo")
    page.close()
