"""The page where figures are loaded (数据): its frame.

What stands in it is one of the views of ``datasets``, ``start``, ``columns``, ``report`` and ``changes``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from layouts.data_ids import DataPage, DataView
from layouts.page_paths import PagePath
from layouts.words.pages.data import imports as import_words
from locales import say, say_all

PATH = PagePath.DATA
IMPORT_HREF = f"{PATH}?step=file"
_STORES = (
    *(DataPage.ASKED, DataPage.ASKED_RUNS, DataPage.CONTENT),
    *(DataPage.ACTION, DataPage.ACTION_RUNS, DataPage.DONE, DataPage.SHOWN),
)


@dataclass(frozen=True)
class BodyView:
    """What stands in the body of the page.

    ``parts`` is what the browser paints into the places among ``children``: long tables, for which components would be
    too slow. ``order`` is that of the upload, which the browser keeps.
    """

    children: list[Component]
    parts: Mapping[DataView, Any] = field(default_factory=dict)
    order: Mapping[str, Any] | None = None

    @property
    def content(self) -> dict[str, Any]:
        """What the browser gets beside the children."""
        return {"parts": self.parts, "order": self.order}


def page(largest: int) -> html.Div:
    """The page before anything is asked for; ``largest`` is the limit of an upload in bytes."""
    browser = {"words": say_all("data-browser-"), "largest": largest, "limit": import_words.size_text(largest)}
    alert: dict[str, Any] = {"aria-live": "polite"}
    nav: dict[str, Any] = {"aria-label": say("data-parts")}
    return html.Div(
        [
            dcc.Store(id=DataPage.WORDS, data=browser),
            *[dcc.Store(id=id_) for id_ in _STORES],
            html.Nav(
                [
                    dcc.Link(say("data-datasets"), href=PATH, className="dp-tab"),
                    dcc.Link(say("data-import"), href=IMPORT_HREF, className="dp-tab"),
                ],
                id=DataPage.TABS,
                **nav,
                className="dp-tabs",
            ),
            html.Div(id=DataPage.MESSAGE, className="dp-message", role="status", **alert),
            html.Div(id=DataPage.BODY, className="dp-body", tabIndex=-1),
        ],
        id=DataPage.PAGE,
        className="page data",
        hidden=True,
    )
