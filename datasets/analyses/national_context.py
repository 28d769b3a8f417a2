"""A county among all of the country: its place in the censuses, and the counties most like it as a benchmark."""

from dataclasses import dataclass

import pandas as pd

from datasets.census.comparability import Comparability
from datasets.census.national import Place, Summary, find_census_year
from datasets.census.weights import Weights
from datasets.city.city import City
from datasets.city.offered_indicators import list_mapped_indicators
from geodata.region import Level
from indicators.definition import Indicator
from indicators.profile import CityComparison, compare_with_city
from indicators.thresholds import equals

MOST_COMPARED = 200  # counties of a region: more are a country of their own


@dataclass(frozen=True)
class PlaceOfFigure:
    """A county's figure of a census, its place in province and country, and what those like it come to.

    ``province`` and ``country`` are None where the figure rests on too few people to be ranked.
    """

    indicator: Indicator
    value: float
    province: Place | None
    country: Place | None
    alike: Summary | None

    @property
    def against_alike(self) -> CityComparison:
        """The figure beside the mean of the counties most alike."""
        return compare_with_city(self.value, self.alike.mean if self.alike else None, self.indicator)


@dataclass(frozen=True)
class MeasuredCounty:
    """A county, how far it is from the one that is asked of, and its measures of likeness; None where not known."""

    adcode: str
    name: str
    distance: float
    measures: dict[str, float | None]
    comparability: Comparability | None


@dataclass(frozen=True)
class NationalContext:
    """``county`` as of a year: its places, if that is the year of a census, and those like it in ``census_year``.

    ``weights`` are those that count, by measure. ``province`` is its name.
    """

    county: MeasuredCounty
    year: int
    census_year: int
    province: str
    weights: dict[str, float]
    alike: list[MeasuredCounty]
    places: list[PlaceOfFigure]


def build_national_context(
    city: City, dataset: str, county: str, year: int, weights: Weights = ()
) -> NationalContext | None:
    """Everything about a county that the country shows; None for a demonstration, and where no census has the county.

    A figure has a place only where the dataset shows that of the census, not another source's.
    """
    national, census_year = city.national, find_census_year(year)
    if city.datasets[dataset].demonstration or county not in national.amounts.get(census_year, pd.DataFrame()).index:
        return None
    alike = find_alike(city, county, year, weights)
    keys = [key for keys in list_mapped_indicators(city, dataset).values() for key in keys]
    found = (place_figure(city, dataset, key, county, year, [one.adcode for one in alike]) for key in keys)
    return NationalContext(
        county=_measure_county(city, county, census_year, 0),
        year=year,
        census_year=census_year,
        province=national.divisions.get(f"{county[:2]}0000", ""),
        weights=national.declared_weights | dict(weights),
        alike=alike,
        places=[one for one in found if one],
    )


def find_alike(city: City, county: str, year: int, weights: Weights = ()) -> list[MeasuredCounty]:
    """The counties of the country most like one, in the last census up to a year (the first, where that is later)."""
    census_year = find_census_year(year)
    found = city.national.find_similar(county, census_year, dict(weights))
    return [_measure_county(city, one.adcode, census_year, one.distance) for one in found]


def place_figure(
    city: City, dataset: str, indicator: str, county: str, year: int, alike: list[str]
) -> PlaceOfFigure | None:
    """The place of one figure; None where the dataset does not show that of a census."""
    definition, national = city.indicators[indicator], city.national
    values, records = national.values(definition, year), city.records_of_year(dataset, indicator, year)
    if county not in values.index or county not in records.index or definition.is_detail:
        return None
    value, shown = float(values[county]), float(records["value"][county])
    if not equals(shown, value):
        return None
    province, country = national.find_places(definition, county, year) or (None, None)
    return PlaceOfFigure(definition, value, province, country, national.summarise(definition, alike, year))


def place_counties(city: City, dataset: str, indicator: str, year: int) -> dict[str, PlaceOfFigure]:
    """By county of the city its place in one indicator, with the declared weights; none where there are too many."""
    codes = city.geography.codes(Level.COUNTY)
    if city.datasets[dataset].demonstration or len(codes) > MOST_COMPARED:
        return {}
    if city.national.values(city.indicators[indicator], year).empty:
        return {}
    alike = city.cached_for_all_groups(_list_alike, year)
    found = {code: place_figure(city, dataset, indicator, code, year, alike[code]) for code in codes}
    return {code: one for code, one in found.items() if one}


def average_by_group(city: City, places: dict[str, PlaceOfFigure]) -> dict[str, tuple[float, float]]:
    """By group the simple mean of its counties, and that of the means of those like them; of whole groups only."""
    means = {}
    for group in city.region.peopled_groups:
        alike = [one.alike for code in city.region.members(group) if (one := places.get(code))]
        known = [summary.mean for summary in alike if summary]
        own = [places[code].value for code in city.region.members(group) if code in places]
        if len(known) == len(city.region.members(group)):
            means[group] = (sum(own) / len(own), sum(known) / len(known))
    return means


def _list_alike(city: City, year: int) -> dict[str, list[str]]:
    """By county of the city the codes of those like it."""
    codes = city.geography.codes(Level.COUNTY)
    return {code: [one.adcode for one in city.national.find_similar(code, year)] for code in codes}


def _measure_county(city: City, county: str, census_year: int, distance: float) -> MeasuredCounty:
    national = city.national
    own = national.measure_values(census_year).loc[county]
    return MeasuredCounty(
        county,
        national.find_name(county),
        distance,
        {str(key): None if pd.isna(value) else float(value) for key, value in own.items()},
        national.comparability.get(county),
    )
