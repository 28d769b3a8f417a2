"""The address of a county's profile."""

import pytest

from datasets.queries.county_query import CountyChoice, read_county_query
from geodata.region import Level


def test_an_address_is_read_as_it_was_written(city):
    choice = CountyChoice("demo", "441882", 2014)
    assert read_county_query(city, choice.to_query()) == (choice, [])


@pytest.mark.parametrize("dataset", ["public", "demo"])
def test_without_a_county_it_is_one_with_most_figures(city, dataset):
    choice, _ = read_county_query(city, {"dataset": dataset})
    known = {
        code: sum(
            code in city.records_of_year(dataset, key, choice.year)["value"].dropna().index
            for key, indicator in city.indicators.items()
            if not indicator.is_detail
        )
        for code in city.geography.codes(Level.COUNTY)
    }
    assert known[choice.county] == max(known.values())


@pytest.mark.parametrize(("name", "text"), [("dataset", "x"), ("county", "999999"), ("year", "1850"), ("mood", "good")])
def test_an_unknown_part_gives_way_to_the_first_choice_and_is_named(city, name, text):
    choice, ignored = read_county_query(city, {name: text})
    assert choice == read_county_query(city, {})[0]
    assert [(part.name, part.found) for part in ignored] == [(name, text)]
