"""What a choice of dataset, type and year is on the page of facilities: trees beside the map, and the map."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from dash.development.base_component import Component

from callbacks.coverage.empty_states import block_of
from callbacks.coverage.findings import map_href, reading_of
from callbacks.coverage.map import map_spec
from datasets.analyses.coverage_of_type import TypeCoverage, compute_type_coverage
from datasets.city.city import City
from datasets.queries.coverage_query import CoverageChoice, CoverageOptions
from geodata.region import Level
from indicators.facilities.coverage_measures import SHARE_WITHIN, standard_text
from indicators.facilities.facility_types import FacilityType
from layouts.pages import coverage as layout
from layouts.pages.coverage import Controls
from layouts.words.common import DOMAINS
from layouts.words.pages import coverage as words
from layouts.words.pages.atlas import ignored_text, outline_texts

_KEPT = 64  # answers


class CoverageAnswers:
    """Answers for one city; readers return to them, so they are kept."""

    def __init__(self, city: City) -> None:
        self.city, self.choices = city, CoverageOptions(city)
        self._shown = lru_cache(maxsize=_KEPT)(self._answer)

    def answer(self, query: Mapping[str, str]) -> dict[str, Any]:
        """Everything on the page for an address: ``place``, ``trees`` by where they stand, ``map``, and remarks."""
        choice, ignored = self.choices.read_query(query)
        remarks = [ignored_text(part.name, part.found, part.allowed) for part in ignored]
        identity = self.city.datasets[choice.dataset].identity
        return self._shown(choice) | {"remarks": "；".join(remarks)} | identity

    def _answer(self, choice: CoverageChoice) -> dict[str, Any]:
        type_ = self.city.facility_types[choice.type_]
        found = compute_type_coverage(self.city, choice.dataset, choice.type_, choice.year)
        block = block_of(self.city, self.choices, choice, found)
        within = standard_text(type_)
        trees: dict[str, list[Component]] = {
            "controls": layout.controls(self._controls(choice)),
            "title": layout.title(words.heading(type_.name, choice.year, within), self._marks(choice, found)),
            "legend": self._legend(type_, found),
            "blocked": layout.blocked(block) if block else [],
            "body": self._body(choice, found) if block is None else [],
        }
        return {"place": choice.to_query(), "trees": trees, "map": map_spec(self.city, type_, found)}

    def _body(self, choice: CoverageChoice, found: TypeCoverage) -> list[Component]:
        if found.residents is None:
            return []
        return layout.coverage_body(reading_of(self.city, choice, found, found.residents))

    def _controls(self, choice: CoverageChoice) -> Controls:
        types, held = self.city.facility_types, self.choices.held(choice.dataset)
        groups = [
            (
                DOMAINS[domain],
                {key: types[key].name if key in held else words.absent(types[key].name) for key in keys},
            )
            for domain, keys in self.choices.types().items()
        ]
        return Controls(
            groups, choice.type_, self.choices.years(choice.dataset), choice.year, map_href(choice, SHARE_WITHIN)
        )

    def _marks(self, choice: CoverageChoice, found: TypeCoverage) -> list[str]:
        made_up = self.city.datasets[choice.dataset].demonstration
        estimated = found.residents is not None and found.residents.estimated
        return [words.DEMONSTRATION] * made_up + [words.ESTIMATED_RESIDENTS] * estimated

    def _legend(self, type_: FacilityType, found: TypeCoverage) -> list[Component]:
        region = self.city.region
        names = (region.groups[key].name for key in (region.focus, region.benchmark))
        approximate = bool(found.facilities["approximate"].any())
        notes = [words.SIZE] + [words.APPROXIMATE] * approximate
        return layout.legend(
            words.facility_text(type_.name, len(found.facilities)),
            words.within_text(standard_text(type_)),
            outline_texts(*names)[Level.COUNTY],
            notes,
        )
