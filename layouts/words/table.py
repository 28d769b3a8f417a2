"""The words of a table that leaves the program for an office: headings and kinds."""

import pandas as pd

from layouts.words.common import KINDS

HEADINGS = {
    "area_code": "代码",
    "area_name": "地区",
    "year": "年份",
    "value": "数值",
    "unit": "单位",
    "kind": "性质",
    "source": "来源",
}


def in_words(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows with Chinese headings and kinds."""
    worded = rows.assign(kind=rows["kind"].map({str(kind): word for kind, word in KINDS.items()}))
    return worded.astype(object).where(worded.notna(), None).rename(columns=HEADINGS)
