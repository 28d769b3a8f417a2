"""The reader of query strings, on a model of a page's address."""

from typing import Annotated

import pytest
from pydantic import Field

from datasets.queries.query import IgnoredPart, Query, nearest_year, read_dataset, read_query

CHOICES = {"colour": ["red", "blue"]}


class Address(Query):
    """An address with a closed set and an open field."""

    colour: str | None = None
    size: Annotated[int, Field(description="7")] = 3


def test_usable_parts_are_typed_and_the_others_have_their_defaults():
    assert read_query(Address, {"size": "5"}, CHOICES) == (Address(size=5), [])


@pytest.mark.parametrize(
    ("name", "text", "allowed"),
    [("colour", "green", ("red", "blue")), ("size", "large", ("7",)), ("mood", "good", ("colour", "size"))],
)
def test_an_unusable_part_is_named_with_what_it_may_be(name, text, allowed):
    assert read_query(Address, {name: text}, CHOICES) == (
        Address(),
        [IgnoredPart(name, text, allowed)],
    )


def test_one_unusable_part_does_not_spoil_the_others():
    found, ignored = read_query(Address, {"mood": "good", "colour": "blue", "size": "x"}, CHOICES)
    assert (found, [part.name for part in ignored]) == (Address(colour="blue"), ["mood", "size"])


def test_a_text_of_former_times_means_what_it_is_called_now():
    renamed = {"colour": {"red": "red", "blue": "blue", "azure": "blue"}}
    assert read_query(Address, {"colour": "azure"}, renamed) == (Address(colour="blue"), [])
    assert read_query(Address, {"colour": "green"}, renamed)[1] == [IgnoredPart("colour", "green", ("red", "blue"))]


def test_only_what_the_address_says_counts_as_wanted():
    assert read_query(Address, {"colour": "red"}, CHOICES)[0].model_fields_set == {"colour"}


@pytest.mark.parametrize(("wanted", "year"), [(None, 2016), (2014, 2013), (2013, 2013), (2000, 2010), (2030, 2016)])
def test_a_year_without_figures_gives_way_to_the_last_one_before_it(wanted, year):
    assert nearest_year([2010, 2013, 2016], wanted) == year


@pytest.mark.parametrize("query", [{}, {"dataset": "nowhere"}])
def test_without_a_known_dataset_the_first_is_meant(city, query):
    assert read_dataset(city, query) == next(iter(city.datasets))
    assert read_dataset(city, {"dataset": "demo"}) == "demo"


def test_the_language_and_the_groups_of_an_address_are_no_part_of_a_page():
    assert read_query(Address, {"lang": "en", "groups": "a", "size": "5"}, CHOICES) == (Address(size=5), [])
