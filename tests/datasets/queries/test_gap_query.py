"""The gap page's choice: what can be compared, and what an address comes to."""

import pytest

from datasets.analyses.gap_analysis import assess_indicators
from datasets.queries.gap_query import GapOptions, Goal
from geodata.region import Level
from indicators.definition import Domain

BEDS = "medical_beds_per_1000_residents"
OPENING = "college_per_100k"


@pytest.fixture(scope="module")
def choices(city) -> GapOptions:
    return GapOptions(city)


def test_only_rates_with_a_county_value_are_compared(choices, city):
    for dataset in city.datasets:
        for key in choices.comparable(dataset):
            assert city.indicators[key].formula.denominator
            assert city.years(dataset, key, Level.COUNTY)
    assert "medical_beds" not in choices.comparable("demo")


def test_an_empty_address_opens_the_year_with_most_verdicts(choices, city):
    choice, ignored = choices.read_query({})
    assert (choice.dataset, choice.indicator, choice.year, choice.domain) == ("public", OPENING, 2020, None)
    verdicts = {
        year: sum(one.is_judged for one in assess_indicators(city, "public", choices.comparable("public"), year))
        for year in choices.years("public")
    }
    assert verdicts[2020] == max(verdicts.values()) > 0
    assert ignored == []


def test_a_choice_survives_its_own_address(choices):
    choice, _ = choices.read_query(
        {"dataset": "demo", "domain": "health", "indicator": BEDS, "year": "2013", "goal": "target"}
    )
    assert choices.read_query(choice.to_query()) == (choice, [])
    assert (choice.domain, choice.year, choice.goal) == (Domain.HEALTH, 2013, Goal.TARGET)


def test_nonsense_is_named_and_ignored(choices):
    choice, ignored = choices.read_query({"year": "<b>", "mood": "good", "indicator": "beds"})
    assert {(part.name, part.found) for part in ignored} == {("year", "<b>"), ("mood", "good"), ("indicator", "beds")}
    assert choice.indicator == OPENING


def test_the_indicator_follows_the_domain(choices, city):
    choice = choices.change(choices.read_query({"dataset": "demo"})[0], domain=Domain.TRANSPORT)
    assert city.indicators[choice.indicator].domain is Domain.TRANSPORT
    assert choices.change(choice, domain=None).indicator == choice.indicator


def test_an_indicator_without_a_target_falls_back_on_the_line(choices, city):
    without = next(key for key in choices.comparable("demo") if key not in city.anchors)
    start = choices.read_query({"dataset": "demo", "indicator": BEDS, "goal": "target"})[0]
    assert choices.change(start, indicator=without).goal is Goal.LINE


def test_another_dataset_without_the_year_takes_the_indicators_last(choices):
    demo = choices.read_query({"dataset": "demo", "indicator": BEDS, "year": "2013"})[0]
    assert choices.change(demo, dataset="public").year == 2020


def test_of_the_measures_of_a_facility_one_stands_in_the_overview_and_all_can_be_chosen(choices):
    of_hospitals = [key for key in choices.comparable("demo") if key.startswith("hospital_")]
    assert len(of_hospitals) == 5  # the 90th percentile has no denominator
    assert [key for key in choices.listed("demo") if key.startswith("hospital_")] == ["hospital_share_within"]


def test_indicators_of_facilities_come_last_in_their_domain(choices, city):
    for domain in choices.domains("demo"):
        of_facilities = [bool(city.indicators[key].facility_type) for key in choices.comparable("demo", domain)]
        assert of_facilities == sorted(of_facilities)
