"""The third step of an import: the match report, and the choice of what to do with it."""

from collections.abc import Mapping, Sequence
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
from locales import say, say_all

_LISTED = 200  # faults of a code on the page; the file has all that were kept


def report_body(upload: str, order: ImportOrder, report: MatchReport, causes: Mapping[str, Any]) -> BodyView:
    """Step 3: what was read and matched, every fault, and how to go on.

    ``upload`` is the id, ``causes`` are the faults in groups with what mends each, as the browser paints them.
    """
    at = f"{PATH}?upload={upload}"
    errors = report.count_errors()
    left = html.Div([_numbers_panel(report, errors), _choices_panel(order, errors)], className="dp-column")
    faults = report.list_faults(_LISTED)
    groups = [_causes_card(causes["counted"])] if causes["causes"] or causes["readings"] else []
    right = html.Div([*groups, _faults_card(report, faults)], className="dp-column")
    children = [
        steps_bar(2, (f"{PATH}?step=file", at, None, None, None)),
        html.Div([left, right], className="dp-report"),
        html.Footer(_foot_parts(report, errors, at), className="dp-foot"),
    ]
    columns = say_all("imports-fault-columns-")
    rows = [(fault.code, fault.severity, *fault_words.fault_cells(fault)) for fault in faults]
    parts: dict[DataView, Any] = {DataView.CAUSES: causes} if groups else {}
    if rows:
        parts[DataView.FAULTS] = {"columns": [*columns.values()], "rows": rows}
    return BodyView(children, parts)


def _numbers_panel(report: MatchReport, errors: int) -> html.Section:
    warnings = sum(report.counts.values()) - errors
    tiles = [
        (say("imports-read"), report.rows, "plain"),
        (say("imports-good"), report.good, "good"),
        (say("imports-with-errors"), errors, "error"),
        (say("imports-with-warnings"), warnings, "warning"),
    ]
    lists: list[Component] = [
        html.Div(
            [html.H2(title), facts([(names.get(key, key), f"{count:,}") for key, count in counts.items() if count])]
        )
        for title, names, counts in (
            (say("imports-title-matched"), say_all("imports-matched-") | say_all("imports-otherwise-"), report.matched),
            (say("imports-title-ignored"), say_all("imports-ignored-") | say_all("imports-otherwise-"), report.ignored),
            (say("imports-title-assumed"), say_all("imports-assumed-"), report.assumed),
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
            ("0", say("imports-good-only-no"), say("imports-good-only-no-hint")),
            ("1", say("imports-good-only-yes"), say("imports-good-only-yes-hint")),
        ]
        parts.append(choices(DataView.GOOD_ONLY, options, "1" if order.good_only else "0"))
    modes = [
        ("0", say("imports-merge"), say("imports-merge-hint")),
        ("1", say("imports-replace"), say("imports-replace-hint")),
    ]
    parts.append(choices(DataView.REPLACE, modes, "1" if order.replace else "0"))
    return html.Section([html.H2(say("imports-how")), *parts], className="panel dp-pad")


def _causes_card(counted: str) -> html.Section:
    head: list[Component] = [html.H2(say("imports-causes")), html.Span(counted, className="quiet")]
    return card(head, [painted(DataView.CAUSES, label=say("imports-causes"))], "dp-causes")


def _faults_card(report: MatchReport, faults: Sequence[Fault]) -> html.Section:
    if not faults:
        return card([html.H2(say("imports-faults"))], [html.P(say("imports-faults-none"), className="quiet dp-none")])
    codes = {"": say("imports-all-codes")} | {
        str(code): say("imports-fault-option", fault=code, count=f"{count:,}") for code, count in report.counts.items()
    }
    columns = say_all("imports-fault-columns-")
    severities = {"": say("imports-errors-warnings")} | say_all("imports-severities-")
    listed = data_words.listed(sum(fault.count for fault in faults), sum(report.counts.values()))
    head: list[Component] = [
        html.H2(say("imports-faults")),
        html.Span(listed, id=DataView.LISTED, className="quiet"),
        html.Div(
            [
                *_filter_select(DataView.SEVERITY, columns["severity"], severities),
                *_filter_select(DataView.CODE, columns["problem"], codes),
                button("report", say("imports-report-xlsx"), form="xlsx"),
                button("report", say("imports-report-csv"), form="csv"),
            ],
            className="card-actions dp-filter",
        ),
    ]
    return card(head, [painted(DataView.FAULTS, label=say("imports-faults"))])


def _filter_select(id_: DataView, label: str, options: dict[str, str]) -> list[Component]:
    """A choice whose name only those hear who cannot see what it filters."""
    return [html.Label(label, htmlFor=id_, className="visually-hidden"), select(id_, options, "")]


def _foot_parts(report: MatchReport, errors: int, at: str) -> list[Component]:
    back = link_button(say("imports-back-to-columns"), at)
    again = link_button(say("imports-upload-corrected"), f"{PATH}?step=file")
    if not report.good:
        return [back, again, html.P(say("imports-nothing-good"), className="quiet")]
    keep = button("keep", say("imports-keep"), primary=True)
    if not errors:
        return [back, html.P(say("imports-keep-hint"), className="quiet"), keep]
    stop: dict[str, Any] = {"data-blocked": say("imports-fix-first")}
    return [
        back,
        again,
        html.P(say("imports-fix-first"), className="dp-warning"),
        html.Span(keep, **stop),
    ]
