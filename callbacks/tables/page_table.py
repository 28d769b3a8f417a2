"""A table of a page: its columns by key, its rows, and what it says of itself."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from datasets.city.city import City
from datasets.files.decimals import drop_noise
from datasets.files.table_export import (
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
from layouts.words.common import DEMO_RIBBON, NO, YES, share_text
from layouts.words.pages.atlas import percent_text
from layouts.words.pages.county import dated
from layouts.words.pages.targets import beside_target
from layouts.words.paper import tables as words
from layouts.words.paper.pictures import file_name

_LONGEST_NAME = 80  # letters of a file's name
_FORMS = {"code": TEXT, "year": YEAR}
Query = Mapping[str, str]
Row = Mapping[str, Any]  # cells by the key of their column; one that is left out is empty


@dataclass(frozen=True)
class PageTable:
    """A table, a name for its file (without ending), and what its workbook tells beside it."""

    file_name: str
    table: ExportTable
    notes: tuple[tuple[str, str], ...]


Maker = Callable[[Query], PageTable]  # refuses a query that it cannot use with UnknownNameError


def columns_of(*keys: str, **others: str) -> dict[str, ExportColumn]:
    """Columns by key: those of ``HEADINGS``, then ``others`` with the headings that are given."""
    headings = {key: words.HEADINGS[key] for key in keys} | others
    return {key: ExportColumn(heading, _FORMS.get(key, "General")) for key, heading in headings.items()}


def page_table(
    city: City,
    dataset: str,
    name: str,
    about: Sequence[str | int],
    columns: Mapping[str, ExportColumn],
    rows: Sequence[Row],
    notes: Sequence[tuple[str, str]] = (),
    *,
    nothing: str = "",
) -> PageTable:
    """The table ``name`` of a page; ``about`` says what it is of: an indicator, a county, the year at the end.

    Every row ends with its year and its dataset, so that a demonstration stays one when rows are copied elsewhere.
    A table without rows says why: ``nothing``.
    """
    own, label = city.datasets[dataset], words.TABLES[name]
    if not rows and nothing:
        columns, rows = columns_of("note"), [{"note": nothing}]
    every = {**columns, **columns_of(*(key for key in ("year", "dataset") if key not in columns))}
    common = {"year": about[-1], "dataset": words.dataset_label(own.name, own.demonstration)}
    cells = [[_round_cell((common | dict(row)).get(key)) for key in every] for row in rows]
    said = [dated(part) if isinstance(part, int) else part for part in about]
    title = "　".join([city.region.name, *said, label])
    table = ExportTable(label, list(every.values()), cells, title, DEMO_RIBBON if own.demonstration else "")
    told = [
        (title, table.warning),
        (words.DATASET, words.dataset_note(own.name, own.version, own.description)),
        *((heading, text) for heading, text in notes if text),
    ]
    name_of_file = file_name(city.region.short_name, *about, label, own.name)[:_LONGEST_NAME]
    return PageTable(name_of_file, table, tuple(told))


def _round_cell(cell: Cell) -> Cell:
    if isinstance(cell, FormattedNumber):
        return cell if cell.value is None else replace(cell, value=drop_noise(float(cell.value)))
    return drop_noise(cell) if isinstance(cell, float) else cell


def sources_note(rows: Iterable[Row]) -> tuple[str, str]:
    """Every source of the rows once."""
    return words.SOURCES, "；".join(dict.fromkeys(str(row["source"]) for row in rows if row.get("source")))


def indicator_notes(indicators: Iterable[Indicator]) -> list[tuple[str, str]]:
    """What indicators mean."""
    return [
        note
        for one in indicators
        for note in ((f"{one.name}：{words.DEFINITION}", one.definition), (f"{one.name}：{words.CAVEAT}", one.caveat))
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
        return YES if target.criterion.is_met_by(value) else NO
    return FormattedNumber(value, decimal_format(_count_decimals(beside_target(target, value, decimals))))


def _count_decimals(text: str) -> int:
    """How many a number has as it is shown."""
    return sum(letter.isdigit() for letter in text.partition(".")[2])


def value_cell(indicator: Indicator, value: float | None) -> Cell:
    """A value with the decimals of its indicator; a state in words."""
    return state_text(value) if indicator.yes_no else FormattedNumber(value, decimal_format(indicator.decimals))


def unit_cell(indicator: Indicator) -> str:
    """The unit of an indicator; a state has none."""
    return "" if indicator.yes_no else indicator.unit


def state_text(value: float | None) -> str | None:
    """A state as yes or no."""
    return None if value is None else YES if value >= 0.5 else NO
