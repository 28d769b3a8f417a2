"""What can be chosen on the page of facilities, and what an address comes to."""

from dataclasses import replace

import pytest

from datasets.queries.coverage_query import CoverageChoice, CoverageOptions


@pytest.fixture(scope="module")
def choices(city):
    return CoverageOptions(city)


def test_an_address_is_read_as_it_was_written(choices):
    choice = CoverageChoice("demo", "library", 2014)
    assert choices.read_query(choice.to_query()) == (choice, [])


def test_without_an_address_the_type_of_the_policy_and_the_last_year_are_shown(choices):
    assert choices.read_query({"dataset": "demo"}) == (CoverageChoice("demo", "township_hospital", 2016), [])


def test_a_year_without_people_gives_way_to_the_last_one_before_it(choices):
    choice, ignored = choices.read_query({"dataset": "demo", "year": "2030"})
    assert choice.year == 2016
    assert [(part.name, part.found) for part in ignored] == [("year", "2030")]


@pytest.mark.parametrize(
    ("name", "text"), [("dataset", "<b>"), ("type", "palace"), ("year", "²016"), ("colour", "red")]
)
def test_what_is_not_known_is_ignored_and_told(choices, name, text):
    choice, ignored = choices.read_query({name: text})
    assert choice == choices.read_query({})[0]
    assert [(part.name, part.found) for part in ignored] == [(name, text)]


def test_a_dataset_without_the_first_type_opens_with_one_that_it_has(city):
    demo = city.datasets["demo"]
    libraries = demo.facilities[demo.facilities["type"] == "library"]
    of_one = CoverageOptions(replace(city, datasets={"own": replace(demo, facilities=libraries)}))
    assert of_one.held("own") == {"library"}
    assert of_one.read_query({})[0].type_ == "library"


def test_years_are_those_in_which_it_is_known_where_people_live(city, choices):
    assert choices.years("demo") == list(city.datasets["demo"].resident_distribution.years)


def test_marks_put_on_the_map_by_hand_are_part_of_an_address(choices):
    marked, ignored = choices.read_page_query({"marks": "note_113.05_23.68_缺医*ring_113", "plan": "x"})
    assert (marked.to_query()["marks"], ignored) == ("note_113.05_23.68_缺医*", [])
    assert "marks" not in choices.read_query({})[0].to_query()
