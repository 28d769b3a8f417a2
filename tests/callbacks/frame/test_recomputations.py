"""A page that was opened before is answered from what was kept: nothing is computed a second time."""

from collections.abc import Callable, Hashable
from typing import Any

from callbacks.commands.smoke_test import SimulatedBrowser, list_page_visits
from datasets.city.shared_results import SharedResults
from locales import say


def test_a_page_that_was_opened_before_takes_no_computation(app, city, monkeypatch):
    computed: dict[str, list[Hashable]] = {}
    find, page = SharedResults.find, ""

    def find_and_note(results: SharedResults, key: Hashable, compute: Callable[[], Any]) -> Any:
        def note_and_compute() -> Any:
            computed.setdefault(page, []).append(key)
            return compute()

        return find(results, key, note_and_compute)

    monkeypatch.setattr(SharedResults, "find", find_and_note)
    browser = SimulatedBrowser(app)
    browser.load("/")
    for _visit in ("first", "again"):
        for page, visit in list_page_visits(city, "demo").items():
            computed[page] = []
            if page != say("export-title"):
                visit(browser)
    computed.pop("", None)  # the document, which is loaded once
    assert computed == {name: [] for name in list_page_visits(city, "demo")}
