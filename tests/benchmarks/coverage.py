"""What coverage costs: one type over Qingyuan's villages, and half a million settlements in a process of its own.

``python tests/benchmarks/coverage.py`` prints time and the most memory taken; ``make benchmark`` runs it too.
"""

import subprocess
import sys
import time
from pathlib import Path

import numpy as np
from shapely import LineString

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))

from geodata.travel.coverage import ReachStandard, measure_coverage  # noqa: E402  (found by the path above)
from geodata.travel.road_network import RoadNetwork  # noqa: E402
from geodata.travel.travel import StraightLine, Travel, TravelMeasure  # noqa: E402

VILLAGES, CLINICS = 1_222, 400
SETTLEMENTS, FACILITIES = 500_000, 100_000
QINGYUAN_M, GUANGDONG_M = 138_000.0, 424_000.0  # sides of squares as large: 19,000 and 180,000 square kilometres
TEN_KM = ReachStandard(TravelMeasure.KM, 10.0)
STRAIGHT = StraightLine(detour=1.3, speed_kmh=30.0)


def time_coverage() -> None:
    """One type over the villages by straight lines and by roads; the large ones in processes of their own."""
    for name, travel in (("straight lines", STRAIGHT), ("19,000 km of roads", roads(2_000.0))):
        taken = min(_seconds(VILLAGES, CLINICS, QINGYUAN_M, travel) for _ in range(3))
        print(f"{f'coverage of {VILLAGES:,} villages, {name}':<58}{taken * 1000:>13.0f} ms")
    for name, side in (("Guangdong", GUANGDONG_M), ("Qingyuan", QINGYUAN_M)):
        told = subprocess.run(  # noqa: S603
            [sys.executable, __file__, str(side)], cwd=ROOT, check=True, capture_output=True, text=True
        )
        seconds, peak = told.stdout.split()
        print(f"{f'{SETTLEMENTS:,} x {FACILITIES:,} in an area like {name}':<58}{seconds:>14} s")
        print(f"{'    memory of its process at most':<58}{peak:>13} MB")


def roads(apart: float) -> RoadNetwork:
    """A grid of roads over a square like Qingyuan, so many metres apart, with a bend every 200 m."""
    at = np.arange(0, QINGYUAN_M, apart)
    along = np.arange(0, QINGYUAN_M, 200.0)
    east = [LineString(np.column_stack([along, np.full_like(along, place)])) for place in at]
    north = [LineString(np.column_stack([np.full_like(along, place), along])) for place in at]
    return RoadNetwork.build(np.array(east + north), np.full(2 * len(at), 40.0), 2_000.0, 1.3, 30.0)


def _seconds(settlements: int, facilities: int, side: float, travel: Travel) -> float:
    chance = np.random.default_rng(1)
    places, sites = chance.uniform(0, side, (settlements, 2)), chance.uniform(0, side, (facilities, 2))
    residents = chance.integers(1, 5_000, settlements).astype(float)
    beds = chance.integers(1, 100, facilities).astype(float)
    start = time.perf_counter()
    measure_coverage(residents, places, sites, beds, TEN_KM, travel)
    return time.perf_counter() - start


def _measure_large(side: float) -> None:
    """Print the seconds and the peak in MB; in a process of its own, so that the peak is its own."""
    import resource  # noqa: PLC0415  (not on Windows)

    seconds = _seconds(SETTLEMENTS, FACILITIES, side, STRAIGHT)
    print(f"{seconds:.1f} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024}")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        _measure_large(float(sys.argv[1]))
    else:
        time_coverage()
