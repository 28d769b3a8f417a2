"""What a planner does with the part 选址 in a browser: one more 卫生院, a search, a saved scenario."""

import re

import pytest
from playwright.sync_api import Page, expect

from datasets.store.accounts.accounts import AccountRole
from tests.browser.conftest import PEOPLE, log_in

pytestmark = pytest.mark.browser

PLACE = "mode=siting&dataset=demo&type=township_hospital&year=2016"
# 连州市 has 1,871 beds for 474,426 residents, 27 fewer than 4 for each 1,000; nobody in 瑶安 reaches a 卫生院.
TOWNSHIP, BEDS = "瑶安瑶族乡", "40"


@pytest.fixture
def desk(page: Page, site: str) -> Page:
    """The part 选址 over the demonstration, opened by somebody who is not logged in."""
    page.goto(f"{site}/service?{PLACE}")
    expect(page.locator("#st-count")).to_be_visible()
    return page


def act(page: Page, name: str) -> None:
    page.locator("#coverage-siting").get_by_role("button", name=name, exact=True).click()


def add_hospital(page: Page) -> None:
    """One more 卫生院 with its beds at the seat of a township, without the map."""
    page.locator("#st-capacity").fill(BEDS)
    page.get_by_text("不用地图，从列表里选").click()
    page.locator("#st-township").select_option(label=TOWNSHIP)
    act(page, "在驻地新建")


def test_one_more_hospital_covers_people_moves_the_ratio_and_reaches_a_target(desk):
    add_hospital(desk)
    outcome = desk.locator("#st-outcome")
    expect(outcome).to_contain_text("102,272 人")
    expect(outcome).to_contain_text("估计")
    expect(outcome).to_contain_text("111.8% → 120.6%")
    expect(outcome).to_contain_text("达到80%线")
    target = outcome.locator(".st-targets li")
    expect(target).to_contain_text("连州市")
    expect(target).to_contain_text("第12条“每千人床位”≥ 4 张（2016年）")
    expect(target).to_contain_text("3.94 张 → 4.03 张")
    expect(target.locator(".status-missed")).to_have_text("到期未达")
    expect(target.locator(".status-reached")).to_have_text("已达到")

    desk.get_by_role("button", name=re.compile("^撤销 卫生院")).click()
    expect(outcome).to_have_count(0)
    expect(desk.locator("#coverage-siting")).to_contain_text("还没有调整")


def test_a_hospital_is_placed_by_a_click_on_the_map_and_the_way_back_undoes_it(desk):
    act(desk, "新建")
    map_ = desk.locator("#coverage-map")
    expect(map_).to_have_class(re.compile("st-aiming"))
    box = map_.bounding_box()
    map_.click(position={"x": box["width"] * 0.45, "y": box["height"] * 0.4})
    expect(desk.locator(".st-changes li")).to_have_count(1)
    assert "changes=add" in desk.url
    desk.go_back()
    expect(desk.locator(".st-changes li")).to_have_count(0)


MIDDLE_OF_A_FACILITY = """() => {
    const traces = [...document.querySelectorAll("#coverage-map .scatterlayer .trace")];
    const marks = traces.find((each) => each.__data__[0].trace.name === "facilities").querySelectorAll("path.point");
    const {left, top, width, height} = marks[0].getBoundingClientRect();
    return [left + width / 2, top + height / 2];
}"""


def click_a_facility(page: Page) -> None:
    """The pointer rests on a facility before it is clicked, as a hand's does."""
    x, y = page.evaluate(MIDDLE_OF_A_FACILITY)
    page.mouse.move(x - 30, y - 30)
    page.mouse.move(x, y, steps=6)
    page.wait_for_timeout(400)
    page.mouse.click(x, y)


def test_a_hospital_is_closed_and_another_moved_by_clicks_on_the_map(desk):
    expect(desk.locator("#coverage-map .scatterlayer")).to_be_visible()
    act(desk, "关闭")
    click_a_facility(desk)
    expect(desk.locator(".st-changes")).to_contain_text("关闭")
    desk.locator("#coverage-siting").get_by_role("button", name="全部撤销").click()
    expect(desk.locator(".st-changes")).to_have_count(0)
    act(desk, "迁移")
    click_a_facility(desk)
    expect(desk.locator("#st-hint")).to_contain_text("请点新的位置")
    box = desk.locator("#coverage-map").bounding_box()
    desk.mouse.click(box["x"] + box["width"] * 0.45, box["y"] + box["height"] * 0.4)
    expect(desk.locator(".st-changes")).to_contain_text("迁移")


def test_the_best_sites_are_found_and_a_plan_without_an_answer_says_why(desk):
    desk.locator("#st-count").fill("2")
    desk.locator("#st-budget").fill("100")
    desk.locator("#st-price").fill("80")
    act(desk, "计算")
    expect(desk.locator("#st-told")).to_contain_text("总预算 100 万元不够")
    expect(desk.locator("#st-told")).to_contain_text("最多够建 1 处")
    desk.locator("#st-budget").fill("")
    act(desk, "计算")
    expect(desk.locator(".st-changes li")).to_have_count(2)
    expect(desk.locator("#st-told")).to_contain_text("已证明没有更好的选法")


def test_scenarios_are_saved_compared_and_deleted_by_whoever_may(desk):
    add_hospital(desk)
    expect(desk.locator("#st-outcome")).to_be_visible()
    expect(desk.locator("#st-name")).to_have_count(0)  # not logged in: nothing to save with
    desk.locator("#account-log-in").click()
    log_in(desk, PEOPLE[AccountRole.EDITOR])
    for name in ("一处", "同样一处"):
        desk.locator("#st-name").fill(name)
        act(desk, "保存")
        expect(desk.locator("#coverage-message")).to_contain_text(f"已保存方案“{name}”")
    for box in desk.locator("[data-pick]").all():
        box.check()
    act(desk, "比较所选")
    table = desk.locator(".st-compared")
    expect(table).to_contain_text("同样一处")
    expect(table.get_by_role("row").filter(has_text="新增覆盖居民")).to_contain_text("102,272")
    expect(table.locator("img").first).to_have_js_property("complete", True)
    assert table.locator("img").first.evaluate("image => image.naturalWidth") > 0
    desk.get_by_text("返回方案").click()
    desk.locator(".st-saved li").filter(has_text="同样一处").get_by_role("button", name="删除").click()
    desk.locator(".dp-sure").get_by_role("button", name="删除", exact=True).click()
    expect(desk.locator(".st-saved li")).to_have_count(1)
