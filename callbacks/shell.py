"""The wiring of the frame: which page is shown."""

from dash import ClientsideFunction, Dash, Input, Output

from layouts.ids import Shell
from layouts.shell import Page


def register(app: Dash, pages: list[Page]) -> None:
    """Show the page that the address names and mark its link, in the browser."""
    app.clientside_callback(
        ClientsideFunction("shell", "show_page"),
        *[Output(page.id, "hidden") for page in pages],
        *[Output(page.link, "className") for page in pages],
        Input(Shell.LOCATION, "pathname"),
        *[Input(page.link, "href") for page in pages],
    )
