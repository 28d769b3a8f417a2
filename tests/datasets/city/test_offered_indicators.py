"""What a reader can choose from is looked up once a city: every gesture asks for it several times."""

from dataclasses import replace

from datasets.city import offered_indicators
from datasets.city.offered_indicators import (
    can_be_judged,
    find_opening_indicator,
    list_indicators_at,
    list_mapped_indicators,
    list_offered_indicators,
)
from geodata.region import Level


def test_the_indicators_of_a_dataset_are_listed_once(city, monkeypatch):
    own, calls, find = replace(city), [], offered_indicators._find_mapped
    monkeypatch.setattr(offered_indicators, "_find_mapped", lambda *asked: calls.append(asked) or find(*asked))
    for _ in range(3):
        list_mapped_indicators(own, "demo")
        list_indicators_at(own, "demo", Level.TOWNSHIP)
    assert len(calls) == 1


def test_those_of_a_level_have_values_there(city):
    offered = [key for keys in list_offered_indicators(city, "demo").values() for key in keys]
    of_townships = list_indicators_at(city, "demo", Level.TOWNSHIP)
    assert of_townships == [key for key in offered if Level.TOWNSHIP in city.levels("demo", key)]
    assert 0 < len(of_townships) < len(offered)


def without(city, dataset: str, key: str):
    """The city whose dataset lacks the figures of an indicator."""
    own = city.datasets[dataset]
    records = {other: frame for other, frame in own.records.items() if other != key}
    return replace(city, datasets=city.datasets | {dataset: replace(own, records=records)})


def test_a_page_opens_with_what_is_judged_of_all_counties_and_changed_most(city):
    first = find_opening_indicator(city, "public")
    second = find_opening_indicator(without(city, "public", first), "public")
    change = {key: _ratio(city, key, 2020) - _ratio(city, key, 2010) for key in (first, second)}
    assert (first, second) == ("college_per_100k", "health_workers_per_1000")
    assert abs(change[first]) > abs(change[second])


def _ratio(city, key: str, year: int) -> float:
    return city.gaps("public", key)[year].ratios["pooled"]


def test_an_indicator_that_lacks_a_county_does_not_open_a_page(city):
    assert not can_be_judged(city, "public", "medical_beds_per_1000_residents")
    among = ("medical_beds_per_1000_residents", "aged_65_share", "bath_share")
    assert find_opening_indicator(city, "public", among) == "bath_share"
