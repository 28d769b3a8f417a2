"""What comes later finds its room kept: nothing that can be read already moves."""

import pytest
from playwright.sync_api import Page, expect

from layouts.ids import GapPage, OverviewPage, Targets
from layouts.service_ids import CoveragePage
from tests.browser.conftest import count_questions, wait_until
from tests.browser.test_counts import REST

pytestmark = pytest.mark.browser

MOST = 0.1  # of what web.dev calls a good cumulative layout shift
NOTE_SHIFTS = """window.moved = 0;
window.ran = [];
new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.moved += entry.value;
}).observe({ type: "layout-shift", buffered: true });"""


@pytest.mark.parametrize(
    ("path", "last"),
    [
        ("/?dataset=demo", f"#{OverviewPage.TITLE}"),
        ("/gap?dataset=demo", f"#{GapPage.OVERVIEW_TITLE}"),
        ("/service?dataset=demo", f"#{CoveragePage.TILES} strong"),
        ("/county?dataset=demo", ".county h2, #county h2"),
        ("/targets?dataset=demo", f"#{Targets.TILES}"),
    ],
)
def test_a_page_fills_without_moving_and_asks_for_itself_alone(
    fresh_page: Page, site: str, path: str, last: str
) -> None:
    fresh_page.add_init_script(NOTE_SHIFTS)
    asked = count_questions(fresh_page)
    fresh_page.goto(site + path)
    expect(fresh_page.locator(last).first).not_to_be_empty()
    wait_until(fresh_page, "document.querySelector('#first-view') === null")
    fresh_page.evaluate(REST)
    assert fresh_page.evaluate("window.moved") < MOST
    assert len(asked) == 1
