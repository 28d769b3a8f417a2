"""The wiring of a county's profile: the browser chooses county and year, the server answers with the profile."""

from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State
from dash.development.base_component import Component

from callbacks.editions import Editions
from datasets.city import City
from datasets.profile import county_profile, fullest_year, profile_years
from geodata.region import Level
from layouts.county_page import choices, profile_body
from layouts.ids import CountyPage, Shell


def county_choices(city: City) -> dict[str, Any]:
    """The years of every dataset, and the names of the counties in them."""
    held = {dataset: profile_years(city, dataset) for dataset in city.datasets}
    codes = city.geography.codes(Level.COUNTY)
    names = {
        year: {code: city.geography.name(code, year) for code in codes} for years in held.values() for year in years
    }
    return choices({dataset: (list(years), fullest_year(years)) for dataset, years in held.items()}, names)


def register(app: Dash, editions: Editions) -> None:
    """Wire the page."""

    @app.callback(Output(CountyPage.CONTENT, "data"), Input(CountyPage.ASKED, "data"), prevent_initial_call=True)
    def describe_county(asked: dict[str, Any]) -> list[Component]:
        return profile_body(county_profile(editions.current().city, asked["dataset"], asked["county"], asked["year"]))

    app.clientside_callback(
        ClientsideFunction("county", "choose"),
        Output(CountyPage.COUNTY, "options"),
        Output(CountyPage.COUNTY, "value"),
        Output(CountyPage.YEAR, "options"),
        Output(CountyPage.YEAR, "value"),
        Output(CountyPage.NOTICE, "children"),
        Output(CountyPage.ASKED, "data"),
        Input(Shell.LOCATION, "href"),
        Input(Shell.DATASET, "value"),
        Input(CountyPage.COUNTY, "value"),
        Input(CountyPage.YEAR, "value"),
        State(CountyPage.CHOICES, "data"),
    )
    app.clientside_callback(
        ClientsideFunction("county", "show_profile"),
        Output(CountyPage.SHOWN, "data"),
        Input(CountyPage.CONTENT, "data"),
        prevent_initial_call=True,
    )
    app.clientside_callback(
        ClientsideFunction("county", "print_profile"),
        Output(CountyPage.PRINTED, "data"),
        Input(CountyPage.PRINT, "n_clicks"),
        prevent_initial_call=True,
    )
