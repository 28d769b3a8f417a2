"""The first step of an import, choosing a file, and the bar of all steps."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from datasets.kinds import ImportKind
from layouts.data_ids import DataView
from layouts.frame.parts import card
from layouts.pages.data.controls import choices, file_link, labelled, painted, select, text_input
from layouts.pages.data.page import PATH, BodyView
from layouts.words.pages.data import imports as words
from locales import say, say_all

NEW = "new"  # the choice of a dataset that does not exist yet


def steps_bar(at: int, hrefs: Sequence[str | None]) -> html.Nav:
    """The five steps; ``at`` is the one that is shown, ``hrefs`` where the others can be opened."""
    steps = zip(say_all("imports-steps-").values(), hrefs, strict=True)
    return html.Nav(
        [_step_entry(number, step, number == at, href) for number, (step, href) in enumerate(steps)],
        className="dp-steps",
    )


def _step_entry(number: int, step: str, here: bool, href: str | None) -> Component:
    parts = [html.Span(str(number + 1), className="dp-step-number"), html.Span(step)]
    if here:
        current: dict[str, Any] = {"aria-current": "step"}
        return html.Span(parts, className="dp-step dp-step-on", **current)
    if href:
        return dcc.Link(parts, href=href, className="dp-step dp-step-open")
    return html.Span(parts, className="dp-step")


@dataclass(frozen=True)
class ImportChoices:
    """What the first step offers, and what is chosen of it.

    ``kinds`` with labels and addresses of templates and an example of each, ``datasets`` names by id, ``largest`` the
    limit of a file in bytes. A dataset that is none of them stands for the first of them, a kind for the first kind.
    """

    kinds: Mapping[ImportKind, Sequence[tuple[str, str]]]
    datasets: Mapping[str, str]
    dataset: str
    kind: str
    largest: int


def start_body(offered: ImportChoices) -> BodyView:
    """Step 1: the kind of data, where it goes, the file."""
    kinds = [(kind, say("data-kind", kind=kind), say("data-kind-hint", kind=kind)) for kind in offered.kinds]
    chosen = offered.kind if offered.kind in offered.kinds else next(iter(offered.kinds))
    return BodyView(
        [
            steps_bar(0, (None,) * 5),
            html.Div(
                [
                    card([html.H2(say("imports-pick-kind"))], [choices(DataView.KIND, kinds, chosen)], "dp-start"),
                    html.Div([_target_panel(offered), _file_panel(offered, chosen)], className="dp-column"),
                ],
                className="dp-half",
            ),
        ],
        {DataView.FILE: {}},
    )


def locked_body(to_log_in: bool, kinds: Mapping[ImportKind, Sequence[tuple[str, str]]]) -> BodyView:
    """Instead of step 1, for those who may not import; the files of ``kinds``, as in ``ImportChoices``, are for all."""
    text = say("data-log-in-first") if to_log_in else say("data-not-allowed-import")
    link = [html.A(say("data-log-in"), href=f"/login?next={PATH}%3Fstep%3Dfile", className="btn btn-primary btn-sm")]
    locked = html.Section([html.P(text), *(link if to_log_in else [])], className="panel dp-pad dp-locked")
    files = [
        html.Div(
            [
                html.H3(say("data-kind", kind=kind)),
                html.P(say("data-kind-hint", kind=kind), className="quiet"),
                _template_links(kind, each, shown=True),
            ]
        )
        for kind, each in kinds.items()
    ]
    about = html.P(say("data-templates-about"), className="quiet dp-about")
    free = card([html.H2(say("data-templates-title"))], [about, html.Div(files, className="dp-templates")])
    return BodyView([locked, free])


def _target_panel(offered: ImportChoices) -> html.Section:
    options = {**offered.datasets, NEW: say("imports-new-dataset")}
    value = offered.dataset if offered.dataset in options else next(iter(options))
    name = text_input(DataView.NEW_NAME, placeholder=say("imports-new-name-hint"), maxlength=40)
    bases = {"" if key == "none" else key: text for key, text in say_all("imports-bases-").items()}
    new = html.Div(
        [
            labelled(say("imports-new-name"), name),
            labelled(say("imports-base"), select(DataView.BASE, bases, "public")),
        ],
        className="field-row dp-new" if value == NEW else "field-row dp-new dp-off",
    )
    chosen = labelled(say("imports-target"), select(DataView.DATASET, options, value))
    return html.Section([chosen, new], className="panel dp-pad")


def _file_panel(offered: ImportChoices, chosen: str) -> html.Section:
    helps = [_template_links(kind, files, kind == chosen) for kind, files in offered.kinds.items()]
    drop = html.Label(
        [
            painted(DataView.FILE, "dp-file-input"),
            html.Span(say("imports-drop"), className="btn btn-primary"),
            html.Span(say("imports-drop-or")),
            html.Small(say("imports-size-limit", size=words.size_text(offered.largest)), className="quiet"),
        ],
        className="dp-drop",
    )
    progress = html.Div(
        [html.Progress(max="100", value="0"), html.Span()],
        className="dp-uploading dp-off",
        role="status",
    )
    advice = html.P(say("imports-template-advice"), className="quiet")
    return html.Section([*helps, advice, drop, progress], className="panel dp-pad dp-file")


def _template_links(kind: str, files: Sequence[tuple[str, str]], shown: bool) -> html.Div:
    """The files that help with a kind of data, and the types of files that it is taken from."""
    links = [file_link(label, href) for label, href in files]
    types = html.Span(say("data-kind-files", kind=kind), className="quiet")
    named: dict[str, Any] = {"data-kind": kind}
    return html.Div([*links, types], className="dp-help" if shown else "dp-help dp-off", **named)
