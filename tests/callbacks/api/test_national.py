"""The places of counties among all of the country, and those most like them, over the machine's access."""

import csv

import pytest

LIANSHAN = "441825"
PIPED = "piped_water_share"
POPULATION = "resident_population"


def ask(client, address):
    return client.get(f"/api/v1/{address}").get_json()


def test_places_are_those_that_counting_every_county_gives(client, city):
    (row,) = ask(client, f"places?indicator={PIPED}&year=2020&area={LIANSHAN}")
    formula, amounts = city.indicators[PIPED].formula, city.national.amounts[2020]
    enough = amounts[amounts[formula.numerator] >= 10]
    shares = (enough[formula.numerator] / enough[formula.denominator] * 100).round(1).dropna()
    own = shares[shares.index.str.startswith("44")]
    assert (row["country_rank"], row["country_counted"]) == (1 + (shares > shares[LIANSHAN]).sum(), len(shares))
    assert (row["province_rank"], row["province_counted"]) == (1 + (own > own[LIANSHAN]).sum(), len(own))


def test_without_a_county_those_of_the_city_are_told_of_both_censuses(client):
    rows = ask(client, f"places?indicator={POPULATION}")
    assert len(rows) == 16
    assert {row["year"] for row in rows} == {2010, 2020}
    by_code = {row["area_code"]: row for row in rows if row["year"] == 2020}
    assert by_code[LIANSHAN]["value"] == 95136
    assert by_code[LIANSHAN]["country_rank"] > by_code["441881"]["country_rank"]


def test_an_indicator_that_no_census_holds_has_no_place(client):
    assert ask(client, "places?indicator=medical_beds_per_1000_residents") == []


def test_ten_counties_are_alike_the_nearest_first(client, city):
    rows = ask(client, f"similar?area={LIANSHAN}")
    distances = [row["distance"] for row in rows]
    assert len(rows) == 10
    assert distances == sorted(distances)
    assert LIANSHAN not in {row["area_code"] for row in rows}
    assert set(city.national.measures) <= set(rows[0])
    assert rows[0]["full_name"] == "广东省清远市连南瑶族自治县"


def test_weights_change_who_is_alike(client):
    by_population = ask(client, f"similar?area={LIANSHAN}&weights=" + ONLY_POPULATION)
    assert all(abs(row["population"] - 95136) < 5000 for row in by_population)
    assert ask(client, f"similar?area={LIANSHAN}&weights=population:1") == ask(client, f"similar?area={LIANSHAN}")


ONLY_POPULATION = "density:0,urban_share:0,children_share:0,aged_share:0,schooling:0,minority_share:0"


def test_any_county_of_the_country_can_be_asked_of(client):
    assert len(ask(client, "similar?area=110101&year=2010")) == 10


@pytest.mark.parametrize(
    ("query", "status", "told"),
    [
        ("area=火星", 404, "area"),
        ("", 404, "area"),
        (f"area={LIANSHAN}&year=2015", 404, "year"),
        (f"area={LIANSHAN}&weights=population:-1", 400, "population: expected a number from 0 to 100, got '-1'"),
        (f"area={LIANSHAN}&weights=population:nan", 400, "got 'nan'"),
        (f"area={LIANSHAN}&weights=happiness:1", 400, "got 'happiness'"),
        (f"area={LIANSHAN}&weights=population:0,{ONLY_POPULATION}", 400, "at least one above 0"),
    ],
)
def test_what_cannot_be_used_is_refused_in_a_sentence(client, query, status, told):
    answer = client.get(f"/api/v1/similar?{query}")
    assert answer.status_code == status
    assert told in answer.get_json()["error"]["message"]


def test_both_can_be_had_as_a_file(client):
    text = client.get(f"/api/v1/similar?area={LIANSHAN}&format=csv").data.decode("utf-8-sig")
    heads, *rows = csv.reader(text.splitlines())
    assert "distance" in heads
    assert len(rows) == 10


def test_a_county_that_is_none_is_told_the_nearest_ones_and_how_many_there_are(client):
    error = client.get("/api/v1/places?indicator=illiteracy_rate&area=44180").get_json()["error"]
    assert "441802" in error["allowed"]
    assert "441802 清城区" in error["message"]
    assert "one of 28" in error["message"]
