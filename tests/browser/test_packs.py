"""What a reader does with the page of packs, in a browser."""

import re

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect
from pptx import Presentation

from tests.browser.conftest import on_common_screens, wait_until

pytestmark = pytest.mark.browser


def open_packs(page: Page, site: str, dataset: str = "public") -> None:
    page.goto(f"{site}/briefing?dataset={dataset}")
    page.wait_for_selector("#pack-indicators fieldset")
    expect(page.locator("#pack-start")).to_be_enabled()


def choose(page: Page, label: str) -> None:
    page.locator("#pack-preset").get_by_text(label, exact=True).click()


def tick_only(page: Page, indicator: str, *outputs: str) -> None:
    """Leave one indicator and the documents named."""
    page.locator("#pack-tick-none").click()
    page.locator("#pack-indicators").get_by_text(indicator, exact=True).click()
    for label in page.locator("#pack-outputs label").all():
        label.set_checked(label.inner_text() in outputs)


def state(page: Page):
    return page.locator(".pack-job .pack-state").first


def test_a_pack_is_made_while_the_page_is_reloaded_and_is_downloaded(page, site, tmp_path):
    open_packs(page, site)
    tick_only(page, "每千人床位", "Excel 数据表")
    page.locator("#pack-maker").fill("市发改局")
    page.locator("#pack-start").click()
    expect(state(page)).to_have_text(re.compile("排队中|正在生成"))
    page.reload()
    expect(state(page)).to_have_text("已完成")
    expect(page.locator(".pack-job").first).to_contain_text("月度汇报 · 公开数据")
    link = page.locator(".pack-job a").first
    expect(page.locator(".pack-job li").first).to_contain_text("KB")
    with page.expect_download() as download:
        link.click()
    assert download.value.suggested_filename.endswith(".xlsx")
    download.value.save_as(tmp_path / "pack.xlsx")
    cells = {cell.value for row in load_workbook(tmp_path / "pack.xlsx")["数值"].iter_rows() for cell in row}
    assert "每千人床位" in cells


def test_a_pack_is_cancelled_and_can_be_made_again(page, site):
    open_packs(page, site, "demo")
    page.locator("#pack-start").click()
    expect(state(page)).to_have_text("正在生成")
    page.locator(".pack-job").first.get_by_role("button", name="取消").click()
    expect(state(page)).to_have_text("已取消")
    page.locator(".pack-job").first.get_by_role("button", name="重新生成").click()
    expect(state(page)).to_have_text(re.compile("排队中|正在生成"))
    page.locator(".pack-job").first.get_by_role("button", name="取消").click()
    expect(state(page)).to_have_text("已取消")


def test_indicators_are_found_and_ticked_domain_by_domain(page, site):
    open_packs(page, site, "demo")
    page.locator("#pack-tick-none").click()
    expect(page.locator("#pack-picked-count")).to_contain_text("已选 0 项")
    expect(page.locator("#pack-estimate")).to_have_text("请至少勾选一项指标。")
    expect(page.locator("#pack-start")).to_be_disabled()
    page.locator("#pack-search").fill("床位")
    page.locator("#pack-tick-all").click()
    found = page.locator("#pack-indicators input[value]:visible").count()
    expect(page.locator("#pack-picked-count")).to_contain_text(f"已选 {found} 项")
    page.locator("#pack-search").fill("没有这个")
    expect(page.locator("#pack-indicators > p")).to_have_text("没有名称含“没有这个”的指标")
    page.locator("#pack-search").fill("")
    page.locator("#pack-indicators legend", has_text="体育").click()
    expect(page.locator("#pack-picked-count")).to_contain_text(f"已选 {found + 6} 项")
    expect(page.locator("#pack-estimate")).to_contain_text(f"约 {3 * (found + 6)} 张图")


def test_each_kind_of_pack_asks_for_what_it_needs(page, site):
    open_packs(page, site, "demo")
    expect(page.locator("#pack-counties")).to_be_hidden()
    choose(page, "县域专报")
    expect(page.locator("#pack-counties input:checked")).to_have_count(8)
    for _screen in on_common_screens(page):
        expect(page.locator("#pack-start")).to_be_in_viewport(ratio=1)
    choose(page, "部门专报")
    expect(page.locator("#pack-counties")).to_be_hidden()
    page.locator("#pack-department").select_option("市卫生局")
    expect(page.locator("#pack-indicators label", has_text="每千人床位")).to_be_visible()
    choose(page, "年度评估")
    expect(page.locator("#pack-years input:checked")).to_have_count(2)


def test_a_file_that_is_no_template_is_refused_and_a_template_can_be_removed(page, site, tmp_path):
    (tmp_path / "红头.doc").write_bytes(b"\xd0\xcf\x11\xe0 an old document")
    (tmp_path / "大.pptx").write_bytes(b"\0" * 300_001)
    Presentation().save(str(tmp_path / "红头.pptx"))
    open_packs(page, site)
    upload, note = page.locator("#pack-template input"), page.locator("#pack-template-note")
    upload.set_input_files(tmp_path / "红头.doc")
    expect(note).to_contain_text("“红头.doc”不是能打开的 PPTX 或 DOCX 文件")
    upload.set_input_files(tmp_path / "大.pptx")
    expect(note).to_contain_text("“大.pptx”超过 0.3 MB；更大的模板")
    upload.set_input_files(tmp_path / "红头.pptx")
    expect(note).to_have_text("PowerPoint 演示文稿 模板：红头.pptx")
    page.locator("#pack-template-remove").click()
    expect(note).to_have_text("不用模板时按本系统的样式")
    expect(page.locator("#pack-template-remove")).to_be_hidden()


def test_the_unit_is_the_one_of_the_pictures_and_is_remembered(page, site):
    open_packs(page, site)
    page.locator("#pack-maker").fill("市统计局")
    page.locator("#pack-maker").press("Tab")
    page.locator("#nav-county").click()
    page.wait_for_selector("#county-profile section")
    page.locator("#export-open").click()
    expect(page.locator("#export-maker")).to_have_value("市统计局")
    wait_until(page, "Object.values(localStorage).some((kept) => kept.includes('市统计局'))")
    open_packs(page, site, "demo")
    expect(page.locator("#pack-maker")).to_have_value("市统计局")


def test_the_page_without_a_picture_has_no_button_for_one_and_keeps_its_dataset(page, site):
    open_packs(page, site, "demo")
    expect(page.locator("#export-open")).to_be_hidden()
    expect(page.locator("#shell-dataset")).to_have_value("demo")
    page.locator("#shell-dataset").select_option("public")
    expect(page).to_have_url(re.compile("dataset=public"))
    expect(page.locator("#pack-picked-count")).to_contain_text("共 69 项")
