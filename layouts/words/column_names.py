"""The words of a table that leaves the program for an office: headings, kinds, and how the two censuses compare."""

from collections.abc import Mapping, Sequence

import pandas as pd

from datasets.analyses.value_tables import Counted
from datasets.census.comparability import Comparability
from layouts.words.common import kind_names, list_areas
from layouts.words.small_counts import COUNT, HIGH, LOW, SMALL
from locales import say

HEADINGS = {
    "area_code": "代码",
    "area_name": "地区",
    "year": "年份",
    "value": "数值",
    "unit": "单位",
    "counted": "统计范围",
    "events": COUNT,
    "interval_low": LOW,
    "interval_high": HIGH,
    "small": SMALL,
    "kind": "性质",
    "source": "来源",
    "note": "备注",
    "caveat": "使用须知",
    "comparability": "两次普查可比",
    "dataset": "数据集",
    "demonstration": "演示数据",
}
COUNTED = {Counted.FULL: "全数", Counted.SAMPLE: "约10%抽样"}
COMPARABILITY = {
    Comparability.FULL: "可比",
    Comparability.ZONES_APART: "2020年开发区单列",
    Comparability.APPROXIMATE: "区划有变，近似",
    Comparability.NONE: "不可比",
}


def marks_text(marks: Mapping[Comparability, Sequence[str]]) -> str:
    """The areas that two censuses do not, or not quite, compare of; "" without any."""
    return "".join(
        f"{list_areas(names)}：{COMPARABILITY[mark]}，两次普查对比须慎重。" for mark, names in marks.items() if names
    )


def in_words(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows with Chinese headings and kinds."""
    worded = rows.assign(
        kind=rows["kind"].map(kind_names()),
        counted=rows["counted"].map(COUNTED),
        comparability=rows["comparability"].map(COMPARABILITY),
        **{
            flag: rows[flag].map({True: say("common-yes"), False: say("common-no")})
            for flag in ("small", "demonstration")
        },
    )
    return worded.astype(object).where(worded.notna(), None).rename(columns=HEADINGS)
