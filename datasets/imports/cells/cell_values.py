"""Parse the text of cells: full-width forms, stray spaces, numbers, years and marks for missing values.

Functions on a ``Series`` work on its distinct texts, so a million cells that repeat a few names cost as much as those.
"""

import math
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pandas as pd

YEARS = range(1949, 2101)
# Full-width signs only: NFKC would turn the footnote mark of 123① into a digit, and 10² into 102.
_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x2212: "-", 0xFE63: "-", 0xFF0B: "+"}
_INVISIBLE = dict.fromkeys((0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x00AD))
_MISSING = {
    *("", "-", "--", "—", "——", "–", "―", "/", "\\", "…", "……", "...", "......", "·", "*"),
    *("..", "x", "null", "none", "n.a.", "空", "(空)"),
    *("暂无", "暂无数据", "无数据", "缺", "缺失", "缺数", "未统计", "不详", "n/a", "na", "#n/a"),
}
_LONGEST_MARK = 40  # characters, blanks included
_INFINITE = re.compile(r"[+-]?(nan|inf|infinity|∞|1\.#inf|1\.#ind|1\.#qnan)", re.IGNORECASE)
_PLAIN = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_GROUPED = re.compile(r"[+-]?[0-9]{1,3}(?:(?:,[0-9]{3})+|(?: [0-9]{3})+)(?:\.[0-9]+)?")
_YEAR = re.compile(r"([0-9]{4})(?:\.0+)?(?:年(?:度|末|底)?)?")
_CHINESE_YEAR = re.compile(r"([〇○零一二三四五六七八九]{4})年(?:度|末|底)?")
_CHINESE_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_DATE = re.compile(r"[0-9]{4}\s*[-/.年]\s*[0-9]{1,2}(?:\s*[-/.月]\s*(?:[0-9]{1,2}\s*日?)?)?(?:[T ].*)?")
_SERIAL = re.compile(r"([0-9]{5})(?:\.[0-9]+)?")
_SERIALS = range(18264, 73415)  # of the days from 1950 to 2100 in a spreadsheet


@dataclass(frozen=True)
class NumberColumn:
    """A column of texts parsed as numbers. Each part is a ``Series`` with the index of the column.

    ``values`` are floats, NaN unless the text is a number; a text with % keeps its figure (85.2) and is marked in
    ``percent``. ``missing`` texts say that there is no figure; ``not_finite`` ones are NaN or infinite, ``unreadable``
    ones are anything else.
    """

    values: "pd.Series[float]"
    missing: "pd.Series[bool]"
    not_finite: "pd.Series[bool]"
    unreadable: "pd.Series[bool]"
    percent: "pd.Series[bool]"


@dataclass(frozen=True)
class YearColumn:
    """A column of texts parsed as years; ``values`` are floats, NaN unless the text is a year of 1949 to 2100.

    ``is_date`` marks dates such as 2016-01-01 and a spreadsheet's serial numbers of days, which are not years.
    """

    values: "pd.Series[float]"
    missing: "pd.Series[bool]"
    is_date: "pd.Series[bool]"
    unreadable: "pd.Series[bool]"


def map_distinct(texts: pd.Series, function: Callable[[str], Any]) -> pd.Series:
    """Apply a function to each text, once for every distinct text."""
    return texts.map({text: function(text) for text in texts.unique()})


def map_distinct_to_columns(texts: pd.Series, function: Callable[[str], Any]) -> list[pd.Series]:
    """Apply a function that returns a tuple to each distinct text: one series for each part of the tuple."""
    codes, distinct = pd.factorize(texts.to_numpy(dtype=object))
    parts = zip(*map(function, distinct), strict=True)
    return [pd.Series(pd.Series(part).to_numpy()[codes], index=texts.index) for part in parts]


def plain(text: str) -> str:
    """The text in its compatibility form (half-width), trimmed, every run of spaces and line breaks one space."""
    return " ".join(unicodedata.normalize("NFKC", text).translate(_INVISIBLE).split())


def tidy(text: str) -> str:
    """A text for people as it was written, full-width signs and all: trimmed, every run of spaces one space."""
    return " ".join(text.translate(_INVISIBLE).split())


def compact(text: str) -> str:
    """The text in its compatibility form without any space: 清　城 区 is 清城区."""
    return plain(text).replace(" ", "")


