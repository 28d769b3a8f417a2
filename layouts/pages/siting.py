"""The part 选址 of the page 设施布局: a plan to be worked out, changes by hand, what they come to, what was saved.

Everything here is painted by assets/js/siting.js from the tree that the server sends.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from layouts.frame.controls import Group, button, grouped_select, labelled, plain, select, text_input
from layouts.frame.parts import card
from layouts.words.pages import siting as words


@dataclass(frozen=True)
class PlanForm:
    """What can be asked for: ``values`` are the texts of the fields by name; options are keys and what they say."""

    values: Mapping[str, str]
    objectives: Mapping[str, str]
    places: Sequence[Group]
    candidates: Mapping[str, str]
    counties: Mapping[str, str]
    capacity: str
    focus: str


@dataclass(frozen=True)
class HandForm:
    """What can be chosen without the map: townships with their seats' places as keys, and facilities by code."""

    townships: Sequence[Group]
    facilities: Sequence[Group]
    choose: str


@dataclass(frozen=True)
class ChangeRow:
    """One change in words, and where it is on the map (degrees of EPSG:4490)."""

    kind: str
    name: str
    place: str
    longitude: float
    latitude: float


@dataclass(frozen=True)
class AreaRow:
    """An area before and after, as texts; ``tone`` is good or bad where residents were won or lost."""

    name: str
    newly: str
    share: str
    mean: str
    tone: str = ""


@dataclass(frozen=True)
class TargetRow:
    """A target that changes its status: where, which, its value, and the statuses before and after with their keys."""

    where: str
    target: str
    value: str
    statuses: tuple[str, str]
    keys: tuple[str, str]


@dataclass(frozen=True)
class OutcomeView:
    """What a scenario comes to. ``line`` says whether the 80 % line is kept afterwards; None if it cannot be said."""

    covered: str
    covered_note: str
    uncovered: str
    ratio_label: str
    ratio: str
    ratio_note: str
    line: bool | None
    areas: Sequence[AreaRow]
    counties: Sequence[AreaRow]
    targets: Sequence[TargetRow]
    targets_text: str
    missed: str
    notes: Sequence[str]


@dataclass(frozen=True)
class SavedRow:
    """A saved scenario; ``href`` opens it."""

    id: int
    name: str
    about: str
    href: str


@dataclass(frozen=True)
class Panel:
    """All of it.

    ``outcome`` is None without changes; ``hint`` says why nothing can be saved, empty if it can; ``remark`` is what
    should be known of the facilities that stand, empty for nothing.
    """

    plan: PlanForm
    hand: HandForm
    changes: Sequence[ChangeRow]
    outcome: OutcomeView | None
    saved: Sequence[SavedRow]
    hint: str
    pack_href: str
    remark: str = ""


@dataclass(frozen=True)
class Compared:
    """Scenarios side by side: names, addresses and map pictures, and one row of texts for each of ``COMPARE_ROWS``."""

    names: Sequence[str]
    hrefs: Sequence[str]
    pictures: Sequence[str]
    rows: Sequence[tuple[str, Sequence[str]]]
    back: str


def panel_body(panel: Panel) -> list[Component]:
    """The planner's desk."""
    outcome = [_outcome(panel.outcome)] if panel.outcome else []
    return [
        html.Div([_plan(panel.plan), _hand(panel.hand)], className="st-column st-asking"),
        html.Div([_changes(panel), *outcome, _saved(panel)], className="st-column st-answers"),
    ]


def refused_body(message: str, label: str, href: str) -> list[Component]:
    """A scenario that cannot be worked out: why, and the way back to one that can."""
    link = dcc.Link(label, href=href, className="btn btn-sm btn-outline-secondary")
    return [
        html.Section(
            [html.P(message, className="st-fault", role="alert"), html.Div(link)], className="panel st-refused"
        )
    ]


# --- asking ----------------------------------------------------------------------------------------------------------


def _plan(form: PlanForm) -> html.Section:
    value = form.values.get
    fields = [
        _field(words.COUNT, _number("count", value("count", "3"))),
        _field(words.OBJECTIVE, _select("objective", form.objectives, value("objective"))),
        _field(
            words.WHERE,
            grouped_select("where", words.WHOLE_CITY, form.places, value("where"), id="st-where"),
        ),
        _field(words.LEAST.format(group=form.focus), _number("least", value("least", ""), placeholder="0")),
        _field(words.CANDIDATES, _select("candidates", form.candidates, value("candidates"))),
        _field(form.capacity, _number("capacity", value("capacity", ""), placeholder=words.CAPACITY_HINT)),
        _field(words.BUDGET, _number("budget", value("budget", ""), placeholder=words.MONEY_HINT)),
        _field(words.PRICE, _number("price", value("price", ""), placeholder=words.MONEY_HINT)),
    ]
    live: dict[str, Any] = {"aria-live": "polite"}
    foot = html.Div(
        [
            button("compute", words.COMPUTE, primary=True),
            html.Div(
                [
                    plain("progress", id="st-progress", max=100),
                    html.Span(id="st-progress-text", className="quiet"),
                    button("stop", words.STOP),
                ],
                id="st-running",
                className="st-running",
                hidden=True,
            ),
            html.P(id="st-told", className="st-told", role="status", **live),
        ],
        className="st-foot",
    )
    body: list[Component] = [
        html.Div(fields, className="st-fields"),
        _prices(form),
        foot,
        html.P(words.PLAN_NOTE, className="quiet st-note"),
    ]
    return card([html.H2(words.PLAN_TITLE)], [html.Div(body, className="st-pad")])


