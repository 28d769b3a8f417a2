"""The demonstration dataset: the same every time, plausible, with gaps, for any region."""

from dataclasses import replace

import numpy as np
import pytest

from datasets.files.declarations import read_declaration
from datasets.shipped import demo
from datasets.shipped.demo import DemoRecipe, make_facilities, make_observations
from geodata.region import Level
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def recipe() -> DemoRecipe:
    faults: list[str] = []
    found = read_declaration(ROOT / "datasets" / "demo.toml", DemoRecipe, faults)
    assert found is not None, faults
    return found


def test_the_same_seed_makes_the_same_figures(recipe, city):
    first = make_observations(recipe, city.geography, city.indicators)
    assert first.equals(make_observations(recipe, city.geography, city.indicators))


def test_the_gap_narrows_for_most_rates(city):
    ratios = []
    for key, indicator in city.indicators.items():
        records = city.datasets["demo"].records.get(key)
        if records is None or key not in city.anchors or indicator.yes_no:
            continue
        north, south = (
            records["value"].unstack("year").reindex(city.region.members(group)).mean() for group in ("north", "south")
        )
        ratios.append(abs(1 - north / south)[[2010, 2016]].tolist())
    first, last = np.nanmean(np.array(ratios), axis=0)
    assert last < first


def test_cumulative_counts_never_fall(city):
    built = city.datasets["demo"].records["village_culture_rooms_built"]["value"].unstack("year")
    assert (built.diff(axis="columns").iloc[:, 1:] >= 0).all().all()


def test_a_few_cells_are_missing_and_none_of_the_last_year(recipe, city):
    observations = make_observations(recipe, city.geography, city.indicators)
    numerators = [
        city.indicators[key].formula.numerator for key, path in recipe.levels.items() if path.at == "township"
    ]
    cells = observations[observations["variable"].isin(numerators)].groupby(["variable", "year"]).size().unstack()
    assert (cells.max(axis="columns").sum() * 7 - cells.to_numpy().sum()) == recipe.missing_cells
    assert (cells[recipe.last_year] == cells.max(axis="columns")).all()


def test_a_recipe_without_facilities_makes_none(recipe, square_geography):
    assert make_facilities(replace(recipe, facilities={}), square_geography).empty


def test_facilities_lie_in_the_township_they_name(recipe, city):
    points = make_facilities(recipe, city.geography)
    cells = city.geography.townships.geometry.reindex(points["area_code"]).to_crs(city.region.metric_crs)
    places = points.geometry.to_crs(city.region.metric_crs)
    assert places.distance(cells, align=False).max() < 1  # metre


def test_every_facility_has_a_capacity_and_an_opening_year(recipe, city):
    points = make_facilities(recipe, city.geography)
    assert set(points["type"]) == set(recipe.facilities)
    assert (points["capacity"] > 0).all()
    assert points["opened"].between(1950, recipe.last_year).all()


def test_a_region_without_townships_is_served_at_county_level(recipe, city, square_geography):
    object.__setattr__(square_geography, "townships", square_geography.townships.iloc[:0])
    made = make_observations(recipe, square_geography, city.indicators)
    assert set(made["area_code"]) == {*square_geography.codes(Level.COUNTY), *square_geography.codes(Level.CITY)}
    assert set(make_facilities(recipe, square_geography)["area_code"]) <= set(square_geography.codes(Level.COUNTY))


def test_a_region_may_be_too_large_for_facilities(recipe, square_geography):
    object.__setattr__(square_geography.region, "demo_facilities", False)
    assert make_facilities(recipe, square_geography).empty


def test_a_country_is_shown_in_its_headline_indicators_only(recipe, city, square_geography, monkeypatch):
    monkeypatch.setattr(demo, "_MOST_COUNTIES_IN_FULL", 1)
    made = set(make_observations(recipe, square_geography, city.indicators)["variable"])
    assert "medical_beds" in made
    assert "village_culture_rooms_built" not in made
