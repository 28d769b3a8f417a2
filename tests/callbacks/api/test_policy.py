"""The machine's access to the policy."""

import pytest

from indicators.gaps.inequality import InequalityMeasure

BEDS = "medical_beds_per_1000_residents"
FIELDS = {
    "id", "article", "quote", "domain", "subject", "comparator", "value", "unit", "scope", "start", "deadline",
    "lead_department", "supporting_departments", "indicator",
}  # fmt: skip


def test_targets_have_every_field_of_the_ledger(client, city):
    found = client.get("/api/v1/targets").get_json()
    assert len(found) == len(city.targets) > 100
    assert all(set(entry) >= FIELDS for entry in found)
    by_id = {entry["id"]: entry for entry in found}
    assert by_id["a12-medical-beds-2016"]["value"] == 4
    assert by_id["a12-medical-beds-2016"]["tolerance"] is None
    care = by_id["a18-elderly-community-care-2015"]
    assert (care["tolerance"], care["met_from"], care["met_to"]) == (0.05, 6.65, 7.35)
    assert {entry["scope"] for entry in found} == {"city", "each_county", "each_township", "north", "south", "named"}


def test_status_is_told_for_each_area_and_rolled_up(client):
    found = {entry["target"]: entry for entry in client.get("/api/v1/status?dataset=demo&year=2016").get_json()}
    beds = found["a12-medical-beds-2016"]
    assert len(beds["areas"]) == 8
    assert beds["status"] in {"reached", "missed"}


def test_a_status_bears_the_kinds_and_notes_of_its_figures(client):
    found = {entry["target"]: entry for entry in client.get("/api/v1/status?dataset=public&year=2020").get_json()}
    beds = {area["area"]: area for area in found["a12-medical-beds-2016"]["areas"]}
    assert beds["441882"]["kinds"] == ["computed"]
    assert "初步汇总数" in beds["441882"]["notes"]
    assert beds["441802"]["notes"] == []


def test_in_public_a_county_without_beds_has_no_data_and_has_not_failed(client):
    found = {entry["target"]: entry for entry in client.get("/api/v1/status?dataset=public&year=2020").get_json()}
    areas = {area["area"]: area["status"] for area in found["a12-medical-beds-2016"]["areas"]}
    assert areas["441802"] == "no_data"
    assert areas["441882"] == "reached"


def test_the_gap_names_the_missing_member_and_gives_no_verdict(client):
    found = client.get(f"/api/v1/gap?dataset=public&indicator={BEDS}&year=2020").get_json()
    assert found["groups"]["south"]["missing"] == ["441802"]
    assert found["groups"]["south"]["simple_mean"] is None
    assert set(found["ratio"].values()) == set(found["verdict"].values()) == {None}
    assert found["kinds"] == ["computed"]
    assert any("推定" in note for note in found["notes"])


def test_the_gap_tells_three_readings_and_every_measure(client):
    found = client.get(f"/api/v1/gap?dataset=demo&indicator={BEDS}&year=2016").get_json()
    north, south = found["groups"]["north"], found["groups"]["south"]
    for reading in ("simple_mean", "weighted_mean", "pooled"):
        assert found["ratio"][reading] == pytest.approx(north[reading] / south[reading])
    assert set(found["inequality"]) == {*InequalityMeasure, "missing", "small"}
    assert found["inequality"]["theil"] == pytest.approx(
        found["inequality"]["theil_between"] + found["inequality"]["theil_within"]
    )


def test_what_the_dataset_lacks_answers_404(client):
    assert client.get("/api/v1/gap?dataset=public&indicator=doctors_per_1000_residents").status_code == 404
    assert client.get("/api/v1/status?dataset=demo&year=1999").status_code == 404