def _field(label: str, control: Any) -> html.Div:
    return labelled(label, control)


def _number(name: str, value: str, **attributes: Any) -> Any:
    return text_input(name, value, id=f"st-{name}", inputmode="decimal", maxlength=12, **attributes)


def _select(name: str, options: Mapping[str, str], value: str | None) -> Any:
    return select(name, options, value, id=f"st-{name}")


def _prices(form: PlanForm) -> html.Details:
    """A price for each county, out of the way until it is wanted."""
    filled = any(form.values.get(f"price-{code}") for code in form.counties)
    fields = [
        _field(name, _number(f"price-{code}", form.values.get(f"price-{code}", "")))
        for code, name in form.counties.items()
    ]
    unfolded: dict[str, Any] = {"open": True} if filled else {}
    parts = [html.Summary(words.PRICES), html.Div(fields, className="st-fields")]
    return html.Details(parts, className="st-prices", **unfolded)


def _hand(form: HandForm) -> html.Section:
    modes = [_mode(kind, text) for kind, text in words.MODES.items()]
    group: dict[str, Any] = {"role": "group", "aria-label": words.HAND_TITLE}
    lists = html.Details(
        [
            html.Summary(words.WITHOUT_MAP),
            html.Div(
                [
                    labelled(
                        words.IN_TOWNSHIP,
                        grouped_select("township", words.CHOOSE_TOWNSHIP, form.townships, "", id="st-township"),
                    ),
                    labelled(
                        form.choose,
                        grouped_select("facility", words.CHOOSE_FACILITY, form.facilities, "", id="st-facility"),
                    ),
                ],
                className="st-lists",
            ),
            html.Div(
                [button("apply", text, kind=kind) for kind, text in words.APPLIES.items()],
                className="st-applies",
            ),
        ],
        className="st-prices",
    )
    body = [
        html.Div(modes, className="segmented st-modes", **group),
        html.P(words.HAND_NOTE, id="st-hint", className="quiet", role="status"),
        lists,
    ]
    return card([html.H2(words.HAND_TITLE)], [html.Div(body, className="st-pad")])


def _mode(kind: str, text: str) -> html.Button:
    named: dict[str, Any] = {"data-act": "mode", "data-kind": kind, "aria-pressed": "false"}
    return html.Button(text, type="button", className="segment", **named)


# --- the scenario ----------------------------------------------------------------------------------------------------


def _changes(panel: Panel) -> html.Section:
    head: list[Component] = [html.H2(words.CHANGES_TITLE)]
    rows, remark = panel.changes, [html.P(panel.remark, className="st-remark")] if panel.remark else []
    if not rows:
        return card(head, [*remark, html.P(words.NO_CHANGES, className="quiet st-pad")])
    head += [
        html.Span(words.counted(len(rows)), className="quiet"),
        html.Div(button("undo_all", words.UNDO_ALL), className="card-actions"),
    ]
    items = [_change(position, row) for position, row in enumerate(rows)]
    return card(head, [*remark, html.Ul(items, className="st-changes"), _key()])


def _key() -> html.Div:
    """What the marks on the map are."""
    marks = {"add": words.PAPER_NEW, "close": words.CHANGE_KINDS["close"], "won": words.WON, "lost": words.LOST}
    entries = [html.Span([html.Span(className=f"st-mark st-mark-{mark}"), text]) for mark, text in marks.items()]
    return html.Div(entries, className="st-key")


def _change(position: int, row: ChangeRow) -> html.Li:
    place: dict[str, Any] = {"data-lon": row.longitude, "data-lat": row.latitude, "data-act": "point"}
    undo: dict[str, Any] = {"aria-label": f"{words.UNDO} {row.name}"}
    named: dict[str, Any] = {"data-act": "undo", "data-position": position}
    return html.Li(
        [
            html.Span(className=f"st-mark st-mark-{row.kind}"),
            html.Button(
                [html.Strong(f"{words.CHANGE_KINDS[row.kind]} {row.name}"), html.Span(row.place, className="quiet")],
                type="button",
                className="st-change",
                **place,
            ),
            html.Button(words.UNDO, type="button", className="btn btn-sm btn-outline-secondary", **named, **undo),
        ]
    )


