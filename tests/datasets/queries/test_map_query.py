"""Views and their addresses."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datasets.city.offered_indicators import can_be_judged, list_mapped_indicators
from datasets.queries.map_query import (
    MapLabels,
    MapView,
    SecondMap,
    change_view,
    classed_values,
    default_view,
    read_breaks,
    read_map_query,
    update_from_browser,
    write_breaks,
)
from geodata.region import Level
from indicators.classes import BreakMethod
from indicators.definition import Domain
from indicators.gaps.gap_path import assess_gap

BEDS = "medical_beds_per_1000_residents"


def demo(city, **query: str):
    return read_map_query(city, {"dataset": "demo", "indicator": BEDS} | query)[0]


def test_the_atlas_opens_with_a_verdict_on_all_counties_and_a_trend(city):
    view = default_view(city)
    assert (view.dataset, view.level, view.year) == ("public", Level.COUNTY, 2020)
    panel = classed_values(city, view)
    assert panel.values.loc[[2010, 2020]].notna().all(axis=None)
    assert [assess_gap(panel.gaps[year], panel.indicator.direction) for year in (2010, 2020)] == ["reached", "short"]


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"dataset": "demo", "indicator": "village_bus_shelter_share", "level": "township", "year": "2013"},
        {"dataset": "demo", "within": "441882", "level": "township", "labels": "0", "selected": "441882100"},
        {"dataset": "demo", "indicator": BEDS, "compare": "years", "year": "2016", "other_year": "2011"},
        {"dataset": "demo", "compare": "indicators", "other_indicator": "general_practitioners_per_10000_residents"},
        {"dataset": "demo", "indicator": BEDS, "method": "own", "breaks": "2.5,4", "classes": "7"},
    ],
)
def test_copying_the_address_restores_the_view(city, query):
    view, ignored = read_map_query(city, query)
    assert ignored == []
    assert read_map_query(city, view.to_query()) == (view, [])


def test_what_an_address_says_is_what_is_shown(city):
    view = demo(city, level="township", year="2012", method="equal", classes="4", selected="441882100")
    assert view.to_query() == {
        "dataset": "demo",
        "indicator": BEDS,
        "level": "township",
        "year": "2012",
        "method": "equal",
        "classes": "4",
        "labels": "values",
        "selected": "441882100",
    }


@pytest.mark.parametrize(("old", "label"), [("1", MapLabels.NAMES), ("0", MapLabels.NONE)])
def test_an_address_from_before_there_were_values_keeps_its_labels(city, old, label):
    view, ignored = read_map_query(city, {"labels": old})
    assert (view.labels, ignored) == (label, [])
    assert view.to_query()["labels"] == label


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("dataset", "secret"),
        ("indicator", "happiness"),
        ("level", "village"),
        ("year", "MMXX"),
        ("year", "1850"),
        ("method", "magic"),
        ("classes", "99"),
        ("breaks", "a,b"),
        ("breaks", "nan"),
        ("labels", "yes"),
        ("within", "999999"),
        ("selected", "999999"),
        ("compare", "all"),
        ("other_indicator", "happiness"),
        ("colour", "red"),
    ],
)
def test_nonsense_gives_the_default_and_is_named(city, name, value):
    view, ignored = read_map_query(city, {name: value})
    assert [part.name for part in ignored] == [name]
    assert ignored[0].allowed
    assert replace(view, year=2020) == default_view(city)


@given(
    query=st.dictionaries(
        st.sampled_from([*"abc", "dataset", "indicator", "level", "year", "classes", "breaks", "within", "compare"]),
        st.one_of(st.text(max_size=12), st.sampled_from(["demo", "township", "441882", "2016", "years", "1,2", BEDS])),
    )
)
def test_no_address_fails(city, query):
    view, _ = read_map_query(city, query)
    assert view.year in city.years(view.dataset, view.indicator, view.level)
    assert view.level in city.levels(view.dataset, view.indicator)


def test_a_level_that_the_indicator_lacks_gives_way_and_is_named(city):
    view, ignored = read_map_query(city, {"level": "township"})
    assert view.level is Level.COUNTY
    assert [(part.name, part.allowed) for part in ignored] == [("level", ("county",))]


def test_a_domain_leads_to_its_first_indicator(city):
    view = change_view(city, demo(city), domain=Domain.TRANSPORT)
    assert view.indicator == list_mapped_indicators(city, "demo")[Domain.TRANSPORT][0]


def test_another_dataset_keeps_the_indicator_it_also_holds(city):
    view = change_view(city, demo(city), dataset="public")
    assert (view.indicator, view.year) == (BEDS, 2020)


def test_another_dataset_without_the_indicator_stays_in_the_domain(city):
    view = change_view(city, demo(city, indicator="doctors_per_1000_residents"), dataset="public")
    assert city.indicators[view.indicator].domain is Domain.HEALTH


def test_opening_a_county_shows_its_townships(city):
    view = change_view(city, demo(city), within="441882")
    assert (view.level, view.within) == (Level.TOWNSHIP, "441882")


def test_leaving_the_townships_closes_the_county(city):
    view = change_view(city, demo(city, within="441882"), level=Level.COUNTY)
    assert (view.level, view.within) == (Level.COUNTY, None)


def test_a_change_of_indicator_keeps_year_and_method(city):
    view = change_view(city, demo(city, year="2013", method="equal"), indicator="doctors_per_1000_residents")
    assert (view.year, view.method) == (2013, BreakMethod.EQUAL)


def years_of(view: MapView) -> tuple[int, int]:
    return view.year, view.other_year


def test_two_years_start_with_the_first_one_on_the_left(city):
    view = change_view(city, demo(city, year="2014"), compare=SecondMap.YEARS)
    assert years_of(view) == (2010, 2014)
    assert change_view(city, view, compare=SecondMap.NONE).year == 2014, "the reader's own"
    assert years_of(change_view(city, demo(city, year="2010"), compare=SecondMap.YEARS)) == (2010, 2016)


@pytest.mark.parametrize(("year", "other"), [("2016", "2011"), ("2011", "2016")])
def test_the_earlier_of_two_years_stands_left_in_whatever_order_they_are_asked_for(city, year, other):
    query = {"dataset": "demo", "indicator": BEDS, "compare": "years", "year": year, "other_year": other}
    view, ignored = read_map_query(city, query)
    assert (years_of(view), ignored) == ((2011, 2016), [])
    kept = {"labels": None, "selected": None, "facilities": None, "marks": None}
    assert years_of(update_from_browser(view, year=2015, other_year=2012, **kept)) == (2012, 2015)


def test_two_indicators_start_in_the_same_year(city):
    assert change_view(city, demo(city, year="2013"), compare=SecondMap.INDICATORS).other_year == 2013


@pytest.mark.parametrize(
    ("text", "breaks"),
    [
        ("2.5, 4", (2.5, 4)),
        ("3、4；5 6", (3, 4, 5, 6)),
        ("1234567", (1234567,)),
        ("4，2.5", (2.5, 4)),
        ("", ()),
        ("x", ()),
        (None, ()),
        ("1,2,3,4,5,6,7", ()),
    ],
)
def test_own_breaks_are_read_leniently(text, breaks):
    assert read_breaks(text) == breaks


@pytest.mark.parametrize("dataset", ["public", "demo"])
def test_what_can_be_judged_leads_its_domain_then_headline_indicators(city, dataset):
    for keys in list_mapped_indicators(city, dataset).values():
        plain = [key for key in keys if city.indicators[key].facility_type is None]
        order = [(can_be_judged(city, dataset, key), city.indicators[key].headline) for key in plain]
        assert order == sorted(order, reverse=True)


def test_indicators_of_facilities_end_their_domain_the_leading_measure_of_each_first(city):
    for keys in list_mapped_indicators(city, "demo").values():
        of_facilities = [city.indicators[key] for key in keys if city.indicators[key].facility_type]
        assert keys[len(keys) - len(of_facilities) :] == [one.id for one in of_facilities]
        assert all(one.is_detail for one in of_facilities[1:6])
        assert not any(one.is_detail for one in of_facilities[:1])


@given(breaks=st.lists(st.integers(-(10**9), 10**9), min_size=1, max_size=6, unique=True))
def test_no_digit_of_an_own_break_is_lost_in_the_address(breaks):
    ordered = tuple(float(number) for number in sorted(breaks))
    assert read_breaks(write_breaks(ordered)) == ordered


def test_facilities_of_the_address_are_drawn_in_the_order_asked_for(city):
    view, ignored = read_map_query(city, {"dataset": "demo", "facilities": "library,hospital,library"})
    assert (view.facilities, ignored) == (("library", "hospital"), [])
    assert view.to_query()["facilities"] == "library,hospital"


def test_types_of_facility_that_a_dataset_lacks_are_named_and_left_out(city):
    view, (ignored,) = read_map_query(city, {"dataset": "demo", "facilities": "library,castle"})
    assert view.facilities == ("library",)
    assert (ignored.name, ignored.found) == ("facilities", "library,castle")
    assert "township_hospital" in ignored.allowed


def test_facilities_give_way_to_a_dataset_without_any(city):
    view = demo(city, facilities="library")
    assert change_view(city, view, dataset="public").facilities == ()


def test_facilities_stay_when_anything_else_changes(city):
    view = demo(city, facilities="library")
    assert change_view(city, view, level=Level.TOWNSHIP).facilities == ("library",)


def test_the_browser_tells_which_facilities_are_on_the_map(city):
    view = demo(city, facilities="library")
    kept = {"year": view.year, "other_year": view.other_year, "labels": MapLabels.NAMES, "selected": None, "marks": ""}
    assert update_from_browser(view, **kept, facilities=["hospital"]).facilities == ("hospital",)
    assert update_from_browser(view, **kept, facilities=None).facilities == ()


MARKS = "note_113.05_23.68_新校区*"


def test_marks_stay_when_anything_else_changes_and_stand_in_the_address(city):
    view = demo(city, marks=MARKS)
    after = change_view(city, view, level=Level.TOWNSHIP)
    assert (after.marks, after.to_query()["marks"]) == (view.marks, MARKS)
    assert view.marks[0].text == "新校区"


def test_what_is_no_mark_is_named_and_the_others_are_kept(city):
    view, (ignored,) = read_map_query(city, {"dataset": "demo", "marks": MARKS + "note_113_2"})
    assert view.to_query()["marks"] == MARKS
    assert (ignored.name, ignored.found) == ("marks", "note_113_2")
