"""What a reader does with the dialog that makes a picture, in a browser."""

import re
import struct
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import new_page, on_common_screens

pytestmark = pytest.mark.browser

BEDS = "dataset=demo&indicator=medical_beds_per_1000_residents"
READY = {
    "/map": "#atlas-map .choroplethlayer path[d]",
    "/targets": "#targets-table .ag-row",
    "/gap": "#gap-table .ag-row",
    "/county": "#county-profile section",
}


def open_dialog(page: Page, site: str, path: str = "/map", query: str = BEDS) -> None:
    page.goto(f"{site}{path}?{query}")
    page.wait_for_selector(READY[path])
    page.locator("#export-open").click()
    expect(page.locator("#export-dialog")).to_be_visible()


def wait_for_preview(page: Page) -> None:
    expect(page.locator("#export-message")).to_be_empty()
    expect(page.locator("#export-preview")).to_have_attribute("src", re.compile("^blob:"))


def choose(page: Page, control: str, label: str) -> None:
    page.locator(f"#{control}").get_by_text(label, exact=True).click()


def asked(page: Page) -> tuple[str, dict[str, str]]:
    """The path and the query of the picture that would be downloaded."""
    parts = urlsplit(page.locator("#export-save").get_attribute("href") or "")
    return parts.path, {name: values[0] for name, values in parse_qs(parts.query).items()}


def downloaded(page: Page, path: Path) -> Path:
    with page.expect_download() as download:
        page.locator("#export-save").click()
    download.value.save_as(path / download.value.suggested_filename)
    return path / download.value.suggested_filename


def png_size(path: Path) -> tuple[int, int]:
    head = path.read_bytes()[:24]
    assert head.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", head[16:24])
    return width, height


@pytest.mark.parametrize(
    ("size", "dpi", "pixels"),
    [("slide", None, (1920, 1080)), ("a4-landscape", "300 dpi", (3508, 2480)), ("own", "150 dpi", (1000, 800))],
)
def test_the_picture_has_the_pixels_that_were_asked_for(page, site, tmp_path, size, dpi, pixels):
    open_dialog(page, site)
    page.locator("#export-size").select_option(size)
    if dpi:
        choose(page, "export-dpi", dpi)
    if size == "own":
        page.locator("#export-width").fill("1000")
        page.locator("#export-height").fill("800")
    expect(page.locator("#export-pixels")).to_have_text("{} × {} 像素".format(*pixels))
    wait_for_preview(page)
    picture = downloaded(page, tmp_path)
    assert "每千人床位" in picture.name
    assert png_size(picture) == pixels


def test_a_proxy_that_is_busy_in_a_page_of_its_own_is_asked_again(browser, site):
    page = new_page(browser, site)  # not watched: the browser itself notes the refusal on the console
    asked: list[str] = []

    def busy_once(route: Route) -> None:
        asked.append(route.request.url)
        if len(asked) > 1:
            route.continue_()
        else:
            route.fulfill(status=503, headers={"Retry-After": "1"}, body="<html>Service Unavailable</html>")

    page.route("**/export/*.*", busy_once)
    open_dialog(page, site)
    wait_for_preview(page)
    assert len(asked) > 1
    page.close()


def test_the_picture_is_of_the_year_on_the_screen_and_says_who_made_it(page, site):
    page.goto(f"{site}/map?{BEDS}&year=2014")
    page.wait_for_selector(READY["/map"])
    page.locator("body").press("ArrowLeft")
    expect(page).to_have_url(re.compile("year=2013"))
    page.locator("#export-open").click()
    choose(page, "export-grey", "灰度")
    choose(page, "export-format", "PDF")
    page.locator("#export-maker").fill("市统计局")
    page.locator("#export-approval").fill("粤S（2026）1号")
    page.locator("#export-approval").press("Tab")
    expect(page.locator("#export-save")).to_have_attribute("href", re.compile("approval"))
    path, query = asked(page)
    assert path == "/export/map.pdf"
    wanted = {"year": "2013", "size": "slide", "grey": "1", "maker": "市统计局", "approval": "粤S（2026）1号"}
    assert {name: query[name] for name in wanted} == wanted
    expect(page.locator("#export-pixels")).to_have_text("矢量图，放大不失真")


def test_a_slide_has_no_resolution_to_choose_and_a_size_out_of_range_cannot_be_downloaded(page, site):
    open_dialog(page, site)
    expect(page.locator("#export-dpi input").first).to_be_disabled()
    page.locator("#export-size").select_option("a3-portrait")
    expect(page.locator("#export-dpi input").first).to_be_enabled()
    page.locator("#export-size").select_option("own")
    page.locator("#export-width").fill("20")
    expect(page.locator("#export-message")).to_contain_text("400 至 12000")
    expect(page.locator("#export-save")).to_have_class(re.compile("disabled"))


