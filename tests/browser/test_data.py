"""What an office does with its own figures, in a browser and with Excel."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import BrowserContext, Locator, Page, expect

from datasets.store.accounts.accounts import AccountRole
from tests.browser.conftest import PEOPLE, add_accounts, log_in, served, watched_page

pytestmark = pytest.mark.browser

COUNTIES = ("清城区", "清新区", "佛冈县", "阳山县", "连山壮族瑶族自治县", "连南瑶族自治县", "英德市", "连州市")
NORTH = COUNTIES[3:6] + COUNTIES[7:]
YEARS = range(2016, 2021)
# Made-up levels of the first year; the north has a tenth less.
INDICATORS = {
    "每千人床位": (4.0, "张"),
    "每千人执业（助理）医师": (2.0, "人"),
    "基本医疗保险参保率": (92.0, "%"),
    "行政村客运通达率": (90.0, "%"),
}
BEDS = "medical_beds_per_1000_residents"


@dataclass(frozen=True)
class Office:
    """A server with an account that may publish."""

    address: str
    page: Page


@pytest.fixture
def office(tmp_path: Path, browser: BrowserContext) -> Iterator[Office]:
    """The program over an empty store, opened by somebody who may publish."""
    add_accounts(tmp_path)
    with served({"FOLDER": str(tmp_path)}) as address, watched_page(browser, address) as page:
        page.goto(f"{address}/login?next=/data")
        log_in(page, PEOPLE[AccountRole.PUBLISHER])
        page.wait_for_url(f"{address}/data")
        yield Office(address, page)


def filled(template: Path, to: Path, *, faults: bool) -> Path:
    """The template with four indicators of eight counties in five years; two of its cells are wrong with ``faults``."""
    book = load_workbook(template)
    sheet = book.worksheets[0]
    place = {cell.value: cell.column for cell in sheet[1]}
    rows = [(name, county, year) for name in INDICATORS for county in COUNTIES for year in YEARS]
    for number, (name, county, year) in enumerate(rows, start=2):
        level, unit = INDICATORS[name]
        value = round(level * (0.9 if county in NORTH else 1) * (1 + (year - 2016) / 100), 2)
        row = {"地区": county, "年份": year, "指标": name, "数值": value, "单位": unit}
        for heading, text in (row | {"数据性质": "转录", "来源": "测试用，虚构"}).items():
            sheet.cell(number, place[heading], text)
    if faults:
        sheet.cell(5, place["数值"], "4.O8")
        sheet.cell(9, place["地区"], "清原县")
    book.save(to)
    return to


def download(page: Page, text: str, to: Path) -> Path:
    with page.expect_download() as started:
        page.get_by_text(text, exact=True).first.click()
    started.value.save_as(to)
    return to


def upload(page: Page, file: Path) -> None:
    page.locator("#dp-file").set_input_files(file)
    expect(step(page)).to_contain_text("核对列")


def step(page: Page):
    return page.locator(".dp-step-on")


def act(page: Page, name: str) -> None:
    """Press a button that asks whether it is meant, and say yes."""
    page.locator("#data-body").get_by_role("button", name=name, exact=True).first.click()
    page.locator(".dp-sure").get_by_role("button", name="确定").click()


def api_value(office: Office, dataset: str, county: str) -> float | None:
    query = f"dataset={dataset}&indicator={BEDS}&level=county&year=2020"
    rows = office.page.request.get(f"{office.address}/api/v1/values?{query}").json()
    return next((row["value"] for row in rows if row["area_name"] == county), None)


def to_draft(office: Office, file: Path) -> None:
    """From an uploaded file without errors to the draft."""
    page = office.page
    upload(page, file)
    page.get_by_role("button", name="检查匹配").click()
    expect(page.locator(".dp-headline")).to_contain_text("全部可以导入")
    page.get_by_role("button", name="存为草稿").click()
    expect(step(page)).to_contain_text("草稿")


def answer_and_take_back(page: Page, errors: Locator) -> None:
    """One answer for all rows that name a county so; taken back, the fault is there again."""
    expect(errors).to_have_count(2)
    causes = page.locator("#data-causes")
    causes.get_by_role("button", name="全部按清新区处理").click()
    expect(errors).to_have_count(1)
    causes.get_by_role("button", name="撤销").click()
    expect(errors).to_have_count(2)


def test_a_yearbook_is_loaded_corrected_published_and_taken_back(office, tmp_path):
    page = office.page
    page.locator("#data-tabs").get_by_text("导入").click()
    template = download(page, "下载模板", tmp_path / "template.xlsx")
    page.locator("#data-new-name").fill("本市年鉴")

    # Two planted faults are named with row and column.
    upload(page, filled(template, tmp_path / "first.xlsx", faults=True))
    page.get_by_role("button", name="检查匹配").click()
    expect(step(page)).to_contain_text("匹配报告")
    errors = page.locator("tr[data-severity=error]")
    answer_and_take_back(page, errors)
    expect(errors.filter(has_text="4.O8")).to_contain_text(re.compile("第 5 行 E 列"))
    expect(errors.filter(has_text="清原县")).to_contain_text(re.compile("第 9 行 B 列"))
    expect(page.locator(".dp-headline")).to_contain_text("158 条可以导入")
    page.get_by_role("button", name="存为草稿").click()
    expect(page.locator("#data-message")).to_contain_text("还有错误的行")
    page.reload()
    expect(errors).to_have_count(2)

    # The corrected file becomes a draft that nobody else sees.
    page.get_by_text("重新上传改好的文件").click()
    page.locator("#data-new-name").fill("本市年鉴")
    to_draft(office, filled(template, tmp_path / "corrected.xlsx", faults=False))
    expect(page.locator(".dp-tile-added")).to_contain_text("160")
    expect(page.locator("#data-compared")).to_have_attribute("src", re.compile("^blob:"))
    expect(page.locator("#data-compared")).to_have_js_property("complete", True)
    assert page.locator("#data-compared").evaluate("image => image.naturalWidth") > 0
    assert "本市年鉴" not in page.request.get(f"{office.address}/").text()

    # Published, the map and the gap have the new numbers.
    act(page, "发布")
    expect(step(page)).to_contain_text("发布")
    link = page.get_by_text("在地图上查看")
    dataset = re.search(r"dataset=([^&]+)", link.get_attribute("href"))[1]
    assert api_value(office, dataset, "清城区") == 4.16
    link.click()
    expect(page.locator("#atlas-map .js-plotly-plot")).to_be_visible()
    page.goto(f"{office.address}/map?dataset={dataset}&indicator={BEDS}&level=county&year=2020")
    expect(page.locator("#atlas-gap-title")).to_contain_text("89.9%")

    # A second version changes them, and the first one is put in force again.
    changed = load_workbook(tmp_path / "corrected.xlsx")
    for row in changed.worksheets[0].iter_rows(min_row=2, max_row=161):
        if row[3].value == "每千人床位" and row[1].value in NORTH:
            row[4].value = round(row[4].value * 0.8, 2)
    changed.save(tmp_path / "second.xlsx")
    page.goto(f"{office.address}/data?step=file&set={dataset}")
    to_draft(office, tmp_path / "second.xlsx")
    expect(page.locator(".dp-tile-changed")).to_contain_text("20")
    act(page, "发布")
    expect(step(page)).to_contain_text("发布")
    page.goto(f"{office.address}/map?dataset={dataset}&indicator={BEDS}&level=county&year=2020")
    expect(page.locator("#atlas-gap-title")).to_contain_text("71.9%")
    page.goto(f"{office.address}/data?set={dataset}")
    act(page, "撤回这次发布，恢复第 1 版")
    expect(page.locator("#data-message")).to_contain_text("已恢复为第 1 版")
    expect(page.locator(".dp-trail")).to_contain_text("恢复以前的版本")
    page.goto(f"{office.address}/map?dataset={dataset}&indicator={BEDS}&level=county&year=2020")
    expect(page.locator("#atlas-gap-title")).to_contain_text("89.9%")
