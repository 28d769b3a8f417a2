"""Answers of the county page: the choices of its controls, and one county's profile."""

from typing import Any

from typing_extensions import TypedDict

from callbacks.frame.empty_pages import build_empty_note
from callbacks.frame.request_checks import require_one_of
from datasets.analyses.county_profile import build_county_profile, count_indicators_by_year, find_fullest_year
from datasets.city.city import City
from datasets.city.shared_results import SharedResults
from geodata.region import Level
from layouts.frame.component_json import compact_elements
from layouts.ids import CountyPage, Shell
from layouts.pages.county import choices, profile_body, spine_figures

_KEPT = 64  # profiles, some 300 kB each


class ProfileRequest(TypedDict):
    """The profile that a page asks for."""

    dataset: str
    county: str
    year: int


def county_choices(city: City) -> dict[str, Any]:
    """The years of every dataset, and the names of the counties in them."""
    held = {dataset: city.cached(count_indicators_by_year, dataset) for dataset in city.datasets}
    codes = city.geography.codes(Level.COUNTY)
    names = {
        year: {code: city.geography.name(code, year) for code in codes} for years in held.values() for year in years
    }
    return choices({dataset: (list(years), find_fullest_year(years)) for dataset, years in held.items()}, names)


class CountyAnswers:
    """Answers for one city. The last profiles are kept: readers return to them."""

    def __init__(self, city: City) -> None:
        self.city, self._profiles = city, SharedResults(_KEPT)

    def describe_profile(self, asked: ProfileRequest) -> dict[str, Any]:
        """The profile that a page asks for; a value that is not offered is refused (UnusableValueError)."""
        dataset = require_one_of(Shell.DATASET, asked["dataset"], self.city.datasets)
        county = require_one_of(CountyPage.COUNTY, asked["county"], self.city.geography.codes(Level.COUNTY))
        years = self.city.cached(count_indicators_by_year, dataset)
        year = require_one_of(CountyPage.YEAR, asked["year"], years)
        return self._profiles.find((dataset, county, year), lambda: self._describe(dataset, county, year))

    def _describe(self, dataset: str, county: str, year: int) -> dict[str, Any]:
        """What the browser paints: elements, and charts by the ids of their places."""
        profile = build_county_profile(self.city, dataset, county, year)
        body = [*build_empty_note(self.city, dataset, of_counties=True), *profile_body(profile)]
        return {"body": compact_elements(body), "charts": spine_figures(profile)}
