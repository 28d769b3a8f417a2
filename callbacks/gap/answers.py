"""Answers of the gap page: the whole page for a choice."""

from typing import Any

from dash import no_update

from callbacks.gap.context import GapContext
from callbacks.gap.findings import GapFindings
from callbacks.gap.indicator import GapIndicator
from callbacks.gap.overview import GapOverview
from datasets.city.city import City
from datasets.city.shared_results import SharedResults
from datasets.queries.gap_query import GapChoice
from datasets.queries.query import IgnoredPart

_KEPT = 64  # pages, some 200 kB each


class GapAnswers:
    """What the page shows for a choice. The last ones are kept: readers return to them."""

    def __init__(self, city: City) -> None:
        self.overview, self.indicator, self.context = GapOverview(city), GapIndicator(city), GapContext(city)
        self.findings = GapFindings(city)
        self._pages = SharedResults(_KEPT)

    def answer(self, choice: GapChoice, ignored: list[IgnoredPart], before: GapChoice | None = None) -> dict[str, Any]:
        """The whole page; of options only those that differ from what is offered ``before``."""
        controls = self.overview.build_controls(choice, ignored)
        known = self.overview.build_controls(before, []) if before else {}
        same = [key for key in controls if key.endswith("_options") and controls[key] == known.get(key)]
        return controls | dict.fromkeys(same, no_update) | self.show(choice)

    def show(self, choice: GapChoice) -> dict[str, Any]:
        """The rows of the overview, and everything else as the browser paints it."""
        return self._pages.find(choice, lambda: self._show(choice))

    def _show(self, choice: GapChoice) -> dict[str, Any]:
        overview = self.overview.build_overview(choice)
        parts = self.indicator.answer(choice) | self.context.answer(choice)
        overview["finding"] = self.findings.describe_overview(self.overview.list_gaps(choice))
        parts["path"] |= {"finding": self.findings.describe_path(choice), "title": self.findings.title_path(choice)}
        parts["reference"] |= {"finding": self.findings.describe_reference(choice)}
        return {"rows": overview.pop("rows"), "shown": {"overview": overview} | parts}
