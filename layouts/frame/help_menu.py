"""Help in the frame: the menu 说明 in the title bar, and the tour of a first visit."""

from typing import Any

from dash import html

from layouts.ids import Shell
from layouts.page_paths import GLOSSARY, GUIDES, Guide, PagePath
from locales import say, say_all

# The terms that a page cannot be read without.
_TERMS: dict[PagePath, tuple[str, ...]] = {
    PagePath.OVERVIEW: ("equalisation", "line", "domain"),
    PagePath.ATLAS: ("indicator", "groups", "missing", "kind"),
    PagePath.TARGETS: ("target", "behind", "missed", "undecided"),
    PagePath.GAP: ("line", "mean", "weighted", "pooled"),
    PagePath.COUNTY: ("county", "few", "missing"),
    PagePath.COVERAGE: ("coverage", "facility", "siting", "scenario"),
    PagePath.PACKS: ("pack", "storyboard", "snapshot"),
    PagePath.DATA: ("dataset", "import", "draft", "publish"),
}


def menu() -> html.Details:
    """The closed menu; assets/js/help.js shows the sentence of the page that is open."""
    sentences = [_sentence(path) for path in PagePath]
    guides = [html.A(say("help-guides", guide=guide), href=f"{GUIDES}{guide}", target="_blank") for guide in Guide]
    links = [html.A(say("help-terms-link"), href=GLOSSARY, target="_blank"), *guides]
    summary = html.Summary(say("help-menu"), className="account-link", title=say("help-menu-hint"))
    body = html.Div([*sentences, *links, _start_button()], className="table-lists help-lists")
    return html.Details([summary, body], id=Shell.HELP, className="table-menu help-menu")


def tour_card() -> html.Aside:
    """The closed card; assets/js/tour.js opens it for who has never closed it, and shows one step after the other."""
    steps = say_all("tour-steps-").values()
    entries = [
        html.Li([html.Small(say("tour-count", at=at, all=len(steps))), html.P(step)], hidden=at > 1)
        for at, step in enumerate(steps, start=1)
    ]
    named: dict[str, Any] = {"aria-label": say("tour-title")}
    live: dict[str, Any] = {"aria-live": "polite"}
    buttons = [
        _button("end", say("tour-end"), "btn btn-sm btn-outline-secondary"),
        _button("next", say("tour-next"), "btn btn-sm btn-primary"),
    ]
    return html.Aside(
        [html.H2(say("tour-title")), html.Ol(entries, **live), html.Div(buttons, className="tour-buttons")],
        id=Shell.TOUR,
        className="tour",
        hidden=True,
        **named,
    )


def _sentence(path: PagePath) -> html.P:
    """What a page answers, with its terms."""
    of_page: dict[str, Any] = {"data-page": path}
    names = say_all("glossary-terms-")
    terms = [html.A(names[key], href=f"{GLOSSARY}#{key}", target="_blank") for key in _TERMS[path]]
    said: list[str | html.Span] = [say("help-page", page=path.name.lower()), html.Span(terms)]
    return html.P(said, hidden=True, className="help-sentence", **of_page)


def _start_button() -> html.Button:
    """Begins the tour again."""
    return _button("start", say("tour-again"), "help-start")


def _button(act: str, text: str, class_name: str) -> html.Button:
    named: dict[str, Any] = {"data-tour": act}
    return html.Button(text, type="button", className=class_name, **named)