def _outcome(view: OutcomeView) -> html.Section:
    tone = {True: "good", False: "bad", None: ""}[view.line]
    tiles = html.Div(
        [
            _tile(words.RESIDENTS, view.covered, view.covered_note, "good"),
            _tile(view.ratio_label, view.ratio, view.ratio_note, tone),
        ],
        className="st-tiles",
    )
    lost = [html.P(view.uncovered, className="st-lost")] if view.uncovered else []
    body: list[Component] = [
        tiles,
        *lost,
        _areas(view.areas),
        html.Details([html.Summary(words.COUNTIES), _areas(view.counties)], className="st-prices"),
        html.H3(words.TARGETS_TITLE),
        *_targets(view),
        *[html.P(note, className="quiet st-note") for note in view.notes],
    ]
    return card([html.H2(words.OUTCOME_TITLE)], [html.Div(body, className="st-pad", id="st-outcome")])


def _tile(label: str, value: str, note: str, tone: str) -> html.Div:
    return html.Div(
        [html.Span(label), html.Strong(value), html.Small(note)], className=f"st-tile st-tile-{tone}".rstrip("-")
    )


def _areas(rows: Sequence[AreaRow]) -> html.Table:
    head = html.Tr([html.Th(column, scope="col") for column in words.AREA_COLUMNS])
    body = [
        html.Tr(
            [
                html.Th(row.name, scope="row"),
                html.Td(row.newly, className=f"st-{row.tone}" if row.tone else ""),
                html.Td(row.share),
                html.Td(row.mean),
            ]
        )
        for row in rows
    ]
    return html.Table([html.Thead(head), html.Tbody(body)], className="st-table")


def _targets(view: OutcomeView) -> list[Component]:
    changed = [
        html.Li(
            [
                html.Div([html.Strong(row.where), html.Span(row.target)]),
                html.Div(
                    [
                        html.Span(row.value),
                        html.Span(row.statuses[0], className=f"chip status-{row.keys[0]}"),
                        html.Span("→", className="quiet"),
                        html.Span(row.statuses[1], className=f"chip status-{row.keys[1]}"),
                    ]
                ),
            ]
        )
        for row in view.targets
    ]
    texts = [html.P(text) for text in (view.targets_text, view.missed) if text]
    return [*([html.Ul(changed, className="st-targets")] if changed else []), *texts]


# --- what was saved --------------------------------------------------------------------------------------------------


def _saved(panel: Panel) -> html.Section:
    able = not panel.hint
    form = (
        html.Div(
            [
                text_input(
                    "name",
                    id="st-name",
                    placeholder=words.NAME_HINT,
                    maxlength=40,
                    **{"aria-label": words.NAME},
                ),
                button("save", words.SAVE, primary=True),
            ],
            className="st-save",
        )
        if able
        else html.P(panel.hint, className="quiet")
    )
    rows = [_saved_row(row, able) for row in panel.saved]
    listed = html.Ul(rows, className="st-saved") if rows else html.P(words.NO_SAVED, className="quiet")
    compare = [html.Div(button("compare", words.COMPARE), className="card-actions")] if len(rows) > 1 else []
    pack = [dcc.Link(words.PACK, href=panel.pack_href)] if rows else []
    share = [words.SHARE_NOTE] if able else []
    body: list[Component] = [form, listed, html.P([*share, *pack], className="quiet st-note")]
    return card([html.H2(words.SAVED_TITLE), *compare], [html.Div(body, className="st-pad")])


def _saved_row(row: SavedRow, able: bool) -> html.Li:
    label: dict[str, Any] = {"aria-label": f"{words.PICK} {row.name}"}
    pick = plain("input", type="checkbox", className="form-check-input", value=row.id, **{"data-pick": "1"}, **label)
    delete = [button("delete", words.DELETE, id=str(row.id), name=row.name)] if able else []
    return html.Li(
        [
            pick,
            html.Div([dcc.Link(row.name, href=row.href), html.Small(row.about, className="quiet")]),
            *delete,
        ]
    )


def compared_body(compared: Compared) -> list[Component]:
    """Saved scenarios side by side."""
    back = dcc.Link(words.BACK, href=compared.back, className="btn btn-sm btn-outline-secondary")
    heads = [
        html.Th(dcc.Link(name, href=href), scope="col")
        for name, href in zip(compared.names, compared.hrefs, strict=True)
    ]
    pictures = [
        html.Td(html.Img(src=address, alt=name, className="st-picture"))
        for name, address in zip(compared.names, compared.pictures, strict=True)
    ]
    rows = [
        html.Tr([html.Th(label, scope="row"), *[html.Td(text) for text in texts]]) for label, texts in compared.rows
    ]
    table = html.Table(
        [
            html.Thead(html.Tr([html.Th(words.SCENARIO, scope="col"), *heads])),
            html.Tbody([*rows, html.Tr([html.Th(words.MAP, scope="row"), *pictures])]),
        ],
        className="st-table st-compared",
    )
    return [
        html.Section(
            [
                html.Header(
                    [html.H2(words.COMPARE_TITLE), html.Div(back, className="card-actions")], className="card-head"
                ),
                html.Div(table, className="st-pad scroll"),
            ],
            className="panel st-compare",
        )
    ]
