"""What a scenario comes to: who is newly within reach, what becomes of north against south, which targets change."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import shapely

from datasets.analyses.coverage_of_type import TypeCoverage, compute_type_coverage, measure_facilities_coverage
from datasets.city.city import City
from datasets.city.coverage_figures import convert_to_reach
from datasets.city.residents import Residents
from datasets.siting.placed_changes import PlacedChange, apply_changes, count_added, locate_change, places_in_metres
from datasets.siting.scenario import ChangeKind, Scenario, ScenarioError, ScenarioFault
from datasets.siting.scenario_targets import TargetChange, compare_targets
from geodata.region import Level
from geodata.travel.coverage import SettlementCoverage
from indicators.gaps.gaps import reaches_line


@dataclass(frozen=True)
class ServedPeople:
    """How an area is served: its residents, those within the standard, and the way of those who reach any facility."""

    residents: float
    covered: float
    resident_km: float
    reaching: float

    @property
    def share(self) -> float | None:
        """The share of residents within the standard, in %; None without residents."""
        return self.covered / self.residents * 100 if self.residents else None

    @property
    def mean_km(self) -> float | None:
        """The mean way to the nearest facility, in km; None where nobody reaches one."""
        return self.resident_km / self.reaching if self.reaching else None


@dataclass(frozen=True)
class CoverageShift:
    """An area before and after; ``newly_covered`` and ``newly_uncovered`` are residents."""

    before: ServedPeople
    after: ServedPeople
    newly_covered: float
    newly_uncovered: float


@dataclass(frozen=True)
class ScenarioOutcome:
    """What a scenario comes to.

    ``before`` is the coverage without the changes. ``areas`` holds the whole city (by its adcode), each group (by its
    key) and each county. ``ratios`` are the focus group's share of residents within the standard relative to the
    benchmark group's, before and after. ``targets`` are all targets that facilities of the type bear on, area by area.
    ``covered`` says of every place where people live whether it is within the standard afterwards.
    """

    scenario: Scenario
    before: TypeCoverage
    residents: Residents
    placed: tuple[PlacedChange, ...]
    areas: Mapping[str, CoverageShift]
    ratios: tuple[float | None, float | None]
    targets: tuple[TargetChange, ...]
    covered: np.ndarray
    facilities: tuple[int, int]
    estimated: bool

    @property
    def holds_line(self) -> tuple[bool | None, bool | None]:
        """Whether the ratio keeps the 80 % line, before and after; None where there is no ratio."""
        before, after = (None if ratio is None else reaches_line(ratio) for ratio in self.ratios)
        return before, after

    @property
    def changed_targets(self) -> tuple[TargetChange, ...]:
        """The targets that change their status."""
        return tuple(target for target in self.targets if target.before.status is not target.after.status)

    @property
    def nearest_missed(self) -> TargetChange | None:
        """Of the targets still not reached, the one that lacks least of its value; None where none is missed."""
        missed = [target for target in self.targets if target.lacking]
        return min(missed, key=lambda target: (target.lacking or 0) / abs(target.entry.value or 1), default=None)


def evaluate_scenario(city: City, scenario: Scenario) -> ScenarioOutcome:
    """Work a scenario out. Raises ScenarioError."""
    check_scenario(city, scenario)
    found = compute_type_coverage(city, scenario.dataset, scenario.type_, scenario.year)
    residents = found.residents
    if residents is None or residents.places.empty:
        raise ScenarioError(ScenarioFault.NO_RESIDENTS, str(scenario.year))
    placed = tuple(locate_change(city, found.facilities, change) for change in scenario.changes)
    facilities = apply_changes(found.facilities, placed)
    after = measure_facilities_coverage(city, residents, facilities, found.standard, found.travel)
    areas = _compare_areas(city, residents, found.coverage, after)
    focus, benchmark = city.region.focus, city.region.benchmark
    count = len(found.facilities)
    return ScenarioOutcome(
        scenario=scenario,
        before=found,
        residents=residents,
        placed=placed,
        areas=areas,
        ratios=(
            _compute_ratio(areas[focus].before, areas[benchmark].before),
            _compute_ratio(areas[focus].after, areas[benchmark].after),
        ),
        targets=compare_targets(city, scenario, count_added(city, scenario, placed)),
        covered=after.covered,
        facilities=(count, count + sum(_COUNTED[change.kind] for change in scenario.changes)),
        estimated=found.estimated,
    )


_COUNTED = {ChangeKind.ADD: 1, ChangeKind.MOVE: 0, ChangeKind.CLOSE: -1}


def check_scenario(city: City, scenario: Scenario) -> None:
    """Whether the city knows what a scenario speaks of. Raises ScenarioError."""
    if scenario.dataset not in city.datasets:
        raise ScenarioError(ScenarioFault.NO_SUCH_DATASET, scenario.dataset)
    if scenario.type_ not in city.facility_types:
        raise ScenarioError(ScenarioFault.NO_SUCH_TYPE, scenario.type_)


def _compare_areas(
    city: City, residents: Residents, before: SettlementCoverage, after: SettlementCoverage
) -> dict[str, CoverageShift]:
    """The shift of the city, of each group and of each county."""
    places = residents.places
    people, counties = places["population"].to_numpy(float), places["county"].astype(str)
    region = city.region
    members = {region.adcode: list(region.by_adcode)} | {key: region.members(key) for key in region.groups}
    members |= {code: [code] for code in city.geography.codes(Level.COUNTY)}
    own = {area: counties.isin(codes).to_numpy() for area, codes in members.items()}
    return {
        area: CoverageShift(
            _count_served(people, inside, before),
            _count_served(people, inside, after),
            float(people[inside & ~before.covered & after.covered].sum()),
            float(people[inside & before.covered & ~after.covered].sum()),
        )
        for area, inside in own.items()
    }


def _count_served(people: np.ndarray, own: np.ndarray, of: SettlementCoverage) -> ServedPeople:
    reaching = own & np.isfinite(of.km)
    return ServedPeople(
        float(people[own].sum()),
        float(people[own & of.covered].sum()),
        float((people[reaching] * of.km[reaching]).sum()),
        float(people[reaching].sum()),
    )


def _compute_ratio(focus: ServedPeople, benchmark: ServedPeople) -> float | None:
    if focus.share is None or not benchmark.share:
        return None
    return focus.share / benchmark.share


def draw_new_reach(city: City, outcome: ScenarioOutcome) -> shapely.Geometry:
    """The area within the standard of what is added or moved, in metres of the metric CRS and within the city."""
    come = [(p.longitude, p.latitude) for p in outcome.placed if p.change.kind is not ChangeKind.CLOSE]
    around = shapely.union_all(city.geography.counties.geometry.to_crs(city.region.metric_crs).array)
    reach = convert_to_reach(outcome.before.standard)
    return outcome.before.travel.draw_catchment(places_in_metres(city, come), reach.limit, around, reach.measure)
