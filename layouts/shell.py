"""The frame around the pages: title bar, dataset, demonstration ribbon, notices."""

from typing import Any

import dash_bootstrap_components as dbc
from dash import html

from layouts.ids import Shell
from layouts.words import atlas as words
from layouts.words.common import DEMO_RIBBON, PRODUCT


def shell(title: str, datasets: list[dict[str, Any]], dataset: str, actions: list[Any], page: html.Div) -> html.Div:
    """The whole document: the bar with the page's ``actions``, then the page."""
    return html.Div(
        [
            html.Header(
                [
                    html.Div([html.Span(PRODUCT, className="brand"), html.H1(title)], className="bar-title"),
                    html.Div(
                        [
                            html.Label(words.DATASET, htmlFor=Shell.DATASET, className="bar-label"),
                            dbc.Select(
                                id=Shell.DATASET, options=datasets, value=dataset, size="sm", className="bar-select"
                            ),
                            *actions,
                        ],
                        className="bar-actions",
                    ),
                ],
                className="bar",
            ),
            html.Div(DEMO_RIBBON, id=Shell.RIBBON, className="ribbon", hidden=True),
            html.Div(id=Shell.NOTICE, className="notice", role="status"),
            page,
        ],
        className="shell",
    )


def notice(lines: list[str]) -> list[html.P]:
    """What the reader should know about the view that was opened."""
    return [html.P(line) for line in lines]
