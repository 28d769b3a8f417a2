"""What changed between two years, as the API tells it."""

import pytest

from callbacks.api.changes import list_changes
from geodata.region import Level

BEDS = "medical_beds_per_1000_residents"


def test_the_api_tells_the_changes_of_the_map(city):
    found = {row["area_code"]: row for row in list_changes(city, "demo", BEDS, Level.COUNTY, (2010, 2016), None)}
    assert len(found) == 8
    best = next(row for row in found.values() if row["rank"] == 1)
    assert best["area_name"] == "连南瑶族自治县"
    assert best["change"] == pytest.approx(best["later"] - best["earlier"])
    assert (best["relative"], best["reason"]) == (False, None)


def test_who_lacks_a_figure_has_a_reason_and_no_change(city):
    year = city.years("public", BEDS, Level.COUNTY)[-1]
    rows = list_changes(city, "public", BEDS, Level.COUNTY, (year, year), None)
    lacking = [row for row in rows if row["reason"]]
    assert lacking
    assert all((row["change"], row["rank"]) == (None, None) for row in lacking)
