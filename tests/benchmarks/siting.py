"""What a siting costs: 500 settlements and 200 candidates, ten new facilities, both objectives.

``python tests/benchmarks/siting.py`` prints time and gap; ``make benchmark`` runs it too. Places are strewn evenly at
random, which is harder to prove than towns along valleys. Each is given 5 seconds; a gap says what was then still open.
"""

import sys
import time
from pathlib import Path
from threading import Event, Thread

import numpy as np

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))

from geodata.siting.solve import find_best_sites  # noqa: E402  (found by the path above)
from geodata.siting.task import Objective, SitingTask  # noqa: E402  (found by the path above)

SETTLEMENTS, CANDIDATES, EXISTING, NEW = 500, 200, 20, 10
SECONDS = 5.0


def measure_siting() -> None:
    """Both objectives, with and without existing facilities, and how long another thread waits meanwhile."""
    for objective in Objective:
        for existing in (0, EXISTING):
            stop, waits = Event(), [0.0]
            other = Thread(target=_ticking, args=(stop, waits))
            other.start()
            result = find_best_sites(strewn(objective, existing), SECONDS)
            stop.set()
            other.join()
            name = f"siting, {objective}, {existing} existing"
            print(f"{name:<58}{result.seconds:>10.2f} s, gap {result.gap:.3%}, others wait {max(waits) * 1000:.0f} ms")


def strewn(objective: Objective, existing: int, seed: int = 1) -> SitingTask:
    """Places in a square of 100 km; costs are straight lines times 1.3."""
    chance = np.random.default_rng(seed)
    lived_in, sites, kept = (chance.uniform(0, 100, (number, 2)) for number in (SETTLEMENTS, CANDIDATES, existing))
    return SitingTask(
        cost=1.3 * np.linalg.norm(lived_in[:, None] - sites, axis=2),
        existing=1.3 * np.linalg.norm(lived_in[:, None] - kept, axis=2).min(axis=1, initial=np.inf),
        residents=chance.integers(50, 5000, SETTLEMENTS).astype(float),
        limit=10.0,
        count=NEW,
        objective=objective,
        groups=np.full(CANDIDATES, ""),
        at_least={},
    )


def _ticking(stop: Event, waits: list[float]) -> None:
    """Note how much later than asked this thread comes to its turn, as one that answers a page would."""
    while not stop.is_set():
        begun = time.perf_counter()
        time.sleep(0.005)
        waits.append(time.perf_counter() - begun - 0.005)


if __name__ == "__main__":
    measure_siting()
