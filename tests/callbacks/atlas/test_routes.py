"""Facility points over HTTP: one name a content, kept by the browser for good."""

import gzip
import json
from dataclasses import replace

from callbacks.atlas.routes import URL, FacilityFiles


def test_a_dataset_s_facilities_come_packed_and_may_be_kept_for_good(client, city):
    address = FacilityFiles(city).address("demo")
    answer = client.get(address, headers={"Accept-Encoding": "gzip"})
    assert answer.headers["Content-Encoding"] == "gzip"
    assert "immutable" in answer.headers["Cache-Control"]
    book = json.loads(gzip.decompress(answer.data))
    assert len(book["points"]["township_hospital"]["lon"]) == 85
    assert len(answer.data) < 120_000


def test_a_browser_that_unpacks_nothing_gets_the_same(client, city):
    address = FacilityFiles(city).address("demo")
    plain = client.get(address, headers={"Accept-Encoding": "identity"})
    packed = client.get(address, headers={"Accept-Encoding": "gzip"})
    assert "Content-Encoding" not in plain.headers
    assert gzip.decompress(packed.data) == plain.data


def test_a_dataset_without_facilities_has_a_file_without_types(client, city):
    book = client.get(FacilityFiles(city).address("public")).get_json()
    assert (book["types"], book["points"]) == ({}, {})


def test_another_facility_is_another_address(city):
    demo = city.datasets["demo"]
    fewer = replace(city, datasets={"demo": replace(demo, facilities=demo.facilities.iloc[1:])})
    assert FacilityFiles(fewer).address("demo") != FacilityFiles(city).address("demo")
    assert FacilityFiles(replace(city)).address("demo") == FacilityFiles(city).address("demo")


def test_a_name_that_no_dataset_bears_is_not_found(client):
    assert client.get(f"{URL}demo-000000000000.json").status_code == 404
