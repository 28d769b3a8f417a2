"""The packs page: the form of a pack's content, and the list of jobs with their progress."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import blake2s
from typing import Any

import dash_bootstrap_components as dbc
from dash import dcc, html
from dash.development.base_component import Component

from layouts.frame.parts import Option, card, field, named
from layouts.ids import PackPage
from layouts.pack_terms import DocumentFormat
from layouts.words.pages import packs as words
from locales import say

LARGEST_TEMPLATE = 20  # megabytes, from accounts that may import
LARGEST_OF_READERS = 0.3  # megabytes: two fit into a request that is taken from anybody
LOOK_EVERY = 1000  # milliseconds between two looks at jobs that run
_FIRST_OUTPUTS = [DocumentFormat.PPTX, DocumentFormat.DOCX, DocumentFormat.XLSX]


def page(presets: Sequence[tuple[str, str, str]]) -> html.Div:
    """The page before a dataset is chosen; ``presets`` are ids, names and descriptions of the kinds of packs."""
    return html.Div(
        [
            *_data_stores(),
            _preset_choice(presets),
            html.Div([_indicator_card(), _settings_panel(), _job_card()], className="pack-stage"),
        ],
        id=PackPage.PAGE,
        className="page packs",
        hidden=True,
    )


def _data_stores() -> list[Component]:
    largest = {"importers": LARGEST_TEMPLATE, "readers": LARGEST_OF_READERS}
    browser_words = {"words": words.for_browser(), "megabytes": largest}
    return [
        dcc.Store(id=PackPage.WORDS, data=browser_words),
        *[dcc.Store(id=id_) for id_ in (PackPage.OPTIONS, PackPage.PICKED, PackPage.DATASET)],
        *[dcc.Store(id=id_) for id_ in (PackPage.JOB_REQUEST, PackPage.JOB_PROGRESS, PackPage.JOBS_DRAWN)],
        dcc.Store(id=PackPage.UNUSED),
        dcc.Store(id=PackPage.MY_JOBS, storage_type="local"),
        dcc.Interval(id=PackPage.JOB_TIMER, interval=LOOK_EVERY, disabled=True),
    ]


def _preset_choice(presets: Sequence[tuple[str, str, str]]) -> html.Div:
    options = [
        {"value": id_, "label": [html.Strong(name), html.Span(description)]} for id_, name, description in presets
    ]
    choice = dbc.RadioItems(
        id=PackPage.PRESET,
        name=PackPage.PRESET,
        options=options,
        value=presets[0][0],
        className="pack-presets choice-list",
        inputClassName="btn-check",
        labelClassName="pack-preset",
        labelCheckedClassName="pack-preset-on",
    )
    named: dict[str, Any] = {"aria-label": say("packs-preset")}
    return html.Div(choice, className="panel", role="group", **named)


def _indicator_card() -> html.Section:
    head: list[Component] = [
        html.H2(say("packs-indicators")),
        html.Span(id=PackPage.PICKED_COUNT, className="quiet", role="status"),
        html.Div(
            [
                dbc.Input(
                    id=PackPage.SEARCH,
                    type="search",
                    size="sm",
                    placeholder=say("packs-search"),
                    className="pack-search",
                ),
                *[
                    _small_button(label, id_)
                    for label, id_ in ((say("packs-every"), PackPage.TICK_ALL), (say("packs-none"), PackPage.TICK_NONE))
                ],
            ],
            className="card-actions",
        ),
    ]
    return card(head, [html.Div(id=PackPage.INDICATORS, className="pack-indicators")])


def _small_button(label: str, id_: str) -> dbc.Button:
    return dbc.Button(label, id=id_, size="sm", color="secondary", outline=True)


def _settings_panel() -> html.Section:
    fields: list[Component] = [
        html.Div(
            field(say("packs-department"), dbc.Select(id=PackPage.DEPARTMENT, options=[], size="sm")),
            id=PackPage.DEPARTMENT_BOX,
            hidden=True,
        ),
        html.Div(
            field(say("packs-counties"), _check_list(PackPage.COUNTIES, [], [])), id=PackPage.COUNTIES_BOX, hidden=True
        ),
        field(say("packs-years"), _check_list(PackPage.YEARS, [], [])),
        html.Div(
            field(say("packs-scenarios"), _check_list(PackPage.SCENARIOS, [], [])),
            id=PackPage.SCENARIOS_BOX,
            hidden=True,
        ),
        field(say("packs-outputs"), _check_list(PackPage.OUTPUTS, _output_options(), _FIRST_OUTPUTS, "pack-outputs")),
        field(say("packs-pack-title"), dbc.Input(id=PackPage.PACK_TITLE, maxlength=60, size="sm")),
        field(
            say("packs-maker"),
            dbc.Input(id=PackPage.MAKER, placeholder=say("packs-maker-hint"), maxlength=60, size="sm"),
        ),
        _template_upload(),
    ]
    foot = html.Footer(
        [
            html.P(id=PackPage.ESTIMATE, className="quiet", role="status"),
            html.P(id=PackPage.FAULT, className="pack-fault", role="alert"),
            dbc.Button(say("packs-start"), id=PackPage.START, color="primary", disabled=True),
        ],
        className="pack-foot",
    )
    return html.Section([html.Div(fields, className="pack-fields"), foot], className="panel")


def _output_options() -> list[Option]:
    return [{"value": output, "label": say("document-outputs", format=output)} for output in DocumentFormat]


def _check_list(id_: str, options: list[Option], value: list[Any], class_name: str = "") -> dbc.Checklist:
    return dbc.Checklist(id=id_, options=options, value=value, inline=True, className=f"pack-ticks {class_name}")


def _template_upload() -> html.Div:
    # Without ``accept``: a file that was refused by it would be refused without a word.
    upload = dcc.Upload(
        say("packs-template-hint"),
        id=PackPage.TEMPLATE,
        multiple=True,
        max_size=int(LARGEST_OF_READERS * 1_000_000),  # the browser raises it for accounts that may import
        className="pack-upload",
        className_active="pack-upload-active",
    )
    return html.Div(
        [
            html.Span(say("packs-template"), className="field-label"),
            html.Div(upload, **named(say("packs-template"))),
            html.Div(say("packs-template-none"), id=PackPage.TEMPLATE_NOTE, className="pack-note quiet", role="status"),
            html.Button(
                say("packs-template-remove"), id=PackPage.TEMPLATE_REMOVE, className="btn btn-link btn-sm", hidden=True
            ),
        ],
        className="field",
    )


def _job_card() -> html.Section:
    body: list[Component] = [
        html.Div(html.P(say("packs-jobs-none"), className="quiet"), id=PackPage.JOBS, className="pack-jobs"),
        html.P(say("packs-jobs-note"), className="source"),
    ]
    return card([html.H2(say("packs-jobs"))], body)


@dataclass(frozen=True)
class JobCard:
    """A job as the list shows it.

    ``tone`` is its state as a name, ``state`` in words; ``share`` of the work that is done (0 to 1), None unless it
    runs; ``files`` hold address, name and size of each. ``action`` is what a button asks for and what it says, None for
    no button.
    """

    id: str
    title: str
    tone: str
    state: str
    time: str
    share: float | None
    text: str
    files: Sequence[tuple[str, str, str]]
    action: tuple[str, str] | None


def fingerprint_jobs(cards: Sequence[JobCard]) -> str:
    """Tells lists apart that must be drawn anew; how far a running job has come is written into the one that stands.

    A list that is drawn anew takes the focus from its buttons, and a click that is on its way.
    """
    fixed = [card if card.share is None else replace(card, share=0, text="") for card in cards]
    return blake2s(repr(fixed).encode()).hexdigest()


def job_list(cards: Sequence[JobCard]) -> list[Component]:
    """The jobs, the newest first; a sentence if there are none."""
    return [_job_article(job) for job in cards] or [html.P(say("packs-jobs-none"), className="quiet")]


def _job_article(job: JobCard) -> html.Article:
    button = [_job_button(job.id, *job.action)] if job.action else []
    state = html.Strong(job.state, className=f"pack-state pack-{job.tone}")
    bar = [] if job.share is None else [dbc.Progress(value=round(job.share * 100), className="pack-bar")]
    data: dict[str, Any] = {"data-job": job.id}
    files = [
        html.Li([html.A(name, href=address, download=""), html.Span(size, className="quiet")])
        for address, name, size in job.files
    ]
    return html.Article(
        [
            html.Header([state, html.Span(job.time), *button]),
            html.P(job.title, className="pack-job-title"),
            *bar,
            *([html.P(job.text, className="pack-text")] if job.text or job.share is not None else []),
            *([html.Ul(files)] if files else []),
        ],
        className="pack-job",
        **data,
    )


def _job_button(job: str, action: str, label: str) -> html.Button:
    data: dict[str, Any] = {"data-job": job, "data-action": action}
    return html.Button(label, className="btn btn-outline-secondary btn-sm pack-job-button", **data)
