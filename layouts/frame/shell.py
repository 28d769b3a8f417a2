"""The frame around the pages: title bar, navigation, dataset, demonstration ribbon, notices."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import dash_bootstrap_components as dbc
from dash import dcc, html
from dash.development.base_component import Component

from layouts.frame import export_dialog, group_dialog, help_menu, parts, table_menu
from layouts.frame.first_view import NO_OFFICE, OfficeMark
from layouts.ids import AccountMenu, Nav, Shell
from layouts.meeting import presentation, storyboard
from locales import OFFERED, call_in, current_language, say

_LOOK_EVERY = 60_000  # milliseconds between two looks at what is published


@dataclass(frozen=True)
class Page:
    """One page: where it is, its link and its own id, what the link says, and what stands on it."""

    path: str
    link: Nav
    id: str
    title: str
    body: html.Div
    stands: bool = False  # in the document from the start; the others are put in place when first opened
    first_view: bool = False  # the server writes what it shows first, which stays until the page itself is painted

    @property
    def waiting(self) -> str:
        """The id of the store that holds what stands on the page until it is first opened."""
        return f"{self.id}-later"


def shell(
    title: str,
    datasets: dict[str, str],
    dataset: str,
    demonstrations: Sequence[str],
    edition: str,
    pages: list[Page],
    export_url: str,
    warnings: Sequence[str] = (),
    groups: Sequence[Component] = (),
    office: OfficeMark = NO_OFFICE,
) -> html.Div:
    """The whole document: the bar, then every page, of which the browser shows the one that the address names.

    ``datasets`` are names by id, ``demonstrations`` the ids of those that are made up. ``edition`` names the program
    and what is published as the document is made; a page that was opened before opens itself anew, or says so, once
    another is.
    ``export_url`` is what the addresses of pictures and tables begin with, after the site of the ``office``
    whose program it is. ``warnings`` stand above every page for as long as they are true. ``groups`` tells of those on
    the screen.
    """
    links = [dcc.Link(page.title, href=page.path, id=page.link, className="nav-page") for page in pages]
    options = [{"label": name, "value": key} for key, name in datasets.items()]
    named: dict[str, Any] = {"aria-label": say("frame-pages")}
    office_name: dict[str, Any] = {"data-office": office.name}
    ribbon: dict[str, Any] = {"aria-label": say("common-demo-ribbon")}
    chooser = dbc.Select(id=Shell.DATASET, options=options, value=dataset, size="sm", className="bar-select")
    return html.Div(
        [
            html.A(say("frame-skip"), href=f"#{Shell.CONTENT}", className="skip-link"),
            help_menu.tour_card(),
            dcc.Location(id=Shell.LOCATION, refresh=False),
            dcc.Store(id=Shell.DEMONSTRATIONS, data=demonstrations),
            dcc.Store(id=Shell.EDITION, data=edition),
            dcc.Interval(id=Shell.LOOK, interval=_LOOK_EVERY),
            html.Header(
                [
                    html.Div([*_office_mark(office), html.H1(title)], className="bar-title"),
                    parts.sheet_button(Shell.BAR, say("frame-menu")),
                    html.Nav(links, className="bar-nav", **named),
                    html.Div(
                        [
                            _search_button(),
                            html.Label(say("atlas-dataset"), htmlFor=Shell.DATASET, className="bar-label"),
                            chooser,
                            group_dialog.button(),
                            table_menu.menu(export_url),
                            export_dialog.button(),
                            storyboard.menu(),
                            help_menu.menu(),
                            *_language_switch(),
                            *_account_corner(),
                        ],
                        className="bar-actions",
                    ),
                ],
                id=Shell.BAR,
                className="bar",
                **office_name,
            ),
            html.Aside(say("common-demo-ribbon"), id=Shell.RIBBON, className="ribbon", hidden=True, **ribbon),
            *groups,
            *[html.Div(warning, className="notice", role="alert") for warning in warnings],
            html.Div(
                [say("common-renewed"), html.A(say("common-reload"), href="")],
                id=Shell.RENEWED,
                className="notice",
                hidden=True,
            ),
            html.Div(say("frame-lost"), id=Shell.LOST, className="notice", role="alert", hidden=True),
            html.Div(id=Shell.NOTICE, className="notice", role="status"),
            html.Main(
                [
                    presentation.head(),
                    *[part for page in pages for part in ([page.body] if page.stands else _defer_page(page))],
                ],
                id=Shell.CONTENT,
                className="content",
                tabIndex=-1,
            ),
            html.Div(id=Shell.LIVE, className="visually-hidden", role="status"),
            *presentation.foot(),
            export_dialog.dialog(export_url, office.site),
            *storyboard.stores(),
        ],
        className="shell",
    )


def _office_mark(office: OfficeMark) -> list[Component]:
    """The logo of the office, and its name in the place of the product's."""
    logo = [html.Img(src=office.logo, alt=office.name, className="office-logo")] if office.logo else []
    return [*logo, html.Span(office.name or say("common-product"), className="brand")]


def _defer_page(page: Page) -> tuple[Component, Component]:
    """The empty place of a page, and what will stand in it."""
    place = html.Div(id=page.id, className=getattr(page.body, "className", None), hidden=True)
    return place, dcc.Store(id=page.waiting, data=page.body.children)


def _search_button() -> html.Button:
    """Opens the search, as Ctrl+K does (assets/js/search.js)."""
    keys: dict[str, Any] = {"aria-keyshortcuts": "Control+K", "data-failed": say("search-failed")}
    return html.Button(
        html.Span(say("search-open")),
        id=Shell.SEARCH,
        type="button",
        className="btn btn-sm bar-button search-button",
        title=say("search-open-hint"),
        **keys,
    )


def _language_switch() -> list[Component]:
    """The languages that are offered beside the one that is spoken (assets/js/language.js)."""
    others = [language for language in OFFERED if language != current_language()]
    return [
        html.A(
            call_in(language, say, "language-name"),
            href=f"?lang={language}",
            lang=language,
            title=call_in(language, say, "language-choose"),
            className="account-link language-link",
        )
        for language in others
    ]


def _account_corner() -> list[Component]:
    """The way in, or who is logged in and the way out; the browser asks which, and shows that one."""
    name = html.A(id=AccountMenu.NAME, href="/accounts", className="account-link account-name")
    token = dcc.Input(id=AccountMenu.TOKEN, type="hidden", name="csrf_token")
    leave = html.Button(say("accounts-log-out"), type="submit", className="account-link")
    form: dict[str, Any] = {"action": "/logout", "method": "post", "hidden": True}
    return [
        html.A(say("accounts-log-in"), id=AccountMenu.LOG_IN, href="/login", className="account-link", hidden=True),
        html.Form([name, token, leave], id=AccountMenu.LOG_OUT, className="account-corner", **form),
    ]


def notice(lines: list[str]) -> list[Any]:
    """What the reader should know about the view that was opened, until it is closed; nothing without lines."""
    if not lines:
        return []
    close = html.Button("×", className="btn btn-sm notice-close", title=say("atlas-close-notice"))
    return [html.Div([html.P(line) for line in lines], className="notice-lines"), close]
