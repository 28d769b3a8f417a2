"""What the page of a county says of the country: places, the counties alike, weights; equal to the API's numbers."""

from dataclasses import replace

import pytest

from callbacks.county.answers import CountyAnswers, ProfileRequest
from callbacks.frame.request_checks import UnusableValueError
from datasets.analyses.national_context import build_national_context
from layouts.pages.county.context import context_body
from layouts.words.pages.context import county as words
from locales import say
from tests.layouts.pages.county.test_page import of_class
from tests.layouts.pages.test_atlas import components

LIANSHAN = ("public", "441825", 2020)


@pytest.fixture(scope="module")
def context(city):
    return build_national_context(city, *LIANSHAN)


@pytest.fixture(scope="module")
def body(city, context):
    return context_body(context, city.national.measures, 100)


def texts_of(part) -> str:
    return str([one["props"].get("children") for one in components(part)])


def test_a_figure_stands_with_the_places_that_the_api_tells(body, client):
    (row,) = client.get("/api/v1/places?indicator=piped_water_share&year=2020&area=441825").get_json()
    shown = texts_of(body)
    assert f"{row['province_rank']} / {row['province_counted']}" in shown
    assert f"{row['country_rank']} / {row['country_counted']:,}" in shown


def test_the_mean_of_the_alike_is_that_of_the_counties_that_are_named(context, city, client):
    alike = [one["area_code"] for one in client.get("/api/v1/similar?area=441825").get_json()]
    assert alike == [one.adcode for one in context.alike]
    place = next(one for one in context.places if one.indicator.id == "piped_water_share")
    values = [
        client.get(f"/api/v1/places?indicator=piped_water_share&year=2020&area={code}").get_json()[0]["value"]
        for code in alike
    ]
    assert place.alike.mean == pytest.approx(sum(values) / 10)
    assert (place.alike.low, place.alike.high) == pytest.approx((min(values), max(values)))
    assert words.mean_text(place.indicator, place.alike) in texts_of(context_body(context, city.national.measures, 100))


def test_weights_stand_in_fields_and_change_the_counties(city, body):
    fields = of_class(body, "weight")
    assert [field["props"]["name"] for field in fields] == list(city.national.measures)
    other = build_national_context(city, *LIANSHAN, (("population", 0.0),))
    shown = of_class(context_body(other, city.national.measures, 100), "weight")
    assert [field["props"]["value"] for field in shown] == ["0", "1", "1", "0.5", "0.5", "1", "1"]
    assert len(other.alike) == 10
    assert other.alike != build_national_context(city, *LIANSHAN).alike


def test_a_county_whose_zones_are_counted_apart_says_so(city, context):
    apart = next(code for code, mark in city.national.comparability.items() if mark == "zones_apart")
    marked = context.county.__class__(apart, "甲", 0, context.county.measures, city.national.comparability[apart])
    altered = context.__class__(**vars(context) | {"alike": [marked]})
    assert "2020年开发区单列" in texts_of(context_body(altered, city.national.measures, 100))


def test_a_year_between_censuses_has_no_places_and_says_why(city):
    between = build_national_context(city, "public", "441825", 2016)
    assert between.places == []
    assert between.census_year == 2010
    assert say("county-context-no-places") in texts_of(context_body(between, city.national.measures, 100))


def test_a_demonstration_is_not_held_against_the_country(city):
    assert build_national_context(city, "demo", "441825", 2016) is None
    assert context_body(None, city.national.measures, 100) == []


def test_a_figure_of_another_source_has_no_place(city):
    public = city.datasets["public"]
    records = public.records["piped_water_share"].copy()
    records.loc[("441825", 2020), "value"] += 1
    other = replace(public, records=public.records | {"piped_water_share": records})
    context = build_national_context(replace(city, datasets={"public": other}), *LIANSHAN)
    shown = {one.indicator.id for one in context.places}
    assert "piped_water_share" not in shown
    assert "toilet_share" in shown


def test_only_what_weights_change_is_sent_anew(city):
    asked = ProfileRequest(dataset="public", county="441825", year=2020, weights="population:0")
    answers = CountyAnswers(city)
    assert set(answers.describe_context(asked)) == {"context"}
    assert answers.describe_context(asked)["context"] == answers.describe_profile(asked)["context"]
    with pytest.raises(UnusableValueError):
        answers.describe_context(asked | {"weights": "population:-1"})