def test_who_waits_for_a_picture_is_told_the_place_until_it_is_there(page, site):
    place = {"status": 202, "json": {"ahead": 2, "message": "前面还有 2 张"}}
    page.route("**/export/**", lambda route: route.fulfill(**place))
    open_dialog(page, site)
    expect(page.locator("#export-message")).to_have_text("前面还有 2 张……")
    page.unroute("**/export/**")
    wait_for_preview(page)
    page.route("**/export/**", lambda route: route.fulfill(**place))
    page.locator("#export-save").click()
    expect(page.locator("#export-save")).to_have_text("前面还有 2 张")
    with page.expect_download():
        page.unroute("**/export/**")
    expect(page.locator("#export-save")).to_have_text("下载图片")


def test_the_maker_is_remembered_across_pages_and_the_approval_is_not(page, site):
    open_dialog(page, site)
    page.locator("#export-maker").fill("市发改局")
    page.locator("#export-approval").fill("粤S（2026）1号")
    page.locator("#export-approval").press("Tab")
    wait_for_preview(page)
    open_dialog(page, site, "/county", "dataset=demo")
    expect(page.locator("#export-maker")).to_have_value("市发改局")
    expect(page.locator("#export-approval")).to_have_value("")


@pytest.mark.parametrize(
    ("path", "kinds"),
    [
        (
            "/map",
            {
                "地图": "map",
                "多年小图": "multiples",
                "同领域指标": "domain",
                "差距图": "gap",
                "排名": "ranking",
                "趋势": "trend",
            },
        ),
        ("/targets", {"目标热力图": "heat"}),
        ("/gap", {"差距图": "gap", "趋势": "trend", "差距分解图": "waterfall"}),
        ("/county", {"县域对比图": "spine"}),
    ],
)
def test_every_page_offers_its_own_pictures_each_at_its_address(page, site, path, kinds):
    # That each can be drawn is held where they are drawn; the previews are not waited for.
    page.route("**/export/*.*", lambda route: route.fulfill(status=202, json={"ahead": 1, "message": "前面还有 1 张"}))
    open_dialog(page, site, path, "dataset=demo")
    assert page.locator("#export-kind label").all_inner_texts() == list(kinds)
    for label, kind in kinds.items():
        choose(page, "export-kind", label)
        expect(page.locator("#export-save")).to_have_attribute("href", re.compile(f"^/export/{kind}.png"))


def test_the_keyboard_opens_the_dialog_stays_in_it_and_escape_leaves_it(page, site):
    page.goto(f"{site}/map?{BEDS}&year=2015")
    page.wait_for_selector(READY["/map"])
    page.locator("#export-open").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#export-dialog")).to_be_visible()
    assert page.evaluate("document.activeElement.closest('.modal') !== null")
    page.keyboard.press("ArrowLeft")  # steps the year on the page, but not behind a dialog
    wait_for_preview(page)
    page.keyboard.press("Escape")
    expect(page.locator("#export-dialog")).to_be_hidden()
    expect(page.locator("#export-open")).to_be_focused()
    assert "year=2015" in page.url


def test_the_dialog_is_whole_on_a_common_screen(page, site):
    open_dialog(page, site)
    wait_for_preview(page)
    for _screen in on_common_screens(page):
        for part in ("#export-preview", "#export-save", "#export-copy", "#export-approval"):
            expect(page.locator(part)).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize(("status", "said"), [(404, "这张图画不出来：no such year"), (422, "请检查制图单位和审图号")])
def test_what_the_server_refuses_is_said_in_place_of_the_preview(fresh_page, site, status, said):
    fresh_page.route(
        "**/export/**", lambda route: route.fulfill(status=200, json={"error": {"message": "no such year"}})
    )
    # A refusal that reaches the browser itself would be noted on the console.
    fresh_page.add_init_script(
        "const fetched = window.fetch; window.fetch = async (url, options) => {"
        " const answer = await fetched(url, options);"
        " if (!String(url).startsWith('/export/')) return answer;"
        f" return new Response(await answer.text(), {{status: {status}}}); }};"
    )
    open_dialog(fresh_page, site)
    expect(fresh_page.locator("#export-message")).to_contain_text(said)
    expect(fresh_page.locator("#export-preview")).to_be_hidden()
    expect(fresh_page.locator("#export-save")).to_have_class(re.compile("disabled"))
