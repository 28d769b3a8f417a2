"""Parse the text of cells: full-width forms, stray spaces, numbers, years and marks for missing values.

Functions on a ``Series`` work on its distinct texts, so a million cells that repeat a few names cost as much as those.
"""

import math
import re
import unicodedata
from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd

from datasets.imports.cells.office_terms import TERMS

YEARS = range(1949, 2101)
# Full-width signs only: NFKC would turn the footnote mark of 123① into a digit, and 10² into 102.
_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x2212: "-", 0xFE63: "-", 0xFF0B: "+"}
_INVISIBLE = dict.fromkeys((0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x00AD))
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


def map_distinct(texts: pd.Series, function: Callable[[str], Any], dtype: Any = object) -> pd.Series:
    """Apply a function to each text, once for every distinct text."""
    return texts.map({text: function(text) for text in texts.unique()}).astype(dtype)


def parse_distinct(texts: pd.Series, parse: Callable[[str], tuple[Any, ...]], columns: dict[str, type]) -> pd.DataFrame:
    """Apply a function that returns a value a column to each distinct text; a row for each text."""
    codes, distinct = pd.factorize(texts.to_numpy(dtype=object))
    parts = zip(*map(parse, distinct), strict=True) if len(distinct) else [()] * len(columns)
    parsed: dict[str, np.ndarray] = {
        name: np.array(part, dtype=dtype)[codes] for (name, dtype), part in zip(columns.items(), parts, strict=True)
    }
    return pd.DataFrame(parsed, index=texts.index)


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


def is_missing(text: str) -> bool:
    """Whether the text is empty or a mark that offices write for a missing figure."""
    return len(text) < _LONGEST_MARK and _half_width(text).casefold() in TERMS.missing


def parse_numbers(texts: pd.Series) -> pd.DataFrame:
    """Read a column of texts as numbers: thousands separators, full-width digits and % are understood.

    ``value`` are floats, NaN unless the text is a number; a text with % keeps its figure (85.2) and is marked in
    ``percent``. ``missing`` texts say that there is no figure; ``not_finite`` ones are NaN or infinite, ``unreadable``
    ones are anything else.
    """
    read = parse_distinct(texts, _parse_number, {"value": float, "missing": bool, "not_finite": bool, "percent": bool})
    return read.assign(unreadable=read["value"].isna() & ~read["missing"] & ~read["not_finite"])


def parse_years(texts: pd.Series) -> pd.DataFrame:
    """Read a column of texts as years: 2016, 2016.0, 2016年, 2016年末, 二〇一六年.

    ``value`` are floats, NaN unless the text is a year of 1949 to 2100; ``is_date`` marks dates such as 2016-01-01 and
    a spreadsheet's serial numbers of days, which are not years; ``missing`` and ``unreadable`` as of numbers.
    """
    read = parse_distinct(texts, _parse_year, {"value": float, "missing": bool, "is_date": bool})
    return read.assign(unreadable=read["value"].isna() & ~read["missing"] & ~read["is_date"])


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
    if text.casefold() in TERMS.missing:
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
    if text.casefold() in TERMS.missing:
        return math.nan, True, False
    chinese = _CHINESE_YEAR.fullmatch(text)
    found = _YEAR.fullmatch(chinese[1].translate(_CHINESE_DIGITS) if chinese else text)
    if found and int(found[1]) in YEARS:
        return float(found[1]), False, False
    days = _SERIAL.fullmatch(text)
    return math.nan, False, bool(_DATE.fullmatch(text) or (days and int(days[1]) in _SERIALS))
