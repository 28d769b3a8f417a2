"""The page where figures are loaded (数据): its frame.

The browser paints what stands in it, as the server sends it: the bodies of ``datasets``, ``imports``, ``report`` and
``changes``.
"""

from typing import Any

from dash import dcc, html

from layouts.ids import DataPage
from layouts.words.pages import data as words
from layouts.words.pages import imports as import_words

PATH = "/data"
IMPORT_HREF = f"{PATH}?step=file"


def page(largest: int) -> html.Div:
    """The page before anything is asked for; ``largest`` is the limit of an upload in bytes."""
    browser = {"words": words.FOR_BROWSER, "largest": largest, "limit": import_words.size_text(largest)}
    alert: dict[str, Any] = {"aria-live": "polite"}
    return html.Div(
        [
            dcc.Store(id=DataPage.WORDS, data=browser),
            dcc.Store(id=DataPage.SHOWN),
            html.Nav(
                [
                    dcc.Link(words.DATASETS, href=PATH, className="dp-tab"),
                    dcc.Link(words.IMPORT, href=IMPORT_HREF, className="dp-tab"),
                ],
                id=DataPage.TABS,
                className="dp-tabs",
            ),
            html.Div(id=DataPage.MESSAGE, className="dp-message", role="status", **alert),
            html.Main(id=DataPage.BODY, className="dp-body"),
        ],
        id=DataPage.PAGE,
        className="page data",
        hidden=True,
    )
