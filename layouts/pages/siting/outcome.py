"""The changes of a scenario, and their effect on residents, areas and policy targets."""

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from datasets.siting.scenario_targets import TargetChange
from geodata.region import Level
from layouts.frame.controls import button
from layouts.frame.parts import card
from layouts.words.common import STATUSES
from layouts.words.pages import siting as words
from layouts.words.siting_outcome import OutcomeText


def changes_card(text: OutcomeText) -> html.Section:
    """The list of changes, each with an undo button; a remark where there is no facility of the type yet."""
    head: list[Component] = [html.H2(words.CHANGES_TITLE)]
    remark = [html.P(text.none_stands(), className="st-remark")] if text.none_stands() else []
    count = len(text.outcome.placed)
    if not count:
        return card(head, [*remark, html.P(words.NO_CHANGES, className="quiet st-pad")])
    head += [
        html.Span(words.counted(count), className="quiet"),
        html.Div(button("undo_all", words.UNDO_ALL), className="card-actions"),
    ]
    items = [_change_item(text, position) for position in range(count)]
    return card(head, [*remark, html.Ul(items, className="st-changes"), _map_key()])


def _map_key() -> html.Div:
    """The key of the marks on the map."""
    marks = {"add": words.PAPER_NEW, "close": words.CHANGE_KINDS["close"], "won": words.WON, "lost": words.LOST}
    entries = [html.Span([html.Span(className=f"st-mark st-mark-{mark}"), label]) for mark, label in marks.items()]
    return html.Div(entries, className="st-key")


def _change_item(text: OutcomeText, position: int) -> html.Li:
    one, name = text.outcome.placed[position], text.name(position)
    place: dict[str, Any] = {"data-lon": one.longitude, "data-lat": one.latitude, "data-act": "point"}
    undo: dict[str, Any] = {"data-act": "undo", "data-position": position, "aria-label": f"{words.UNDO} {name}"}
    about = [
        html.Strong(f"{words.CHANGE_KINDS[one.change.kind]} {name}"),
        html.Span(f"{text.place(one)}，{text.size(one)}", className="quiet"),
    ]
    return html.Li(
        [
            html.Span(className=f"st-mark st-mark-{one.change.kind}"),
            html.Button(about, type="button", className="st-change", **place),
            html.Button(words.UNDO, type="button", className="btn btn-sm btn-outline-secondary", **undo),
        ]
    )


def outcome_card(text: OutcomeText) -> html.Section:
    """People, the ratio of the groups, areas and targets before and after."""
    outcome, region = text.outcome, text.city.region
    whole, ratios = text.whole, outcome.ratios
    tone = {True: "good", False: "bad", None: ""}[outcome.holds_line[1]]
    tiles = [
        _result_tile(words.RESIDENTS, words.persons(whole.newly_covered), text.covered_note(), "good"),
        _result_tile(text.ratio_label(), words.ratios_text(ratios), words.ratio_note(text.benchmark, ratios), tone),
    ]
    lost = [html.P(text.uncovered(), className="st-lost")] if text.uncovered() else []
    counties = _areas_table(text, text.city.geography.codes(Level.COUNTY))
    body: list[Component] = [
        html.Div(tiles, className="st-tiles"),
        *lost,
        _areas_table(text, [region.adcode, region.focus, region.benchmark]),
        html.Details([html.Summary(words.COUNTIES), counties], className="st-prices"),
        html.H3(words.TARGETS_TITLE),
        *_changed_targets(text),
        *[html.P(note, className="quiet st-note") for note in text.notes()],
    ]
    return card([html.H2(words.OUTCOME_TITLE)], [html.Div(body, className="st-pad", id="st-outcome")])


def _result_tile(label: str, value: str, note: str, tone: str) -> html.Div:
    parts = [html.Span(label), html.Strong(value), html.Small(note)]
    return html.Div(parts, className=f"st-tile st-tile-{tone}".rstrip("-"))


def _areas_table(text: OutcomeText, codes: Sequence[str]) -> html.Table:
    head = html.Tr([html.Th(column, scope="col") for column in words.AREA_COLUMNS])
    return html.Table([html.Thead(head), html.Tbody([_area_row(text, code) for code in codes])], className="st-table")


def _area_row(text: OutcomeText, code: str) -> html.Tr:
    """An area before and after; its tone is good or bad where residents were won or lost on balance."""
    shift = text.outcome.areas[code]
    won = shift.newly_covered - shift.newly_uncovered
    tone = "st-good" if won > 0 else "st-bad" if won < 0 else ""
    return html.Tr(
        [
            html.Th(text.area(code), scope="row"),
            html.Td(words.net_text(shift.newly_covered, shift.newly_uncovered), className=tone),
            html.Td(text.shares(shift)),
            html.Td(text.mean_ways(shift)),
        ]
    )


def _changed_targets(text: OutcomeText) -> list[Component]:
    changed = [_target_item(text, change) for change in text.outcome.changed_targets]
    texts = [html.P(each) for each in ("" if changed else text.none_changed(), text.missed()) if each]
    return [*([html.Ul(changed, className="st-targets")] if changed else []), *texts]


def _target_item(text: OutcomeText, change: TargetChange) -> html.Li:
    before, after = (
        html.Span(STATUSES[progress.counted_status], className=f"chip status-{progress.counted_status}")
        for progress in (change.before, change.after)
    )
    values = html.Span(text.target_values(change))
    return html.Li(
        [
            html.Div([html.Strong(text.area(change.area)), html.Span(text.target_name(change))]),
            html.Div([values, before, html.Span("→", className="quiet"), after]),
        ]
    )
