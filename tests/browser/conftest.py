"""A server that the journeys share, and a browser that notes what must not be: console errors, requests to others."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, ViewportSize, expect, sync_playwright

from callbacks.frame.request_checks import UPDATE
from datasets.store.accounts.accounts import AccountRole, Accounts
from datasets.store.versions.versions import open_migrated_store
from locales import DEFAULT, say
from tests.conftest import ROOT
from tests.waiting import GUARD

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
# Chromium's own traffic is switched off, and WebGL with it: the map is to work without.
SWITCHES = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-webgl",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
SLOW = 1000 * GUARD  # milliseconds that a busy machine may take for anything
PEOPLE = {AccountRole.EDITOR: "乙员", AccountRole.PUBLISHER: "甲员", AccountRole.ADMINISTRATOR: "<i>赵</i>管"}
# Every reader of the journeys has been here before: the tour of a first visit is a test of its own. A page without a
# site has no storage.
SEEN_TOUR = "try { localStorage.setItem('junheng-tour-seen', '1') } catch {}"
SCREEN = ViewportSize(width=1366, height=768)
PASSWORD = "plum-rain-over-the-pass"  # noqa: S105  (of all of them, and made up)
expect.set_options(timeout=SLOW)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the program, served as a user serves it, for as long as the tests run.

    It has the accounts of ``PEOPLE``. A journey that publishes needs a server of its own.
    """
    folder = tmp_path_factory.mktemp("atlas")
    add_accounts(folder)
    with served({"FOLDER": str(folder)}) as address:
        yield address


def add_accounts(folder: Path) -> None:
    """Add the accounts of ``PEOPLE`` to the store of a program that keeps its things in ``folder``."""
    with closing(open_migrated_store(f"sqlite:///{folder / 'atlas.db'}", folder, lambda: datetime.now(UTC))) as store:
        for role, name in PEOPLE.items():
            Accounts(store, store.now).add(name, PASSWORD, role, "测试")


def log_in(page: Page, name: str) -> None:
    """Fill in and send the form of the page for the login."""
    page.get_by_label(say("accounts-name")).fill(name)
    page.get_by_label(say("accounts-password")).fill(PASSWORD)
    page.get_by_role("button", name=say("accounts-log-in")).click()


@contextmanager
def served(settings: dict[str, str]) -> Iterator[str]:
    """The address of a server of its own with these settings of the environment."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "app.py", "serve", "--port", str(port)]
    server = subprocess.Popen(command, cwd=ROOT, env=os.environ | settings, stdout=subprocess.DEVNULL)  # noqa: S603
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(server, address)
        yield address
    finally:
        server.terminate()
        server.wait()


def wait_for(server: subprocess.Popen[Any], address: str) -> None:
    """Return when the server answers, however long it takes to load; it fails if it ends before."""
    while server.poll() is None:
        with suppress(OSError), urllib.request.urlopen(f"{address}/health"):  # noqa: S310  (our own server)
            return
        time.sleep(0.1)
    raise ChildProcessError(f"the server ended with {server.returncode}")


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BrowserContext]:
    """The system's Chromium, with a profile on disk: it compiles the scripts once, which halves the time of a page."""
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine")
    profile = tmp_path_factory.mktemp("profile")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch_persistent_context(
            profile,
            executable_path=CHROMIUM,
            args=SWITCHES,
            viewport=SCREEN,
            locale=DEFAULT,
            accept_downloads=True,
        )
        browser.set_default_timeout(SLOW)
        browser.add_init_script(SEEN_TOUR)
        yield browser
        browser.close()


@dataclass(frozen=True)
class WatchedPage:
    """A page with what it said that must not be: errors on its console, requests to other hosts than its own."""

    page: Page
    complaints: list[str]


@pytest.fixture(scope="session")
def tab(browser: BrowserContext, site: str) -> Iterator[WatchedPage]:
    """One page for all tests, for the next view opens in it in two thirds of the time that a new one takes."""
    page = browser.new_page()
    yield WatchedPage(page, note_complaints(page, site))
    page.close()


@pytest.fixture
def page(tab: WatchedPage, browser: BrowserContext, site: str) -> Iterator[Page]:
    """A page of a meeting-room screen; the test fails if it logs an error or asks another host for anything.

    It is the ``tab`` as somebody finds it who was never there. A script that runs before all others would stay in it:
    ``fresh_page`` is for those.
    """
    forget_visits(browser, tab.page, site)
    yield tab.page
    found = list(tab.complaints)
    tab.page.unroute_all(behavior="ignoreErrors")
    tab.page.emulate_media(media="null", forced_colors="null", color_scheme="null", reduced_motion="null")
    tab.page.set_viewport_size(SCREEN)
    tab.page.evaluate("sessionStorage.clear()")
    tab.page.goto("about:blank")  # what was still asked for would bring a cookie back
    tab.complaints.clear()
    assert found == []


@pytest.fixture
def fresh_page(browser: BrowserContext, site: str) -> Iterator[Page]:
    """A page like ``page`` that no other test has had or gets."""
    with watched_page(browser, site) as page:
        yield page


def new_page(browser: BrowserContext, site: str) -> Page:
    """A page of ``site`` for somebody who was never there."""
    page = browser.new_page()
    forget_visits(browser, page, site)
    return page


def forget_visits(browser: BrowserContext, page: Page, site: str) -> None:
    """Take away what tests before this one left behind in the browser."""
    browser.clear_cookies()
    left = {"origin": site, "storageTypes": "local_storage,indexeddb"}
    browser.new_cdp_session(page).send("Storage.clearDataForOrigin", left)


def on_common_screens(page: Page) -> Iterator[tuple[int, int]]:
    """Width and height of one common screen after the other, once ``page`` is shown on it with nothing cut off."""
    for width, height in ((1366, 768), (1920, 1080)):
        page.set_viewport_size({"width": width, "height": height})
        wait_until(
            page,
            "([width, height]) => innerWidth === width && document.documentElement.scrollWidth <= width"
            " && document.documentElement.scrollHeight <= height",
            arg=[width, height],
        )
        yield width, height


def count_questions(page: Page) -> list[str]:
    """What Dash asks the server from here on: the body of every request."""
    asked: list[str] = []
    page.on("request", lambda one: asked.append(str(one.post_data)) if UPDATE in one.url else None)
    return asked


def wait_until(page: Page, expression: str, arg: Any = None) -> None:
    """Return when an expression is true on the page. Playwright's own way to wait is not allowed by the page's CSP."""
    deadline = time.monotonic() + GUARD
    while not page.evaluate(expression, arg):
        if time.monotonic() > deadline:
            raise TimeoutError(expression)
        page.wait_for_timeout(50)


@contextmanager
def watched_page(browser: BrowserContext, site: str) -> Iterator[Page]:
    """A page that must not log an error or ask any host but ``site``."""
    page = new_page(browser, site)
    complaints = note_complaints(page, site)
    yield page
    page.close()
    assert complaints == []


def note_complaints(page: Page, site: str) -> list[str]:
    """What a page says from here on that must not be."""
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "request",
        lambda asked: None if asked.url.startswith((site, "data:", "blob:")) else complaints.append(asked.url),
    )
    return complaints
