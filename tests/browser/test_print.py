"""Any page prints what is on it, on landscape sheets, with its drawings in their place."""

import re

import pytest
from playwright.sync_api import Page, expect

from layouts.page_paths import PagePath
from tests.browser.conftest import wait_until

pytestmark = pytest.mark.browser

ONE_SHEET = [PagePath.OVERVIEW, PagePath.ATLAS, PagePath.TARGETS, PagePath.COVERAGE, PagePath.PACKS]
MISFITS = """[...document.querySelectorAll('.js-plotly-plot')].filter((plot) => plot.offsetParent).filter((plot) => {
    const {clientWidth, clientHeight} = plot.parentElement;
    const {width, height} = plot.querySelector('.main-svg').getBoundingClientRect();
    const scale = plot.getBoundingClientRect().width / plot.clientWidth;
    return Math.abs(width - scale * clientWidth) > 2 || Math.abs(height - scale * clientHeight) > 2;
}).map((plot) => plot.parentElement.id)"""


@pytest.mark.parametrize("path", ONE_SHEET)
def test_a_page_prints_on_one_landscape_sheet(page: Page, site: str, path: str) -> None:
    page.goto(f"{site}{path}?dataset=demo")
    page.wait_for_load_state("networkidle")
    pdf = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1
    assert set(re.findall(rb"/MediaBox \[0 0 (\d+)\S* (\d+)", pdf)) == {(b"841", b"594")}
    expect(page.locator("html")).not_to_have_class("is-printing")


def test_a_printed_map_fills_its_place_without_the_controls(page: Page, site: str) -> None:
    page.goto(f"{site}{PagePath.ATLAS}?dataset=demo")
    page.wait_for_load_state("networkidle")
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    for hidden in (".bar", ".controls", ".zoom-buttons"):
        expect(page.locator(hidden).first).to_be_hidden()
    expect(page.locator(".legend").first).to_be_visible()
    assert page.evaluate(MISFITS) == []
    page.emulate_media(media="screen")
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".bar").first).to_be_visible()
    wait_until(page, f"({MISFITS}).length === 0")
