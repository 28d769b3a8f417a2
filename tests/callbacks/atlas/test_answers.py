"""What the atlas sends of counties beyond the city: the API's numbers, small, and only where they mean something."""

import gzip

import orjson
import pytest

from callbacks.atlas.answers import AtlasAnswers
from datasets.queries.map_query import read_map_query

PIPED = "piped_water_share"


@pytest.fixture(scope="module")
def answers(city):
    return AtlasAnswers(city)


def encode(answers, **query: str):
    view = read_map_query(answers.city, query)[0]
    return answers.encode_panel(view, view.indicator)


def test_a_county_has_the_places_that_the_api_tells(answers, client):
    shown = encode(answers, dataset="public", indicator=PIPED, year="2020")["inCountry"]
    assert set(shown) == {2010, 2020}
    rows = client.get(f"/api/v1/places?indicator={PIPED}&year=2020").get_json()
    for row, parts in zip(rows, shown[2020], strict=True):
        cells = [row[f"{scope}_{part}"] for scope in ("province", "country") for part in ("rank", "counted")]
        assert parts.split(" ")[:4] == list(map(str, cells))


def test_the_places_weigh_little(answers):
    panel = encode(answers, dataset="public", indicator=PIPED, year="2020")
    with_places, without = (
        len(gzip.compress(orjson.dumps(content, option=orjson.OPT_NON_STR_KEYS)))
        for content in (panel, panel | {"inCountry": None})
    )
    assert with_places - without < 500


@pytest.mark.parametrize(
    "query",
    [
        {"dataset": "demo", "indicator": "medical_beds_per_1000_residents"},
        {"dataset": "demo", "indicator": "medical_beds_per_1000_residents", "level": "township"},
        {"dataset": "public", "indicator": "medical_beds_per_1000_residents"},
    ],
)
def test_there_are_none_for_a_demonstration_a_township_or_another_source(answers, query):
    assert encode(answers, **query)["inCountry"] is None
