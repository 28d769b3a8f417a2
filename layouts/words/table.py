"""The words of a table that leaves the program for an office: headings and kinds."""

import pandas as pd

from layouts.words.common import KINDS, NO, YES

HEADINGS = {
    "area_code": "代码",
    "area_name": "地区",
    "year": "年份",
    "value": "数值",
    "unit": "单位",
    "kind": "性质",
    "source": "来源",
    "note": "备注",
    "dataset": "数据集",
    "demonstration": "演示数据",
}


def in_words(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows with Chinese headings and kinds."""
    kinds = rows["kind"].map({str(kind): word for kind, word in KINDS.items()})
    worded = rows.assign(kind=kinds, demonstration=rows["demonstration"].map({True: YES, False: NO}))
    return worded.astype(object).where(worded.notna(), None).rename(columns=HEADINGS)
