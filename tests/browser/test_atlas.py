"""What a reader does with the atlas, in a browser."""

import re

import pytest
from playwright.sync_api import Page, Request, expect

from datasets.city.city import City
from geodata.region import Level
from indicators.classes import ClassScheme
from indicators.definition import Direction
from layouts.figures.colour_scales import class_colours
from layouts.figures.theme import MISSING_HATCH
from tests.browser.conftest import new_page, on_common_screens, wait_until

pytestmark = pytest.mark.browser

FIVE = ClassScheme((1.0, 2.0, 3.0, 4.0))

BEDS = "dataset=demo&indicator=medical_beds_per_1000_residents"


def open_view(page: Page, site: str, query: str = "") -> None:
    page.goto(f"{site}/map?{query}")
    page.wait_for_selector("#atlas-map .choroplethlayer path[d]")


def title(page: Page):
    return page.locator("#atlas-title")


def choose(page: Page, control: str, label: str) -> None:
    page.locator(f"#{control}").get_by_text(label, exact=True).click()


def click_bar(page: Page, name: str) -> None:
    """Click the bar of an area in the ranking."""
    tick = page.locator("#atlas-ranking .ytick", has_text=name).bounding_box()
    assert tick is not None
    page.mouse.click(tick["x"] + tick["width"] + 14, tick["y"] + tick["height"] / 2)


def painted(page: Page, colour: str) -> int:
    """How many areas of the map are painted in a colour."""
    fills = page.eval_on_selector_all(
        "#atlas-map .choroplethlayer path[d]", "paths => paths.map((path) => getComputedStyle(path).fill)"
    )
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return fills.count(f"rgb({red}, {green}, {blue})")


def test_the_atlas_opens_on_a_verdict_of_public_figures_and_what_it_was_before(page, site):
    open_view(page, site)
    expect(title(page)).to_have_text("每10万人拥有大专及以上文化程度人数（人/10万人）· 2020年　清远市各县")
    expect(page.locator("#atlas-ranking .point")).to_have_count(8)
    expect(page.locator("#atlas-ranking")).to_contain_text("15,991 人/10万人")
    expect(page.locator("#atlas-legend .legend-entry", has_text="暂无数据")).to_contain_text("0")
    expect(page.locator("#atlas-gap-title")).to_have_text("北部为南部的 75.3%（县均值）")
    expect(page.locator(".gap-detail").last).to_have_text("距80%线差 4.7 个百分点；2010年为 107.0%")
    page.locator("body").press("ArrowLeft")
    expect(page.locator("#atlas-gap-title")).to_have_text("北部为南部的 107.0%（县均值）")


def test_what_to_know_of_the_figures_is_one_line_that_opens(page, site):
    open_view(page, site, "indicator=education_workers_per_1000")
    notes, caveat = page.locator(".atlas-map-card .map-notes"), page.locator("#atlas-caveat")
    expect(caveat).to_contain_text("不能当作人员配备标准")
    height = caveat.bounding_box()["height"]
    before = page.locator("#atlas-map").bounding_box()
    notes.locator("summary").press("Enter")
    expect(notes).to_have_attribute("open", "")
    wait_until(page, f"document.querySelector('#atlas-caveat').getBoundingClientRect().height > {height}")
    assert page.locator("#atlas-map").bounding_box() == before


def test_of_public_beds_a_county_is_missing(page, site):
    open_view(page, site, "indicator=medical_beds_per_1000_residents")
    expect(title(page)).to_have_text("每千人床位（张）· 2020年　清远市各县")
    for text in ("6.34 张", "5.03 张", "4.96 张", "4.52 张", "4.18 张", "3.47 张", "2.93 张"):
        expect(page.locator("#atlas-ranking")).to_contain_text(text)
    expect(page.locator("#atlas-legend .legend-entry", has_text="暂无数据")).to_contain_text("1")
    expect(page.locator("#atlas-gap-title")).to_have_text("缺清城区")
    expect(page.locator("#shell-ribbon")).to_be_hidden()
    assert [painted(page, colour) for colour in class_colours(FIVE, Direction.HIGHER)] == [1, 1, 2, 2, 1]
    assert painted(page, MISSING_HATCH) == 1
    page.locator("#atlas-explain").click()
    explanation = page.locator("#atlas-explanation-body")
    expect(explanation).to_contain_text("医疗卫生机构床位数 ÷ 常住人口 × 1000")
    expect(explanation).to_contain_text("每千人口病床数达到4张以上")


