"""The wiring of the frame: which page is shown, and who is logged in."""

from dash import ClientsideFunction, Dash, Input, Output

from layouts.ids import Account, Shell
from layouts.shell import Page


def register(app: Dash, pages: list[Page]) -> None:
    """Show the page that the address names, mark its link, and say who is logged in, in the browser."""
    app.clientside_callback(
        ClientsideFunction("shell", "show_page"),
        *[Output(page.id, "hidden") for page in pages],
        *[Output(page.link, "className") for page in pages],
        Input(Shell.LOCATION, "pathname"),
        *[Input(page.link, "href") for page in pages],
    )
    app.clientside_callback(
        ClientsideFunction("account", "show_account"),
        Output(Account.LOG_IN, "hidden"),
        Output(Account.LOG_OUT, "hidden"),
        Output(Account.NAME, "children"),
        Output(Account.NAME, "title"),
        Output(Account.TOKEN, "value"),
        Input(Account.LOG_IN, "className"),
    )