def match_key(text: str) -> str:
    """The form in which texts are compared: without spaces, full-width forms and case."""
    return compact(text).casefold()


def plain_column(texts: pd.Series) -> pd.Series:
    """``plain`` for every cell of a column."""
    return map_distinct(texts, plain).astype("str")


def tidy_column(texts: pd.Series) -> pd.Series:
    """``tidy`` for every cell of a column."""
    return map_distinct(texts, tidy).astype("str")


def compact_column(texts: pd.Series) -> pd.Series:
    """``compact`` for every cell of a column."""
    return map_distinct(texts, compact).astype("str")


def is_missing(text: str) -> bool:
    """Whether the text is empty or a mark that offices write for a missing figure."""
    return len(text) < _LONGEST_MARK and _half_width(text).casefold() in _MISSING


def missing_column(texts: pd.Series) -> "pd.Series[bool]":
    """``is_missing`` for every cell of a column."""
    return map_distinct(texts, is_missing).astype(bool)


def parse_numbers(texts: pd.Series) -> NumberColumn:
    """Read a column of texts as numbers: thousands separators, full-width digits and % are understood."""
    if texts.empty:
        none = pd.Series(dtype=bool, index=texts.index)
        return NumberColumn(pd.Series(dtype=float, index=texts.index), none, none, none, none)
    value, missing, infinite, percent = map_distinct_to_columns(texts, _parse_number)
    flags = [flag.astype(bool) for flag in (missing, infinite, percent)]
    value = value.astype(float)
    unreadable = value.isna() & ~flags[0] & ~flags[1]
    return NumberColumn(value, flags[0], flags[1], unreadable, flags[2])


def parse_years(texts: pd.Series) -> YearColumn:
    """Read a column of texts as years: 2016, 2016.0, 2016年, 2016年末, 二〇一六年."""
    if texts.empty:
        none = pd.Series(dtype=bool, index=texts.index)
        return YearColumn(pd.Series(dtype=float, index=texts.index), none, none, none)
    value, missing, date = map_distinct_to_columns(texts, _parse_year)
    value, missing, date = value.astype(float), missing.astype(bool), date.astype(bool)
    return YearColumn(value, missing, date, value.isna() & ~missing & ~date)


def year_of(text: str) -> int | None:
    """Parse a text as a year, None where it is none."""
    value = _parse_year(text)[0]
    return None if math.isnan(value) else int(value)


def is_number(text: str) -> bool:
    """Whether the text is a finite number."""
    return not math.isnan(_parse_number(text)[0])


def _half_width(text: str) -> str:
    if text.isascii():
        return text.strip()
    return " ".join(text.translate(_HALF_WIDTH).translate(_INVISIBLE).split())


def _parse_number(text: str) -> tuple[float, bool, bool, bool]:
    """Parse a text: its value, and whether it is missing, not finite, a percentage."""
    if _PLAIN.fullmatch(text):
        return _parse_finite(text, percent=False)
    text = _half_width(text)
    if text.casefold() in _MISSING:
        return math.nan, True, False, False
    if _INFINITE.fullmatch(text):
        return math.nan, False, True, False
    percent = text.endswith("%")
    text = text.removesuffix("%").rstrip()
    if _GROUPED.fullmatch(text):
        text = text.replace(",", "").replace(" ", "")
    return _parse_finite(text, percent) if _PLAIN.fullmatch(text) else (math.nan, False, False, False)


def _parse_finite(text: str, percent: bool) -> tuple[float, bool, bool, bool]:
    value = float(text)
    return (value, False, False, percent) if math.isfinite(value) else (math.nan, False, True, False)


def _parse_year(text: str) -> tuple[float, bool, bool]:
    """Parse a text: its year, and whether it is missing, a date."""
    text = _half_width(text)
    if text.casefold() in _MISSING:
        return math.nan, True, False
    chinese = _CHINESE_YEAR.fullmatch(text)
    found = _YEAR.fullmatch(chinese[1].translate(_CHINESE_DIGITS) if chinese else text)
    if found and int(found[1]) in YEARS:
        return float(found[1]), False, False
    days = _SERIAL.fullmatch(text)
    return math.nan, False, bool(_DATE.fullmatch(text) or (days and int(days[1]) in _SERIALS))
