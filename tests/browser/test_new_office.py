"""A new office goes from the start of the program to its first published figures, with the browser alone."""

import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import BrowserContext, Page, expect

from locales import say
from tests.browser.conftest import PASSWORD, wait_for, watched_page
from tests.browser.test_first_day import find_barriers
from tests.conftest import ROOT

pytestmark = pytest.mark.browser

BEDS = "medical_beds_per_1000_residents"
FIGURES = {"清城区": 4.3, "清新区": 4.1, "连州市": 3.9}


@pytest.fixture
def link(tmp_path: Path) -> Iterator[str]:
    """The one-time link that a program over an empty folder prints as it starts."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    settings = os.environ | {"FOLDER": str(tmp_path / "kept"), "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "app.py", "serve", "--port", port]
    with subprocess.Popen(command, cwd=ROOT, env=settings, stdout=subprocess.PIPE, text=True) as server:  # noqa: S603
        assert server.stdout is not None
        printed = next(found[0] for line in server.stdout if (found := re.search(r"http\S+/setup\?link=\S+", line)))
        wait_for(server, f"http://127.0.0.1:{port}")
        yield printed
        server.terminate()


def fill_template(template: Path, to: Path) -> Path:
    """The template with a figure of each county of ``FIGURES``."""
    book = load_workbook(template)
    sheet = book.worksheets[0]
    place = {cell.value: cell.column for cell in sheet[1]}
    for number, (county, value) in enumerate(FIGURES.items(), start=2):
        row = {"地区": county, "年份": 2020, "指标": "每千人床位", "数值": value, "单位": "张", "来源": "测试用，虚构"}
        for heading, text in row.items():
            sheet.cell(number, place[heading], text)
    book.save(to)
    return to


def test_a_new_office_publishes_corrects_and_takes_back_its_first_figures(
    browser: BrowserContext, link: str, tmp_path: Path
):
    address = link.partition("/setup")[0]
    with watched_page(browser, address) as page:
        set_up(page, link)
        with page.expect_download() as started:
            page.locator(".dp-begin").get_by_text(say("imports-templates", template="long"), exact=True).click()
        started.value.save_as(tmp_path / "template.xlsx")
        page.locator(".dp-begin").get_by_text(say("data-new-import")).click()
        page.locator("#data-new-name").fill("本单位")
        page.locator("#dp-file").set_input_files(fill_template(tmp_path / "template.xlsx", tmp_path / "filled.xlsx"))
        press(page, say("imports-check"))
        expect(page.locator(".dp-headline")).to_be_visible()
        assert find_barriers(page) == []
        press(page, say("imports-keep"))
        press(page, say("data-version-actions", action="publish"), sure=True)
        expect(page.locator(".dp-done")).to_be_visible()
        dataset = re.search(r"dataset=([^&]+)", page.get_by_text(say("data-see-map")).get_attribute("href") or "")
        assert dataset
        assert read_values(page, address, dataset[1]) == FIGURES

        page.get_by_role("link", name=say("data-back-to-datasets")).first.click()
        page.get_by_role("link", name=say("data-correct")).click()
        correct_first_value(page, "4.4")
        press(page, say("data-version-actions", action="publish"), sure=True)
        press(page, say("data-undo", previous=1), sure=True)
        expect(page.locator("#data-message")).to_contain_text(say("data-rolled-back", dataset="本单位", number=1))
        assert read_values(page, address, dataset[1]) == FIGURES


def set_up(page: Page, link: str) -> None:
    """From the printed link to the page of data, which shows how to begin."""
    page.goto(link)
    page.get_by_label(say("accounts-name"), exact=True).fill("赵管")
    page.get_by_label(say("accounts-new-password")).fill(PASSWORD)
    page.get_by_label(say("accounts-again")).fill(PASSWORD)
    page.get_by_role("button", name=say("accounts-setup-button")).click()
    page.wait_for_url("**/data*")
    page.goto(f"{link.partition('/setup')[0]}/data")
    expect(page.locator(".dp-begin")).to_be_visible()
    expect(page.locator("#first-view")).to_have_count(0)
    assert find_barriers(page) == []


def press(page: Page, name: str, *, sure: bool = False) -> None:
    """Press a button of the page of data, and say that it is meant where it asks."""
    page.locator("#data-body").get_by_role("button", name=name, exact=True).first.click()
    if sure:
        page.locator(".dp-sure").get_by_role("button", name=say("data-browser-yes")).click()


def correct_first_value(page: Page, value: str) -> None:
    """Type over the first figure of the grid, give a reason, and keep the draft, whatever the check remarks."""
    cell = page.locator("#data-figures .ag-row[row-index='0'] [col-id=value]")
    cell.click()
    page.keyboard.type(value)
    page.keyboard.press("Enter")
    expect(page.locator("#data-corrected")).to_have_text(say("data-correct-words-counted", count=1))
    assert find_barriers(page) == []
    page.locator("#data-reason").fill("录错")
    press(page, say("data-correct-keep"))
    expect(page.locator(".dp-tile-changed")).to_contain_text("1")


def read_values(page: Page, address: str, dataset: str) -> dict[str, float]:
    """What everybody gets of the indicator, by county; counties without a figure are left out."""
    query = f"dataset={dataset}&indicator={BEDS}&level=county&year=2020"
    rows = page.request.get(f"{address}/api/v1/values?{query}").json()
    return {row["area_name"]: row["value"] for row in rows if row["area_name"] in FIGURES}
