"""The indicators and years that a reader can choose from in a dataset, and those that a page opens with."""

from collections import Counter

from datasets.city.city import City
from geodata.region import Level
from indicators.definition import Direction, Domain, Indicator
from indicators.gaps.gap_path import VERDICTS, assess_gap, select_preferred_average


def find_opening_indicator(city: City, dataset: str, among: tuple[str, ...] = ()) -> str:
    """The indicator that a page opens with, of those offered or of some of them: the one that says most.

    The level of services, not a count; judged against the line in its last year, then in most years; known of all
    counties in most years; one in which the counties still differ; a headline one; of equals the one whose distance
    between the groups changed most, and then the first as they are listed.
    """
    return city.cached(_choose_opening, dataset, among)


def _choose_opening(city: City, dataset: str, among: tuple[str, ...]) -> str:
    offered = [key for keys in list_offered_indicators(city, dataset).values() for key in keys]
    held = [key for key in offered if key in among] or list(among) or offered
    return max(held, key=lambda key: _rank_as_opening(city, dataset, key))


def _rank_as_opening(city: City, dataset: str, key: str) -> tuple[float, ...]:
    """What speaks for opening with an indicator, the weightiest first."""
    indicator = city.indicators[key]
    counts = count_known_counties(city, dataset, key)
    most = len(city.geography.codes(Level.COUNTY))
    verdicts = {
        year: select_preferred_average(gap.judged_ratios) or 0
        for year, gap in city.gaps(dataset, key).items()
        if assess_gap(gap, indicator.direction) in VERDICTS
    }
    last = max(counts, default=None)
    return (
        _describes_a_level(indicator),
        last in verdicts,
        len(verdicts),
        sum(count == most for count in counts.values()),
        sum(counts.values()) / most // 0.1,  # where no year has all: a county more or less decides nothing
        _tells_counties_apart(city, dataset, key),
        indicator.headline,
        abs(verdicts[max(verdicts)] - verdicts[min(verdicts)]) if verdicts else 0,
    )


def _describes_a_level(indicator: Indicator) -> bool:
    """Whether it says how well people are served: neither a count, nor a state, nor demand and structure."""
    return bool(indicator.formula.denominator) and indicator.direction is not Direction.NEUTRAL and not indicator.yes_no


def _tells_counties_apart(city: City, dataset: str, key: str) -> bool:
    """Whether the counties have mostly different values in the last year: a map of one colour says little."""
    years, counties = city.years(dataset, key, Level.COUNTY), city.geography.codes(Level.COUNTY)
    if not years:
        return False
    values = city.records_of_year(dataset, key, years[-1])["value"]
    own = values[values.index.isin(counties)].round(city.indicators[key].decimals)
    return own.nunique() > len(own) // 2


def count_known_counties(city: City, dataset: str, indicator: str) -> dict[int, int]:
    """Of how many counties each year has a value of an indicator, the years ascending."""
    values = city.records(dataset, indicator)["value"].dropna()
    own = values.index[values.index.isin(city.geography.codes(Level.COUNTY), level="area_code")]
    return dict(sorted(Counter(map(int, own.get_level_values("year"))).items()))


def list_mapped_indicators(city: City, dataset: str) -> dict[Domain, list[str]]:
    """List the indicators that a dataset can map, by domain.

    What can be judged leads: it says which way is better, and one year has all counties. Then headline ones, others by
    name, facilities last.
    """
    return city.cached_for_all_groups(_find_mapped, dataset)


def can_be_judged(city: City, dataset: str, indicator: str) -> bool:
    """Whether an indicator says which way is better and has a value of every county in any year."""
    if city.indicators[indicator].direction is Direction.NEUTRAL:
        return False
    most = len(city.geography.codes(Level.COUNTY))
    return max(count_known_counties(city, dataset, indicator).values(), default=0) == most


def _find_mapped(city: City, dataset: str) -> dict[Domain, list[str]]:
    mapped = [
        indicator
        for key, indicator in city.indicators.items()
        if key in city.datasets[dataset].records and city.levels(dataset, key)
    ]
    plain = [indicator for indicator in mapped if indicator.facility_type is None]
    of_facilities = [indicator for indicator in mapped if indicator.facility_type]  # as declared: share_within leads
    judged = {one.id: can_be_judged(city, dataset, one.id) for one in plain}
    led = sorted(plain, key=lambda one: (not judged[one.id], not one.headline, one.id))
    ordered = [*led, *of_facilities]
    by_domain = {domain: [i.id for i in ordered if i.domain is domain] for domain in Domain}
    return {domain: ids for domain, ids in by_domain.items() if ids}


def list_offered_indicators(city: City, dataset: str) -> dict[Domain, list[str]]:
    """List the indicators to choose from: those with data, or a single one without data where there are none."""
    first = next((key for key, one in city.indicators.items() if one.headline), next(iter(city.indicators)))
    return list_mapped_indicators(city, dataset) or {city.indicators[first].domain: [first]}


def list_indicators_at(city: City, dataset: str, level: Level) -> list[str]:
    """List the indicators to choose from that have values at a level."""
    return city.cached_for_all_groups(_find_at_level, dataset, level)


def _find_at_level(city: City, dataset: str, level: Level) -> list[str]:
    offered = list_offered_indicators(city, dataset).values()
    return [key for keys in offered for key in keys if level in city.levels(dataset, key)]


def list_offered_years(city: City, dataset: str, indicator: str, level: Level) -> list[int]:
    """List the years to choose from: those with a value, or a single one without values where there are none."""
    return city.years(dataset, indicator, level) or [city.year_without_figures(dataset)]
