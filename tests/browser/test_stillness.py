"""What comes later finds its room kept: nothing that can be read already moves."""

import pytest
from playwright.sync_api import BrowserContext, expect

from layouts.ids import GapPage, Targets
from layouts.service_ids import CoveragePage
from tests.browser.conftest import wait_until, watched_page

pytestmark = pytest.mark.browser

MOST = 0.1  # of what web.dev calls a good cumulative layout shift
NOTE_SHIFTS = """window.moved = 0;
new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.moved += entry.value;
}).observe({ type: "layout-shift", buffered: true });"""


@pytest.mark.parametrize(
    ("path", "last"),
    [
        ("/gap?dataset=demo", f"#{GapPage.OVERVIEW_TITLE}"),
        ("/service?dataset=demo", f"#{CoveragePage.TILES} strong"),
        ("/county?dataset=demo", ".county h2, #county h2"),
        ("/targets?dataset=demo", f"#{Targets.TILES}"),
    ],
)
def test_a_page_fills_without_moving(browser: BrowserContext, site: str, path: str, last: str) -> None:
    with watched_page(browser, site) as page:
        page.add_init_script(NOTE_SHIFTS)
        page.goto(site + path)
        expect(page.locator(last).first).not_to_be_empty()
        wait_until(page, "() => !document.documentElement.classList.contains('is-asking')")
        assert page.evaluate("window.moved") < MOST
