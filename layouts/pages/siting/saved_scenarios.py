"""Saved scenarios: the list beside the map, and several side by side."""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from dash import dcc, html
from dash.development.base_component import Component

from datasets.siting.scenario import Scenario
from layouts.frame.controls import button, plain, text_input
from layouts.frame.parts import card
from layouts.pages.coverage.page import PATH
from layouts.words.pages import siting as words
from layouts.words.siting_outcome import OutcomeText

PICTURES = f"{PATH}/siting/scenarios"


def siting_href(query: Mapping[str, str]) -> str:
    """The address of the part 选址 for a query, without its empty texts."""
    return f"{PATH}?{urlencode({key: text for key, text in query.items() if text})}"


def saved_card(text: OutcomeText, saved: Sequence[Scenario], hint: str) -> html.Section:
    """The form that saves the scenario, and the saved ones; ``hint`` says why nothing can be saved, empty if it can."""
    may_save = not hint
    rows = [_saved_item(text, scenario, may_save) for scenario in saved]
    listed = html.Ul(rows, className="st-saved") if rows else html.P(words.NO_SAVED, className="quiet")
    compare = [html.Div(button("compare", words.COMPARE), className="card-actions")] if len(rows) > 1 else []
    pack_href = f"/briefing?{urlencode({'dataset': text.outcome.scenario.dataset})}"
    pack = [dcc.Link(words.PACK, href=pack_href)] if rows else []
    share = [words.SHARE_NOTE] if may_save else []
    form = _save_form() if may_save else html.P(hint, className="quiet")
    body: list[Component] = [form, listed, html.P([*share, *pack], className="quiet st-note")]
    return card([html.H2(words.SAVED_TITLE), *compare], [html.Div(body, className="st-pad")])


def _save_form() -> html.Div:
    label: dict[str, Any] = {"aria-label": words.NAME}
    name = text_input("name", id="st-name", placeholder=words.NAME_HINT, maxlength=40, **label)
    return html.Div([name, button("save", words.SAVE, primary=True)], className="st-save")


def _saved_item(text: OutcomeText, scenario: Scenario, may_save: bool) -> html.Li:
    """One scenario; who saved it is shown to those who may save."""
    named: dict[str, Any] = {"data-pick": "1", "aria-label": f"{words.PICK} {scenario.name}"}
    pick = plain("input", type="checkbox", className="form-check-input", value=scenario.id or 0, **named)
    about = text.saved_line(scenario, with_maker=may_save)
    link = dcc.Link(scenario.name, href=siting_href(scenario.query))
    delete = [button("delete", words.DELETE, id=str(scenario.id or 0), name=scenario.name)] if may_save else []
    return html.Li([pick, html.Div([link, html.Small(about, className="quiet")]), *delete])


def compared_body(texts: Sequence[OutcomeText], back: str) -> list[Component]:
    """Saved scenarios side by side; ``back`` is the address that leads to the one at work."""
    scenarios = [text.outcome.scenario for text in texts]
    heads = [html.Th(dcc.Link(one.name, href=siting_href(one.query)), scope="col") for one in scenarios]
    pictures = [
        html.Td(html.Img(src=f"{PICTURES}/{one.id}/map.svg", alt=one.name, className="st-picture")) for one in scenarios
    ]
    columns = [text.compared() for text in texts]
    rows = [
        html.Tr([html.Th(label, scope="row"), *[html.Td(column[key]) for column in columns]])
        for key, label in texts[0].compare_labels().items()
    ]
    table = html.Table(
        [
            html.Thead(html.Tr([html.Th(words.SCENARIO, scope="col"), *heads])),
            html.Tbody([*rows, html.Tr([html.Th(words.MAP, scope="row"), *pictures])]),
        ],
        className="st-table st-compared",
    )
    link = dcc.Link(words.BACK, href=back, className="btn btn-sm btn-outline-secondary")
    head = html.Header([html.H2(words.COMPARE_TITLE), html.Div(link, className="card-actions")], className="card-head")
    return [html.Section([head, html.Div(table, className="st-pad scroll")], className="panel st-compare")]
