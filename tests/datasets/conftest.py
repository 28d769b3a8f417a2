"""The small world that forms are made for."""

from dataclasses import replace

import pytest

from datasets.imports.forms.choices import FormContext
from geodata.geography import Geography
from geodata.region import FormerName, Reference, Region
from indicators.definition import Direction, Domain, Formula, Indicator, Variable
from indicators.facilities.facility_types import FacilityType, RoadClass


@pytest.fixture
def form_context(square_region: Region, square_geography: Geography) -> FormContext:
    """The square region, its county a renamed in 2013, with two counts, a rate and one type of everything."""
    first, *others = square_region.counties
    renamed = replace(first, former=(FormerName("z", "a旧县", "a旧", 2012),))
    own = {key: value for key, value in vars(square_region).items() if key != "by_adcode" and key[0] != "_"}
    region = Region(**own | {"counties": (renamed, *others), "reference": Reference("out", "外地")})
    variables = {
        "people": Variable("人口", "人", accepts={"万人": 10000}),
        "beds": Variable("床位", "张"),
        "area": Variable("面积", "km²", fixed=True),
    }
    rate = Indicator(
        *("rate", "每千人床位", Domain.HEALTH, "张/千人", 1, Direction.HIGHER),
        *(Formula("beds", "people", 1000), "床位 ÷ 人口", ""),
    )
    types = {"school": FacilityType("学校", Domain.EDUCATION, "学位（个）")}
    geography = replace(square_geography, region=region)
    return FormContext(geography, variables, {"rate": rate}, types, {"county": RoadClass("县道")})
