"""The numbers of the gap page over the shipped city."""

import pytest

from datasets.analyses import gap_analysis as numbers
from datasets.queries.gap_query import GapOptions
from indicators.definition import Direction
from indicators.gaps.gap_path import Assessment, Certainty, select_preferred_average
from indicators.gaps.gaps import EQUALITY_LINE, Averaging

BEDS = "medical_beds_per_1000_residents"
INFANTS = "infant_mortality_per_1000"
FOCUS, BENCHMARK = "north", "south"


@pytest.mark.parametrize("indicator", [BEDS, INFANTS])
def test_the_gap_of_one_year_is_that_of_all_years(city, indicator):
    assert city.gap("demo", indicator, 2014) == city.gaps("demo", indicator)[2014]
    assert city.gap("demo", indicator, 1999) is None


def test_standings_come_by_verdict_and_the_lowest_ratio_first(city):
    found = numbers.assess_indicators(city, "demo", GapOptions(city).comparable("demo"), 2012)
    order = [list(Assessment).index(one.assessment) for one in found]
    assert order == sorted(order)
    short = [select_preferred_average(one.gap.ratios) for one in found if one.assessment is Assessment.SHORT]
    assert short == sorted(short)
    assert {Assessment.SHORT, Assessment.SENSITIVE, Assessment.REACHED, Assessment.NOT_JUDGED} <= {
        one.assessment for one in found
    }


def test_public_beds_lack_a_member_and_have_no_verdict(city):
    one = numbers.assess_indicator(city, "public", BEDS, 2020)
    assert one.assessment is Assessment.MISSING
    assert one.gap.missing == ("441802",)
    assert set(one.gap.ratios.values()) == {None}
    assert one.sources


def test_public_has_no_reference_area(city):
    years = numbers.compare_with_reference_area(city, "public", BEDS)
    assert all(found.reference is None and found.ratio is None for found in years.values())


@pytest.mark.parametrize("indicator", [BEDS, INFANTS])
def test_the_city_is_held_against_the_reference_area(city, indicator):
    found = numbers.compare_with_reference_area(city, "demo", indicator)[2014]
    own = numbers.select_area_values(city, "demo", indicator, city.region.adcode).at[2014, "value"]
    theirs = numbers.select_area_values(city, "demo", indicator, city.region.reference.code).at[2014, "value"]
    lower = city.indicators[indicator].direction is Direction.LOWER
    assert (found.city, found.reference) == (own, theirs)
    assert found.ratio == pytest.approx(theirs / own if lower else own / theirs)


@pytest.mark.parametrize("indicator", ["buses_per_10000_urban_residents", INFANTS])
def test_what_it_takes_reaches_the_line_and_one_unit_less_does_not(city, indicator):
    needs = numbers.find_needs_to_line(city, "demo", indicator, 2016)
    benchmark = city.gaps("demo", indicator)[2016].levels[BENCHMARK].averages[Averaging.POOLED]
    per, size = city.indicators[indicator].formula.per, needs.counties["denominator"].sum()
    unit = per / size if needs.rises else -per / size

    def ratio(level: float) -> float:
        return level / benchmark if needs.rises else benchmark / level

    assert needs.total > 0
    assert ratio(needs.reached) >= EQUALITY_LINE - 1e-12
    assert ratio(needs.reached - unit) < EQUALITY_LINE
    assert list(needs.counties.index) == city.region.members(FOCUS)


def test_without_a_benchmark_or_a_judgement_nothing_is_needed(city):
    assert numbers.find_needs_to_line(city, "public", BEDS, 2020) is None  # a member of the benchmark is missing
    assert numbers.find_needs_to_line(city, "demo", "urbanization_rate", 2016) is None
    assert numbers.find_needs_to_policy(city, "demo", "urbanization_rate", 2016) is None


def test_a_policy_target_needs_no_benchmark(city):
    needs = numbers.find_needs_to_policy(city, "public", BEDS, 2020)
    assert needs.each
    assert (needs.counties["after"] >= city.anchors[BEDS].value).all()


def test_states_list_the_counties_that_lack_them(city):
    lacking, unknown = numbers.list_counties_without_state(city, "demo", "national_key_technical_school", 2016)
    values = numbers.select_county_values(city, "demo", "national_key_technical_school", 2016)["value"]
    assert set(lacking) == {code for code in city.region.members(FOCUS) if values[code] == 0}
    assert unknown == []


def test_inequality_knows_every_year_of_the_indicator(city):
    years = numbers.measure_inequality_by_year(city, "demo", BEDS)
    assert list(years) == list(range(2010, 2017))


def test_the_line_and_its_last_year_are_quoted_from_the_ledger(city):
    assert any("南部地区" in entry.clause for entry in numbers.list_equality_targets(city))
    assert numbers.find_last_deadline(city) == 2016


def test_what_is_almost_certain_of_the_beds_of_2020(city):
    found = numbers.bound_verdict_in_year(city, "public", BEDS, 2020)
    assert found
    assert (found.missing, found.certainty, found.assessment) == (
        ("441802",),
        Certainty.ALMOST_CERTAIN,
        Assessment.REACHED,
    )
    assert found.reached_above is False


def test_residents_weigh_a_county_without_beds(city):
    """The turning levels by hand: north / 80 %, less what the south's other three counties have."""
    records = city.records_of_year("public", BEDS, 2020)
    people = city.records_of_year("public", "resident_population", 2020)["value"]
    region = city.region
    north, south = region.members(region.focus), [one for one in region.members(region.benchmark) if one != "441802"]
    simple = records.loc[north, "value"].mean() / 0.8 * 4 - records.loc[south, "value"].sum()
    pooled_north = records.loc[north, "numerator"].sum() / records.loc[north, "denominator"].sum()
    wanted = pooled_north / 0.8 * (records.loc[south, "denominator"].sum() + people["441802"])
    pooled = (wanted - records.loc[south, "numerator"].sum()) / people["441802"] * 1000
    found = numbers.bound_verdict_in_year(city, "public", BEDS, 2020)
    assert found
    assert found.turns_at
    low, high = found.turns_at
    assert low <= min(simple, pooled) + 1e-6
    assert high >= max(simple, pooled) - 1e-6
    assert {round(low, 6), round(high, 6)} & {round(simple, 6), round(pooled, 6)}


def test_nothing_is_bounded_where_nothing_is_missing(city):
    assert numbers.bound_verdict_in_year(city, "public", "resident_population", 2020) is None


@pytest.mark.parametrize("year", [1990, 2016])
def test_a_year_without_figures_has_no_bounds(city, year):
    assert numbers.bound_verdict_in_year(city, "public", BEDS, year) is None