def test_from_domain_to_two_maps_of_townships(page, site):
    open_view(page, site)
    page.locator("#shell-dataset").select_option("demo")
    expect(page.locator("#shell-ribbon")).to_be_visible()
    choose(page, "atlas-domain", "交通")
    choose(page, "atlas-indicator", "行政村候车亭覆盖率")
    expect(title(page)).to_have_text("行政村候车亭覆盖率（%）· 2016年　清远市各县")
    page.locator("body").press("ArrowLeft")
    expect(title(page)).to_have_text("行政村候车亭覆盖率（%）· 2015年　清远市各县")
    choose(page, "atlas-level", "乡镇级")
    expect(page.get_by_text("示意界线（非法定边界）").first).to_be_visible()
    expect(page.locator("#atlas-ranking .point")).to_have_count(85)
    choose(page, "atlas-compare", "两个年份")
    expect(title(page)).to_have_text("行政村候车亭覆盖率（%）· 2010年　清远市各乡镇")
    expect(page.locator("#atlas-other-title")).to_have_text("行政村候车亭覆盖率（%）· 2015年　清远市各乡镇")
    page.wait_for_selector("#atlas-other-map .choroplethlayer path[d]")


@pytest.mark.parametrize("level", ["county", "township"])
def test_a_visit_takes_few_requests_and_bytes_and_the_next_one_nearly_none(browser, site, level):
    asked: list[Request] = []
    page = new_page(browser, site)
    page.on("requestfinished", lambda request: asked.append(request) if request.url.startswith("http") else None)
    browser.new_cdp_session(page).send("Network.clearBrowserCache")
    for most, most_bytes in ((20, 1_000 * 1024), (8, 60 * 1024)):
        open_view(page, site, f"{BEDS}&level={level}")
        page.locator("#atlas-ranking .point").first.wait_for()
        page.wait_for_load_state("networkidle")
        assert all(request.url.startswith(site) for request in asked)
        over_the_wire = [size for request in asked if (size := received(request)) > 0]  # the others were kept
        assert len(over_the_wire) <= most, [request.url for request in asked]
        assert sum(over_the_wire) < most_bytes
        asked.clear()
    page.close()


def received(request: Request) -> int:
    """Bytes of an answer that came over the wire, head and body."""
    sizes = request.sizes()
    return sizes["responseHeadersSize"] + sizes["responseBodySize"]


def test_arrow_keys_on_the_slider_step_whole_years(page, site):
    open_view(page, site, BEDS)
    handle = page.locator("#atlas-year [role=slider]")
    handle.focus()
    for key, year in (("Home", 2010), ("ArrowRight", 2011), ("ArrowRight", 2012), ("ArrowLeft", 2011), ("End", 2016)):
        handle.press(key)
        expect(handle).to_have_attribute("aria-valuenow", str(year))


def test_names_follow_the_year_that_is_played_to_the_last(page, site):
    open_view(page, site, BEDS + "&year=2012")
    expect(page.locator("#atlas-ranking")).to_contain_text("清新县")
    page.locator("body").press("ArrowRight")
    expect(page.locator("#atlas-ranking")).to_contain_text("清新区")
    for _ in range(2):
        page.locator("body").press("ArrowRight")
    expect(title(page)).to_have_text("每千人床位（张）· 2015年　清远市各县")
    page.locator("#atlas-play").click()
    expect(page.locator("#atlas-play")).to_have_text("暂停")
    expect(title(page)).to_have_text("每千人床位（张）· 2016年　清远市各县")
    expect(page.locator("#atlas-play")).to_have_text("播放")


def test_a_county_is_selected_opened_and_left_again(page, site):
    open_view(page, site, BEDS + "&year=2016")
    click_bar(page, "连州市")
    expect(page.locator("#atlas-selection-text")).to_contain_text("连州市")
    expect(page).to_have_url(re.compile("selected=441882"))
    page.locator("#atlas-open-townships").click()
    expect(title(page)).to_contain_text("连州市各乡镇")
    expect(page.locator("#atlas-ranking .point")).to_have_count(12)
    page.locator("#atlas-close-townships").click()
    expect(page.locator("#atlas-ranking .point")).to_have_count(8)
    expect(page.locator("#atlas-selection-text")).to_contain_text("连州市")
    page.locator("#atlas-unselect").click()
    expect(page.locator("#atlas-selection-text")).to_contain_text("可选中")


def test_a_copied_address_restores_the_view(page, site):
    query = BEDS + "&level=township&year=2012&method=quantiles&classes=4&labels=0"
    open_view(page, site, query)
    expect(title(page)).to_contain_text("2012年")
    expect(page.locator("#atlas-method")).to_have_value("quantiles")
    expect(page.locator("#atlas-classes")).to_have_value("4")
    expect(page.locator("#atlas-labels")).to_have_value("none")
    expect(page.locator("#atlas-map .scatterlayer text")).to_have_count(0)


