"""What a reader does with the profile of a county, in a browser."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import on_common_screens, wait_until

pytestmark = pytest.mark.browser

LIANZHOU = "dataset=demo&county=441882&year=2014"


def open_profile(page: Page, site: str, query: str = "") -> None:
    page.goto(f"{site}/county?{query}")
    page.wait_for_selector("#county-profile .profile-head")


def head(page: Page):
    return page.locator("#county-profile .profile-head")


def key_figure(page: Page, name: str):
    return page.locator(".key-figure", has=page.get_by_text(name, exact=True))


def test_a_copied_address_restores_the_profile(page, site):
    open_profile(page, site, LIANZHOU)
    expect(head(page)).to_contain_text("连州市")
    expect(head(page)).to_contain_text("2014年")
    expect(head(page)).to_contain_text("演示数据")
    expect(page.locator("#county-county")).to_have_value("441882")
    expect(page.locator("#county-year")).to_have_value("2014")
    expect(page.locator(".spine-chart svg.main-svg").first).to_be_visible()


def test_the_public_profile_opens_with_a_county_of_many_figures(page, site):
    open_profile(page, site)
    expect(page).to_have_url(re.compile(r"/county\?dataset=public&county=441823&year=2020$"))
    expect(key_figure(page, "常住人口")).to_contain_text("367,175")
    expect(key_figure(page, "每千人床位")).to_contain_text("第4位，共7个")


def test_a_public_profile_says_what_is_missing(page, site):
    open_profile(page, site, "county=441802")
    expect(key_figure(page, "每千人床位")).to_contain_text("暂无数据")
    expect(key_figure(page, "常住人口")).to_contain_text("1,119,901")
    page.locator("#county-county").select_option("441882")
    expect(key_figure(page, "每千人床位")).to_contain_text("全市 暂无数据")
    expect(key_figure(page, "每千人床位")).to_contain_text("共7个")


def test_the_name_follows_the_year_and_the_address_the_controls(page, site):
    open_profile(page, site, "dataset=demo&county=441803&year=2013")
    expect(head(page)).to_contain_text("清新区")
    page.locator("#county-year").select_option("2012")
    expect(head(page)).to_contain_text("清新县")
    expect(page.locator("#county-county option:checked")).to_have_text("清新县")
    expect(page).to_have_url(re.compile("county=441803&year=2012"))


def test_an_indicator_leads_to_its_map_and_back(page, site):
    open_profile(page, site, LIANZHOU)
    page.locator(".key-figure").get_by_text("每千人床位", exact=True).click()
    expect(page.locator("#atlas-title")).to_have_text("每千人床位（张）· 2014年　清远市各县")
    expect(page.locator("#atlas-selection-text")).to_contain_text("连州市")
    page.go_back()
    expect(head(page)).to_be_visible()
    expect(page).to_have_url(re.compile(re.escape(f"/county?{LIANZHOU}")))


def test_nonsense_in_the_address_is_named_and_ignored(page, site):
    open_profile(page, site, "county=<b>9</b>&dataset=demo&year=1999")
    notice = page.locator("#county-notice")
    expect(notice).to_contain_text("county=<b>9</b>")
    expect(notice).to_contain_text("year=1999")
    expect(notice.locator("b")).to_have_count(0)
    expect(head(page)).to_contain_text("2016年")


@pytest.mark.parametrize(
    ("query", "sheets"),
    [("dataset=demo&county=441881&year=2016", 7), ("dataset=public&county=441802&year=2020", 5)],
)
def test_it_prints_on_upright_sheets_without_the_controls(page, site, query, sheets):
    open_profile(page, site, query)
    page.wait_for_selector(".spine-chart svg.main-svg")
    pdf = page.pdf(prefer_css_page_size=True, print_background=True)
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) in (sheets - 1, sheets), "type is 9 points and more; fonts differ"
    assert set(re.findall(rb"/MediaBox \[0 0 (\d+)\S* (\d+)", pdf)) == {(b"594", b"841")}
    page.emulate_media(media="print")
    for hidden in (".bar", ".county-controls"):
        expect(page.locator(hidden)).to_be_hidden()
    expect(head(page)).to_be_visible()
    mark = page.evaluate("getComputedStyle(document.querySelector('.shell'), '::after').backgroundImage")
    assert ("demonstration." in mark) == ("demo" in query), "what is fixed stands on every printed sheet"


def test_the_page_scrolls_inside_itself(page, site):
    open_profile(page, site, LIANZHOU)
    for _screen in on_common_screens(page):
        wait_until(page, "county.scrollWidth === county.clientWidth")


def test_weights_of_likeness_are_typed_on_the_page_and_stand_in_the_address(page, site):
    open_profile(page, site, "dataset=public&county=441825&year=2020")
    alike = page.locator(".alike-table tbody tr")
    expect(page.locator(".places-table tr", has_text="住房内有管道自来水的家庭户比重")).to_contain_text("/ 124")
    expect(alike).to_have_count(11)
    expect(alike.nth(1)).to_contain_text("连南瑶族自治县")
    weight = page.locator('.weight[name="population"]')
    weight.fill("0")
    weight.press("Tab")
    expect(page).to_have_url(re.compile("weights=population%3A0$"))
    expect(alike.nth(1)).to_contain_text("城步苗族自治县")
    expect(page.locator('.weight[name="density"]')).to_be_focused()
    page.reload()
    expect(alike.nth(1)).to_contain_text("城步苗族自治县")
    expect(weight).to_have_value("0")
    weight.fill("-1")
    weight.press("Tab")
    expect(page.locator(".weight:invalid")).to_have_count(1)
    expect(alike.nth(1)).to_contain_text("城步苗族自治县")
    page.locator(".reset-weights").click()
    expect(page).to_have_url(re.compile("year=2020$"))
    expect(alike.nth(1)).to_contain_text("连南瑶族自治县")
    page.locator("#shell-dataset").select_option("demo")
    expect(page.locator(".alike-table")).to_have_count(0)


def test_weights_that_cannot_be_used_are_named_and_ignored(page, site):
    open_profile(page, site, "dataset=public&county=441825&year=2020&weights=happiness:1")
    expect(page.locator("#county-notice")).to_contain_text("weights=happiness:1")
    expect(page).to_have_url(re.compile("year=2020$"))
    expect(page.locator(".alike-table tbody tr").nth(1)).to_contain_text("连南瑶族自治县")
