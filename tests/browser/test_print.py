"""Any page prints what is on it, on landscape sheets, with its drawings in their place."""

import re

import pytest
from playwright.sync_api import Page, expect

from layouts.ids import Targets
from layouts.page_paths import PagePath
from tests.browser.conftest import wait_until

pytestmark = pytest.mark.browser

ONE_SHEET = [PagePath.OVERVIEW, PagePath.ATLAS, PagePath.COVERAGE, PagePath.PACKS]
# Texts of a printed page, but for those of drawings, that are smaller than 9 pt.
SMALL = """[...document.querySelectorAll('.shell *')].filter((one) => {
    const hasText = [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!hasText || !one.checkVisibility({visibilityProperty: true})) return false;
    if (one.closest('svg, .visually-hidden, .ov-sign')) return false;
    return parseFloat(getComputedStyle(one).fontSize) * one.currentCSSZoom < 11.95;
}).map((one) => `${one.tagName}.${one.className} ${one.textContent.slice(0, 20)}`)"""
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
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate(SMALL) == []


def test_a_table_that_its_box_cuts_is_printed_wholly_behind_the_page(page: Page, site: str) -> None:
    page.goto(f"{site}{PagePath.TARGETS}?dataset=demo")
    page.locator(f"#{Targets.TABLE} .ag-row").first.wait_for()
    wait_until(page, f"dash_ag_grid.getApi('{Targets.TABLE}').getDisplayedRowCount() > 50")
    sheets = len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))
    assert 3 <= sheets <= 6, "the page and its rows"
    expect(page.locator(".printed-rows")).to_have_count(0)
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    rows = page.evaluate(f"dash_ag_grid.getApi('{Targets.TABLE}').getDisplayedRowCount()")
    expect(page.locator(".printed-rows tbody tr")).to_have_count(rows)
    expect(page.locator(".printed-rows")).not_to_contain_text("](")


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
