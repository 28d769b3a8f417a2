"""Warnings about a file as a whole: hidden rows and columns, unused columns, the datum that it states."""

from dataclasses import replace

import pandas as pd

from datasets.imports.cells.cell_values import compact
from datasets.imports.cells.fault_collector import FaultCollector
from datasets.imports.check_places.feature_records import list_attributes
from datasets.imports.check_places.undrivable_roads import is_lifecycle_attribute
from datasets.imports.columns.coordinate_columns import DatumStatement, find_coordinate_role, find_stated_datum
from datasets.imports.columns.extract_rows import label_columns
from datasets.imports.columns.heading_words import COORDINATE_ROLES, DATUM_WORDS, NEITHER
from datasets.imports.model import (
    CheckResult,
    ColumnMapping,
    ColumnRole,
    Fault,
    FaultCode,
    FileContent,
    Severity,
    Sheet,
)
from datasets.imports.upload.import_order import ImportOrder
from datasets.kinds import ImportKind
from locales import say

_MOST_NAMED = 12  # columns of a remark; the others are counted


def add_remarks(checked: CheckResult, content: FileContent, sheet: Sheet | None, order: ImportOrder) -> CheckResult:
    """Add the remarks on a file to its check; ``sheet`` is the one that was read, None for features."""
    faults = FaultCollector()
    for fault in [
        *_compare_datum(content, sheet, order),
        *_find_hidden_parts(sheet, order.mapping),
        *find_unused_columns(content, sheet, order),
    ]:
        faults.add_one(replace(fault, severity=Severity.WARNING))
    return add_faults(checked, faults, first=True)


def add_faults(checked: CheckResult, faults: FaultCollector, *, first: bool = False) -> CheckResult:
    """Add faults of codes that a check does not have yet, after its own or before them (``first``)."""
    if not faults.counts:
        return checked
    report = checked.report
    parts = [faults.frame(), report.faults] if first else [report.faults, faults.frame()]
    listed = pd.concat(parts, ignore_index=True)
    return replace(checked, report=replace(report, faults=listed, counts={**report.counts, **faults.counts}))


def read_datum_statement(
    content: FileContent, sheet: Sheet | None, mapping: ColumnMapping | None
) -> DatumStatement | None:
    """Read the datum that a file of places states."""
    if content.features is not None:
        texts = ((str(heading), content.features[heading]) for heading in list_attributes(content.features))
        return find_stated_datum(list_attributes(content.features), (), content.file_name, texts)
    if sheet is None or mapping is None:
        return None
    headings = ["".join(dict.fromkeys(column)) for column in _list_headings(sheet, mapping)]
    used = [heading for heading, use in zip(headings, mapping.columns, strict=True) if use.role in COORDINATE_ROLES]
    body = sheet.cells.loc[mapping.first_row : mapping.last_row]
    texts = ((heading, body[position]) for position, heading in enumerate(headings))
    named = [heading for heading in used if find_coordinate_role(heading)]
    return find_stated_datum(headings, named, content.file_name, texts)


def _compare_datum(content: FileContent, sheet: Sheet | None, order: ImportOrder) -> list[Fault]:
    if order.kind in (ImportKind.OBSERVATIONS, ImportKind.BENCHMARK):
        return []
    statement = read_datum_statement(content, sheet, order.mapping)
    if statement is None:
        return []
    code = FaultCode.DATUM_STATED if statement.datum == order.datum else FaultCode.DATUM_DIFFERS
    return [Fault(code, statement.by, say("list-names").join(statement.datums), sheet.name if sheet else "")]


def _find_hidden_parts(sheet: Sheet | None, mapping: ColumnMapping | None) -> list[Fault]:
    """Hidden rows and columns among what is read, and a sheet that is hidden as a whole."""
    if sheet is None or mapping is None:
        return []
    found = [Fault(FaultCode.HIDDEN_SHEET, sheet.name, sheet=sheet.name)] if sheet.is_hidden else []
    rows = [
        row for row in sheet.hidden_rows if mapping.first_row <= row <= mapping.last_row and row in sheet.cells.index
    ]
    labels = label_columns(sheet, mapping)
    columns = [
        label
        for position, (use, label) in enumerate(zip(mapping.columns, labels, strict=True))
        if use.role is not ColumnRole.IGNORED and position in sheet.hidden_columns
    ]
    parts = [say("faults-rows", rows=_join_row_numbers(rows))] if rows else []
    parts += [say("faults-columns", columns=_join_names(columns))] if columns else []
    if parts:
        found.append(
            Fault(FaultCode.HIDDEN, say("list-comma").join(parts), sheet=sheet.name, count=len(rows) + len(columns))
        )
    return found


def find_unused_columns(content: FileContent, sheet: Sheet | None, order: ImportOrder) -> list[Fault]:
    """The columns with a heading and something in them that are used for nothing."""
    mapping = order.mapping
    if mapping is None:
        return []
    if sheet is None:
        found = [
            heading
            for heading, use in zip(list_attributes(content.features), mapping.columns, strict=False)
            if use.role is ColumnRole.IGNORED
            and content.features is not None
            and (content.features[heading] != "").any()
            and heading.casefold() not in DATUM_WORDS
            and not (order.kind is ImportKind.ROADS and is_lifecycle_attribute(heading))
        ]
    else:
        body = sheet.cells.loc[mapping.first_row : mapping.last_row]
        labels = label_columns(sheet, mapping)
        found = [
            label
            for position, (use, label) in enumerate(zip(mapping.columns, labels, strict=True))
            if use.role is ColumnRole.IGNORED
            and " " in label
            and (body[position] != "").any()
            and not _is_meaningless(label)
        ]
    return [Fault(FaultCode.COLUMNS_LEFT_OUT, _join_names(found), sheet=sheet.name if sheet else "")] if found else []


def _is_meaningless(label: str) -> bool:
    return compact(label.partition(" ")[2]).casefold() in NEITHER


def _list_headings(sheet: Sheet, mapping: ColumnMapping) -> list[list[str]]:
    rows = [row for row in mapping.header_rows if row in sheet.cells.index]
    return [[text for text in sheet.cells.loc[rows, column] if text.strip()] for column in sheet.cells.columns]


def _join_names(names: list[str]) -> str:
    named = say("list-names").join(names[:_MOST_NAMED])
    return say("faults-more-columns", names=named, count=len(names)) if len(names) > _MOST_NAMED else named


def _join_row_numbers(numbers: list[int]) -> str:
    """Row numbers with neighbours joined: 3–5、9; at most a few of them."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    texts = [str(first) if first == last else f"{first}–{last}" for first, last in runs]
    return say("list-names").join(texts[:_MOST_NAMED]) + ("…" if len(texts) > _MOST_NAMED else "")
