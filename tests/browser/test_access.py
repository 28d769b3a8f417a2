"""axe-core finds no barrier of any impact on a page."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from layouts.page_paths import PagePath
from tests.browser.conftest import wait_until

pytestmark = pytest.mark.browser

# As it stands in the npm package axe-core, with its licence; its version is in its first line.
AXE = (Path(__file__).parent / "vendor/axe-core/axe.min.js").read_text(encoding="utf-8")
FIND_BARRIERS = """async () => {
    const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const {violations} = await axe.run(document, {runOnly: rules, resultTypes: ["violations"]});
    return violations.flatMap(({id, nodes}) => nodes.map(({target}) => `${id}: ${target.join(" ")}`));
}"""
SETTLED = """document.querySelector('#first-view') === null && document.title.includes(' · ')
    && document.querySelector('[data-name] :is([role=slider], input[type=file]):not([aria-label])') === null"""


@pytest.mark.parametrize("path", PagePath)
def test_a_page_has_no_barrier(page: Page, site: str, path: str) -> None:
    page.goto(f"{site}{path}?dataset=demo")
    wait_until(page, SETTLED)
    page.wait_for_load_state("networkidle")
    assert find_barriers(page) == []


def find_barriers(page: Page) -> list[str]:
    """What axe-core finds wrong with what is shown: the rule, and where."""
    page.evaluate(AXE)
    found: list[str] = page.evaluate(FIND_BARRIERS)
    return found
