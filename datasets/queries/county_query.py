"""The address of a county's profile: a dataset, a county, a year, and what makes counties alike."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from pydantic import BeforeValidator, Field, ValidationInfo

from datasets.analyses.county_profile import count_indicators_by_year, find_fullest_county, find_fullest_year
from datasets.census.weights import EXAMPLE, Weights, read_weights, write_weights
from datasets.city.city import City
from datasets.queries.query import IgnoredPart, Query, read_dataset, read_query
from geodata.region import Level


def _read_weights(text: str, info: ValidationInfo) -> Weights:
    return read_weights(text, (info.context or {})["measures"])


class CountyQuery(Query):
    """What an address asks for; None where it leaves the choice to the page."""

    dataset: str | None = None
    county: str | None = None
    year: int | None = None
    weights: Annotated[Weights, BeforeValidator(_read_weights), Field(description=EXAMPLE)] = ()


@dataclass(frozen=True)
class CountyChoice:
    """A profile that can be shown; ``weights`` are those of likeness that are not as declared."""

    dataset: str
    county: str
    year: int
    weights: Weights = ()

    def to_query(self) -> dict[str, str]:
        """The choice as query parameters, in a fixed order."""
        weights = {"weights": write_weights(self.weights)} if self.weights else {}
        return {"dataset": self.dataset, "county": self.county, "year": str(self.year)} | weights


def read_county_query(city: City, query: Mapping[str, str]) -> tuple[CountyChoice, list[IgnoredPart]]:
    """The profile that a query string asks for, and the parts of it that were ignored.

    Without a year it is that of the year with most indicators, without a county that of the one with most of them then.
    """
    dataset = read_dataset(city, query)
    years, codes = count_indicators_by_year(city, dataset), city.geography.codes(Level.COUNTY)
    choices = {"dataset": list(city.datasets), "county": codes, "year": [str(year) for year in years]}
    wanted, ignored = read_query(CountyQuery, query, choices | {"measures": city.national.declared_weights})
    year = wanted.year or find_fullest_year(years)
    county = wanted.county or city.cached(find_fullest_county, dataset, year)
    return CountyChoice(dataset, county, year, wanted.weights), ignored
