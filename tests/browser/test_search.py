"""The search by the keyboard alone, and what a reader who does not see it is told."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_access import find_barriers, open_page

pytestmark = pytest.mark.browser


def test_words_open_the_view_that_they_name(page: Page, site: str) -> None:
    open_page(page, site, "/map")
    page.keyboard.press("Control+k")
    dialog = page.get_by_role("dialog")
    field = page.get_by_role("combobox", name="搜索")
    expect(dialog.get_by_role("option", name="总览")).to_be_visible()
    field.fill("连南 床位 2016")
    chosen = dialog.get_by_role("option", selected=True)
    expect(chosen).to_contain_text("连南瑶族自治县 · 每千人床位")
    expect(chosen.locator("mark").first).to_have_text("连")
    assert field.get_attribute("aria-activedescendant") == chosen.get_attribute("id")
    assert find_barriers(page) == []
    field.fill("<img src=x>")
    expect(page.get_by_role("status").filter(has_text="<img src=x>")).to_be_visible()
    field.fill("gap health 2014")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/gap\?dataset=demo&domain=health.*year=2014"))
    page.keyboard.press("Control+k")
    expect(dialog.get_by_role("option", selected=True)).to_contain_text("南北差距 2014年")
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
