"""What the leading group does with the page of targets, in a browser."""

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

BEDS = ".ag-row[row-id='a12-medical-beds-2016']"


def open_targets(page: Page, site: str, query: str = "dataset=demo&year=2014") -> None:
    page.goto(f"{site}/targets?{query}")
    page.wait_for_selector("#targets-table .ag-row")


def test_from_the_summary_to_a_targets_map_and_back(page, site):
    open_targets(page, site, "dataset=demo&year=2016&article=12")
    expect(page.locator("#targets-tiles .tile").first).to_contain_text("已达到")
    row = page.locator(f"#targets-table {BEDS}")
    row.locator(".ag-cell").nth(1).click()
    detail = page.locator("#targets-detail")
    expect(detail).to_contain_text("每千人口病床数达到4张以上")
    detail.get_by_role("link").click()
    expect(page.locator("#atlas-title")).to_contain_text("每千人床位")
    expect(page.locator("#atlas-method")).to_have_value("target")
    expect(page.locator("#atlas-legend")).to_contain_text("≥4张")
    page.go_back()
    expect(page.locator("#targets-table")).to_be_visible()
    expect(page.locator("#atlas")).to_be_hidden()
    expect(page.locator("#targets-article")).to_have_value("12")


def test_filters_narrow_the_list_and_stand_in_the_address(page, site):
    open_targets(page, site)
    page.locator("#targets-status").select_option("missed")
    expect(page).to_have_url(re.compile("status=missed"))
    expect(page.locator("#targets-table .ag-row").first).to_contain_text("到期未达")
    page.reload()
    expect(page.locator("#targets-status")).to_have_value("missed")


def test_the_dataset_follows_from_page_to_page(page, site):
    open_targets(page, site)
    page.locator("#nav-atlas").click()
    expect(page.locator("#shell-dataset")).to_have_value("demo")
    expect(page.locator("#shell-ribbon")).to_be_visible()


def test_public_degrades_to_no_data_and_to_what_was_said(page, site):
    open_targets(page, site, "dataset=public")
    expect(page.locator("#targets-tiles .tile", has_text="暂无数据")).to_contain_text("102")
    expect(page.locator("#targets-table .ag-row", has_text="到期未达（陈述）")).to_have_count(2)


def test_every_tab_is_drawn(page, site):
    open_targets(page, site)
    for tab in ("各县热力图", "牵头部门", "时间线", "综合指数"):
        page.get_by_role("tab", name=tab).click()
        drawn = page.locator("#targets .tabbed-panel:not([hidden])").locator(".svg-container, .index-table")
        expect(drawn.first).to_be_visible()
