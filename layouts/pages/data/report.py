"""The third step of an import: the match report, and the choice of what to do with it."""

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from datasets.imports.model import Fault, MatchReport
from datasets.imports.upload.import_order import ImportOrder
from layouts.data_ids import DataView
from layouts.frame.parts import card, facts
from layouts.pages.data.controls import button, choices, link_button, painted, select
from layouts.pages.data.page import PATH, BodyView
from layouts.pages.data.start import steps_bar
from layouts.words.messages import imports as fault_words
from layouts.words.pages.data import imports as words
from layouts.words.pages.data import page as data_words

_LISTED = 200  # faults of a code on the page; the file has all that were kept


def report_body(upload: str, order: ImportOrder, report: MatchReport) -> BodyView:
    """Step 3: what was read and matched, every fault, and how to go on; ``upload`` is the id."""
    at = f"{PATH}?upload={upload}"
    errors = report.count_errors()
    left = html.Div([_numbers_panel(report, errors), _choices_panel(order, errors)], className="dp-column")
    faults = report.list_faults(_LISTED)
    children = [
        steps_bar(2, (f"{PATH}?step=file", at, None, None, None)),
        html.Div([left, _faults_card(report, faults)], className="dp-report"),
        html.Footer(_foot_parts(report, errors, at), className="dp-foot"),
    ]
    rows = [(fault.code, fault.severity, *fault_words.fault_cells(fault)) for fault in faults]
    return BodyView(children, {DataView.FAULTS: {"columns": words.FAULT_COLUMNS, "rows": rows}} if rows else {})


def _numbers_panel(report: MatchReport, errors: int) -> html.Section:
    warnings = sum(report.counts.values()) - errors
    tiles = [
        (words.READ, report.rows, "plain"),
        (words.GOOD, report.good, "good"),
        (words.WITH_ERRORS, errors, "error"),
        (words.WITH_WARNINGS, warnings, "warning"),
    ]
    lists: list[Component] = [
        html.Div(
            [html.H3(title), facts([(names.get(key, key), f"{count:,}") for key, count in counts.items() if count])]
        )
        for title, names, counts in (
            (words.MATCHED_TITLE, words.MATCHED | words.OTHERWISE, report.matched),
            (words.IGNORED_TITLE, fault_words.IGNORED | words.OTHERWISE, report.ignored),
            (words.ASSUMED_TITLE, fault_words.ASSUMED, report.assumed),
        )
        if any(counts.values())
    ]
    boxes = [
        html.Div([html.Strong(f"{count:,}"), html.Span(text)], className=f"tile dp-tile-{tone if count else 'plain'}")
        for text, count, tone in tiles
    ]
    return html.Section(
        [
            html.P(words.report_headline(report.rows, report.good, errors), className="dp-headline"),
            html.Div(boxes, className="dp-tiles"),
            html.Div(lists, className="dp-lists"),
        ],
        className="panel dp-pad dp-numbers",
    )


def _choices_panel(order: ImportOrder, errors: int) -> html.Section:
    parts: list[Any] = []
    if errors:
        options = [
            ("0", words.GOOD_ONLY_NO, words.GOOD_ONLY_NO_HINT),
            ("1", words.GOOD_ONLY_YES, words.GOOD_ONLY_YES_HINT),
        ]
        parts.append(choices(DataView.GOOD_ONLY, options, "1" if order.good_only else "0"))
    modes = [("0", words.MERGE, words.MERGE_HINT), ("1", words.REPLACE, words.REPLACE_HINT)]
    parts.append(choices(DataView.REPLACE, modes, "1" if order.replace else "0"))
    return html.Section([html.H3(words.HOW), *parts], className="panel dp-pad")


def _faults_card(report: MatchReport, faults: Sequence[Fault]) -> html.Section:
    if not faults:
        return card([html.H2(words.FAULTS)], [html.P(words.FAULTS_NONE, className="quiet dp-none")])
    codes = {"": words.ALL_CODES} | {
        str(code): words.fault_option(fault_words.FAULTS[code].problem, count) for code, count in report.counts.items()
    }
    severities = {"": f"{words.WITH_ERRORS}、{words.WITH_WARNINGS}"} | words.SEVERITIES
    listed = data_words.listed(sum(fault.count for fault in faults), sum(report.counts.values()))
    head: list[Component] = [
        html.H2(words.FAULTS),
        html.Span(listed, id=DataView.LISTED, className="quiet"),
        html.Div(
            [
                *_filter_select(DataView.SEVERITY, words.FAULT_COLUMNS[0], severities),
                *_filter_select(DataView.CODE, words.FAULT_COLUMNS[2], codes),
                button("report", words.REPORT_XLSX, form="xlsx"),
                button("report", words.REPORT_CSV, form="csv"),
            ],
            className="card-actions dp-filter",
        ),
    ]
    return card(head, [painted(DataView.FAULTS)])


def _filter_select(id_: DataView, label: str, options: dict[str, str]) -> list[Component]:
    """A choice whose name only those hear who cannot see what it filters."""
    return [html.Label(label, htmlFor=id_, className="visually-hidden"), select(id_, options, "")]


def _foot_parts(report: MatchReport, errors: int, at: str) -> list[Component]:
    back = link_button(words.BACK_TO_COLUMNS, at)
    again = link_button(words.UPLOAD_CORRECTED, f"{PATH}?step=file")
    if not report.good:
        return [back, again, html.P(words.NOTHING_GOOD, className="quiet")]
    keep = button("keep", words.KEEP, primary=True)
    if not errors:
        return [back, html.P(words.KEEP_HINT, className="quiet"), keep]
    stop: dict[str, Any] = {"data-blocked": words.FIX_FIRST}
    return [
        back,
        again,
        html.P(words.FIX_FIRST, className="dp-warning"),
        html.Span(keep, **stop),
    ]
