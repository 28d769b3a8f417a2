"""The dialog that makes a picture of what a page shows: a preview beside the options. All pages share it."""

from collections.abc import Mapping, Sequence
from typing import Any

import dash_bootstrap_components as dbc
from dash import dcc, html
from dash.development.base_component import Component

from layouts.frame.parts import Option, field, segmented
from layouts.ids import Export
from layouts.page_paths import PagePath
from layouts.sheet_sizes import LARGEST, SMALLEST, Format, Size, parse_paper
from locales import say, say_all

# What is drawn from the address of each page, by the page's path; the first one is offered first.
KINDS: dict[str, tuple[str, ...]] = {
    PagePath.OVERVIEW: ("overview",),
    PagePath.ATLAS: ("map", "multiples", "domain", "gap", "ranking", "trend"),
    PagePath.TARGETS: ("heat",),
    PagePath.GAP: ("gap", "trend", "waterfall"),
    PagePath.COUNTY: ("spine",),
    PagePath.COVERAGE: ("coverage",),
}
RESOLUTIONS = (150, 300)
_SLIDES = (Size.SLIDE, Size.SLIDE_4K)


OWN_SIZE = "own"


def button() -> html.Button:
    """The button in the title bar that opens the dialog; hidden on pages without a picture."""
    return html.Button(
        say("export-open"), id=Export.OPEN, className="btn btn-sm bar-button", title=say("export-open-hint")
    )


def dialog(url: str, site: str = "") -> html.Div:
    """The closed dialog with what the browser needs for it.

    ``url`` is what the addresses of pictures begin with, ``site`` what stands before it in one for others; empty for
    what the reader's browser calls the program.
    """
    return html.Div(
        [
            dcc.Store(id=Export.CHOICES, data=choices(url, site)),
            dcc.Store(id=Export.MAKER_KEPT, storage_type="local"),
            dcc.Store(id=Export.COPIED),
            dbc.Modal(
                [
                    dbc.ModalHeader(dbc.ModalTitle(say("export-title"), id=Export.TITLE)),
                    dbc.ModalBody(html.Div([_preview_figure(), _option_fields()], className="xp-body")),
                ],
                id=Export.DIALOG,
                labelledBy=Export.TITLE,
                size="xl",
                className="xp-dialog",
                centered=True,
                is_open=False,
            ),
        ]
    )


def choices(url: str, site: str = "") -> dict[str, Any]:
    """What the browser fills the dialog from: kinds by page, sizes in pixels and inches, its words."""
    return {
        "url": url,
        "site": site,
        "kinds": {path: _label_options(kinds, say_all("export-kinds-")) for path, kinds in KINDS.items()},
        "sizes": {size: _list_dimensions(size) for size in Size},
        "range": [SMALLEST, LARGEST],
        "words": say_all("export-browser-"),
    }


def _list_dimensions(size: Size) -> dict[str, Any]:
    drawn = {dpi: parse_paper(size, dpi) for dpi in RESOLUTIONS}
    return {
        "inches": drawn[RESOLUTIONS[0]].inches,
        "pixels": {str(dpi): (sheet.width, sheet.height) for dpi, sheet in drawn.items()},
        "fixed": size in _SLIDES,
    }


def _label_options(values: Sequence[str], labels: Mapping[Any, str]) -> list[Option]:
    return [{"value": value, "label": labels[value.replace("-", "_")]} for value in values]


def _preview_figure() -> html.Figure:
    return html.Figure(
        [
            html.Div(
                [
                    html.Img(id=Export.PREVIEW, alt=say("export-preview"), className="xp-image", hidden=True),
                    html.P(id=Export.MESSAGE, className="xp-message", role="status"),
                ],
                className="xp-sheet",
            ),
            html.Figcaption(id=Export.PIXELS, className="xp-pixels"),
        ],
        className="xp-preview",
    )


def _option_fields() -> html.Div:
    sizes = _label_options([*Size, OWN_SIZE], say_all("export-sizes-"))
    resolutions = [{"value": str(dpi), "label": f"{dpi} dpi"} for dpi in RESOLUTIONS]
    fields: list[Component] = [
        field(say("export-kind"), segmented(Export.KIND, [], None), "xp-kinds"),
        field(say("export-size"), dbc.Select(id=Export.SIZE, options=sizes, value=Size.SLIDE, size="sm")),
        html.Div(
            [
                _pixel_field(say("export-width"), Export.WIDTH, 1600),
                _pixel_field(say("export-height"), Export.HEIGHT, 1000),
            ],
            id=Export.OWN_SIZE,
            className="field-row",
            hidden=True,
        ),
        field(say("export-dpi"), segmented(Export.DPI, resolutions, str(RESOLUTIONS[0]))),
        html.Div(
            [
                field(
                    say("export-format"),
                    segmented(Export.FORMAT, [{"value": each, "label": each.upper()} for each in Format], Format.PNG),
                ),
                field(
                    say("export-colour"),
                    segmented(Export.GREY, _label_options(["0", "1"], say_all("export-colours-")), "0"),
                    "xp-colour",
                ),
            ],
            className="field-row",
        ),
        _text_field(say("export-maker"), Export.MAKER, say("export-maker-hint")),
        _text_field(say("export-approval"), Export.APPROVAL, say("export-approval-hint")),
        html.Div(
            [
                html.A(say("export-save"), id=Export.SAVE, download="", className="btn btn-primary"),
                dbc.Button(say("export-copy"), id=Export.COPY, color="secondary", outline=True),
            ],
            className="xp-actions",
        ),
    ]
    return html.Div(fields, className="xp-options")


def _pixel_field(label: str, id_: Export, value: int) -> html.Div:
    return field(label, dbc.Input(id=id_, type="number", min=SMALLEST, max=LARGEST, step=1, value=value, size="sm"))


def _text_field(label: str, id_: Export, hint: str) -> html.Div:
    return field(label, dbc.Input(id=id_, placeholder=hint, maxlength=60, autocomplete="off", size="sm"))
