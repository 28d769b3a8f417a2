"""The wiring of the page 设施布局: the browser opens what the address names, the server answers what is to be shown."""

from dash import ClientsideFunction, Dash, Input, Output, State

from layouts.ids import ServicePage, Shell


def register(app: Dash) -> None:
    """Open the page whenever the address, the dataset or the page that is shown changes."""
    app.clientside_callback(
        ClientsideFunction("service", "open_page"),
        Output(ServicePage.SHOWN, "data"),
        Input(Shell.LOCATION, "href"),
        Input(ServicePage.PAGE, "hidden"),
        Input(Shell.DATASET, "value"),
        State(ServicePage.WORDS, "data"),
        State(ServicePage.FIGURE, "data"),
    )
