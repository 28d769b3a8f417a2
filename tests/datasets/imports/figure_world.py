"""A small made-up city for the tests of figures: three counties, one of them renamed, and two townships of one name."""

import pandas as pd

from datasets.imports.cells.area_index import AreaIndex, build_area_index
from datasets.imports.check.context import FigureContext
from datasets.imports.check.observations import check_observations
from datasets.imports.columns.extract_rows import FIGURE_COLUMNS, UnresolvedFigures
from datasets.imports.model import CheckResult
from datasets.kinds import ImportKind
from geodata.region import County, FormerName, Group, Reference, Region
from indicators.definition import Direction, Domain, Formula, Indicator, ValueKind, Variable

CITY, EAST, WEST, HILL = "990000", "990001", "990002", "990003"
REGION = Region(
    name="方城市",
    short_name="方城",
    adcode=CITY,
    title="方城",
    gap_name="差距",
    metric_crs="EPSG:4547",
    benchmark="south",
    groups={"north": Group("北", "#AA0000"), "south": Group("南", "#0000AA")},
    reference=Reference("delta", "大洲地区"),
    counties=(
        County(EAST, "东新区", "东新", "south", former=(FormerName("990027", "东新县", "东新", 2012),)),
        County(WEST, "西山瑶族自治县", "西山", "north"),
        County(HILL, "高岗市", "高岗", "north"),
    ),
)
TOWNSHIPS = pd.DataFrame(
    [
        ("990001100", EAST, "太平镇", "太平", ""),
        ("990002100", WEST, "太平镇", "太平", ""),
        ("990002200", WEST, "秤架瑶族乡", "秤架", "老秤镇"),
        ("990003001", HILL, "高岗街道", "高岗", ""),
        ("990003100", HILL, "星子镇", "星子", ""),
    ],
    columns=["code", "county", "name", "short_name", "aliases"],
).set_index("code")
CODES = {code: code for code in (CITY, EAST, WEST, HILL, "delta", *TOWNSHIPS.index)}
CODES |= {"990027": EAST, "990003103000": "990003100"}
PARENTS = dict(TOWNSHIPS["county"]) | dict.fromkeys(REGION.by_adcode, CITY)
VARIABLES = {
    "people": Variable("常住人口", "人", accepts={"万人": 10_000}, maximum=1e8),
    "beds": Variable("床位数", "张"),
    "urban": Variable("城镇人口比重", "%", maximum=100),
    "towns": Variable("乡镇数", "个", fixed=True),
}
INDICATORS = {
    "coverage": Indicator(
        *("coverage", "参保率", Domain.HEALTH, "%", 1, Direction.HIGHER, Formula("beds"), "", ""),
        maximum=100,
        former_ids=("insured",),
    ),
    "open": Indicator(
        "open", "是否开放", Domain.HEALTH, "是/否", 0, Direction.HIGHER, Formula("beds"), "", "", maximum=1
    ),
}
BOOK: AreaIndex = build_area_index(REGION, TOWNSHIPS, CODES)


def published(*figures: tuple[str, str, int, float]) -> pd.DataFrame:
    """Published figures from (variable, area_code, year, value)."""
    return pd.DataFrame(list(figures), columns=["variable", "area_code", "year", "value"])


def context(**own: object) -> FigureContext:
    """The world's context; every figure has a source unless the test says otherwise."""
    given = {"parents": PARENTS, "source": "年鉴"} | own
    given["kind"] = given.pop("kind_default", ValueKind.TRANSCRIBED)
    return FigureContext(BOOK, VARIABLES, INDICATORS, **given)  # type: ignore[arg-type]


def figure(**own: object) -> dict[str, object]:
    """One candidate: the beds of 东新区 in 2016, with whatever the test says otherwise."""
    blank = dict.fromkeys(FIGURE_COLUMNS, "")
    usual = {"sheet": "数据", "column": "D 数值", "formula": False, "area_name": "东新区", "variable": "床位数"}
    return blank | usual | {"row": 0, "year": "2016", "value": "50"} | own


def frame(figures: list[dict[str, object]], first_row: int = 2) -> pd.DataFrame:
    """Candidates in rows from ``first_row`` on, unless they name their own."""
    numbered = [own | {"row": own["row"] or first_row + i} for i, own in enumerate(figures)]
    text = dict.fromkeys(FIGURE_COLUMNS, "str") | {"row": "int64", "formula": "bool"}
    return pd.DataFrame(numbered, columns=FIGURE_COLUMNS).astype(text)


def resolved(
    *figures: dict[str, object],
    totals: tuple[dict[str, object], ...] = (),
    kind: ImportKind = ImportKind.OBSERVATIONS,
    **own: object,
) -> CheckResult:
    """What comes of candidates, and of totals in rows from 100 on."""
    candidates = UnresolvedFigures(
        frame(list(figures)), frame(list(totals), 100), {"total": len(totals)} if totals else {}
    )
    return check_observations(candidates, context(**own), kind)


def places(checked: CheckResult, code: str) -> list[tuple[str, int, str]]:
    """Where the report lists faults of a code."""
    faults = checked.report.faults
    return list(faults.loc[faults["code"] == code, ["sheet", "row", "column"]].itertuples(index=False, name=None))


def texts(checked: CheckResult, code: str) -> list[tuple[str, str]]:
    """Found and allowed of the faults of a code."""
    faults = checked.report.faults
    return list(faults.loc[faults["code"] == code, ["found", "allowed"]].itertuples(index=False, name=None))
