"""Where the next ones should go: what a planner asks for, and the task that the solver is given."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TypeVar

import geopandas as gpd
import numpy as np

from datasets.city.city import City
from datasets.city.coverage_figures import convert_to_reach
from datasets.siting.placed_changes import apply_changes
from datasets.siting.scenario import LARGEST_CAPACITY, MOST_CHANGES, ChangeKind, FacilityChange, Scenario
from datasets.siting.scenario_outcome import ScenarioOutcome, evaluate_scenario
from geodata.region import Region
from geodata.siting.solve import SitingResult
from geodata.siting.task import Objective, SitingTask
from geodata.travel.travel import Travel, TravelMeasure, to_metres

MOST_SITES = 40  # looked for at once
MOST_PAIRS = 4_000_000  # of settlements and candidates, whose costs are held at once
_MOST_MONEY = 1e9
Choice = TypeVar("Choice", bound=StrEnum)
_NUMBER = re.compile(r"\d{1,9}(\.\d{1,4})?")


class CandidateKind(StrEnum):
    """Where a new facility may stand."""

    SEATS = "seats"
    UNCOVERED = "uncovered"
    SETTLEMENTS = "settlements"


class PlanFault(StrEnum):
    """What of a plan cannot be read, or cannot be held."""

    COUNT = "count"
    OBJECTIVE = "objective"
    WHERE = "where"
    LEAST = "least"
    CANDIDATES = "candidates"
    CAPACITY = "capacity"
    BUDGET = "budget"
    PRICE = "price"
    TOO_MANY_CHANGES = "too_many_changes"
    TOO_LARGE = "too_large"


class PlanError(ValueError):
    """A plan that cannot be read: which field, and what was found in it."""

    def __init__(self, bad: PlanFault, found: str) -> None:
        super().__init__(f"{bad}: {found[:40]!r}")
        self.bad, self.found = bad, found[:40]


@dataclass(frozen=True)
class SitingPlan:
    """What a planner asks for.

    ``where`` is a group's key, a county's adcode or empty for the whole city; ``least`` new ones must stand in the
    focus group. Each new one has ``capacity``, None where it is not told, and costs its county's price in ``prices``,
    else ``price``; without a ``budget`` nothing costs anything. Money is in any one unit.
    """

    count: int = 3
    objective: Objective = Objective.COVER
    where: str = ""
    least: int = 0
    candidates: CandidateKind = CandidateKind.SEATS
    capacity: float | None = None
    budget: float | None = None
    price: float | None = None
    prices: Mapping[str, float] = field(default_factory=dict)


def read_plan(region: Region, wanted: Mapping[str, str]) -> SitingPlan:
    """The plan that an address or a form holds, in the names of ``SitingPlan``; a county's price is ``price-<adcode>``.

    What is left out is as ``SitingPlan`` has it. Raises PlanError.
    """
    told = {key: text.strip() for key, text in wanted.items() if text.strip()}
    where = told.get("where", "")
    if where and where not in region.groups and where not in region.by_adcode:
        raise PlanError(PlanFault.WHERE, where)
    budget = _parse_amount(told, "budget", PlanFault.BUDGET, _MOST_MONEY)
    prices = {code: _parse_amount(told, f"price-{code}", PlanFault.PRICE, _MOST_MONEY) for code in region.by_adcode}
    plan = SitingPlan(
        count=_parse_whole_number(told, "count", 3, PlanFault.COUNT),
        objective=_parse_choice(Objective, told, "objective", PlanFault.OBJECTIVE),
        where=where,
        least=_parse_whole_number(told, "least", 0, PlanFault.LEAST),
        candidates=_parse_choice(CandidateKind, told, "candidates", PlanFault.CANDIDATES),
        capacity=_parse_amount(told, "capacity", PlanFault.CAPACITY, LARGEST_CAPACITY),
        budget=budget,
        price=_parse_amount(told, "price", PlanFault.PRICE, _MOST_MONEY),
        prices={code: price for code, price in prices.items() if price is not None},
    )
    unpriced = [code for code in region.by_adcode if plan.price is None and code not in plan.prices]
    if budget is not None and unpriced:
        raise PlanError(PlanFault.PRICE, "")
    return plan


def _parse_whole_number(told: Mapping[str, str], key: str, default: int, bad: PlanFault) -> int:
    text = told.get(key, str(default))
    if not text.isascii() or not text.isdigit() or len(text) > 4 or int(text) > MOST_SITES:
        raise PlanError(bad, text)
    return int(text)


def _parse_choice(kind: type[Choice], told: Mapping[str, str], key: str, bad: PlanFault) -> Choice:
    text = told.get(key, next(iter(kind)))
    if text not in list(kind):
        raise PlanError(bad, text)
    return kind(text)


def _parse_amount(told: Mapping[str, str], key: str, bad: PlanFault, most: float) -> float | None:
    text = told.get(key)
    if text is None:
        return None
    if not _NUMBER.fullmatch(text) or float(text) > most:
        raise PlanError(bad, text)
    return float(text)


@dataclass(frozen=True)
class Search:
    """What the solver's answer means: ``sites`` are the candidates, points with ``name, county``.

    ``scenario`` is what the new ones are added to.
    """

    scenario: Scenario
    plan: SitingPlan
    sites: gpd.GeoDataFrame

    def add_chosen_sites(self, result: SitingResult) -> Scenario:
        """The scenario with the chosen sites added."""
        chosen = self.sites.iloc[list(result.chosen)]
        added = [
            FacilityChange(ChangeKind.ADD, "", round(point.x, 5), round(point.y, 5), self.plan.capacity)
            for point in chosen.geometry
        ]
        return replace(self.scenario, changes=(*self.scenario.changes, *added))


def prepare_search(city: City, scenario: Scenario, plan: SitingPlan) -> tuple[Search, SitingTask]:
    """The task of a plan, with all facilities kept as the scenario would have them. Raises ScenarioError, PlanError."""
    if len(scenario.changes) + plan.count > MOST_CHANGES:
        raise PlanError(PlanFault.TOO_MANY_CHANGES, str(len(scenario.changes)))
    outcome = evaluate_scenario(city, scenario)
    found, crs = outcome.before, city.region.metric_crs
    sites = _select_candidates(city, outcome, plan)
    places = outcome.residents.places
    homes = to_metres(places.geometry, crs)
    stand = to_metres(apply_changes(found.facilities, outcome.placed).geometry, crs)
    if len(homes) * len(sites) > MOST_PAIRS:
        raise PlanError(PlanFault.TOO_LARGE, f"{len(homes)} x {len(sites)}")
    reach = convert_to_reach(found.standard)
    measure = reach.measure if plan.objective is Objective.COVER else TravelMeasure.KM
    limit = reach.limit if plan.objective is Objective.COVER else np.inf
    focus = city.region.focus
    task = SitingTask(
        cost=_find_costs(found.travel, homes, to_metres(sites.geometry, crs), limit, measure),
        existing=found.travel.find_nearest(homes, stand, measure)[0],
        residents=places["population"].to_numpy(float),
        limit=reach.limit,
        count=plan.count,
        objective=plan.objective,
        groups=sites["county"].map(city.geography.counties["group"]).to_numpy(str),
        at_least={focus: plan.least} if plan.least else {},
        prices=None if plan.budget is None else sites["county"].map(_price_counties(city.region, plan)).to_numpy(float),
        budget=plan.budget,
    )
    return Search(scenario, plan, sites), task


def _price_counties(region: Region, plan: SitingPlan) -> dict[str, float]:
    return {code: plan.prices.get(code, plan.price or 0.0) for code in region.by_adcode}


def _select_candidates(city: City, outcome: ScenarioOutcome, plan: SitingPlan) -> gpd.GeoDataFrame:
    """Points with ``name, county``, those within the plan's part of the city."""
    region = city.region
    places = outcome.residents.places
    if plan.candidates is CandidateKind.SEATS:
        townships, seats = city.geography.townships, city.geography.seats
        sites = gpd.GeoDataFrame(townships[["name", "county"]], geometry=seats.reindex(townships.index), crs=seats.crs)
    elif plan.candidates is CandidateKind.UNCOVERED:
        sites = places[~outcome.covered]
    else:
        sites = places
    wanted = {"": list(region.by_adcode), **{key: region.members(key) for key in region.groups}}
    return sites[sites["county"].astype(str).isin(wanted.get(plan.where, [plan.where]))]


def _find_costs(
    travel: Travel, homes: np.ndarray, sites: np.ndarray, limit: float, measure: TravelMeasure
) -> np.ndarray:
    """Settlements by candidates; inf where it costs more than ``limit``."""
    costs = np.full((len(homes), len(sites)), np.inf)
    for pairs in travel.iterate_pairs(homes, sites, limit, measure):
        costs[pairs.origin, pairs.destination] = pairs.cost
    return costs
