"""A storyboard is collected by keyboard, put in order, mended and handed on as a link."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
PAGES = {"gap": "#gap-indicator-title", "county": "#county h2", "targets": "#targets .ag-row"}  # and what stands there


def collect(page, site):
    """Open pages and press the key on each."""
    page.goto(f"{site}/gap?dataset=demo&year=2016")
    for number, (name, sign) in enumerate(PAGES.items(), start=1):
        page.locator(f"#nav-{name}").click()
        expect(page.locator(sign).first).not_to_be_empty()
        page.keyboard.press("s")
        expect(page.locator("#storyboard-told")).to_contain_text(f"第{number}页")


def open_panel(page):
    page.locator("#storyboard-menu summary").press("Enter")
    page.get_by_role("button", name="打开故事板").press("Enter")
    return page.get_by_role("dialog", name="故事板")


def titles(panel):
    return panel.get_by_label(re.compile("页标题"))


def test_views_are_collected_put_in_order_mended_and_handed_on_as_a_link(page, site):
    collect(page, site)
    page.get_by_role("button", name="写备注").press("Enter")
    panel = page.get_by_role("dialog", name="故事板")
    expect(panel.get_by_label("第3页备注")).to_be_focused()
    page.keyboard.type("<b>最后</b>讲")
    panel.get_by_label("第3页备注").press("Alt+ArrowUp")
    expect(panel.get_by_label("第2页备注")).to_be_focused()
    expect(panel.get_by_label("第2页备注")).to_have_value("<b>最后</b>讲")
    page.keyboard.press("Escape")
    expect(panel).to_have_count(0)

    aged = 'localStorage["junheng-storyboards"].replace(/(gap[^"]*)year=2016/, "$1year=1999")'
    page.evaluate(f'localStorage["junheng-storyboards"] = {aged}')
    page.reload()
    panel = open_panel(page)
    expect(panel).to_contain_text("年份“1999”已不可用，最接近的是“2016”。")
    panel.get_by_role("button", name="改用最接近的页面").press("Enter")
    expect(panel).not_to_contain_text("已不可用")
    expect(titles(panel).nth(1)).to_have_value("目标进度，2016年")
    expect(titles(panel).nth(2)).to_have_value(re.compile("[县市区]$"))
    page.evaluate("window.junheng.copyText = async (text) => { window.copied = text; }")
    panel.get_by_role("button", name="复制链接").press("Enter")
    expect(panel.get_by_role("status")).to_contain_text("内含全部3页")
    link = page.evaluate("window.copied")
    page.evaluate("window.localStorage.clear()")

    other = page.context.new_page()
    other.goto(link[:-20])
    panel = other.get_by_role("dialog", name="故事板")
    expect(panel.get_by_role("status")).to_contain_text("内容不完整，后半部分缺失")
    other.goto(link)
    expect(panel.get_by_label("第2页备注")).to_have_value("<b>最后</b>讲")
    panel.get_by_role("button", name="放映").press("Enter")
    expect(other).to_have_url(re.compile(r"/gap\?dataset=demo.*year=2016"))
    expect(other.locator("#gap")).to_be_visible()
    other.close()
