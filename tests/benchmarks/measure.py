"""What the program costs: start-up, memory, geometry, first load by part, switches, coverage, imports, pictures.

``make benchmark`` prints it. Nothing here passes or fails: machines differ.
"""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable
from datetime import date
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))

from tests.benchmarks.coverage import time_coverage  # noqa: E402  (found by the path above)
from tests.benchmarks.imports import measure_imports  # noqa: E402
from tests.benchmarks.siting import measure_siting  # noqa: E402

PORT = 8097
SITE = f"http://127.0.0.1:{PORT}"


def report(name: str, value: str) -> None:
    """One line of the report."""
    print(f"{name:<58}{value:>16}")


def timed(task: Callable[[], object], runs: int = 20) -> str:
    """Median of the runs, in milliseconds."""
    taken = []
    for _ in range(runs):
        start = time.perf_counter()
        task()
        taken.append((time.perf_counter() - start) * 1000)
    return f"{statistics.median(taken):.1f} ms"


def measure_server() -> None:
    """Start the program as a user does; time and memory until it answers, then the browser's first load."""
    start = time.perf_counter()
    server = subprocess.Popen(  # noqa: S603
        [sys.executable, "app.py", "serve", "--port", str(PORT)], cwd=ROOT, stdout=subprocess.DEVNULL
    )
    try:
        while not _answers():
            time.sleep(0.05)
        report("start to first answer", f"{time.perf_counter() - start:.1f} s")
        _measure_browser()
        report("server memory after use (resident)", f"{_resident_mb(server.pid):.0f} MB")
    finally:
        server.terminate()
        server.wait()


def _answers() -> bool:
    try:
        with urllib.request.urlopen(f"{SITE}/health") as answer:  # noqa: S310  (the address is ours)
            return bool(answer.status == 200)
    except OSError:
        return False


def _resident_mb(pid: int) -> float:
    status = Path(f"/proc/{pid}/status")
    if not status.is_file():  # not Linux: the peak of finished children is the next best figure
        return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def _measure_browser() -> None:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  (only this part needs a browser)

    from tests.browser.conftest import CHROMIUM, SWITCHES  # noqa: PLC0415

    if CHROMIUM is None:
        report("first load in a browser", "no Chromium")
        return
    with sync_playwright() as playwright:
        page = playwright.chromium.launch(executable_path=CHROMIUM, args=SWITCHES).new_page()
        parts: dict[str, tuple[int, int]] = {}

        def note(request: object) -> None:
            sizes = request.sizes()  # type: ignore[attr-defined]
            body = len(request.response().body())  # type: ignore[attr-defined]
            parts[request.url.split("/")[-1].split("?")[0]] = (sizes["responseBodySize"], body)  # type: ignore[attr-defined]

        page.on("requestfinished", note)
        start = time.perf_counter()
        page.goto(f"{SITE}/map?dataset=demo")
        page.wait_for_selector("#atlas-map .choroplethlayer path[d]")
        report("page to painted map", f"{time.perf_counter() - start:.1f} s")
        page.wait_for_timeout(500)
        wire, plain = (sum(part[kind] for part in parts.values()) for kind in (0, 1))
        report("first load, compressed", f"{wire / 1024:.0f} kB")
        report("first load, uncompressed", f"{plain / 1024:.0f} kB")
        for name, (sent, whole) in sorted(parts.items(), key=lambda part: -part[1][0])[:6]:
            report(f"    {name}", f"{sent / 1024:.0f} / {whole / 1024:.0f} kB")
        _measure_clicks(page)


def _measure_clicks(page: object) -> None:
    answers: list[int] = []
    page.on("response", lambda answer: answers.append(len(answer.body())) if "_dash-update" in answer.url else None)  # type: ignore[attr-defined]
    for name, label in (("indicator", "每千人执业（助理）医师"), ("level", "乡镇级"), ("indicator", "每千人床位")):
        page.locator(f"#atlas-{name}").get_by_text(label, exact=True).click()  # type: ignore[attr-defined]
        page.wait_for_timeout(1200)  # type: ignore[attr-defined]
        report(f"answer to {name} -> {label}", f"{answers[-1]} bytes")
    before = len(answers)
    page.locator("body").press("ArrowLeft")  # type: ignore[attr-defined]
    page.wait_for_timeout(800)  # type: ignore[attr-defined]
    report("answers of the server to a step of the year", str(len(answers) - before))


def measure_parts() -> None:
    """What the parts of a click cost inside the server."""
    from datasets.shipped.load import load_city  # noqa: PLC0415
    from geodata.layers import encode_layers  # noqa: PLC0415
    from geodata.region import Level  # noqa: PLC0415
    from indicators.classes import BreakMethod  # noqa: PLC0415

    city = load_city(ROOT, "qingyuan")
    layers = encode_layers(city.geography).values()
    report("geometry of both levels, compressed", f"{sum(len(layer.gzipped) for layer in layers) / 1024:.0f} kB")
    beds = "medical_beds_per_1000_residents"
    for level in (Level.COUNTY, Level.TOWNSHIP):
        taken = timed(lambda level=level: city.panel("demo", beds, level, BreakMethod.NATURAL, 5))  # type: ignore[misc]
        report(f"panel with classes and gaps, {level}", taken)


def measure_pictures() -> None:
    """One sheet in every format, and what a process keeps after 200 of them."""
    from callbacks.pictures.maps import Attribution, MapPictures  # noqa: PLC0415
    from datasets.queries.map_query import read_map_query  # noqa: PLC0415
    from datasets.shipped.load import load_city  # noqa: PLC0415
    from layouts.sheet_sizes import Format, parse_paper  # noqa: PLC0415

    city = load_city(ROOT, "qingyuan")
    views, attribution, a4 = MapPictures(city), Attribution(date.today()), parse_paper("a4-landscape", 300)
    for level in city.geography.levels:
        view, _ = read_map_query(city, {"dataset": "demo", "level": level})
        drawing = views.map_sheet(view, attribution)
        for form in Format:
            taken = timed(lambda drawing=drawing, form=form: drawing.picture(a4, form), runs=5)  # type: ignore[misc]
            report(f"A4 map at 300 dpi, {level}, {form}", taken)
    before = _resident_mb(os.getpid())
    for _ in range(200):
        drawing.picture(a4, Format.PNG)
    report("memory that 200 pictures leave behind", f"{_resident_mb(os.getpid()) - before:.0f} MB")


def measure_pack() -> None:
    """A pack of 20 indicators with a map and three charts each, in every format, as the background makes it."""
    from datasets.city.offered_indicators import list_mapped_indicators  # noqa: PLC0415
    from datasets.shipped.load import load_city  # noqa: PLC0415

    every = [key for keys in list_mapped_indicators(load_city(ROOT, "qingyuan"), "demo").values() for key in keys]
    options = ["--preset", "own", "--dataset", "demo", "--year", "2016"]
    chosen = [part for key in every[:20] for part in ("--indicator", key)]
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        subprocess.run(  # noqa: S603
            [sys.executable, "app.py", "export", "pack", *options, *chosen, "--output", folder],
            cwd=ROOT,
            check=True,
            capture_output=True,
        )
        report("pack of 80 pictures in five formats", f"{time.perf_counter() - start:.0f} s")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    report("    memory of its process at most", f"{peak:.0f} MB")


if __name__ == "__main__":
    measure_parts()
    time_coverage()
    measure_imports()
    measure_siting()
    measure_pack()
    measure_pictures()
    measure_server()
