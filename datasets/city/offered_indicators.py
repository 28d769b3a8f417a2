"""The indicators and years that a reader can choose from in a dataset."""

from datasets.city.city import City
from geodata.region import Level
from indicators.definition import Domain

FIRST_INDICATOR = "medical_beds_per_1000_residents"  # the atlas opens with it where the dataset has it


def list_mapped_indicators(city: City, dataset: str) -> dict[Domain, list[str]]:
    """List the indicators that a dataset can map, by domain: headline ones, others by name, facilities last."""
    return city.cached(_find_mapped, dataset)


def _find_mapped(city: City, dataset: str) -> dict[Domain, list[str]]:
    mapped = [
        indicator
        for key, indicator in city.indicators.items()
        if key in city.datasets[dataset].records and city.levels(dataset, key)
    ]
    plain = [indicator for indicator in mapped if indicator.facility_type is None]
    of_facilities = [indicator for indicator in mapped if indicator.facility_type]  # as declared: share_within leads
    ordered = [*sorted(plain, key=lambda indicator: (not indicator.headline, indicator.id)), *of_facilities]
    by_domain = {domain: [i.id for i in ordered if i.domain is domain] for domain in Domain}
    return {domain: ids for domain, ids in by_domain.items() if ids}


def list_offered_indicators(city: City, dataset: str) -> dict[Domain, list[str]]:
    """List the indicators to choose from: those with data, or a single one without data where there are none."""
    first = FIRST_INDICATOR if FIRST_INDICATOR in city.indicators else next(iter(city.indicators))
    return list_mapped_indicators(city, dataset) or {city.indicators[first].domain: [first]}


def list_indicators_at(city: City, dataset: str, level: Level) -> list[str]:
    """List the indicators to choose from that have values at a level."""
    return city.cached(_find_at_level, dataset, level)


def _find_at_level(city: City, dataset: str, level: Level) -> list[str]:
    offered = list_offered_indicators(city, dataset).values()
    return [key for keys in offered for key in keys if level in city.levels(dataset, key)]


def list_offered_years(city: City, dataset: str, indicator: str, level: Level) -> list[int]:
    """List the years to choose from: those with a value, or a single one without values where there are none."""
    return city.years(dataset, indicator, level) or [city.year_without_figures(dataset)]
