"""The wiring of the frame: which page is shown, and who is logged in."""

from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State

from layouts.frame.parts import clicked_row, grid_place, grid_rows, waiting_grid
from layouts.frame.shell import Page
from layouts.ids import AccountMenu, Shell


def register(app: Dash, pages: list[Page]) -> None:
    """In the browser: the page and the dataset that the address names, who is logged in, what was published since."""
    app.clientside_callback(
        ClientsideFunction("shell", "show_page"),
        *[Output(page.id, "hidden") for page in pages],
        *[Output(page.link, "className") for page in pages],
        Input(Shell.LOCATION, "pathname"),
        *[Input(page.link, "href") for page in pages],
        *[State(page.id, "hidden") for page in pages],
    )
    app.clientside_callback(
        ClientsideFunction("shell", "open_dataset"),
        Output(Shell.DATASET, "value"),
        Input(Shell.DATASET, "options"),
        State(Shell.DATASET, "value"),
    )
    app.clientside_callback(
        ClientsideFunction("shell", "show_ribbon"),
        Output(Shell.RIBBON, "hidden"),
        Input(Shell.DATASET, "value"),
        State(Shell.DEMONSTRATIONS, "data"),
    )
    for page in pages:
        if page.stands:
            continue
        app.clientside_callback(
            ClientsideFunction("shell", "put_behind_first_view" if page.first_view else "put_in_place"),
            Output(page.id, "children"),
            Input(page.id, "hidden"),
            State(page.id, "children"),
            State(page.waiting, "data"),
            prevent_initial_call=True,
        )
    app.clientside_callback(
        ClientsideFunction("renewal", "look"),
        Output(Shell.RENEWED, "hidden"),
        Input(Shell.LOOK, "n_intervals"),
        State(Shell.EDITION, "data"),
        prevent_initial_call=True,
    )
    app.clientside_callback(
        ClientsideFunction("tour", "show_first"), Output(Shell.TOUR, "hidden"), Input(Shell.TOUR, "className")
    )
    app.clientside_callback(
        ClientsideFunction("account", "show_account"),
        Output(AccountMenu.LOG_IN, "hidden"),
        Output(AccountMenu.LOG_OUT, "hidden"),
        Output(AccountMenu.NAME, "children"),
        Output(AccountMenu.NAME, "title"),
        Output(AccountMenu.TOKEN, "value"),
        Input(AccountMenu.LOG_IN, "className"),
    )


def run_clientside(app: Dash, function: str, *parts: Any, initial: bool = False) -> None:
    """Run ``namespace.function`` of assets/js whenever an input changes; ``parts`` are outputs, inputs and state."""
    name = ClientsideFunction(*function.split("."))
    app.clientside_callback(name, *parts, prevent_initial_call=not initial)


def hand_over_dataset(app: Dash, page: str, to: str) -> None:
    """Give a page the dataset of the shell in the store ``to``, but only while it is on the screen.

    What a page asks the server for hangs on its store, so that a page that nobody looks at asks for nothing.
    """
    app.clientside_callback(
        ClientsideFunction("shell", "hand_over_dataset"),
        Output(to, "data"),
        Input(page, "hidden"),
        Input(Shell.DATASET, "value"),
        State(to, "data"),
    )


def wire_grid(app: Dash, grid: str) -> None:
    """Draw the table ``grid`` of a page when it comes onto the screen, fill it, and tell which row is clicked."""
    app.clientside_callback(
        ClientsideFunction("grids", "put_in_place"),
        Output(grid_place(grid), "children"),
        Input(waiting_grid(grid), "data"),
        State(grid_place(grid), "id"),
    )
    app.clientside_callback(
        ClientsideFunction("grids", "fill_rows"), Output(grid, "rowData"), Input(grid_rows(grid), "data")
    )
    app.clientside_callback(
        ClientsideFunction("grids", "tell_click"),
        Output(clicked_row(grid), "data"),
        Input(grid, "cellClicked"),
        prevent_initial_call=True,
    )
