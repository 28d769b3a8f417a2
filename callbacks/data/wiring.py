"""The wiring of the page 数据: the browser opens what the address names; all else is done by ``data_actions``."""

from dash import ClientsideFunction, Dash, Input, Output, State

from layouts.ids import DataPage, Shell


def register(app: Dash) -> None:
    """Open the page whenever the address or the page that is shown changes."""
    app.clientside_callback(
        ClientsideFunction("data", "open_page"),
        Output(DataPage.SHOWN, "data"),
        Input(Shell.LOCATION, "href"),
        Input(DataPage.PAGE, "hidden"),
        State(DataPage.WORDS, "data"),
    )
