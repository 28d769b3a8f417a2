"""Compare the front end with others in one interleaved run: what a reader waits for, and what a server pays.

``python tests/benchmarks/front_end.py --sizes 8 85 --rounds 3 --only ours tuned`` prints tables with ratios and saves
all that was measured under ``var/benchmarks``; ``make benchmark`` runs it with every size and contestant. Numbers of
different runs are not to be compared: ratios within one are.
"""

import argparse
import json
import os
import platform
import sys
import tempfile
import traceback
from collections import defaultdict
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))

from tests.benchmarks.comparison import visits  # noqa: E402  (found by the path above)
from tests.benchmarks.comparison.ratios import summarise, write_table  # noqa: E402
from tests.benchmarks.comparison.servers import RunningServer, measure_throughput, running  # noqa: E402
from tests.benchmarks.comparison.visits import Visited  # noqa: E402
from tests.benchmarks.comparison.world import SIZES, World, write_world  # noqa: E402
from tests.benchmarks.contestants.contestant import CONTESTANTS, OURS, Contestant  # noqa: E402
from tests.browser.conftest import CHROMIUM, SWITCHES  # noqa: E402

FOLDER = ROOT / "var" / "benchmarks"
SWITCHES_OF_ROUND = 6  # of each kind
COMPARED_WITH = ("stock", "tuned", "streamlit", "bare")
SPREAD = ("year switch, painted ms", "indicator switch, painted ms")
# The order of the table; JSON holds the same names.
METRICS = (
    "start to first answer ms",
    "first map, cold ms",
    "lasting map, cold ms",
    "first click answered, cold ms",
    "settled, cold ms",
    "first map, second visit ms",
    "lasting map, second visit ms",
    "wire, cold KiB",
    "wire, second visit KiB",
    "requests, cold",
    "requests, second visit",
    "year switch, painted ms",
    "year switch, settled ms",
    "year switch, wire KiB",
    "year switch, requests",
    "indicator switch, painted ms",
    "indicator switch, settled ms",
    "indicator switch, wire KiB",
    "indicator switch, requests",
    "indicator switches a second, 20 users",
    "indicator switch, server's processor ms",
    "server resident MiB",
    "server resident with workers MiB",
)
Samples = dict[str, list[float]]


