"""The menu 说明 in the title bar: what the page that is open answers, and where its words are explained."""

from typing import Any

from dash import html

from layouts.ids import Shell
from layouts.page_paths import GLOSSARY, GUIDES, Guide, PagePath
from locales import say


def menu() -> html.Details:
    """The closed menu; assets/js/help.js shows the sentence of the page that is open."""
    sentences = [_sentence(path) for path in PagePath]
    guides = [html.A(say("help-guides", guide=guide), href=f"{GUIDES}{guide}", target="_blank") for guide in Guide]
    links = [html.A(say("help-terms-link"), href=GLOSSARY, target="_blank"), *guides]
    summary = html.Summary(say("help-menu"), className="account-link", title=say("help-menu-hint"))
    body = html.Div([*sentences, *links], className="table-lists help-lists")
    return html.Details([summary, body], id=Shell.HELP, className="table-menu help-menu")


def _sentence(path: PagePath) -> html.P:
    of_page: dict[str, Any] = {"data-page": path}
    return html.P(say("help-page", page=path.name.lower()), hidden=True, **of_page)
