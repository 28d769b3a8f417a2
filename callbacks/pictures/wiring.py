"""The wiring of the dialog that makes a picture: the browser builds the picture's address, the server draws it."""

from functools import partial
from typing import Never

from dash import Dash, Input, Output, State
from dash.exceptions import PreventUpdate

from callbacks.frame.wiring import run_clientside
from callbacks.pictures.render_queue import RenderQueue
from layouts.ids import Export, Shell


def register(app: Dash, pictures: RenderQueue) -> None:
    """Wire the dialog: all happens in assets/js/export.js, but that a process gets ready while the reader chooses."""

    @app.callback(
        Output(Export.COPIED, "data", allow_duplicate=True), Input(Export.OPEN, "n_clicks"), prevent_initial_call=True
    )
    def get_ready(_clicks: object) -> Never:
        pictures.warm()
        raise PreventUpdate

    browser, choices = partial(run_clientside, app), State(Export.CHOICES, "data")
    browser(
        "export_dialog.show_buttons",
        Output(Export.OPEN, "hidden"),
        Output(Export.TABLE_MENU, "hidden"),
        Input(Shell.LOCATION, "pathname"),
        choices,
        initial=True,
    )
    browser(
        "export_dialog.open_dialog",
        Output(Export.DIALOG, "is_open"),
        Output(Export.KIND, "options"),
        Output(Export.KIND, "value"),
        Output(Export.MAKER, "value"),
        Input(Export.OPEN, "n_clicks"),
        State(Export.KIND, "value"),
        State(Export.MAKER_KEPT, "data"),
        choices,
    )
    browser(
        "export_dialog.offer_sizes",
        Output(Export.OWN_SIZE, "hidden"),
        Output(Export.DPI, "options"),
        Input(Export.SIZE, "value"),
        State(Export.DPI, "options"),
        choices,
        initial=True,
    )
    maker = Input(Export.MAKER, "value")
    browser("export_dialog.keep_maker", Output(Export.MAKER_KEPT, "data"), maker, State(Export.DIALOG, "is_open"))
    sheet = (Export.KIND, Export.SIZE, Export.WIDTH, Export.HEIGHT, Export.DPI, Export.GREY, Export.FORMAT)
    browser(
        "export_dialog.compose_picture",
        Output(Export.SAVE, "href"),
        Output(Export.SAVE, "className"),
        Output(Export.PIXELS, "children"),
        Input(Export.DIALOG, "is_open"),
        *[Input(id_, "value") for id_ in (*sheet, Export.MAKER, Export.APPROVAL)],
        choices,
    )
    copied = Output(Export.COPIED, "data")
    browser("export_dialog.copy_address", copied, Input(Export.COPY, "n_clicks"), State(Export.SAVE, "href"), choices)