class Comparison:
    """What was measured so far, by size and contestant, and what went wrong."""

    def __init__(self) -> None:
        self.samples: dict[int, dict[str, Samples]] = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
        self.faults: list[str] = []

    def run(self, sizes: list[int], rounds: int, contestants: list[Contestant]) -> None:
        """Measure every contestant at every size, one after the other; each round begins with another of them."""
        worlds = {size: write_world(size, FOLDER) for size in sizes}
        with sync_playwright() as playwright:
            for number in range(rounds):
                turn = number % len(contestants)
                browser = playwright.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)
                for size in sizes:
                    for contestant in [*contestants[turn:], *contestants[:turn]]:
                        print(f"round {number + 1}, {size} areas, {contestant.name}", file=sys.stderr, flush=True)
                        self._measure(browser, contestant, worlds[size])
                browser.close()

    def _measure(self, browser: Browser, contestant: Contestant, path: Path) -> None:
        world = World.read(path)
        found = self.samples[world.size][contestant.name]
        try:
            with (
                tempfile.TemporaryDirectory() as folder,
                running(contestant, path, world.region, Path(folder)) as server,
            ):
                found["start to first answer ms"].append(server.start_ms)
                self._visit(browser, Visited(contestant, world, server.port), server, found)
        except Exception as error:  # whatever it is, the others are measured
            traceback.print_exc()
            self.faults.append(f"{contestant.name}, {world.size} areas: {type(error).__name__}: {error}")

    def _visit(self, browser: Browser, visited: Visited, server: RunningServer, found: Samples) -> None:
        with visits.new_reader(browser) as reader:
            page, traffic, cold = visits.open_page(reader, visited)
            self._note_opened(visited, cold, found, "cold")
            self._switch_years(page, traffic, visited, found)
            gestures = self._switch_indicators(page, traffic, visited, found)
            page.close()
            page, _, again = visits.open_page(reader, visited)
            self._note_opened(visited, again, found, "second visit")
        with visits.new_reader(browser) as reader:
            found["first click answered, cold ms"].append(visits.measure_first_answer(reader, visited))
        found["server resident MiB"].append(server.resident_mib)
        found["server resident with workers MiB"].append(server.resident_with_workers_mib)
        throughput = measure_throughput(server, gestures)
        if throughput:
            found["indicator switches a second, 20 users"].append(throughput.per_second)
            found["indicator switch, server's processor ms"].append(throughput.processor_ms)

    def _note_opened(self, visited: Visited, opened: visits.Opened, found: Samples, when: str) -> None:
        found[f"first map, {when} ms"].append(opened.painted_ms)
        found[f"lasting map, {when} ms"].append(opened.lasting_ms)
        found[f"settled, {when} ms"].append(opened.settled_ms)
        found[f"wire, {when} KiB"].append(opened.received_kib)
        found[f"requests, {when}"].append(opened.requests)
        self._note_fault(visited, when, opened.fault)
        picture = FOLDER / f"{visited.contestant.name}-{visited.world.size}.png"
        picture.write_bytes(opened.picture)  # for whoever wants to see what was measured
        for url in opened.foreign:
            self._note_fault(visited, when, f"a request left the host: {url}")

    def _switch_years(self, page: Any, traffic: visits.Traffic, visited: Visited, found: Samples) -> None:
        first, years = visited.world.indicators[0], visited.world.years
        visits.switch(page, traffic, visited, first, years[-1], by_year=True)  # the first one warms up
        for number in range(SWITCHES_OF_ROUND):
            made = visits.switch(page, traffic, visited, first, years[number % (len(years) - 1)], by_year=True)
            self._note_switched(visited, made, found, "year switch")

    def _switch_indicators(
        self, page: Any, traffic: visits.Traffic, visited: Visited, found: Samples
    ) -> list[list[Any]]:
        """There and back; returns the requests of the last two gestures."""
        year = visited.world.years[(SWITCHES_OF_ROUND - 1) % (len(visited.world.years) - 1)]
        sent: list[list[Any]] = []
        for number in range(SWITCHES_OF_ROUND + 2):
            indicator = visited.world.indicators[(number + 1) % 2]

            def gesture(indicator: Any = indicator, number: int = number) -> None:
                made = visits.switch(page, traffic, visited, indicator, year, by_year=False)
                if number >= 2:
                    self._note_switched(visited, made, found, "indicator switch")

            sent.append(visits.record_requests(page, gesture))
        return sent[-2:]

    def _note_switched(self, visited: Visited, made: visits.Switched, found: Samples, what: str) -> None:
        found[f"{what}, painted ms"].append(made.painted_ms)
        found[f"{what}, settled ms"].append(made.settled_ms)
        found[f"{what}, wire KiB"].append(made.received_kib)
        found[f"{what}, requests"].append(made.requests)
        self._note_fault(visited, what, made.fault)

    def _note_fault(self, visited: Visited, when: str, fault: str) -> None:
        if fault:
            self.faults.append(f"{visited.contestant.name}, {visited.world.size} areas, {when}: {fault}")

    def medians(self, size: int) -> dict[str, dict[str, float]]:
        """By contestant the median of every metric that was measured, in the order of the table."""
        names = [name for name in CONTESTANTS if name in self.samples[size]]
        ordered = {
            name: {metric: self.samples[size][name][metric] for metric in METRICS if metric in self.samples[size][name]}
            for name in names
        }
        return {name: summarise(samples, SPREAD) for name, samples in ordered.items()}

    def report(self) -> str:
        """The tables as Markdown, one a size, and what went wrong."""
        tables = [
            f"{size:,} areas\n\n{write_table(self.medians(size), OURS.name, COMPARED_WITH)}" for size in self.samples
        ]
        faults = [f"- {fault}" for fault in dict.fromkeys(self.faults)]
        return "\n\n".join([*tables, *(["What was wrong:\n\n" + "\n".join(faults)] if faults else [])])

    def save(self, rounds: int, begun: datetime) -> Path:
        """All samples as JSON; returns where."""
        FOLDER.mkdir(parents=True, exist_ok=True)
        path = FOLDER / f"front-end-{begun:%Y%m%d-%H%M%S}.json"
        machine = {"processors": os.cpu_count(), "load": os.getloadavg(), "system": platform.platform()}
        kept = {
            "begun": begun.isoformat(),
            "rounds": rounds,
            "machine": machine,
            "samples": self.samples,
            "faults": self.faults,
        }
        path.write_text(json.dumps(kept, ensure_ascii=False, indent=1), "utf-8")
        return path


def compare(sizes: list[int], rounds: int, names: list[str]) -> None:
    """Run the comparison, print its tables and save its samples."""
    if CHROMIUM is None:
        print("The front end is not compared: no Chromium on this machine.")
        return
    begun, comparison = datetime.now(UTC), Comparison()
    with suppress(KeyboardInterrupt):  # whoever has waited long enough sees what was measured until then
        comparison.run(sizes, rounds, [CONTESTANTS[name] for name in names])
    print(comparison.report())
    print(f"\nsamples: {comparison.save(rounds, begun)}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", choices=list(SIZES), default=list(SIZES))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", nargs="+", choices=list(CONTESTANTS), default=list(CONTESTANTS))
    chosen = parser.parse_args()
    compare(chosen.sizes, chosen.rounds, chosen.only)
