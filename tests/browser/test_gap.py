"""What a reader does with the page of the gap, in a browser."""

import json
import re

import pytest
from playwright.sync_api import Page, expect

from layouts.data_ids import DataPage
from layouts.ids import Shell
from tests.browser.conftest import count_questions, on_common_screens, wait_until

pytestmark = pytest.mark.browser

BUSES = "dataset=demo&indicator=buses_per_10000_urban_residents&year=2016"


def open_gap(page: Page, site: str, query: str = "") -> None:
    page.goto(f"{site}/gap?{query}")
    page.wait_for_selector("#gap-inequality table")
    page.wait_for_selector("#gap-table .ag-row")


def title(page: Page):
    return page.locator("#gap-indicator-title")


def test_the_page_opens_full_on_public_figures(page, site):
    open_gap(page, site)
    expect(title(page)).to_have_text("每10万人拥有大专及以上文化程度人数 · 2020年")
    expect(page.locator("#gap-indicator-body")).to_contain_text("均未达到南部的80%")
    expect(page.locator("#gap-path-box")).to_be_visible()
    expect(page.locator("#gap-reference-text")).to_contain_text("珠三角地区 20,484 人/10万人")
    page.locator("#gap-indicator").select_option("aged_65_share")
    expect(page.locator("#gap-indicator-body")).to_contain_text("不评价高低")


def test_public_figures_lack_a_member_and_the_page_says_so(page, site):
    open_gap(page, site, "indicator=medical_beds_per_1000_residents")
    expect(title(page)).to_have_text("每千人床位 · 2020年")
    verdict = page.locator("#gap-table [row-id=medical_beds_per_1000_residents] [col-id=verdict]")
    expect(verdict).to_have_text("缺清城区")
    expect(page.locator("#gap-indicator-body")).to_contain_text("不计算该组平均")
    expect(page.locator("#gap-reference-text")).to_have_text("暂无珠三角地区数据")
    expect(page.locator("#gap-needs-text")).to_have_text("缺清城区，不能推算。")
    expect(page.locator("#gap-path-box")).to_be_hidden()
    expect(page.locator("#shell-ribbon")).to_be_hidden()


def test_from_a_row_to_what_it_takes_and_on_to_the_map(page, site):
    open_gap(page, site, "dataset=demo&domain=health&year=2016")
    expect(page.locator("#shell-ribbon")).to_be_visible()
    page.locator("#gap-table .ag-row", has_text="婴儿死亡率").locator(".ag-cell").first.click()
    expect(title(page)).to_have_text("婴儿死亡率 · 2016年")
    expect(page.locator("#gap-overview")).to_contain_text("婴儿死亡率（逆向折算）")
    expect(page.locator("#gap-path-text")).to_contain_text("注意：2010→2011年")
    expect(page.locator("#gap-needs-text")).to_contain_text("共需减少")
    expect(page.locator("#gap-needs .point")).to_have_count(5)  # four counties and the sum
    page.locator("#gap-goal").get_by_text("政策目标", exact=True).click()
    expect(page.locator("#gap-needs-text")).to_contain_text("＜ 6 ‰")
    expect(page).to_have_url(re.compile("goal=target"))
    page.locator("#gap-indicator-link").click()
    expect(page.locator("#atlas-title")).to_have_text(re.compile("婴儿死亡率.*2016年"))
    expect(page.locator("#gap")).to_be_hidden()


def test_a_copied_address_restores_the_page(page, site):
    open_gap(page, site, "dataset=demo&domain=transport&indicator=village_bus_shelter_share&year=2013&goal=target")
    expect(title(page)).to_have_text("行政村候车亭覆盖率 · 2013年")
    expect(page.locator("#gap-domain")).to_have_value("transport")
    expect(page.locator("#gap-goal input:checked")).to_have_value("target")
    expect(page.locator("#gap-year [role=slider]")).to_have_attribute("aria-valuenow", "2013")
    page.locator("#gap-year [role=slider]").press("ArrowLeft")
    expect(title(page)).to_have_text("行政村候车亭覆盖率 · 2012年")
    expect(page).to_have_url(re.compile("year=2012"))


