"""What can be found by its name in a dataset."""

import pytest

from datasets.search.search_index import EntryKind, find_township_indicator, list_entries
from geodata.region import Level
from layouts.words.common import domain_names


@pytest.fixture(scope="module")
def entries(city):
    return list_entries(city, "demo", domain_names())


def test_everything_of_a_dataset_has_its_entry(city, entries):
    found = {kind: {entry.key for entry in listed} for kind, listed in entries.items()}
    areas = [*city.geography.codes(Level.COUNTY), *city.geography.codes(Level.TOWNSHIP), city.region.adcode]
    assert found[EntryKind.AREA] == set(areas)
    assert found[EntryKind.TARGET] == set(city.targets)
    assert found[EntryKind.FACILITY_TYPE] == set(city.facility_types)
    assert "medical_beds_per_1000_residents" in found[EntryKind.INDICATOR]


def test_a_facility_is_found_with_its_type_and_county(city, entries):
    listed, held = entries[EntryKind.FACILITY], city.datasets["demo"].facilities
    assert [entry.key for entry in listed] == [*held["code"].astype(str)]
    first = listed[0]
    assert first.name == held["name"].iloc[0]
    assert first.level == held["type"].iloc[0]
    assert first.note.endswith(city.facility_types[first.level].name)
    assert {entry.around for entry in listed} <= {*city.geography.codes(Level.COUNTY)}
    assert list_entries(city, "public", domain_names())[EntryKind.FACILITY] == []


def test_an_indicator_without_figures_is_none_of_the_dataset(city):
    held = {entry.key for entry in list_entries(city, "public", domain_names())[EntryKind.INDICATOR]}
    assert held <= set(city.datasets["public"].records)


def test_a_row_has_what_the_browser_looks_through(entries):
    row = next(entry for entry in entries[EntryKind.AREA] if entry.key == "441826").to_row()
    assert row[:2] == ["441826", "连南瑶族自治县"]
    assert len(row[2].split(" ")) == len(row[1])
    assert row[5:] == ["county", "441826"]


def test_a_township_is_shown_with_an_indicator_that_has_townships(city):
    assert Level.TOWNSHIP in city.levels("demo", find_township_indicator(city, "demo"))
