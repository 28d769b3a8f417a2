"""The picture of a state shows every area and year as it is known."""

import pandas as pd

from geodata.region import Level
from indicators.classes import BreakMethod
from layouts.figures.specs.build_chart import area_names
from layouts.figures.specs.states import states_spec


def test_every_state_is_that_of_its_area_and_year(city):
    panel = city.panel("demo", "county_hospital_grade_3", Level.COUNTY, BreakMethod.NATURAL, 5)
    names = area_names(city.geography, Level.COUNTY, 2016)
    found = states_spec(panel, 2016, names, city.geography.counties["group"], city.region)
    codes = {name: code for code, name in names.items()}
    assert sorted(found.names) == sorted(names)
    for name, own in zip(found.names, found.states, strict=True):
        values = panel.values[codes[name]]
        assert own == tuple(None if pd.isna(one) else one == 1 for one in values), name
    held = [sum(one is True for one in own) for own in found.states]
    assert held == sorted(held, reverse=True), "those that have it longest stand first"
