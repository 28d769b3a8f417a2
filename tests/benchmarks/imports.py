"""What imports cost: files as large as an office may have, through the command line, each in a process of its own.

``python tests/benchmarks/imports.py`` prints time and the most memory taken; ``make benchmark`` runs it too.
"""

import csv
import itertools
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import openpyxl

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))

FIGURES, POINTS = 1_000_000, 500_000
HEADINGS = ["区划代码", "年份", "指标", "数值", "单位", "来源"]
FACILITY_HEADINGS = ["类型", "名称", "经度", "纬度", "规模", "来源"]
# GNU time would do, but is not everywhere: the child tells its own peak.
_TOLD = "import resource, runpy, sys; sys.argv = sys.argv[1:]\n"
_TOLD += "try:\n    runpy.run_path(sys.argv[0], run_name='__main__')\n"
_TOLD += "finally:\n    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, file=sys.stderr)"


def measure_imports() -> None:
    """A million figures as CSV and as XLSX, half a million facilities as CSV."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _write_csv(folder / "figures.csv", HEADINGS, figures())
        _write_xlsx(folder / "figures.xlsx", HEADINGS, figures())
        _write_csv(folder / "facilities.csv", FACILITY_HEADINGS, facilities())
        for file, kind in (("figures.csv", "observations"), ("figures.xlsx", "observations"), ("facilities.csv", None)):
            _measure(folder / file, kind or "facilities", folder)


def figures() -> Iterator[list[object]]:
    """A figure of a made-up kind for every variable, township and year, until there are a million."""
    from datasets.shipped.load import load_foundation  # noqa: PLC0415

    found = load_foundation(ROOT, "qingyuan")
    chance = random.Random(1)  # noqa: S311  (nothing secret)
    names = [key for key, variable in found.variables.items() if not variable.fixed and variable.maximum > 1000]
    every = itertools.product(names, found.geography.townships.index, range(1950, 2101))
    for variable, code, year in itertools.islice(every, FIGURES):
        yield [code, year, variable, chance.randint(1, 1000), found.variables[variable].unit, "基准测试（虚构）"]


def facilities() -> Iterator[list[object]]:
    """Made-up facilities strewn over the city."""
    chance = random.Random(2)  # noqa: S311  (nothing secret)
    for number in range(POINTS):
        place = [round(chance.uniform(112.9, 113.3), 6), round(chance.uniform(23.8, 24.6), 6)]
        yield ["小学", f"测试小学{number}", *place, chance.randint(50, 900), "基准测试（虚构）"]


def _write_csv(path: Path, headings: list[str], rows: Iterator[list[object]]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(itertools.chain([headings], rows))


def _write_xlsx(path: Path, headings: list[str], rows: Iterator[list[object]]) -> None:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("填写")
    for row in itertools.chain([headings], rows):
        sheet.append(row)
    book.save(path)


def _measure(path: Path, kind: str, folder: Path) -> None:
    command = [sys.executable, "-c", _TOLD, "app.py", "import", str(path), "--dataset", path.stem, "--kind", kind]
    start = time.perf_counter()
    done = subprocess.run(  # noqa: S603
        [*command, "--good-only"],
        cwd=ROOT,
        env=os.environ | {"FOLDER": str(folder / "var")},
        capture_output=True,
        text=True,
        check=False,
    )
    taken = time.perf_counter() - start
    print("\n".join(done.stdout.splitlines()[-1:]))
    told = done.stderr.splitlines()
    peak = told[-1] if told else "?"
    print(f"{path.name:<30}{path.stat().st_size / 1e6:>8.0f} MB{taken:>10.1f} s{peak:>10} MB at most")
    if done.returncode:
        print("\n".join(told[-5:]))


if __name__ == "__main__":
    measure_imports()
