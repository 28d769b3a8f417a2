"""Answers of the coverage page for a dataset, a type of facility and a year: texts beside the map, and the map."""

from collections.abc import Mapping
from dataclasses import asdict
from functools import lru_cache
from typing import Any

from datasets.analyses.coverage_of_type import TypeCoverage, compute_catchment, compute_type_coverage
from datasets.analyses.coverage_summary import CoverageSummary
from datasets.city.city import City
from datasets.queries.coverage_query import CoverageChoice, CoverageOptions
from geodata.region import Level
from indicators.facilities.coverage_measures import format_standard
from indicators.facilities.facility_types import FacilityType
from layouts.figures.maps.coverage_data import count_not_drawn, coverage_map_data
from layouts.figures.maps.coverage_map import CoverageTrace
from layouts.figures.maps.siting import SitingTrace
from layouts.pages.coverage.body import coverage_body
from layouts.pages.coverage.empty_state import explain_empty
from layouts.pages.coverage.findings import CoverageFindings
from layouts.pages.coverage.page import map_href
from layouts.words.pages import coverage as words
from layouts.words.pages.atlas import ignored_texts
from layouts.words.pages.map_ground import group_line_text, line_texts, outline_texts
from locales import say

_CACHED_ANSWERS = 64

Group = tuple[str, Mapping[str, str]]  # a heading and the options below it


class CoverageAnswers:
    """Answers for one city; readers return to them, so they are cached."""

    def __init__(self, city: City) -> None:
        self.city, self.options = city, CoverageOptions(city)
        self._cached = lru_cache(maxsize=_CACHED_ANSWERS)(self._build_answer)

    def answer(self, query: Mapping[str, str]) -> dict[str, Any]:
        """Everything on the page for an address, as texts and arrays: ``place`` is what it comes to."""
        choice, ignored = self.options.read_query(query)
        identity = self.city.datasets[choice.dataset].identity
        return self._cached(choice) | {"remarks": say("list-parts").join(ignored_texts(ignored))} | identity

    def _build_answer(self, choice: CoverageChoice) -> dict[str, Any]:
        type_ = self.city.facility_types[choice.type_]
        coverage = compute_type_coverage(self.city, choice.dataset, choice.type_, choice.year)
        empty = explain_empty(self.options, choice, coverage)
        summary = None if empty else self._summarise(choice, coverage)
        return {
            "place": choice.to_query(),
            "types": self._list_types(choice.dataset),
            "years": self.options.years(choice.dataset),
            "map_href": map_href(choice.dataset, choice.type_, choice.year),
            "head": self._head_map(choice, summary),
            "marks": self._list_marks(choice, coverage),
            "legend": self._build_legend(type_, coverage),
            "empty": asdict(empty) if empty else None,
            "body": summary and coverage_body(summary, count_not_drawn(coverage)),
            "map": coverage_map_data(self.city, coverage, compute_catchment(self.city, coverage)),
        }

    def _summarise(self, choice: CoverageChoice, coverage: TypeCoverage) -> CoverageSummary | None:
        """What the type comes to; None where nobody's place of residence is known."""
        if coverage.residents is None:
            return None
        return CoverageSummary(self.city, choice.dataset, coverage, coverage.residents)

    def _head_map(self, choice: CoverageChoice, summary: CoverageSummary | None) -> tuple[str, str]:
        """What the map says over what it shows; without anything to say that alone."""
        type_ = self.city.facility_types[choice.type_]
        subject = say("coverage-map-heading", type=type_.name, year=choice.year, within=format_standard(type_))
        if summary is None:
            return subject, ""
        told = CoverageFindings(summary).describe_map(marked=True)
        return (told, subject) if told else (subject, "")

    def _list_types(self, dataset: str) -> list[Group]:
        """The types to choose from by domain; those that the dataset has nothing of say so."""
        types, held = self.city.facility_types, self.options.held(dataset)
        names = {
            key: type_.name if key in held else say("coverage-type-without-points", name=type_.name)
            for key, type_ in types.items()
        }
        return [
            (say("common-domains", domain=domain), {key: names[key] for key in keys})
            for domain, keys in self.options.types().items()
        ]

    def _list_marks(self, choice: CoverageChoice, coverage: TypeCoverage) -> list[str]:
        is_demonstration = self.city.datasets[choice.dataset].demonstration
        is_estimated = coverage.residents is not None and coverage.residents.estimated
        return [say("coverage-demonstration")] * is_demonstration + [say("coverage-estimated-residents")] * is_estimated

    def _build_legend(self, type_: FacilityType, coverage: TypeCoverage) -> dict[str, Any]:
        """What the marks on the map are, by the names of its traces, and what its areas and lines are.

        ``changes`` are those that a scenario lays over it, while it does.
        """
        region = self.city.region
        has_approximate = bool(coverage.facilities["approximate"].any())
        return {
            "marks": {
                CoverageTrace.FACILITIES: words.facility_text(type_.name, len(coverage.facilities)),
                CoverageTrace.COVERED: say("coverage-covered"),
                CoverageTrace.UNCOVERED: say("coverage-uncovered"),
            },
            "changes": {trace: say("siting-legend", mark=trace.key) for trace in SitingTrace},
            "within": say("coverage-within", within=format_standard(type_)),
            "outline": outline_texts(region)[Level.COUNTY],
            "groupLine": group_line_text(region),
            "lines": line_texts(self.city.geography.surroundings.lines),
            "notes": [say("coverage-size")] + [say("coverage-approximate")] * has_approximate,
        }
