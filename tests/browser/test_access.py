"""axe-core finds no barrier on any page, on a desk or in a hand, and a hand reaches everything by its sheets."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from layouts.ids import Atlas, Export, Shell, Targets
from layouts.meeting_ids import Meeting, Storyboard
from layouts.page_paths import PagePath
from locales import DEFAULT, OFFERED, say
from tests.browser.conftest import wait_until

pytestmark = pytest.mark.browser

# As it stands in the npm package axe-core, with its licence; its version is in its first line.
AXE = (Path(__file__).parent / "vendor/axe-core/axe.min.js").read_text(encoding="utf-8")
FIND_BARRIERS = """async () => {
    const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const {violations} = await axe.run(document, {runOnly: rules, resultTypes: ["violations"]});
    return violations.flatMap(({id, nodes}) => nodes.map(({target}) => `${id}: ${target.join(" ")}`));
}"""
# What a finger presses that is smaller than 44 px, and so is its label: but for a link beside the rows of a chart, and
# the rows of a grid, which are as high as they were made.
PRESSED = "a[href], button, select, summary, input:not([type=file]), [role=tab], tr[tabindex]"
SMALL = """(pressed) => {
    const isSmall = (one) => {
        const {width, height} = one.getBoundingClientRect();
        return height < 43.5 || width < 43.5;
    };
    return [...document.querySelectorAll(pressed)].filter((one) => {
        const isShown = one.checkVisibility({opacityProperty: true, visibilityProperty: true}) && one.clientWidth !== 1;
        if (!isShown || one.closest('.spine-table, .ag-root, .visually-hidden, .skip-link')) return false;
        return [one, ...(one.labels ?? [])].every(isSmall);
    }).map((one) => `${one.tagName} ${one.id} ${one.className} ${one.textContent.slice(0, 12)}`);
}"""
SETTLED = """document.querySelector('#first-view') === null && document.title.includes(' · ')
    && document.querySelector('[data-name] :is([role=slider], input[type=file]):not([aria-label])') === null
    && document.querySelector('.cv-old') === null
    && [...document.querySelectorAll('main :is(h1, h2, h3):empty')].every((one) => !one.offsetParent)"""


@pytest.mark.parametrize("language", OFFERED)
@pytest.mark.parametrize("path", PagePath)
def test_a_page_has_no_barrier(page: Page, site: str, path: str, language: str) -> None:
    open_page(page, site, path, language)
    assert find_barriers(page) == []
    page.set_viewport_size({"width": 390, "height": 844})
    assert find_barriers(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 390, "nothing stands out beside the screen"
    with pointed_by_finger(page):
        wait_until(page, "matchMedia('(pointer: coarse)').matches")
        page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        assert page.evaluate(SMALL, PRESSED) == []


def test_wider_spacing_of_text_cuts_nothing(page: Page, site: str) -> None:
    """As WCAG 2.2 sets it in 1.4.12."""
    open_page(page, site, PagePath.OVERVIEW)
    wait_until(page, SETTLED)
    page.evaluate("""() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(`
            * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
            p { margin-bottom: 2em !important; }`);
        document.adoptedStyleSheets = [sheet];
    }""")
    cut = "(parts) => parts.filter((one) => one.scrollHeight > one.clientHeight + 2).map((one) => one.className)"
    assert page.locator(".ov-card").evaluate_all(cut) == []


def test_what_is_opened_over_a_map_has_no_barrier(page: Page, site: str) -> None:
    page.goto(f"{site}{PagePath.ATLAS}?dataset=demo&compare=indicators")
    page.wait_for_load_state("networkidle")
    assert find_barriers(page) == []
    page.get_by_role("button", name=say("atlas-explain")).first.click()
    expect(page.get_by_role("dialog", name=say("atlas-explain"))).to_be_visible()
    wait_until(page, "document.querySelector('.offcanvas.show:not(.showing)') !== null")
    assert find_barriers(page) == []
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.locator(f"#{Export.OPEN}").click()
    expect(page.get_by_role("dialog", name=say("export-title"))).to_be_visible()
    assert find_barriers(page) == []
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.locator(f"#{Storyboard.MENU} summary").click()
    page.locator(f"#{Storyboard.OPEN}").click()
    expect(page.get_by_role("dialog", name="故事板")).to_be_visible()
    assert find_barriers(page) == []
    page.keyboard.press("Escape")
    page.locator(f"#{Storyboard.MENU} summary").click()
    page.locator(f"#{Meeting.OPEN}").click()
    expect(page.locator(".mt-finding")).not_to_be_empty()
    assert find_barriers(page) == []


def test_a_phone_shows_the_map_first_and_the_rest_by_its_sheets(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    open_page(page, site, PagePath.ATLAS)
    expect(page.locator(f"#{Atlas.MAP}")).to_be_in_viewport(ratio=0.9)
    page.locator(f"[aria-controls={Atlas.CONTROLS}]").click()
    page.get_by_text("婴儿死亡率", exact=True).click()
    page.keyboard.press("Escape")
    expect(page.locator(f"#{Atlas.TITLE}")).to_contain_text("婴儿死亡率")
    expect(page.locator(f"#{Atlas.CONTROLS}")).to_be_hidden()
    page.locator(f"[aria-controls={Shell.BAR}]").click()
    page.get_by_role("link", name="目标进度").click()
    expect(page.locator(f"#{Targets.TILES}")).to_be_visible()
    expect(page.locator(".bar-nav")).to_be_hidden()


def test_the_keyboard_skips_the_bar_and_turns_the_tabs(page: Page, site: str) -> None:
    open_page(page, site, PagePath.ATLAS)
    wait_until(page, SETTLED)
    page.keyboard.press("Tab")
    expect(page.get_by_text("跳到正文")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(f"#{Shell.CONTENT}")).to_be_focused()
    page.get_by_role("tab", name="排名").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("tab", name="趋势", selected=True)).to_be_focused()
    expect(page.get_by_role("tabpanel", name="趋势")).to_be_visible()


def test_a_table_is_one_stop_of_the_tab_key(page: Page, site: str) -> None:
    open_page(page, site, PagePath.TARGETS)
    focused = page.locator(".ag-cell:focus")
    for key, left in (("Tab", "body:not(:has(:focus))"), ("Shift+Tab", "[role=tab]:focus")):
        page.locator(".ag-header-cell").first.focus()
        page.keyboard.press("ArrowDown")
        expect(focused).to_have_count(1)
        page.keyboard.press(key)
        expect(page.locator(left)).to_have_count(1)


def test_the_legend_keeps_its_colours_where_the_system_sets_its_own(page: Page, site: str) -> None:
    open_page(page, site, PagePath.ATLAS)
    wait_until(page, SETTLED)
    fill = "getComputedStyle(document.querySelector('.shell:not(.first-view) .legend .swatch')).backgroundColor"
    drawn = page.evaluate(fill)
    page.emulate_media(forced_colors="active")
    assert page.evaluate(fill) == drawn
    assert page.evaluate("getComputedStyle(document.querySelector('.choice-on')).outlineStyle") == "solid"


def open_page(page: Page, site: str, path: str, language: str = DEFAULT) -> None:
    """Open a page of the demonstration and wait until all of it is there."""
    page.goto(f"{site}{path}?dataset=demo&lang={language}")
    page.wait_for_load_state("networkidle")


@contextmanager
def pointed_by_finger(page: Page) -> Iterator[None]:
    """The page as a touch screen shows it; other tests have it with a mouse again."""
    chromium = page.context.new_cdp_session(page)
    chromium.send("Emulation.setTouchEmulationEnabled", {"enabled": True})
    try:
        yield
    finally:
        chromium.send("Emulation.setTouchEmulationEnabled", {"enabled": False})
        chromium.detach()


def find_barriers(page: Page) -> list[str]:
    """What axe-core finds wrong with what is shown: the rule, and where."""
    wait_until(page, SETTLED)
    page.evaluate(AXE)
    found: list[str] = page.evaluate(FIND_BARRIERS)
    return found
