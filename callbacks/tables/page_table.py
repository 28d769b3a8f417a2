"""A table of a page: its columns, its rows, and what it says of itself."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from callbacks.server.responses import Query, ReadQuery, answer_query
from datasets.city.city import City
from datasets.files.decimals import drop_noise
from datasets.files.table_export import (
    GENERAL,
    TEXT,
    YEAR,
    Cell,
    ExportColumn,
    ExportTable,
    FormattedNumber,
    decimal_format,
    percent_format,
)
from indicators.definition import Indicator
from indicators.policy.ledger import PolicyTarget
from layouts.words.common import share_text
from layouts.words.pages.atlas import percent_text
from layouts.words.pages.targets import beside_target
from layouts.words.paper.pictures import file_name
from locales import say

_LONGEST_NAME = 80  # letters of a file's name
Note = tuple[str, str]  # what it is about, and the text
Columns = Mapping[str, Callable[[Any], Cell]]  # by heading: the cell of a row


@dataclass(frozen=True)
class TableContent:
    """What a table tells. ``about`` says what it is of: an indicator, a county, the year at the end.

    The rows are of any kind that the columns take. A table without rows says why: ``nothing``.
    """

    about: Sequence[str | int]
    columns: Columns
    rows: Sequence[Any]
    notes: Sequence[Note] = ()
    nothing: str = ""


@dataclass(frozen=True)
class PageTable:
    """A table, a name for its file (without ending), and what its workbook tells beside it."""

    file_name: str
    table: ExportTable
    notes: tuple[Note, ...]


Maker = Callable[[Query], PageTable]  # refuses a query that it cannot use with UnknownNameError


def page_tables(city: City, read: ReadQuery, contents: Mapping[str, Callable[[Any], TableContent]]) -> dict[str, Maker]:
    """The tables of a page by name: ``read`` makes a choice of the page's query, ``contents`` tables of the choice."""
    return {name: answer_query(read, partial(_build_table, city, name, content)) for name, content in contents.items()}


def _build_table(city: City, name: str, describe: Callable[[Any], TableContent], choice: Any) -> PageTable:
    """The table ``name`` of a choice.

    Every row ends with its year and its dataset, so that a demonstration stays one when rows are copied elsewhere.
    """
    content, own, label = describe(choice), city.datasets[choice.dataset], say("tables-names", table=name)
    columns, rows = dict(content.columns), content.rows
    if not rows and content.nothing:
        columns, rows = {say("tables-headings", heading="note"): lambda reason: reason}, [content.nothing]
    columns.setdefault(say("tables-headings", heading="year"), lambda _: content.about[-1])
    columns.setdefault(
        say("tables-headings", heading="dataset"),
        lambda _: say("tables-demonstration", name=own.name) if own.demonstration else own.name,
    )
    forms = {say("tables-headings", heading="code"): TEXT, say("tables-headings", heading="year"): YEAR}
    headed = [ExportColumn(heading, forms.get(heading, GENERAL)) for heading in columns]
    cells = [[_round_cell(cell(row)) for cell in columns.values()] for row in rows]
    said = [say("county-dated", year=part) if isinstance(part, int) else part for part in content.about]
    title = say("list-facts").join([city.region.name, *said, label])
    table = ExportTable(label, headed, cells, title, say("common-demo-ribbon") if own.demonstration else "")
    notes = [
        (title, table.warning),
        (
            say("tables-headings", heading="dataset"),
            say("tables-dataset-note", name=own.name, version=own.version, description=own.description),
        ),
        *((heading, text) for heading, text in content.notes if text),
    ]
    name_of_file = file_name(city.region.short_name, *content.about, label, own.name)[:_LONGEST_NAME]
    return PageTable(name_of_file, table, tuple(notes))


def _round_cell(cell: Cell) -> Cell:
    if isinstance(cell, FormattedNumber):
        return cell if cell.value is None else replace(cell, value=drop_noise(float(cell.value)))
    return drop_noise(cell) if isinstance(cell, float) else cell


def by_key(headings: Mapping[str, str]) -> Columns:
    """Columns of rows that are mappings: headings by key."""
    return {heading: lambda row, key=key: row[key] for key, heading in headings.items()}  # type: ignore[misc]


def sources_note(sources: Iterable[str | None]) -> Note:
    """Every source once."""
    return say("tables-sources"), say("list-parts").join(dict.fromkeys(source for source in sources if source))


def indicator_notes(indicators: Iterable[Indicator]) -> list[Note]:
    """What indicators mean."""
    return [
        note
        for one in indicators
        for note in (
            (say("tables-of", name=one.name, what=say("tables-definition")), one.definition),
            (say("tables-of", name=one.name, what=say("tables-headings", heading="caveat")), one.caveat),
        )
    ]


def ratio_cell(ratio: float | None) -> FormattedNumber:
    """A ratio in per cent with the decimals of the screen, which keep it on its side of the 80 % line."""
    return FormattedNumber(ratio, percent_format(0 if ratio is None else _count_decimals(percent_text(ratio))))


def share_cell(share: float | None) -> FormattedNumber:
    """A share of one as the screen shows it: nothing but the whole is 100 %."""
    return FormattedNumber(share, percent_format(0 if share is None else _count_decimals(share_text(share * 100, 0))))


def percent_cell(percent: float | None) -> FormattedNumber:
    """A share in % as the screen shows it: nothing but the whole is 100."""
    return FormattedNumber(percent, decimal_format(0 if percent is None else _count_decimals(share_text(percent))))


def cell_beside_target(target: PolicyTarget, value: float | None, decimals: int) -> Cell:
    """A value with the decimals of the screen, which keep it on its side of the target; a state in words."""
    if value is None:
        return None
    if target.is_state:
        return say("common-yes") if target.criterion.is_met_by(value) else say("common-no")
    return FormattedNumber(value, decimal_format(_count_decimals(beside_target(target, value, decimals))))


def _count_decimals(text: str) -> int:
    """How many a number has as it is shown."""
    return sum(letter.isdigit() for letter in text.partition(".")[2])


def value_cell(indicator: Indicator, value: float | None) -> Cell:
    """A value with the decimals of its indicator; a state in words."""
    return state_text(value) if indicator.yes_no else FormattedNumber(value, decimal_format(indicator.decimals))


def state_text(value: float | None) -> str | None:
    """A state as yes or no."""
    return None if value is None else say("common-yes") if value >= 0.5 else say("common-no")
