"""Who is within reach of a facility: distance to the nearest, a standard held, and accessibility by E2SFCA.

Settlements and facilities are (n, 2) arrays in metres of one metric CRS, population and capacity arrays beside them.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np

from geodata.travel.travel import ROUNDING, Pairs, Travel, TravelMeasure, is_in_reach

# Luo, W. and Qi, Y. (2009), An enhanced two-step floating catchment area (E2SFCA) method for measuring spatial
# accessibility to primary care physicians, Health & Place 15: three zones of equal width, slow decay.
ZONE_WEIGHTS = np.array([1.0, 0.68, 0.22, 0.0])  # the last beyond the limit


@dataclass(frozen=True)
class ReachStandard:
    """A standard of reach: a facility within so many km or minutes."""

    measure: TravelMeasure
    limit: float


@dataclass(frozen=True)
class SettlementCoverage:
    """What each settlement has in reach; arrays by settlement.

    ``km`` is the way to the nearest facility and ``nearest`` its position (inf and -1 where none can be reached);
    ``covered`` says that some facility meets the standard. ``access`` is the capacity for each resident (E2SFCA): 0
    with no facility in reach, NaN where the capacity of any in reach is unknown.
    """

    km: np.ndarray
    nearest: np.ndarray
    covered: np.ndarray
    access: np.ndarray


def measure_coverage(
    population: np.ndarray,
    settlements: np.ndarray,
    facilities: np.ndarray,
    capacity: np.ndarray,
    reach: ReachStandard,
    travel: Travel,
) -> SettlementCoverage:
    """Measure what each settlement has in reach. ``capacity`` is NaN where unknown.

    Memory grows with the settlements and the facilities, never with their product: pairs are counted part by part,
    twice, and not kept.
    """
    km, nearest = travel.find_nearest(settlements, facilities)
    cost = km if reach.measure is TravelMeasure.KM else travel.find_nearest(settlements, facilities, reach.measure)[0]
    access = _share_capacity(
        population,
        capacity,
        lambda: travel.iterate_pairs(settlements, facilities, reach.limit, reach.measure),
        reach.limit,
    )
    return SettlementCoverage(km, nearest, is_in_reach(cost, reach.limit), access)


def _share_capacity(
    population: np.ndarray, capacity: np.ndarray, parts: Callable[[], Iterable[Pairs]], limit: float
) -> np.ndarray:
    """Capacity for each resident, by settlement, as an enhanced two-step floating catchment area.

    Each facility's capacity is shared among the residents within ``limit`` of it, and each settlement adds up the
    shares within its own; both weigh by zone. PySAL's ``access`` gives the same figures and is what the tests compare
    with, but applies the weights row by row, which is too slow for every type and year at every start.
    """
    residents, shares = np.zeros(len(capacity)), np.zeros(len(population))
    for pairs in parts():
        np.add.at(residents, pairs.destination, compute_zone_weights(pairs.cost, limit) * population[pairs.origin])
    for_each = np.divide(capacity, residents, out=capacity * 0.0, where=residents > 0)
    for pairs in parts():
        np.add.at(shares, pairs.origin, compute_zone_weights(pairs.cost, limit) * for_each[pairs.destination])
    return shares


def compute_zone_weights(cost: np.ndarray, limit: float) -> np.ndarray:
    """1, 0.68 and 0.22 in the first, second and last third of the limit, 0 beyond; a border belongs to the nearer."""
    zone = np.zeros(len(cost), dtype=np.int8)
    for third in (1, 2, 3):  # three comparisons are quicker than a search
        zone += cost > limit * third / 3 + ROUNDING
    return ZONE_WEIGHTS[zone]
