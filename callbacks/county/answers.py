"""Answers of the county page: the choices of its controls, and one county's profile."""

from typing import Any, NotRequired

from typing_extensions import TypedDict

from callbacks.frame.empty_pages import build_empty_note
from callbacks.frame.request_checks import UnusableValueError, require_one_of
from datasets.analyses.county_profile import (
    build_county_profile,
    count_indicators_by_year,
    find_fullest_county,
    find_fullest_year,
)
from datasets.analyses.national_context import build_national_context
from datasets.census.weights import EXAMPLE, HIGHEST, Weights, read_weights
from datasets.city.city import City
from datasets.city.shared_results import SharedResults
from geodata.region import Level
from layouts.frame.component_json import compact_elements
from layouts.ids import CountyPage, Shell
from layouts.pages.county.context import context_body
from layouts.pages.county.page import choices, profile_body
from layouts.pages.county.spine import spine_figures

_KEPT = 64  # profiles, some 300 kB each


class ProfileRequest(TypedDict):
    """The profile that a page asks for; ``weights`` of likeness as the address holds them."""

    dataset: str
    county: str
    year: int
    weights: NotRequired[str]


def county_choices(city: City) -> dict[str, Any]:
    """The years of every dataset, and the names of the counties in them."""
    held = {dataset: city.cached_for_all_groups(count_indicators_by_year, dataset) for dataset in city.datasets}
    codes = city.geography.codes(Level.COUNTY)
    names = {
        year: {code: city.geography.name(code, year) for code in codes} for years in held.values() for year in years
    }
    first = {
        dataset: (
            {year: city.cached(find_fullest_county, dataset, year) for year in years},
            find_fullest_year(years),
        )
        for dataset, years in held.items()
    }
    likeness = {"weights": city.national.declared_weights, "highest": HIGHEST, "example": EXAMPLE}
    return choices(first, names, likeness)


class CountyAnswers:
    """Answers for one city. The last profiles are kept: readers return to them."""

    def __init__(self, city: City) -> None:
        self.city, self._profiles, self._contexts = city, SharedResults(_KEPT), SharedResults(_KEPT)

    def describe_profile(self, asked: ProfileRequest) -> dict[str, Any]:
        """The profile that a page asks for; a value that is not offered is refused (UnusableValueError)."""
        choice = self._read(asked)
        return self._profiles.find(choice, lambda: self._describe_profile(*choice))

    def describe_context(self, asked: ProfileRequest) -> dict[str, Any]:
        """Only what the country says of the county: all that weights of likeness change."""
        choice = self._read(asked)
        return self._contexts.find(choice, lambda: {"context": self._describe_context(*choice)})

    def _read(self, asked: ProfileRequest) -> tuple[str, str, int, Weights]:
        dataset = require_one_of(Shell.DATASET, asked["dataset"], self.city.datasets)
        county = require_one_of(CountyPage.COUNTY, asked["county"], self.city.geography.codes(Level.COUNTY))
        years = self.city.cached_for_all_groups(count_indicators_by_year, dataset)
        year = require_one_of(CountyPage.YEAR, asked["year"], years)
        text = asked.get("weights", "")
        try:
            return dataset, county, year, read_weights(text, self.city.national.declared_weights) if text else ()
        except ValueError as error:
            raise UnusableValueError(CountyPage.WEIGHTS, text) from error

    def _describe_profile(self, dataset: str, county: str, year: int, weights: Weights) -> dict[str, Any]:
        """What the browser paints: elements, and charts by the ids of their places."""
        profile = build_county_profile(self.city, dataset, county, year)
        body = [*build_empty_note(self.city, dataset, of_counties=True), *profile_body(profile)]
        return {
            "body": compact_elements(body),
            "charts": spine_figures(profile),
            "context": self._describe_context(dataset, county, year, weights),
        }

    def _describe_context(self, dataset: str, county: str, year: int, weights: Weights) -> Any:
        context = build_national_context(self.city, dataset, county, year, weights)
        return compact_elements(context_body(context, self.city.national.measures, HIGHEST))
