"""Where people live: by settlements, by townships' own figures, or by what is left of a county's."""

import pytest

from datasets.city.city import SETTLEMENT_COLUMNS, empty_layer
from datasets.city.residents import locate_residents
from indicators.definition import ValueKind
from tests.datasets.places import figures, settlements

EVERYWHERE = {"a1": 100, "a2": 200, "b": 300, "c": 400, "d": 500}


def at_seats(geography, people, committees=(), kind="published"):
    counted = figures("committees", committees)
    return locate_residents(
        empty_layer(SETTLEMENT_COLUMNS), figures("resident_population", people, kind), counted, geography
    )


def by_township(residents):
    return residents.places["population"].to_dict()


def test_a_townships_own_figure_of_that_year_is_taken(square_geography):
    homes = at_seats(square_geography, [("a1", 2016, 70), ("a2", 2016, 30), ("a", 2016, 120)])
    assert by_township(homes.residents(2016)) == {"a1": 70, "a2": 30}


def test_a_countys_people_are_spread_by_committees(square_geography):
    homes = at_seats(square_geography, [("a", 2016, 120)], [("a1", 2016, 1), ("a2", 2016, 3)])
    residents = homes.residents(2016)
    assert by_township(residents) == {"a1": 30, "a2": 90}
    assert residents.places["county"].tolist() == ["a", "a"]
    assert "按2016年村（居）委会数分摊" in residents.sources


def test_only_what_is_left_of_a_county_is_spread(square_geography):
    people = [("a", 2016, 120), ("a1", 2016, 50)]
    homes = at_seats(square_geography, people, [("a1", 2016, 9), ("a2", 2016, 1)])
    assert by_township(homes.residents(2016)) == {"a1": 50, "a2": 70}


@pytest.mark.parametrize(("year", "first"), [(2010, 90), (2017, 90), (2020, 30), (2023, 30)])
def test_committees_are_the_latest_counted_by_then_else_the_first_counted_after(square_geography, year, first):
    counts = [("a1", 2016, 3), ("a2", 2016, 1), ("a1", 2019, 1), ("a2", 2019, 3)]
    homes = at_seats(square_geography, [("a", year, 120)], counts)
    assert by_township(homes.residents(year))["a1"] == first


def test_a_county_of_which_a_township_cannot_be_told_has_no_place(square_geography):
    assert at_seats(square_geography, [("a", 2016, 120)], [("a1", 2016, 1)]).residents(2016) is None
    assert at_seats(square_geography, [("a1", 2016, 70)]).residents(2016) is None


def test_a_year_without_a_figure_has_no_residents(square_geography):
    homes = at_seats(square_geography, [("a1", 2016, 70), ("a2", 2016, 30)])
    assert homes.years == (2016,)
    assert homes.residents(2015) is None


@pytest.mark.parametrize(
    ("kind", "expected"), [("published", ValueKind.ESTIMATED), ("demonstration", ValueKind.DEMONSTRATION)]
)
def test_people_at_seats_are_estimated_even_where_their_number_is_published(square_geography, kind, expected):
    residents = at_seats(square_geography, [("a1", 2016, 70), ("a2", 2016, 30)], kind=kind).residents(2016)
    assert residents.estimated
    assert residents.kind is expected


def from_settlements(geography, rows):
    people = figures("resident_population", [("a", 2016, 5000)])
    return locate_residents(rows, people, figures("committees", []), geography)


def test_imported_settlements_come_before_seats_and_are_not_estimated(square_geography):
    residents = from_settlements(square_geography, settlements(EVERYWHERE)).residents(2016)
    assert residents.places["population"].sum() == 1500
    assert residents.places["township"].tolist() == ["a1", "a2", "", "", ""]
    assert (residents.estimated, residents.kind) == (False, ValueKind.COMPUTED)


def test_approximate_settlements_are_estimated(square_geography):
    residents = from_settlements(square_geography, settlements(EVERYWHERE, approximate=True)).residents(2016)
    assert (residents.estimated, residents.kind) == (True, ValueKind.ESTIMATED)


def test_settlements_of_an_example_are_made_up(square_geography):
    made_up = settlements(EVERYWHERE, source="示例数据（虚构）")
    assert from_settlements(square_geography, made_up).residents(2016).kind is ValueKind.DEMONSTRATION


def test_settlements_outside_are_counted_and_left_out(square_geography):
    homes = from_settlements(square_geography, settlements(EVERYWHERE | {"zz": 7}))
    assert homes.outside == 1
    assert homes.residents(2016).places["population"].sum() == 1500


def test_a_county_with_a_township_without_settlements_has_no_place(square_geography):
    homes = from_settlements(square_geography, settlements({"a1": 100, "b": 300}))
    assert homes.residents(2016).places["county"].tolist() == ["b"]


def test_settlements_without_people_leave_the_seats(square_geography):
    empty = settlements({"a1": float("nan")})
    people = figures("resident_population", [("a1", 2016, 70), ("a2", 2016, 30)])
    homes = locate_residents(empty, people, figures("committees", []), square_geography)
    assert by_township(homes.residents(2016)) == {"a1": 70, "a2": 30}
