"""The words of a table that leaves the program for an office: headings, kinds, values as they are shown."""

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


def in_words(rows: pd.DataFrame, decimals: int) -> pd.DataFrame:
    """Rows with Chinese headings and kinds, values rounded as on the screen."""
    kinds = rows["kind"].map({str(kind): word for kind, word in KINDS.items()})
    values = pd.to_numeric(rows["value"]).round(decimals)
    worded = rows.assign(kind=kinds, value=values)
    return worded.astype(object).where(worded.notna(), None).rename(columns=HEADINGS)
