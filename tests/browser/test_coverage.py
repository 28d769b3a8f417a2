"""What a reader does with the page of facilities, in a browser."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import on_common_screens, wait_until

pytestmark = pytest.mark.browser

HOSPITALS = "dataset=demo&type=township_hospital&year=2016"
TRACES = ("uncovered", "covered")


def open_coverage(page: Page, site: str, query: str, heading: str) -> None:
    page.goto(f"{site}/service?{query}")
    expect(page.locator("#coverage-title")).to_contain_text(heading)
    page.wait_for_selector("#coverage-map .scatterlayer path.point")


def share_of_city(page: Page):
    return page.locator(".cv-tile strong").first


def of_indicator(page: Page, site: str, type_: str, year: int) -> str:
    """The share of the city as the machine's address tells it."""
    query = f"dataset=demo&indicator={type_}_share_within&level=city&year={year}"
    (record,) = page.request.get(f"{site}/api/v1/values?{query}").json()
    return f"{record['value']:.1f}%"


def test_the_number_of_the_indicator_is_on_the_page_and_follows_year_and_type(page, site):
    open_coverage(page, site, HOSPITALS, "卫生院 · 2016年 · 10公里以内")
    expect(share_of_city(page)).to_have_text(of_indicator(page, site, "township_hospital", 2016))
    expect(page.locator("#coverage-title")).to_contain_text("居民位置为估计")
    page.locator("#cv-year").select_option("2012")
    expect(page.locator("#coverage-title")).to_contain_text("卫生院 · 2012年 · 10公里以内")
    expect(page).to_have_url(re.compile("type=township_hospital&year=2012"))
    page.locator("#cv-type").select_option("hospital")
    expect(page.locator("#coverage-title")).to_contain_text("医院 · 2012年")
    expect(share_of_city(page)).to_have_text(of_indicator(page, site, "hospital", 2012))
    page.go_back()
    expect(page.locator("#coverage-title")).to_contain_text("卫生院 · 2012年")
    expect(page.locator("#cv-type")).to_have_value("township_hospital")
    page.go_back()
    expect(page.locator("#coverage-title")).to_contain_text("卫生院 · 2016年")
    page.go_forward()
    expect(page.locator("#coverage-title")).to_contain_text("卫生院 · 2012年")


def test_public_figures_have_no_facilities_and_the_page_says_what_to_do(page, site):
    page.goto(f"{site}/service")
    block = page.locator("#coverage-blocked")
    expect(block).to_contain_text("这个数据集没有设施点")
    expect(block.get_by_text("导入设施")).to_have_attribute("href", "/data?step=file&kind=facilities")
    expect(page).to_have_url(re.compile("dataset=public"))
    block.get_by_text("先看演示数据").click()
    expect(page.locator("#shell-dataset")).to_have_value("demo")
    expect(page.locator("#coverage-title")).to_contain_text("卫生院 · 2016年")
    expect(block).to_be_hidden()
    expect(page.locator("#shell-ribbon")).to_be_visible()


def test_the_map_is_clicked_enlarged_and_marked(page, site):
    open_coverage(page, site, HOSPITALS, "卫生院 · 2016年 · 10公里以内")
    uncovered, covered = (page.locator(f"#coverage-legend [data-trace={trace}] path") for trace in TRACES)
    expect(uncovered).to_have_count(1)
    assert uncovered.get_attribute("d") != covered.get_attribute("d"), "the legend shows the marks of the map"

    page.evaluate("() => { window.found = []; window.junheng.coverageMap.onClick((told) => window.found.push(told)); }")
    place = page.locator("#coverage-map").bounding_box()
    page.mouse.click(place["x"] + place["width"] / 2, place["y"] + place["height"] / 2)
    wait_until(page, "window.found.length === 1")
    (found,) = page.evaluate("window.found")
    assert 111.9 < found["lon"] < 113.9
    assert 23.4 < found["lat"] < 25.2

    scale = page.locator("#coverage .map-scale-bar")
    expect(scale).to_have_text(re.compile("公里"))
    whole = scale.inner_text()
    for _ in range(3):
        page.locator("#coverage [data-zoom=in]").click()
    expect(scale).not_to_have_text(whole)
    page.locator("#coverage [data-zoom=reset]").click()
    expect(scale).to_have_text(whole)

    marks = page.locator("#coverage-map .scatterlayer path.point")
    before = marks.count()
    page.locator(".cv-worst-card tr[data-lon]").first.click()
    expect(marks).to_have_count(before + 1)
    page.get_by_text("离得最远", exact=True).click()
    expect(page.locator("[data-list=residents]")).to_be_hidden()
    expect(page.locator("[data-list=distance] tr[data-lon]").first).to_be_visible()


def test_the_map_fits_the_screen_and_can_be_had_as_a_picture(page, site):
    open_coverage(page, site, HOSPITALS, "卫生院 · 2016年 · 10公里以内")
    for width, _height in on_common_screens(page):
        assert page.locator("#coverage-map").bounding_box()["width"] > 0.4 * width
    page.locator("#export-open").click()
    expect(page.locator("#export-preview")).to_be_visible()
    expect(page.locator("#export-save")).to_have_attribute(
        "href", re.compile("/export/coverage.png.*township_hospital")
    )


def test_the_page_leads_to_the_map_and_is_found_again(page, site):
    open_coverage(page, site, HOSPITALS, "卫生院 · 2016年 · 10公里以内")
    page.locator("#coverage-controls a").click()
    expect(page.locator("#atlas-title")).to_have_text(re.compile("卫生院10公里内居民比例.*2016年"))
    page.locator("#nav-coverage").click()
    expect(page.locator("#coverage-title")).to_contain_text("卫生院 · 2016年 · 10公里以内")
    expect(page).to_have_url(re.compile("/service\\?.*type=township_hospital"))


def test_nonsense_in_the_address_is_named_and_ignored(page, site):
    open_coverage(page, site, "dataset=demo&type=<b>x</b>", "卫生院 · 2016年 · 10公里以内")
    message = page.locator("#coverage-message")
    expect(message).to_contain_text("type=<b>x</b>")
    expect(message.locator("b")).to_have_count(0)
