"""Find the table in a sheet: the lines above it, its rows of headings, its last row, and the notes below.

A yearbook's sheet has a title, a line 单位：人, one or several rows of headings of which some are merged, perhaps a row
that numbers the columns (甲 1 2 3), the figures, and notes (注：…, 资料来源：…).
"""

import re
from collections.abc import Collection
from dataclasses import dataclass

import pandas as pd

from datasets.imports.cells.cell_values import YEARS, compact, is_missing, is_number, plain, year_of
from datasets.imports.columns.heading_words import YEAR_WORDS
from datasets.imports.model import Fault, FaultCode, RefusedError, Sheet

_LOOKED_AT = 80  # rows from the top that the headings stand in
_SAMPLED = 500  # records from which the content of columns is judged
_HEADINGS = 4  # rows of headings that a column of numbers may have
_NOTE = re.compile(
    r"[(（\[【]?(注|附注|备注|说明|资料来源|数据来源|来源|资料|填表|制表|审核|联系)\d*[^:：]{0,12}[:：]|注\d*[、.]|※|\*"
)
_NOTE_SIGNS = frozenset("(（[【注附备说资数来填制审联※*＊")
_UNIT_LINE = re.compile(r"[(（\[【]?(?:计量|数据)?单位[:：]\s*([^)）\]】]+)")
_SOURCE_LINE = re.compile(r"[(（\[【]?(?:资料|数据)?来源[:：]\s*(.+?)[。)）\]】]*$")
_TOTAL = re.compile(
    r"合计|总计|共计|小计|累计|总数|计|全市|全省|全国|本市|.{1,12}(?:合计|总计|小计|共计)|(?:合计|总计)[(（].*"
)
_NUMBERING = {"", "甲", "乙", "丙", "丁", "栏次", "序号", "a", "b"}
_BRACKETED = re.compile(r"(.+?)[(\[【]([^()\[\]【】]{1,16})[)\]】]$")
_YEAR_IN_TEXT = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2}) ?年(?:末|底|度)?")
# A half-year, a quarter, a month; not 2016年12月31日, which is the end of a year.
_PART_OF_YEAR = re.compile(
    r"半年|季|月份|(?<!1)[0-9]月|1[01]月|12月(?!31|末|底)|[一二三四五六七八九十]月|[0-9][qh][1-4]|[qh][1-4]\b",
    re.IGNORECASE,
)
_SEVERAL_YEARS = re.compile(r"[0-9]{4}年?[-—–~至到比][0-9]{2,4}")
# What stands beside years in a row of headings; 甲县 beside 1950 and 2016 is an area with its figures.
_BESIDE_YEARS = re.compile(
    r"(?:各|地区|区域|省|州|旗|县|市|区|乡|镇|街道|级|城市|所属|所在|国标|行政|区划|名称|单位|代码|编码|编号|指标|项目|年份|年度|"
    r"序号|合计|备注|来源|[()、/\\_ ]|area|region|province|city|county|district|town|name|code|id|note|source)+",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Heading:
    """The heading of a column: ``text`` without unit and year, and these where stated."""

    text: str = ""
    unit: str | None = None
    year: int | None = None


@dataclass(frozen=True)
class TableLayout:
    """The table of a sheet. Row numbers as the user sees them; ``headings`` has one entry a column of the sheet.

    ``unit``, ``year`` and ``source`` are what the lines around the table say of all of it, None and "" where they say
    nothing or several things. ``numeric`` are the columns that hold numbers.
    """

    header_rows: tuple[int, ...]
    first_row: int
    last_row: int
    headings: tuple[Heading, ...]
    unit: str | None
    year: int | None
    source: str
    numeric: frozenset[int]

    def sample(self, sheet: Sheet) -> pd.DataFrame:
        """The first records, from which the content of columns is judged."""
        return sheet.cells.loc[self.first_row : self.last_row].iloc[:_SAMPLED]


def find_table(sheet: Sheet, units: Collection[str]) -> TableLayout:
    """Find the table of a sheet; raises ``RefusedError`` (NO_TABLE) without headings that have rows below them."""
    cells = sheet.cells
    top = [[compact(text) for text in row] for row in cells.iloc[:_LOOKED_AT].itertuples(index=False)]
    numeric = _numeric_columns(top)
    first = _first_record(top, numeric)
    begin = _first_heading(top, first) if first else None
    if first is None or begin is None:
        raise RefusedError(Fault(FaultCode.NO_TABLE, sheet=sheet.name))
    first, last = _only_heading(top, begin, first, numeric), _last_record(cells)
    if last < first:
        raise RefusedError(Fault(FaultCode.NO_TABLE, sheet=sheet.name))
    around = [text for row in top[:begin] for text in dict.fromkeys(row) if text]
    # Without its blanks, 表3-1 2016年 would speak of the year 12016.
    spaced = [plain(text) for row in cells.iloc[:begin].itertuples(index=False) for text in dict.fromkeys(row)]
    below = [compact(text) for row in cells.iloc[last + 1 :].itertuples(index=False) for text in dict.fromkeys(row)]
    numbers = cells.index
    return TableLayout(
        tuple(int(number) for number in numbers[begin:first]),
        int(numbers[first]),
        int(numbers[last]),
        tuple(read_heading(parts, units) for parts in _list_heading_parts(top[begin:first])),
        _find_stated_unit(around, units),
        _find_stated_year([*around, *spaced, compact(sheet.name)]),
        next((found[1] for text in [*below, *around] if (found := _SOURCE_LINE.match(text))), ""),
        frozenset(numeric),
    )


def read_heading(parts: Collection[str], units: Collection[str]) -> Heading:
    """Read the texts over a column as its words, the unit in brackets or after a slash, and the year."""
    words, unit, year = [], None, None
    for part in parts:
        text, own_year = _split_year(part)
        text, own_unit = _split_unit(text, units)
        unit, year = own_unit or unit, own_year or year
        if text and text not in words:
            words.append(text)
    return Heading(" ".join(words), unit, year)


def is_total(name: str) -> bool:
    """Whether the name of a row means a total of others."""
    return _TOTAL.fullmatch(compact(name)) is not None


def is_note(text: str) -> bool:
    """Whether a text is a note below or beside a table."""
    text = text.lstrip()
    return text[:1] in _NOTE_SIGNS and _NOTE.match(compact(text)) is not None


def _numeric_columns(top: list[list[str]]) -> set[int]:
    """Find the columns in which at least half of the texts below the headings are numbers or marks for missing."""
    numeric = set()
    for position, column in enumerate(zip(*(row for row in top if _count_distinct_texts(row) > 1), strict=True)):
        said = [text for text in column if text]
        figures = [is_number(text) for text in said]
        if any(figures):
            headings = min(figures.index(True), _HEADINGS)
            if 2 * (sum(figures) + sum(map(is_missing, said))) >= len(said) - headings:
                numeric.add(position)
    return numeric


def _first_record(top: list[list[str]], numeric: set[int]) -> int | None:
    """The first row that is no heading: it has a number that is not a year, or stands below the only heading."""
    for position, row in enumerate(top):
        numbers = [row[column] for column in numeric if is_number(row[column])]
        if numbers and not _is_numbering(row) and not _is_row_of_years(row, numbers, top[:position]):
            return position
    if numeric:
        return None
    wide = [position for position, row in enumerate(top) if _count_distinct_texts(row) > 1 and not _is_unit_line(row)]
    return wide[1] if len(wide) > 1 else None


def _first_heading(top: list[list[str]], first: int) -> int | None:
    """The first row above ``first`` that has several texts; a title has one, however far it is merged."""
    above = enumerate(top[:first])
    return next(
        (position for position, row in above if _count_distinct_texts(row) > 1 and not _is_unit_line(row)), None
    )


def _only_heading(top: list[list[str]], begin: int, first: int, numeric: set[int]) -> int:
    """The first row after the headings: rows of texts alone are records too where nothing ties them to a heading."""
    lead = next(position for position, text in enumerate(top[begin]) if text or top[first][position])
    for position in range(begin + 1, first):
        row, above = top[position], top[position - 1]
        tied = not row[lead] or row[lead] == above[lead] or _is_numbering(row)
        words = any(row[column] and not is_missing(row[column]) for column in numeric)
        if not tied and not words:
            return position
    return first


def _last_record(cells: pd.DataFrame) -> int:
    """The position of the last row that is neither a note nor a lone text."""
    last = len(cells) - 1
    while last >= 0:
        row = [compact(text) for text in cells.iloc[last]]
        said = [text for text in row if text]
        lone = len(set(said)) == 1 and len(row) > 1 and not is_number(said[0])
        # A note may stand beside one figure (联系电话：| 0763…); a record whose code only looks like a note has more.
        note = bool(said) and is_note(said[0]) and sum(map(is_number, said)) < 2
        if said and not note and not lone:
            break
        last -= 1
    return last


def _is_row_of_years(row: list[str], numbers: list[str], above: list[list[str]]) -> bool:
    """Whether plain numbers in a row are the years of the columns, be they repeated under several indicators.

    Where a heading above says that the column holds years, they are those of the records. A row that begins with 合计
    is a total, whose figures may look like years.
    """
    if is_total(next((text for text in row if text), "")):
        return False
    years = [year_of(text) for text in row if year_of(text) is not None]
    others = [text for text in row if text and year_of(text) is None]
    if _is_year_of_record(row, above) or any(year_of(text) is None for text in numbers):
        return False
    return all(_BESIDE_YEARS.fullmatch(text) for text in others) and (len(years) > 1 or bool(others))


def _is_year_of_record(row: list[str], above: list[list[str]]) -> bool:
    """Whether a row is a record with its year: one cell below a heading 年份, the others below other headings."""
    over = [{line[position].casefold() for line in above if line[position]} for position in range(len(row))]
    years = [position for position, text in enumerate(row) if year_of(text) is not None]
    own = [position for position in years if over[position].intersection(YEAR_WORDS)]
    return len(own) == 1 and all(over[position] for position in years)


def _is_numbering(row: list[str]) -> bool:
    """Whether the row numbers the columns: 甲 1 2 3."""
    numbers = [text for text in row if text.casefold() not in _NUMBERING]
    return len(numbers) > 1 and numbers == [str(number) for number in range(1, len(numbers) + 1)]


def _is_unit_line(row: list[str]) -> bool:
    return any(_UNIT_LINE.match(text) for text in row)


def _count_distinct_texts(row: list[str]) -> int:
    return len({text for text in row if text})


def _list_heading_parts(rows: list[list[str]]) -> list[list[str]]:
    """The texts over each column from above. Where a merged cell left blanks, its text goes on to the right."""
    rows = [row for row in rows if not _is_numbering(row)]
    filled = []
    for depth, row in enumerate(rows):
        below = rows[depth + 1 :]
        own = list(row)
        for position in range(2, len(own)):
            told = any(line[position] and line[position] != own[position] for line in below)
            if not own[position] and own[position - 1] and told and any(line[position - 1] for line in below):
                own[position] = own[position - 1]
        filled.append(own)
    return [list(dict.fromkeys(text for text in column if text)) for column in zip(*filled, strict=True)]


def _split_year(text: str) -> tuple[str, int | None]:
    if _SEVERAL_YEARS.search(text) or _PART_OF_YEAR.search(text):
        return text, None
    year = year_of(text)
    if year is not None:
        return "", year
    found = set(_YEAR_IN_TEXT.findall(text))
    if len(found) != 1 or int(next(iter(found))) not in YEARS:
        return text, None
    rest = _YEAR_IN_TEXT.sub("", text).replace("()", "").strip("、,·-_")
    return re.sub(r"^\(([^()]*)\)$", r"\1", rest), int(found.pop())


def _split_unit(text: str, units: Collection[str]) -> tuple[str, str | None]:
    """A heading and its unit; brackets that hold anything else, and strokes, belong to the heading."""
    known = {compact(unit): unit for unit in units}
    if text in known:  # a row of units below the headings
        return "", known[text]
    bracketed = _BRACKETED.match(text)
    if bracketed:
        unit = bracketed[2].removeprefix("单位:")
        if unit in known:
            return bracketed[1], known[unit]
    for separator in ("/", ":", ",", "_", "-"):
        head, _, tail = text.partition(separator)
        if head and tail in known:
            return head, known[tail]
    return text, None


def _find_stated_unit(around: list[str], units: Collection[str]) -> str | None:
    """Find the unit of a line 单位：…; None where there are several."""
    known = {compact(unit): unit for unit in units}
    said = [found[1] for text in around if (found := _UNIT_LINE.search(text))]
    if len(said) != 1:
        return None
    if said[0] in known:
        return known[said[0]]
    return None if re.search(r"[、,;，；]", said[0]) else said[0]


def _find_stated_year(around: list[str]) -> int | None:
    """Find the one year that the lines above the table or the sheet's name state."""
    around = [text for text in around if not _PART_OF_YEAR.search(text)]
    years = {found for text in around if not _SEVERAL_YEARS.search(text) for found in _YEAR_IN_TEXT.findall(text)}
    plain = {text for text in around if year_of(text) is not None and len(text) == 4}
    found = {int(year) for year in years | plain}
    return found.pop() if len(found) == 1 and not any(_SEVERAL_YEARS.search(text) for text in around) else None
