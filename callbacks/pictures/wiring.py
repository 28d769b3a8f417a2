"""The wiring of the dialog that makes a picture: the browser builds the picture's address, the server draws it."""

from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State

from layouts.ids import Export, Shell, TableMenu


def register(app: Dash) -> None:
    """Wire the dialog; everything happens in assets/js/export.js."""

    def browser(function: str, outputs: list[Output], *inputs: Any, initial: bool = False) -> None:
        app.clientside_callback(
            ClientsideFunction("export_dialog", function),
            *outputs,
            *inputs,
            State(Export.CHOICES, "data"),
            prevent_initial_call=not initial,
        )

    browser(
        "show_buttons",
        [Output(Export.OPEN, "hidden"), Output(TableMenu.MENU, "hidden")],
        Input(Shell.LOCATION, "pathname"),
        initial=True,
    )
    opened = [Output(Export.DIALOG, "is_open"), Output(Export.KIND, "options")]
    browser(
        "open_dialog",
        [*opened, Output(Export.KIND, "value"), Output(Export.MAKER, "value")],
        Input(Export.OPEN, "n_clicks"),
        State(Export.KIND, "value"),
        State(Export.MAKER_KEPT, "data"),
    )
    browser(
        "offer_sizes",
        [Output(Export.OWN_SIZE, "hidden"), Output(Export.DPI, "options")],
        Input(Export.SIZE, "value"),
        State(Export.DPI, "options"),
        initial=True,
    )
    app.clientside_callback(
        ClientsideFunction("export_dialog", "keep_maker"),
        Output(Export.MAKER_KEPT, "data"),
        Input(Export.MAKER, "value"),
        State(Export.DIALOG, "is_open"),
        prevent_initial_call=True,
    )
    sheet = (Export.KIND, Export.SIZE, Export.WIDTH, Export.HEIGHT, Export.DPI, Export.GREY, Export.FORMAT)
    browser(
        "compose_picture",
        [Output(Export.SAVE, "href"), Output(Export.SAVE, "className"), Output(Export.PIXELS, "children")],
        Input(Export.DIALOG, "is_open"),
        *[Input(id_, "value") for id_ in (*sheet, Export.MAKER, Export.APPROVAL)],
    )
    browser("copy_address", [Output(Export.COPIED, "data")], Input(Export.COPY, "n_clicks"), State(Export.SAVE, "href"))
