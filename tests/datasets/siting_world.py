"""The square world with clinics, people and one target: what scenarios of sites are tried on.

Everybody lives at the middle of an area: 100 in a1, 300 in a2, 200 each in b, c, d; a way counts up to 3 km, and the
middles are farther apart. County a has 14 beds for 4,000 residents, and should have 4 for each 1,000.
"""

from dataclasses import replace

import pandas as pd

from datasets.city.city import City, Dataset
from datasets.city.residents import locate_residents
from datasets.kinds import POPULATION
from geodata.geography import Geography
from indicators.definition import Comparator, Direction, Domain, Formula, Indicator, Variable
from indicators.facilities.facility_types import CapacityEffect
from indicators.policy.index import IndexRecipe
from indicators.policy.ledger import Article, PolicyTarget, Scope
from tests.datasets.places import CLINIC, RULES, TYPES, facilities, figures, settlements

EVERYWHERE = {"a1": 100, "a2": 300, "b": 200, "c": 200, "d": 200}
BEDS = {"a": 14.0, "b": 30.0, "c": 40.0, "d": 40.0, "sq": 124.0}
PEOPLE = {"a": 4000.0, "b": 4000.0, "c": 4000.0, "d": 4000.0, "sq": 16000.0}
RATE = Indicator(
    *("rate", "每千人床位", Domain.HEALTH, "张", 2, Direction.HIGHER),
    *(Formula("beds", "people", 1000), "床位 ÷ 人口", ""),
)


def siting_city(geography: Geography, *points: dict[str, object], **entry: object) -> City:
    """The world with these clinics, one in c if none are given; ``entry`` is what its target has of its own."""
    placed = facilities(*(points or ({"area_code": "c"},)))
    lived = settlements(EVERYWHERE)
    homes = locate_residents(lived, figures("x", [("a", 2016, 1)]), figures("committees", []), geography)
    records = {"rate": _records(), POPULATION: _records()}
    dataset = Dataset(
        "own", "本单位", "", False, pd.DataFrame(), records, placed, settlements=lived, resident_distribution=homes
    )
    variables = {"beds": Variable("床位数", "张"), "people": Variable("人口", "人")}
    articles = [Article(1, "卫生", "床位", "卫生局", (), (target(**entry),))]
    types = TYPES | {"clinic": replace(CLINIC, adds={"beds": CapacityEffect.CAPACITY})}
    index = IndexRecipe(0.5, {})
    return City(geography, {"rate": RATE}, variables, {"own": dataset}, articles, index, types, RULES)


def target(**own: object) -> PolicyTarget:
    """4 beds for each 1,000 residents of each county, by 2016."""
    told = {"id": "beds-2016", "clause": "达到4张", "domain": Domain.HEALTH, "subject": "每千人床位", "value": 4.0}
    told |= {"comparator": Comparator.AT_LEAST, "unit": "张", "scope": Scope.EACH_COUNTY, "start": 2012}
    return PolicyTarget(**(told | {"deadline": 2016, "indicator": "rate"} | own))  # type: ignore[arg-type]


def _records() -> pd.DataFrame:
    index = pd.MultiIndex.from_product([list(BEDS), [2016]], names=["area_code", "year"])
    beds, people = list(BEDS.values()), list(PEOPLE.values())
    values = [bed / of * 1000 for bed, of in zip(beds, people, strict=True)]
    frame = {
        "value": values,
        "kind": "published",
        "source": "年鉴",
        "note": "",
        "numerator": beds,
        "denominator": people,
    }
    return pd.DataFrame(frame, index=index)
