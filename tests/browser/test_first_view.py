"""The first view and the page that takes its place say the same."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import wait_until

pytestmark = pytest.mark.browser

TEXTS = """(root) => {
    const texts = (selector) => [...root.querySelectorAll(selector)].map((part) => part.textContent.trim());
    return Object.fromEntries(["h1", ".map-card .finding", ".map-card .subject",
        ".legend-text", ".legend-count", ".map-box text", ".source > span",
        ".atlas-map-card .legend-entry.is-unused", ".gap-title", ".gap-detail", ".nav-page-on"].map((selector) =>
        [selector, texts(selector.startsWith(".legend") ? `.atlas-map-card .legend ${selector}` : selector)]));
}"""
FILLS = "(paths) => paths.flatMap((path) => Array(Number(path.dataset.areas ?? 1)).fill(path.getAttribute('fill')))"
FILLS += ".map((fill) => {"
FILLS += " const probe = document.createElement('i'); probe.style.color = fill; return probe.style.color; })"


@pytest.mark.parametrize(
    "query",
    [
        "dataset=demo&indicator=medical_beds_per_1000_residents&year=2014",
        "dataset=demo&indicator=infant_mortality_per_1000&year=2014",
        "dataset=public&year=2020",
        "dataset=demo&level=township&within=441882&year=2015",
    ],
)
def test_the_page_that_takes_its_place_says_the_same_in_the_same_colours(
    fresh_page: Page, site: str, query: str
) -> None:
    fresh_page.add_init_script(
        "new MutationObserver(() => { const view = document.getElementById('first-view');"
        " if (view) window.firstView = view; }).observe(document, {childList: true, subtree: true});"
    )
    fresh_page.goto(f"{site}/map?{query}")
    fresh_page.wait_for_selector("#first-view", state="detached")
    first = fresh_page.evaluate(f"({TEXTS})(window.firstView)")
    fills = fresh_page.evaluate(f"({FILLS})([...window.firstView.querySelectorAll('.fv')])")
    known = [fill for fill in fills if fill != "rgb(241, 241, 238)"]  # without a value
    wait_until(fresh_page, f"[...document.querySelectorAll('#atlas-map .choroplethlayer path')].length >= {len(fills)}")
    shown = fresh_page.evaluate(f"({TEXTS})(document)")
    counted = {selector: texts[: len(first[selector])] for selector, texts in shown.items()}
    assert counted == first
    drawn = fresh_page.evaluate(f"({FILLS})([...document.querySelectorAll('#atlas-map .choroplethlayer path')])")
    assert sorted([fill for fill in drawn if fill in known][: len(known)]) == sorted(known)
