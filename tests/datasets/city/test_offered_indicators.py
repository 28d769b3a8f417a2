"""What a reader can choose from is looked up once a city: every gesture asks for it several times."""

from dataclasses import replace

from datasets.city import offered_indicators
from datasets.city.offered_indicators import list_indicators_at, list_mapped_indicators, list_offered_indicators
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
