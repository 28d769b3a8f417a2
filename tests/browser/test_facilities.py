"""What a reader does with facility points on the atlas, in a browser."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import wait_until
from tests.browser.test_atlas import BEDS, open_view, title

pytestmark = pytest.mark.browser

MARKED = "document.querySelector('#atlas-map .js-plotly-plot').data"


def on_the_map(page: Page) -> int:
    """How many facilities the map shows, those inside clusters counted."""
    counted: int = page.evaluate(
        f"""() => {{
            const trace = (name) => {MARKED}.find((each) => each.name === name);
            const clusters = trace("facility-clusters").text.map(Number);
            return trace("facility-points").lon.length + clusters.reduce((sum, count) => sum + count, 0);
        }}"""
    )
    return counted


def choose_types(page: Page, *names: str) -> None:
    page.locator("#atlas-facility-choice summary").click()
    for name in names:
        page.locator(".facility-option", has_text=re.compile(rf"^{name}\d+$")).click()
    page.keyboard.press("Escape")


def legend(page: Page, name: str):
    return page.locator("#atlas-facility-legend .legend-entry", has_text=name).locator(".legend-count")


def test_facilities_are_chosen_stepped_through_the_years_and_found(page, site):
    open_view(page, site, BEDS)
    choose_types(page, "卫生院", "村卫生站")
    expect(legend(page, "卫生院")).to_have_text("85")
    expect(legend(page, "村卫生站")).to_have_text("1021")
    wait_until(page, f"{MARKED}.find((each) => each.name === 'facility-clusters').text.length > 0")
    assert on_the_map(page) == 85 + 1021
    expect(page).to_have_url(re.compile("facilities=township_hospital%2Cvillage_clinic"))

    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.locator("body").press("ArrowLeft")
    expect(title(page)).to_contain_text("2015年")
    expect(legend(page, "村卫生站")).to_have_text("1000")
    assert on_the_map(page) == 85 + 1000
    assert asked == []

    page.get_by_role("tab", name="设施").click()
    page.locator("#atlas-facility-search").fill("星子 卫生院")
    expect(page.locator("#atlas-facility-state")).to_contain_text("找到 1个")
    page.locator("#atlas-facility-list .ag-row .ag-cell", has_text="星子镇卫生院").first.click()
    wait_until(page, f"{MARKED}.find((each) => each.name === 'facility-found').lon.length === 1")
    assert on_the_map(page) < 200  # the map came closer


def test_a_cluster_opens_on_a_click_and_the_whole_map_comes_back(page, site):
    open_view(page, site, f"{BEDS}&facilities=village_clinic")
    cluster = page.locator("#atlas-map .scatterlayer .trace:has(.point)").last.locator(".point").first
    expect(cluster).to_be_visible()
    before = on_the_map(page)
    cluster.click(force=True)
    wait_until(page, "document.querySelector('#atlas-map .js-plotly-plot').layout.geo.projection.scale > 1.1")
    assert on_the_map(page) < before
    page.locator(".atlas-map-card [data-zoom=reset]").click()
    wait_until(page, "!document.querySelector('#atlas-map .js-plotly-plot').layout.geo.projection.scale")
    assert on_the_map(page) == before
    expect(page.locator("#atlas-selection-text")).to_contain_text("点击地图")  # a cluster is no area


def test_two_years_show_their_own_facilities(page, site):
    open_view(page, site, f"{BEDS}&compare=years&other_year=2010&facilities=village_clinic")
    expect(legend(page, "村卫生站")).to_have_text("894")  # the earlier year stands left
    expect(page.locator("#atlas-other-facility-legend .legend-count")).to_have_text("1021")


def test_counties_are_counted_and_the_picture_shows_what_the_map_does(page, site):
    open_view(page, site, f"{BEDS}&facilities=township_hospital")
    page.get_by_role("tab", name="设施").click()
    page.locator("#atlas-facility-tables").get_by_text("分地区").click()
    expect(page.locator("#atlas-facility-counts .ag-row", has_text="英德市")).to_contain_text("24")
    query = page.evaluate("window.location.search.slice(1)")
    with_points, without = (
        page.request.get(f"{site}/export/map.svg?{address}").body().decode()
        for address in (query, query.replace("&facilities=township_hospital", ""))
    )
    assert 'id="facilities"' in with_points
    assert 'id="facilities"' not in without


def test_a_dataset_without_facilities_says_so(page, site):
    open_view(page, site)
    page.locator("#atlas-facility-choice summary").click()
    expect(page.locator("#atlas-facility-options")).to_contain_text("本数据集没有设施点位")
