"""Answers of the gap page for a year: controls, and the overview of all indicators."""

from functools import cache
from typing import Any

from callbacks.frame.empty_pages import build_empty_note
from datasets.analyses.gap_analysis import assess_indicators
from datasets.city.city import City
from datasets.queries.gap_query import EVERY_DOMAIN, GapChoice, GapOptions, Goal
from datasets.queries.query import IgnoredPart
from geodata.region import Level
from indicators.gaps.gap_path import IndicatorGap, select_preferred_average
from indicators.gaps.gaps import Averaging
from layouts.figures.charts import gap_analysis as figures
from layouts.frame.component_json import compact_elements
from layouts.frame.shell import notice
from layouts.pages import gap as layout
from layouts.words.common import notes_text
from layouts.words.pages import gap as words
from layouts.words.pages.atlas import ignored_texts
from locales import say


class GapOverview:
    """Answers for one city. The standings of a year are kept once computed: readers return to them."""

    def __init__(self, city: City) -> None:
        self.choices = choices = GapOptions(city)
        self.city = city
        self.focus = city.region.groups[city.region.focus].name
        self.benchmark = city.region.groups[city.region.benchmark].name
        self._assessed = cache(lambda dataset, year: assess_indicators(city, dataset, choices.listed(dataset), year))

    def build_controls(self, choice: GapChoice, ignored: list[IgnoredPart]) -> dict[str, Any]:
        """Options and values of the controls, and the choice as the browser keeps it."""
        city, choices = self.city, self.choices
        years = choices.years(choice.dataset)
        every = [{"label": say("gap-every-domain"), "value": EVERY_DOMAIN}]
        return {
            "choice": choice.to_query(),
            "domain_options": every
            + [{"label": say("common-domains", domain=d), "value": d} for d in choices.domains(choice.dataset)],
            "domain": choice.domain or EVERY_DOMAIN,
            "indicator_options": [
                {"label": city.indicators[key].name, "value": key}
                for key in choices.comparable(choice.dataset, choice.domain)
            ],
            "indicator": choice.indicator,
            "year": {
                "min": years[0],
                "max": years[-1],
                "marks": {year: str(year) for year in years},
                "value": choice.year,
            },
            "goal_options": [
                {
                    "label": say("gap-needs-goals", goal=goal),
                    "value": goal,
                    "disabled": goal is Goal.TARGET and choice.indicator not in city.anchors,
                }
                for goal in Goal
            ],
            "goal": choice.goal,
            "notice": build_empty_note(self.city, choice.dataset, of_counties=True) + notice(ignored_texts(ignored)),
        }

    def list_gaps(self, choice: GapChoice) -> list[IndicatorGap]:
        """How every comparable indicator of the choice stands, the most pressing first."""
        every = self._assessed(choice.dataset, choice.year)
        return [entry for entry in every if choice.domain in (None, entry.indicator.domain)]

    def build_overview(self, choice: GapChoice) -> dict[str, Any]:
        """Every comparable indicator of the year; of each type of facility the one that leads."""
        found = self.list_gaps(choice)
        domain = say("common-domains", domain=choice.domain) if choice.domain else say("gap-every-domain")
        return {
            "title": say(
                "gap-overview-title", year=choice.year, focus=self.focus, benchmark=self.benchmark, domain=domain
            ),
            "counts": compact_elements(layout.assessment_chips(words.assessment_counts(found))),
            "figure": figures.overview_figure(found, choice.indicator),
            "rows": [self._build_row(entry, choice) for entry in found],
            "left_out": self._left_out(choice, len(found)),
        }

    def _build_row(self, entry: IndicatorGap, choice: GapChoice) -> dict[str, Any]:
        indicator, region = entry.indicator, self.city.region
        levels = {
            key: select_preferred_average(entry.gap.levels[group].averages) if entry.gap else None
            for key, group in (("focus", region.focus), ("benchmark", region.benchmark))
        }
        ratios = {reading: entry.gap.judged_ratios.get(reading) if entry.gap else None for reading in Averaging}
        return {
            "id": indicator.id,
            "name": indicator.name,
            **{key: words.level_text(indicator, level) for key, level in levels.items()},
            **{str(reading): words.ratio_text(ratio) for reading, ratio in ratios.items()},
            "verdict": words.assessment_text(entry, self.list_missing(entry, choice.year)),
            "badge": words.badge_text(entry),
            "tone": entry.assessment,
            "direction": say("gap-direction-notes", direction=indicator.direction),
            "kind": words.kinds_text(entry.kinds),
            "source": say("list-parts").join(entry.sources),
            "note": notes_text(entry.notes),
            "selected": indicator.id == choice.indicator,
        }

    def _left_out(self, choice: GapChoice, shown: int) -> str:
        city = self.city
        records = city.datasets[choice.dataset].records
        own = [i for i in city.indicators.values() if choice.domain in (None, i.domain) and not i.is_detail]
        own = [i for i in own if i.facility_type is None or i.id in records]  # a type it lacks lacks no figure
        held = [i for i in own if i.id in records]
        held = [i for i in held if city.years(choice.dataset, i.id, Level.COUNTY)]
        return words.left_out(max(len(held) - shown, 0), len(own) - len(held))

    def list_missing(self, entry: IndicatorGap, year: int) -> list[str]:
        """The names of the counties without a value."""
        return [self.city.geography.name(code, year) for code in entry.gap.missing] if entry.gap else []