def test_back_returns_to_the_view_before(page, site):
    open_view(page, site, BEDS)
    choose(page, "atlas-indicator", "每千人执业（助理）医师")
    expect(title(page)).to_contain_text("执业")
    choose(page, "atlas-level", "乡镇级")
    expect(page.locator("#atlas-ranking .point")).to_have_count(85)
    page.go_back()
    expect(page.locator("#atlas-ranking .point")).to_have_count(8)
    expect(title(page)).to_contain_text("执业")
    page.go_back()
    expect(title(page)).to_contain_text("床位")
    page.go_forward()
    expect(title(page)).to_contain_text("执业")


def test_nonsense_in_the_address_is_named_and_ignored(page, site):
    open_view(page, site, "year=abc&mood=<b>good</b>")
    expect(title(page)).to_have_text("每10万人拥有大专及以上文化程度人数（人/10万人）· 2020年　清远市各县")
    notice = page.locator("#shell-notice")
    expect(notice).to_contain_text("year=abc")
    expect(notice).to_contain_text("mood=<b>good</b>")
    expect(notice.locator("b")).to_have_count(0)


def a_gap(city: City) -> tuple[str, int]:
    """An indicator and a year in which one county lacks a demonstration figure that it has the year after."""
    for key, records in city.datasets["demo"].records.items():
        values = records["value"].unstack("year").reindex(city.geography.codes(Level.COUNTY))
        lacking = values.isna().sum()
        for year in lacking.index[:-1]:
            if lacking[year] == 1 and lacking[year + 1] == 0 and not city.indicators[key].yes_no:
                return key, int(year)
    raise LookupError("the demonstration data have no gap")


def test_a_county_is_hatched_only_in_the_year_it_lacks(page, site, city):
    indicator, year = a_gap(city)
    open_view(page, site, f"dataset=demo&indicator={indicator}&year={year}")
    missing = page.locator("#atlas-legend .legend-entry", has_text="暂无数据")
    expect(missing).to_contain_text("1")
    assert painted(page, MISSING_HATCH) == 1
    page.locator("body").press("ArrowRight")
    expect(missing).to_contain_text("0")
    assert painted(page, MISSING_HATCH) == 0


def test_own_breaks_are_drawn_and_unreadable_ones_are_said(page, site):
    open_view(page, site, BEDS)
    page.locator("#atlas-method").select_option("own")
    page.locator("#atlas-breaks").fill("abc")
    page.locator("#atlas-breaks").press("Enter")
    expect(page.locator("#shell-notice")).to_contain_text("无法识别")
    page.locator("#atlas-breaks").fill("3, 4")
    page.locator("#atlas-breaks").press("Enter")
    expect(page.locator("#atlas-legend")).to_contain_text("≥3，<4张")
    expect(page.locator("#atlas-legend .legend-entry")).to_have_count(6)


def test_the_wheel_scrolls_the_page_and_zooms_with_ctrl_and_a_key_brings_the_whole_map_back(page, site):
    open_view(page, site, BEDS)
    scale = "document.querySelector('#atlas-map .js-plotly-plot').layout.geo.projection.scale"
    page.locator("#atlas-map").hover()
    page.mouse.wheel(0, -100)
    expect(page.locator(".atlas-map-card .zoom-hint")).to_have_class("zoom-hint is-shown")
    assert not page.evaluate(scale)
    page.keyboard.down("Control")
    page.mouse.wheel(0, -240)
    page.keyboard.up("Control")
    wait_until(page, f"Math.abs({scale} - 2) < 0.01")
    page.keyboard.press("r")
    wait_until(page, f"!{scale}")


def test_the_table_follows_the_view_and_selects(page, site):
    open_view(page, site, BEDS)
    page.get_by_role("tab", name="表格").click()
    row = page.locator("#atlas-table .ag-row", has_text="阳山县")
    expect(row).to_contain_text("演示")
    row.locator(".ag-cell").first.click()
    expect(page.locator("#atlas-selection-text")).to_contain_text("阳山县")
    expect(row).to_have_class(re.compile("row-selected"))


def test_a_table_of_the_page_is_downloaded_as_the_page_shows_it(page, site):
    """Each page has its own tables in the menu; a link takes the address that the page has when it is used."""
    open_view(page, site, f"{BEDS}&level=township")
    page.get_by_role("tab", name="表格").click()
    expect(page.locator("#atlas-table .ag-row", has_text="石角镇").filter(has_text="佛冈县")).to_have_count(1)
    page.get_by_text("下载表格").click()
    expect(page.locator("#table-menu li:visible")).to_have_count(3)
    with page.expect_download() as download:
        page.locator("#table-menu a[data-table$='values.csv']").click()
    assert "_乡镇级_" in download.value.suggested_filename
    expect(page.locator("#table-menu")).not_to_have_attribute("open", "")


