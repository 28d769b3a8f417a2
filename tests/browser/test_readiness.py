"""The check before a meeting on its page: every line of both sides, of a program that goes nowhere."""

import pytest
from playwright.sync_api import Page, expect

from datasets.readiness.model import CheckState
from layouts.words.meeting import readiness as words
from locales import say

pytestmark = pytest.mark.browser


def test_the_page_checks_both_sides_and_draws_the_map(page: Page, site: str) -> None:
    page.goto(f"{site}/check")
    summary = page.get_by_role("status")
    expect(summary).not_to_contain_text(say("readiness-checking")[:5])
    expect(page.locator(".rd-state.is-pending")).to_have_count(0)
    for subject in (
        str(words.for_browser()["map"]),
        str(words.for_browser()["fetched"]),
        say("readiness-drawing"),
        say("readiness-store"),
    ):
        row = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name=subject, exact=True))
        expect(row).to_contain_text(say("readiness-state", state=CheckState.OK))
    expect(page.locator(".rd-where")).to_have_count(0)
    expect(page.locator(".rd-state.is-failed")).to_have_count(0)
