"""Tables of the gap, and of values, of a region without groups: it is compared with its reference area as a whole."""

from dataclasses import replace

import pytest

from callbacks.tables.routes import table_makers
from geodata.region import Group
from layouts.words.common import averaging_names
from locales import say


@pytest.fixture(scope="module")
def makers(city):
    counties = tuple(replace(county, group="all") for county in city.region.counties)
    groups = {"all": Group("各县", "#000000")}
    region = replace(city.region, groups=groups, benchmark="all", counties=counties)
    assert region.compared_area
    geography = replace(city.geography, region=region, counties=city.geography.counties.assign(group="all"))
    return table_makers(replace(city, geography=geography))


@pytest.mark.parametrize("name", ["gaps", "readings", "counties", "values"])
def test_no_column_speaks_of_groups_or_of_averages(makers, name):
    table = makers[name]({"dataset": "demo"}).table
    headings = {column.heading for column in table.columns}
    assert not headings & {
        say("tables-headings", heading="group"),
        say("gap-averaging-column"),
        say("gap-columns", column="badge"),
        *averaging_names().values(),
    }
    assert not any(cell in averaging_names().values() for row in table.rows for cell in row if isinstance(cell, str))