def test_the_table_sorts_values_as_numbers(page, site):
    open_view(page, site, "indicator=resident_population&year=2020")
    page.get_by_role("tab", name="表格").click()
    page.locator("#atlas-table .ag-header-cell", has_text="数值").click()
    first = page.locator("#atlas-table .ag-row[row-index='0']")
    expect(first).to_contain_text("95,136")


def test_an_area_is_pointed_at_and_selected_by_a_click(page, site):
    open_view(page, site, BEDS)
    name = page.locator("#atlas-map .scattergeo text", has_text="英德").bounding_box()
    assert name is not None
    page.mouse.move(name["x"] + 5, name["y"] + 30)
    expect(page.locator("#atlas-map .hoverlayer")).to_contain_text("2016年")
    page.locator("body").press("ArrowLeft")
    expect(title(page)).to_contain_text("2015年")
    expect(page.locator("#atlas-map .hoverlayer")).not_to_contain_text("2016年")
    page.mouse.click(name["x"] + name["width"] / 2, name["y"] + 30)
    expect(page.locator("#atlas-selection-text")).to_contain_text("英德市")


def test_a_level_that_gave_way_is_said_and_the_notice_can_be_closed(page, site):
    open_view(page, site, BEDS + "&level=township")
    choose(page, "atlas-indicator", "婴儿死亡率")
    notice = page.locator("#shell-notice")
    expect(notice).to_contain_text("已换为县级")
    notice.get_by_title("关闭提示").click()
    expect(notice).to_be_empty()


def test_two_years_show_what_changed_in_map_and_ranking_whichever_is_moved_past_the_other(page, site):
    open_view(page, site, f"{BEDS}&compare=years&year=2016&other_year=2011")
    years = [page.locator(f"#{id_}") for id_ in ("atlas-title", "atlas-other-title")]
    expect(years[0]).to_contain_text("2011年")
    expect(years[1]).to_contain_text("2016年")
    page.wait_for_selector("#atlas-change-map .choroplethlayer path[d]")
    expect(page.locator("#atlas-change-title")).to_contain_text("可比的8个地区都改善")
    expect(page.locator("#atlas-change-subtitle")).to_contain_text("2011—2016年变化")
    expect(page.locator("#atlas-change-legend .legend-entry", has_text="≥+")).not_to_have_count(0)
    expect(page.locator("#atlas-ranking .bartext").first).to_contain_text("+")
    expect(page.locator("#atlas-gap-title")).to_contain_text("差距")
    slider = page.locator("#atlas-year [role=slider]")
    slider.focus()
    slider.press("End")
    expect(years[0]).to_contain_text("2016年")
    slider.press("ArrowLeft")
    expect(years[0]).to_contain_text("2015年")
    expect(page.locator("#atlas-change-subtitle")).to_contain_text("2015—2016年变化")
    assert "year=2015" in page.url
    assert "other_year=2016" in page.url
    page.locator("#atlas-other-year [role=slider]").press("ArrowLeft")
    expect(page.locator("#atlas-change-title")).to_contain_text("同一年")


def test_an_opened_county_compares_its_townships_and_backspace_leads_back(page, site):
    heading = page.locator("#atlas-gap-heading")
    open_view(page, site, f"{BEDS}&year=2016&within=441882&level=township")
    expect(heading).to_have_text("连州市各乡镇之间")
    expect(page.locator("#atlas-gap-title")).to_contain_text("12个乡镇中6个低于连州市水平（3.94 张）")
    expect(page.locator("#atlas-gap-detail")).to_contain_text("相差 3.14 张")
    expect(page.locator("#atlas-gap .scatterlayer .point")).to_have_count(12)
    page.locator("body").press("Backspace")
    expect(heading).to_have_text("北部与南部的差距")
    expect(page.locator("#atlas-gap-title")).to_contain_text("北部为南部的")


def test_a_selection_can_be_opened_while_comparing(page, site):
    open_view(page, site, BEDS + "&compare=years&selected=441882")
    page.locator("#atlas-open-townships").click()
    expect(title(page)).to_contain_text("连州市各乡镇")


@pytest.mark.parametrize("query", ["", BEDS + "&level=township", BEDS + "&compare=years"])
def test_nothing_is_cut_off_on_a_common_screen(page, site, query):
    open_view(page, site, query)
    assert len(list(on_common_screens(page))) == 2