def test_the_page_is_found_again_as_it_was_left_and_follows_the_dataset(page, site):
    open_gap(page, site, BUSES)
    page.locator("#nav-atlas").click()
    page.wait_for_selector("#atlas-map .choroplethlayer path[d]")
    page.locator("#nav-gap").click()
    expect(page).to_have_url(re.compile("indicator=buses_per_10000_urban_residents"))
    expect(title(page)).to_have_text("城区每万人公交车 · 2016年")
    page.locator("#shell-dataset").select_option("public")
    expect(page).to_have_url(re.compile("dataset=public"))
    expect(page.locator("#gap-reference-text")).to_contain_text("清远市为珠三角地区的 45.2%")


def test_each_gesture_is_one_question(page, site):
    open_gap(page, site, BUSES)
    asked = count_questions(page)
    page.locator("#gap-year [role=slider]").press("ArrowLeft")
    expect(title(page)).to_have_text("城区每万人公交车 · 2015年")
    page.locator("#gap-domain").select_option("health")
    expect(page.locator("#gap-indicator-title")).to_contain_text("每万人全科医生")
    page.locator("#nav-atlas").click()
    page.wait_for_selector("#atlas-map .choroplethlayer path[d]")
    page.locator("#nav-gap").click()
    expect(title(page)).to_contain_text("每万人全科医生")
    assert len([output for output in asked if "gap-shown" in output]) == 2  # coming back asks for nothing


def test_nonsense_in_the_address_is_named_and_ignored(page, site):
    open_gap(page, site, "dataset=demo&indicator=<b>x</b>")
    notice = page.locator("#gap-notice")
    expect(notice).to_contain_text("indicator=<b>x</b>")
    expect(notice.locator("b")).to_have_count(0)


def test_what_was_opened_stays_open_while_the_year_moves(page, site):
    open_gap(page, site, BUSES)
    theil = page.locator("#gap-inequality details", has_text="泰尔指数").first
    expect(theil.locator("code")).to_be_hidden()
    theil.locator("summary").click()
    expect(theil.locator("code")).to_have_text("Σ (xᵢ/Σx) · ln(xᵢ/x̄)")
    counties = page.locator("#gap-indicator-body details")
    counties.locator("summary").click()
    page.locator("#gap-year [role=slider]").press("ArrowLeft")
    expect(title(page)).to_have_text("城区每万人公交车 · 2015年")
    expect(counties).to_have_attribute("open", "")


def test_the_page_scrolls_inside_itself(page, site):
    open_gap(page, site, BUSES)
    page.wait_for_selector("#gap-needs .point")
    for _screen in on_common_screens(page):
        wait_until(page, "gap.scrollWidth === gap.clientWidth")
        assert page.locator("#gap-path-box").bounding_box()["height"] > 200


def test_a_lost_connection_is_said_and_the_question_asked_again(fresh_page, site):
    fresh_page.add_init_script(
        "const send = window.fetch;"
        "window.lost = false;"
        "window.fetch = (...asked) => (window.lost ? Promise.reject(new TypeError('lost')) : send(...asked));"
    )
    open_gap(fresh_page, site, BUSES)
    fresh_page.evaluate("window.lost = true")
    fresh_page.locator("#gap-year [role=slider]").press("ArrowLeft")
    expect(fresh_page.locator("#shell-lost")).to_be_visible()
    fresh_page.evaluate("window.lost = false; window.dispatchEvent(new Event('online'))")
    expect(title(fresh_page)).to_have_text("城区每万人公交车 · 2015年")
    expect(fresh_page.locator("#shell-lost")).to_be_hidden()


def test_what_changes_something_is_not_asked_again(fresh_page, site):
    fresh_page.add_init_script(
        "const send = window.fetch.bind(window); window.sent = 0;"
        "window.fetch = (address, options) => String(address).includes('&changing')"
        " ? (window.sent += 1, Promise.reject(new TypeError('lost'))) : send(address, options);"
    )
    open_gap(fresh_page, site, BUSES)
    body = json.dumps({"output": f"{DataPage.DONE}.data"})
    lost = "(body) => fetch('/_dash-update-component?&changing', {method: 'POST', body}).then(() => false, () => true)"
    assert fresh_page.evaluate(lost, body)
    assert fresh_page.evaluate("window.sent") == 1
    expect(fresh_page.locator(f"#{Shell.LOST}")).to_be_visible()
