"""The address of the first page."""

import pytest

from datasets.queries.overview_query import OverviewOptions


@pytest.fixture(scope="module")
def options(city) -> OverviewOptions:
    return OverviewOptions(city)


def test_without_a_year_the_one_with_most_verdicts_opens(options):
    assert options.choose("public").year == 2020
    assert options.choose("demo").year == 2016


def test_it_is_compared_with_the_last_earlier_year_that_has_verdicts(options):
    assert options.choose("public").before == 2010
    assert options.choose("demo", 2014).before == 2013
    assert options.choose("public", 2010).before is None


def test_what_an_address_cannot_use_is_named(options):
    choice, ignored = options.read_query({"dataset": "public", "year": "1999", "colour": "red"})
    assert choice.year == 2020
    assert {part.name for part in ignored} == {"year", "colour"}
