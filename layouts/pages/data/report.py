"""The third step of an import: the match report, and the choice of what to do with it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from layouts.frame.controls import button, choices, select, table
from layouts.frame.parts import card, facts
from layouts.pages.data.imports import steps_bar
from layouts.pages.data.page import PATH
from layouts.words.pages import data as words


@dataclass(frozen=True)
class FaultRow:
    """One fault in words; ``severity`` and ``code`` as the model names them. ``remedy`` tells what is allowed too.

    ``count`` is above 1 where many rows share it.
    """

    severity: str
    code: str
    position: str
    sentence: str
    found: str
    remedy: str
    count: int = 1


@dataclass(frozen=True)
class MatchReport:
    """What a check found. ``codes`` are faults by code: what they say and how many; ``faults`` are the listed ones."""

    upload: str
    rows: int
    good: int
    errors: int
    warnings: int
    matched: Mapping[str, int]
    ignored: Mapping[str, int]
    assumed: Mapping[str, int]
    codes: Mapping[str, tuple[str, int]]
    faults: Sequence[FaultRow]
    good_only: bool
    replace: bool


def report_body(report: MatchReport) -> list[Component]:
    """Step 3: what was read and matched, every fault, and how to go on."""
    at = f"{PATH}?upload={report.upload}"
    left = html.Div([_numbers(report), _how(report)], className="dp-column")
    return [
        steps_bar(2, (f"{PATH}?step=file", at, None, None, None)),
        html.Div([left, _faults(report)], className="dp-report"),
        html.Footer(_foot(report, at), className="dp-foot"),
    ]


def _numbers(report: MatchReport) -> html.Section:
    tiles = [
        (words.READ, report.rows, "plain"),
        (words.GOOD, report.good, "good"),
        (words.WITH_ERRORS, report.errors, "error"),
        (words.WITH_WARNINGS, report.warnings, "warning"),
    ]
    ways = words.MATCHED | words.OTHERWISE
    matched = {ways.get(way, way): count for way, count in report.matched.items()}
    lists: list[Component] = [
        html.Div([html.H3(title), facts(words.counted(counts))])
        for title, counts in (
            (words.MATCHED_TITLE, matched),
            (words.IGNORED_TITLE, report.ignored),
            (words.ASSUMED_TITLE, report.assumed),
        )
        if any(counts.values())
    ]
    boxes = [
        html.Div([html.Strong(f"{count:,}"), html.Span(text)], className=f"tile dp-tile-{tone if count else 'plain'}")
        for text, count, tone in tiles
    ]
    return html.Section(
        [
            html.P(words.report_headline(report.rows, report.good, report.errors), className="dp-headline"),
            html.Div(boxes, className="dp-tiles"),
            html.Div(lists, className="dp-lists"),
        ],
        className="panel dp-pad dp-numbers",
    )


def _how(report: MatchReport) -> html.Section:
    parts: list[Any] = []
    if report.errors:
        options = [
            ("0", words.GOOD_ONLY_NO, words.GOOD_ONLY_NO_HINT),
            ("1", words.GOOD_ONLY_YES, words.GOOD_ONLY_YES_HINT),
        ]
        parts.append(choices("good_only", options, "1" if report.good_only else "0"))
    modes = [("0", words.MERGE, words.MERGE_HINT), ("1", words.REPLACE, words.REPLACE_HINT)]
    parts.append(choices("replace", modes, "1" if report.replace else "0"))
    return html.Section([html.H3(words.HOW), *parts], className="panel dp-pad")


def _faults(report: MatchReport) -> html.Section:
    if not report.faults:
        return card([html.H2(words.FAULTS)], [html.P(words.FAULTS_NONE, className="quiet dp-none")])
    codes = {"": words.ALL_CODES} | {code: words.fault_option(*told) for code, told in report.codes.items()}
    severities = {"": f"{words.WITH_ERRORS}、{words.WITH_WARNINGS}"} | words.SEVERITIES
    named: dict[str, Any] = {"data-filter": "1"}
    listed = sum(fault.count for fault in report.faults)
    all_ = sum(count for _, count in report.codes.values())
    head: list[Component] = [
        html.H2(words.FAULTS),
        html.Span(words.listed(listed, all_), id="dp-listed", className="quiet"),
        html.Div(
            [
                select("severity", severities, "", **named | {"aria-label": words.FAULT_COLUMNS[0]}),
                select("code", codes, "", **named | {"aria-label": words.FAULT_COLUMNS[2]}),
                button("report", words.REPORT_XLSX, form="xlsx"),
                button("report", words.REPORT_CSV, form="csv"),
            ],
            className="card-actions dp-filter",
        ),
    ]
    return card(head, [table(words.FAULT_COLUMNS, [_fault(fault) for fault in report.faults], "dp-faults")])


def _fault(fault: FaultRow) -> html.Tr:
    named: dict[str, Any] = {"data-code": fault.code, "data-severity": fault.severity}
    return html.Tr(
        [
            html.Td(html.Span(words.SEVERITIES[fault.severity], className=f"chip dp-{fault.severity}")),
            html.Td(fault.position, className="dp-position"),
            html.Td(fault.sentence),
            html.Td(fault.found, className="dp-found"),
            html.Td(fault.remedy),
        ],
        **named,
    )


def _foot(report: MatchReport, at: str) -> list[Component]:
    back = dcc.Link(words.BACK_TO_COLUMNS, href=at, className="btn btn-sm btn-outline-secondary")
    again = dcc.Link(words.UPLOAD_CORRECTED, href=f"{PATH}?step=file", className="btn btn-sm btn-outline-secondary")
    if not report.good:
        return [back, again, html.P(words.NOTHING_GOOD, className="quiet")]
    keep = button("keep", words.KEEP, primary=True)
    hint = html.P(words.KEEP_HINT, className="quiet")
    if not report.errors:
        return [back, hint, keep]
    stop: dict[str, Any] = {"data-blocked": words.FIX_FIRST}
    return [
        back,
        again,
        html.P(words.FIX_FIRST, id="dp-fix", className="dp-warning"),
        html.Span(keep, id="dp-keep", **stop),
    ]
