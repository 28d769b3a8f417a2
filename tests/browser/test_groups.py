"""A reader forms two groups in a city that declares none, in a browser."""

import re

import pytest
from playwright.sync_api import expect

from datasets.store.accounts.accounts import AccountRole
from tests.browser.conftest import PEOPLE, add_accounts, log_in, served, watched_page

pytestmark = pytest.mark.browser
COLLEGE = "dataset=public&indicator=college_per_100k&year=2020"
GROUPS = "groups=%E5%B1%B1%E5%8C%BA.440232.440281_%E5%9F%8E%E5%8C%BA.440203.440204"


@pytest.fixture(scope="module")
def shaoguan(tmp_path_factory):
    folder = tmp_path_factory.mktemp("shaoguan")
    add_accounts(folder)
    with served({"FOLDER": str(folder), "REGION": "440200"}) as address:
        yield address


@pytest.fixture
def reader(browser, shaoguan):
    with watched_page(browser, shaoguan) as page:
        yield page


def verdict(page):
    return page.locator("#atlas-gap-title")


def test_two_groups_are_formed_carried_along_linked_and_left(reader, shaoguan):
    reader.goto(f"{shaoguan}/map?{COLLEGE}")
    expect(verdict(reader)).to_have_text("韶关市为广东省的 74.0%")
    reader.locator("#groups-open").press("Enter")
    dialog = reader.get_by_role("dialog")
    dialog.get_by_label("第一组（被衡量）", exact=True).fill("山区")
    dialog.get_by_label("第二组（参照）", exact=True).fill("城区")
    dialog.get_by_role("button", name="按此分组显示").click()
    expect(dialog.get_by_role("alert")).to_have_text("每组至少选一个县（市、区）。")
    for county, group in {
        "乳源瑶族自治县": "第一组",
        "乐昌市": "第一组",
        "武江区": "第二组",
        "浈江区": "第二组",
    }.items():
        dialog.get_by_label(re.compile(f"^{county} {group}")).press("Space")
    expect(dialog.get_by_role("status")).to_have_text("第一组2个，第二组2个，不参加6个")
    dialog.get_by_role("button", name="按此分组显示").press("Enter")
    expect(verdict(reader)).to_have_text("山区为城区的 43.0%（县均值）")
    expect(reader).to_have_url(re.compile(re.escape(GROUPS)))
    expect(reader.locator("#groups-note")).to_contain_text("山区（2个）与城区（2个）相比")
    reader.locator("#nav-gap").click()
    expect(reader.locator("#gap-overview-title")).to_have_text("2020年山区相当于城区的比例 · 全部领域")
    expect(reader).to_have_url(re.compile(f"/gap.*{re.escape(GROUPS)}"))
    reader.go_back()
    expect(verdict(reader)).to_have_text("山区为城区的 43.0%（县均值）")
    reader.locator("#groups-restore").click()
    expect(verdict(reader)).to_have_text("韶关市为广东省的 74.0%")
    expect(reader).not_to_have_url(re.compile("groups="))
    reader.go_back()
    expect(verdict(reader)).to_have_text("山区为城区的 43.0%（县均值）")


def test_a_link_opens_its_groups_and_a_broken_one_says_so(reader, shaoguan):
    reader.goto(f"{shaoguan}/gap?{COLLEGE}&{GROUPS}")
    expect(reader.locator("#gap-indicator-body")).to_contain_text("山区均未达到城区的80%")
    reader.goto(f"{shaoguan}/gap?{COLLEGE}&groups=%E7%94%B2.440299_%E4%B9%99.440203")
    expect(reader.locator("#groups-fault")).to_contain_text("代码“440299”不是本地区的县（市、区）")
    expect(reader.locator("#gap-indicator-body")).to_contain_text("韶关市未达到广东省的80%")
    expect(reader).not_to_have_url(re.compile("groups="))


def test_an_editor_saves_groups_that_another_reader_sees_without_an_address(reader, browser, shaoguan):
    with watched_page(browser, shaoguan) as editor:
        editor.goto(f"{shaoguan}/login?next=/map?{COLLEGE.replace('&', '%26')}%26{GROUPS.replace('%', '%25')}")
        log_in(editor, PEOPLE[AccountRole.EDITOR])
        expect(verdict(editor)).to_have_text("山区为城区的 43.0%（县均值）")
        editor.locator("#groups-open").click()
        editor.get_by_role("button", name="为全部用户保存").click()
        expect(editor.locator("#groups-note")).to_be_hidden()
        expect(verdict(editor)).to_have_text("山区为城区的 43.0%（县均值）")
        session = browser.cookies()
        browser.clear_cookies()  # the reader is somebody else
        reader.goto(f"{shaoguan}/map?{COLLEGE}")
        expect(verdict(reader)).to_have_text("山区为城区的 43.0%（县均值）")
        reader.locator("#groups-open").click()
        dialog = reader.get_by_role("dialog")
        expect(dialog).to_contain_text("已为全部用户保存：山区与城区（乙员，")
        expect(dialog.get_by_role("button", name="为全部用户保存")).to_be_hidden()
        dialog.get_by_role("button", name="不分组显示").click()
        expect(verdict(reader)).to_have_text("韶关市为广东省的 74.0%")
        browser.add_cookies(session)
        editor.locator("#groups-open").click()
        editor.get_by_role("button", name="撤回").click()
        expect(verdict(editor)).to_have_text("韶关市为广东省的 74.0%")
    browser.clear_cookies()
