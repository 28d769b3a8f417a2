"""What a gesture costs, in counts: requests and their bytes, and callbacks that run in the browser.

The budgets are what the gestures take; one that takes more has grown, and one that takes less may have its budget cut.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import BrowserContext, Page, Request

from layouts.ids import Nav
from tests.browser.conftest import watched_page

pytestmark = pytest.mark.browser

VIEW = "dataset=demo&indicator=medical_beds_per_1000_residents&year=2014"

# Every function that Dash calls in the browser is noted before it runs.
COUNTED = """() => {
    window.ran = [];
    for (const [space, functions] of Object.entries(window.dash_clientside)) {
        for (const [name, run] of Object.entries(functions)) {
            if (typeof run !== "function" || space === "set_props") continue;
            functions[name] = function (...parts) {
                window.ran.push(`${space}.${name}`);
                return run.apply(this, parts);
            };
        }
    }
}"""
# Resolves when for some frames no question was open and no callback ran.
REST = """async () => {
    for (let still = 0, before = -1; still < 30; ) {
        await new Promise(requestAnimationFrame);
        const asks = document.documentElement.classList.contains("is-asking");
        still = asks || window.ran.length !== before ? 0 : still + 1;
        before = window.ran.length;
    }
}"""


@dataclass(frozen=True)
class Cost:
    """What a gesture took: questions to the server, bytes of them and of their answers as sent, callbacks that ran."""

    requests: int
    size: int
    callbacks: list[str]


class Counter:
    """Counts what gestures on a page take."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._sent: list[Request] = []
        page.on("requestfinished", lambda request: self._sent.append(request))  # noqa: PLW0108  (Playwright marks it)
        page.evaluate(COUNTED)
        page.evaluate(REST)

    def take(self, gesture: Callable[[], object]) -> Cost:
        """Make a gesture, wait until the page rests, and tell what it took."""
        self._sent.clear()
        self._page.evaluate("window.ran = []")
        gesture()
        self._page.evaluate(REST)
        over_the_wire = [size for request in self._sent if (size := _measure(request)) > 0]  # the others were kept
        return Cost(len(over_the_wire), sum(over_the_wire), self._page.evaluate("window.ran"))


def _measure(request: Request) -> int:
    if not request.url.startswith("http"):
        return 0
    sizes = request.sizes()
    received = sizes["responseHeadersSize"] + sizes["responseBodySize"]
    return received + sizes["requestBodySize"] if received > 0 else 0


@pytest.fixture(scope="module")
def opened(browser: BrowserContext, site: str) -> Iterator[tuple[Page, Counter]]:
    """The map of the demonstration data, and a counter of what is done there."""
    with watched_page(browser, site) as page:
        page.goto(f"{site}/map?{VIEW}")
        page.locator("#atlas-ranking .point").first.wait_for()
        yield page, Counter(page)


def click_bar(page: Page) -> None:
    """Click the bar of 英德市 in the ranking."""
    tick = page.locator("#atlas-ranking .ytick", has_text="英德").bounding_box()
    assert tick is not None
    page.mouse.click(tick["x"] + tick["width"] + 14, tick["y"] + tick["height"] / 2)


def choose_indicator(page: Page, name: str) -> None:
    page.locator("#atlas-indicator").get_by_text(name, exact=True).click()


@pytest.mark.parametrize(
    ("gesture", "requests", "size"),
    [
        (lambda page: page.locator("body").press("ArrowLeft"), 0, 0),
        (lambda page: choose_indicator(page, "每千人执业（助理）医师"), 1, 10_000),
        (lambda page: choose_indicator(page, "每千人床位"), 1, 10_000),
        (click_bar, 0, 0),
    ],
    ids=["year", "indicator", "indicator again", "area"],
)
def test_a_gesture_on_the_map_runs_one_callback(opened, gesture, requests, size):
    page, counter = opened
    cost = counter.take(lambda: gesture(page))
    assert cost.callbacks == ["atlas.paint"]
    assert cost.requests == requests
    assert cost.size <= size


# Requests, bytes and callbacks of opening a page for the first time and again; the first table brings AG Grid with it.
FIRST = {
    Nav.TARGETS: (3, 700_000, 13),
    Nav.GAP: (1, 25_000, 12),
    Nav.COUNTY: (1, 28_000, 9),
    Nav.COVERAGE: (1, 24_000, 13),
    Nav.PACKS: (4, 14_000, 13),
    Nav.DATA: (3, 8_000, 16),
    Nav.OVERVIEW: (1, 12_000, 14),
    Nav.ATLAS: (0, 0, 13),
}
AGAIN = {
    Nav.TARGETS: (0, 0, 13),
    Nav.GAP: (0, 0, 12),
    Nav.COUNTY: (0, 0, 11),
    Nav.COVERAGE: (0, 0, 12),
    Nav.PACKS: (3, 8_000, 14),
    Nav.DATA: (3, 8_000, 17),
    Nav.OVERVIEW: (0, 0, 12),
    Nav.ATLAS: (0, 0, 13),
}


def test_a_page_asks_for_itself_once_and_nothing_when_it_is_opened_again(opened):
    page, counter = opened
    for budgets in (FIRST, AGAIN):
        for link, (requests, size, callbacks) in budgets.items():
            cost = counter.take(page.locator(f"#{link}").click)
            assert cost.requests <= requests, (link, cost)
            assert cost.size <= size, (link, cost)
            assert len(cost.callbacks) <= callbacks, (link, cost)
