"""Ten tasks of a first visit: by the keyboard alone, on a phone, and in English."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from openpyxl import Workbook
from playwright.sync_api import Locator, Page, expect

from datasets.store.accounts.accounts import AccountRole
from indicators.policy.progress import Status
from layouts.ids import Atlas, Export, Shell
from layouts.meeting_ids import Meeting, Storyboard
from locales import DEFAULT, say, speaking
from locales.data import translate
from tests.browser.conftest import PASSWORD, PEOPLE, wait_until

pytestmark = pytest.mark.browser

HAS_FOCUS = "one => one === document.activeElement || one.labels?.[0] === document.activeElement"
IS_BEHIND = "one => Boolean(one.compareDocumentPosition(document.activeElement) & Node.DOCUMENT_POSITION_FOLLOWING)"
MOST_STOPS = 150  # of the Tab key on one page


@dataclass(frozen=True)
class Reader:
    """Somebody at a page: with a hand, or with nothing but keys (``keyboard``)."""

    page: Page
    site: str
    language: str
    keyboard: bool

    def open(self, address: str) -> None:
        """Open a page, and wait until all of it is there."""
        joint = "&" if "?" in address else "?"
        self.page.goto(f"{self.site}{address}{joint}lang={self.language}")
        self.page.wait_for_load_state("networkidle")

    def reach(self, target: Locator) -> None:
        """Go from stop to stop until ``target`` has the focus."""
        for _ in range(MOST_STOPS):
            if target.evaluate(HAS_FOCUS):
                return
            self.page.keyboard.press("Shift+Tab" if target.evaluate(IS_BEHIND) else "Tab")
        pytest.fail(f"the Tab key does not reach {target}")

    def press(self, target: Locator, key: str = "Enter") -> None:
        """Press a button, a link, or what ``key`` presses."""
        expect(target).to_be_attached()
        if self.keyboard:
            self.reach(target)
            self.page.keyboard.press(key)
            return
        if not target.is_visible():
            self.page.locator(f"[aria-controls={Shell.BAR}]").click()
        target.click()

    def write(self, field: Locator, text: str) -> None:
        """Replace what stands in a field."""
        if not self.keyboard:
            return field.fill(text)
        self.reach(field)
        self.page.keyboard.press("Control+a")
        return self.page.keyboard.type(text)

    def choose(self, control: Locator, value: str) -> None:
        """Choose an entry of a list."""
        if not self.keyboard:
            control.select_option(value)
            return
        self.reach(control)
        self.page.keyboard.press("Home")
        while control.input_value() != value:
            self.page.keyboard.press("ArrowDown")

    def search(self, words: str) -> None:
        """Open the view that the first hit of the search names."""
        if self.keyboard:
            self.page.keyboard.press("Control+k")
        else:
            self.press(self.page.locator(f"#{Shell.SEARCH}"))
        self.page.get_by_role("dialog").get_by_role("combobox").fill(words)
        expect(self.page.get_by_role("dialog").get_by_role("option", selected=True)).to_be_visible()
        self.page.keyboard.press("Enter")


@pytest.fixture(params=["keyboard", "phone", "English"])
def reader(request: pytest.FixtureRequest, page: Page, site: str) -> Iterator[Reader]:
    """A reader of each kind."""
    if request.param == "phone":
        page.set_viewport_size({"width": 390, "height": 844})
    language = "en" if request.param == "English" else DEFAULT
    with speaking(language):
        yield Reader(page, site, language, keyboard=request.param == "keyboard")


def test_a_first_visitor_does_ten_tasks(reader: Reader, tmp_path: Path) -> None:
    find_fewest_beds(reader)
    compare_education(reader)
    list_missed_targets(reader)
    take_picture(reader)
    share_view(reader)
    set_years_side_by_side(reader)
    find_next_hospital(reader)
    make_pack(reader)
    present_saved_views(reader)
    check_own_workbook(reader, tmp_path)


def find_fewest_beds(reader: Reader) -> None:
    """Find which county had the fewest beds in 2020."""
    reader.open("/map?dataset=public")
    reader.search("beds 2020" if reader.language == "en" else "床位 2020")
    expect(reader.page).to_have_url(re.compile("indicator=medical_beds.*year=2020"))
    expect(reader.page.locator(f"#{Atlas.RANKING_FINDING}")).not_to_be_empty()


def compare_education(reader: Reader) -> None:
    """Hold the north against the south in education in 2014."""
    reader.open("/gap?dataset=demo")
    reader.search("gap education 2014")
    expect(reader.page).to_have_url(re.compile(r"/gap\?dataset=demo&domain=education.*year=2014"))
    expect(reader.page.locator("#gap-table .ag-row").first).to_be_visible()


def list_missed_targets(reader: Reader) -> None:
    """List the targets that were missed, and by whom."""
    reader.open("/targets?dataset=demo&year=2016")
    expect(reader.page.locator("#targets-table .ag-row").first).to_be_visible()
    reader.choose(reader.page.locator("#targets-status"), Status.MISSED)
    expect(reader.page).to_have_url(re.compile(f"status={Status.MISSED}"))
    expect(reader.page.locator("#targets-table .ag-row").first).to_be_visible()
    if reader.keyboard:
        reader.reach(reader.page.locator("#targets [role=tab][aria-selected=true]"))
        reader.page.keyboard.press("ArrowRight")
        reader.page.keyboard.press("ArrowRight")
    else:
        reader.page.locator("#targets [role=tab]").nth(2).click()
    expect(reader.page.locator("#targets .tabbed-panel:not([hidden]) .svg-container")).to_be_visible()


def take_picture(reader: Reader) -> None:
    """Take a picture of the map for a slide."""
    reader.open("/map?dataset=demo")
    reader.press(reader.page.locator(f"#{Export.OPEN}"))
    expect(reader.page.locator(f"#{Export.PREVIEW}")).to_have_attribute("src", re.compile("^blob:"))
    with reader.page.expect_download() as taken:
        reader.press(reader.page.locator(f"#{Export.SAVE}"))
    assert taken.value.path().read_bytes().startswith(b"\x89PNG")
    reader.page.keyboard.press("Escape")
    expect(reader.page.get_by_role("dialog")).to_have_count(0)


def share_view(reader: Reader) -> None:
    """Copy the link of what is shown."""
    reader.page.evaluate("window.junheng.copyText = async (text) => { window.copied = text; }")
    reader.press(reader.page.locator(f"#{Atlas.COPY}"))
    wait_until(reader.page, "window.copied?.includes('/map?')")


def set_years_side_by_side(reader: Reader) -> None:
    """Put 2010 beside 2016."""
    reader.open("/map?dataset=demo&year=2016")
    page, name = reader.page, say("atlas-compares-years")
    if reader.keyboard:
        reader.reach(page.locator(f"#{Atlas.COMPARE} input:checked"))
        page.keyboard.press("ArrowRight")
    else:
        controls = page.locator(f"[aria-controls={Atlas.CONTROLS}]")
        if controls.is_visible():
            controls.click()
        page.locator(f"#{Atlas.COMPARE}").get_by_text(name, exact=True).click()
        page.keyboard.press("Escape")
    expect(page.locator(f"#{Atlas.TITLE}")).to_contain_text("2010")
    expect(page.locator(f"#{Atlas.OTHER_TITLE}")).to_contain_text("2016")


def find_next_hospital(reader: Reader) -> None:
    """Ask where the next hospital should stand."""
    reader.open("/service?mode=siting&dataset=demo&type=township_hospital&year=2016")
    page = reader.page
    reader.write(page.locator("#st-count"), "1")
    reader.press(page.locator("#coverage-siting").get_by_role("button", name=say("siting-browser-compute"), exact=True))
    expect(page.locator(".st-changes li")).to_have_count(1)
    expect(page.locator("#st-outcome")).to_be_visible()


def make_pack(reader: Reader) -> None:
    """Make the monthly pack, as a workbook."""
    reader.open("/briefing?dataset=demo")
    page = reader.page
    expect(page.locator("#pack-start")).to_be_enabled()
    reader.press(page.locator("#pack-tick-none"))
    reader.write(page.locator("#pack-search"), "beds" if reader.language == "en" else "床位")
    reader.press(page.locator("#pack-tick-all"))
    for form in ("pptx", "docx"):
        reader.press(page.locator(f"#pack-outputs input[value={form}]"), "Space")
    reader.press(page.locator("#pack-start"))
    link = page.locator(".pack-job a").first
    expect(link).to_be_visible()
    with page.expect_download() as taken:
        reader.press(link)
    assert taken.value.suggested_filename.endswith(".xlsx")


def present_saved_views(reader: Reader) -> None:
    """Save two views and show them on the whole screen."""
    page = reader.page
    for address in ("/?dataset=demo", "/map?dataset=demo"):
        reader.open(address)
        if reader.keyboard:
            page.keyboard.press("s")
        else:
            reader.press(page.locator(f"#{Storyboard.MENU} summary"))
            page.locator(f"#{Storyboard.ADD}").click()
        expect(page.locator(f"#{Storyboard.TOLD}")).not_to_be_empty()
    if reader.keyboard:
        page.keyboard.press("f")
    else:
        reader.press(page.locator(f"#{Storyboard.MENU} summary"))
        page.locator(f"#{Meeting.OPEN}").click()
    expect(page.locator(".mt-finding")).not_to_be_empty()
    page.keyboard.press("Escape")
    expect(page.locator(".bar")).to_be_visible()


def check_own_workbook(reader: Reader, folder: Path) -> None:
    """Load a workbook of one's own, up to the report of what would be imported."""
    book = Workbook()
    book.active.append(list(map(translate, ("地区", "年份", "指标", "数值", "来源"))))
    book.active.append([translate("清城区"), 2020, translate("每千人床位"), 4.2, "测试用，虚构"])
    book.save(folder / "own.xlsx")
    reader.open("/login?next=/data")
    page = reader.page
    reader.write(page.get_by_label(say("accounts-name")), PEOPLE[AccountRole.EDITOR])
    reader.write(page.get_by_label(say("accounts-password")), PASSWORD)
    page.keyboard.press("Enter")
    reader.press(page.locator(".dp-begin").get_by_text(say("data-new-import")))
    reader.write(page.locator("#data-new-name"), "本单位")
    page.locator("#dp-file").set_input_files(folder / "own.xlsx")
    reader.press(page.get_by_role("button", name=say("imports-check"), exact=True))
    expect(page.locator(".dp-headline")).to_be_visible()
    expect(page.locator("tr[data-severity=error]")).to_have_count(0)
