"""Answers of the gap page that look beyond the city: the reference area in all indicators, and the counties alike."""

from typing import Any

from datasets.analyses.gap_analysis import (
    EQUALITY_ARTICLE,
    compare_censuses_with_reference_area,
    list_reference_targets,
)
from datasets.analyses.national_context import PlaceOfFigure, average_by_group, place_counties
from datasets.city.city import City
from datasets.queries.gap_query import GapChoice
from indicators.profile import CityComparison, compare_with_city
from layouts.frame.component_json import compact_elements
from layouts.pages import gap as layout
from layouts.pages.gap import GapTable
from layouts.words.pages.context import county as county_words
from layouts.words.pages.context import gap as words
from layouts.words.pages.gap import value_text
from locales import say


class GapContext:
    """Answers for one city."""

    def __init__(self, city: City) -> None:
        self.city = city

    def answer(self, choice: GapChoice) -> dict[str, Any]:
        """Both cards, as the browser paints them; a card that has nothing to say is empty."""
        return {"references": self.build_references(choice.dataset), "alike": self.build_alike(choice)}

    def build_references(self, dataset: str) -> Any:
        """The region against the reference area in every judged indicator of the censuses."""
        rows = self.city.cached(compare_censuses_with_reference_area, dataset)
        region, area = self.city.region, self.city.region.compared_beside
        if not rows or area is None:
            return []
        years = sorted({year for _, found in rows for year in found})
        names = (region.name, area.name)
        table = GapTable(
            words.references_columns(years, region.short_name, area.name),
            [words.references_row(indicator, found, years) for indicator, found in rows],
            words=1,
        )
        summary = words.references_summary(names, [found for _, found in rows], years)
        return compact_elements(
            layout.context_card(
                words.references_title(*names),
                summary,
                table,
                [say("gap-context-references-note"), self._quote_target()],
            )
        )

    def _quote_target(self) -> str:
        """What the policy says of the region against the reference area; empty where it says nothing."""
        return "".join(
            say("gap-context-clause", article=EQUALITY_ARTICLE, clause=target.clause)
            for target in list_reference_targets(self.city)
        )

    def build_alike(self, choice: GapChoice) -> Any:
        """Every county against the ten of the country most like it, and the groups' means of both."""
        city, indicator = self.city, self.city.indicators[choice.indicator]
        if city.datasets[choice.dataset].demonstration:
            return []
        title = say("gap-context-alike-title", indicator=indicator.name, year=choice.year)
        found = place_counties(city, choice.dataset, indicator.id, choice.year)
        if not found:
            return compact_elements(layout.context_card(title, [say("gap-context-no-alike")], None, []))
        compared = [one.against_alike for one in found.values()]
        summary = words.alike_summary({verdict: compared.count(verdict) for verdict in CityComparison})
        rows = [self._county_row(code, one, choice) for code, one in found.items()]
        rows += [
            [
                say("gap-context-group-mean", group=city.region.groups[key].name if city.region.is_grouped else ""),
                "",
                value_text(indicator, own),
                value_text(indicator, alike),
                *[""] * 3,
                words.compared_text(compare_with_city(own, alike, indicator)),
            ]
            for key, (own, alike) in average_by_group(city, found).items()
        ]
        table = GapTable(words.alike_columns(), rows, numbers=2, words=1)
        return compact_elements(layout.context_card(title, [summary], table, [say("gap-context-alike-note")]))

    def _county_row(self, code: str, one: PlaceOfFigure, choice: GapChoice) -> list[str]:
        region = self.city.region
        return [
            self.city.geography.name(code, choice.year),
            region.group_of(code).name,
            value_text(one.indicator, one.value),
            value_text(one.indicator, one.alike.mean if one.alike else None),
            county_words.range_text(one.indicator, one.alike),
            county_words.place_text(one.province),
            county_words.place_text(one.country),
            words.compared_text(one.against_alike),
        ]
