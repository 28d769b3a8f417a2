"""The wiring of the dialog that makes a picture: the browser builds the picture's address, the server draws it."""

from dash import ClientsideFunction, Dash, Input, Output, State

from layouts.ids import Export, Shell, TableMenu


def register(app: Dash) -> None:
    """Wire the dialog; everything happens in assets/js/export.js."""
    choices = State(Export.CHOICES, "data")
    app.clientside_callback(
        ClientsideFunction("export_dialog", "show_buttons"),
        Output(Export.OPEN, "hidden"),
        Output(TableMenu.MENU, "hidden"),
        Input(Shell.LOCATION, "pathname"),
        choices,
    )
    app.clientside_callback(
        ClientsideFunction("export_dialog", "open_dialog"),
        Output(Export.DIALOG, "is_open"),
        Output(Export.KIND, "options"),
        Output(Export.KIND, "value"),
        Output(Export.MAKER, "value"),
        Input(Export.OPEN, "n_clicks"),
        State(Export.KIND, "value"),
        State(Export.MAKER_KEPT, "data"),
        choices,
        prevent_initial_call=True,
    )
    app.clientside_callback(
        ClientsideFunction("export_dialog", "offer_sizes"),
        Output(Export.OWN_SIZE, "hidden"),
        Output(Export.DPI, "options"),
        Input(Export.SIZE, "value"),
        State(Export.DPI, "options"),
        choices,
    )
    app.clientside_callback(
        ClientsideFunction("export_dialog", "keep_maker"),
        Output(Export.MAKER_KEPT, "data"),
        Input(Export.MAKER, "value"),
        State(Export.DIALOG, "is_open"),
        prevent_initial_call=True,
    )
    app.clientside_callback(
        ClientsideFunction("export_dialog", "compose_picture"),
        Output(Export.SAVE, "href"),
        Output(Export.SAVE, "className"),
        Output(Export.PIXELS, "children"),
        Input(Export.DIALOG, "is_open"),
        *[
            Input(id_, "value")
            for id_ in (
                Export.KIND,
                Export.SIZE,
                Export.WIDTH,
                Export.HEIGHT,
                Export.DPI,
                Export.GREY,
                Export.FORMAT,
                Export.MAKER,
                Export.APPROVAL,
            )
        ],
        choices,
        prevent_initial_call=True,
    )
    app.clientside_callback(
        ClientsideFunction("export_dialog", "copy_address"),
        Output(Export.COPIED, "data"),
        Input(Export.COPY, "n_clicks"),
        State(Export.SAVE, "href"),
        choices,
        prevent_initial_call=True,
    )
