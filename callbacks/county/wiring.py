"""The wiring of a county's profile: the browser chooses county and year, the server answers with the profile."""

from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State
from dash.development.base_component import Component
from typing_extensions import TypedDict

from callbacks.frame.empty_pages import build_empty_note
from callbacks.frame.request_checks import require_one_of, validate_arguments
from callbacks.server.city_snapshots import CitySnapshots
from datasets.analyses.county_profile import build_county_profile, count_indicators_by_year, find_fullest_year
from datasets.city.city import City
from geodata.region import Level
from layouts.ids import CountyPage, Shell
from layouts.pages.county import choices, profile_body


class ProfileRequest(TypedDict):
    """The profile that a page asks for."""

    dataset: str
    county: str
    year: int


def county_choices(city: City) -> dict[str, Any]:
    """The years of every dataset, and the names of the counties in them."""
    held = {dataset: count_indicators_by_year(city, dataset) for dataset in city.datasets}
    codes = city.geography.codes(Level.COUNTY)
    names = {
        year: {code: city.geography.name(code, year) for code in codes} for years in held.values() for year in years
    }
    return choices({dataset: (list(years), find_fullest_year(years)) for dataset, years in held.items()}, names)


def register(app: Dash, snapshots: CitySnapshots) -> None:
    """Wire the page."""

    @app.callback(Output(CountyPage.CONTENT, "data"), Input(CountyPage.ASKED, "data"), prevent_initial_call=True)
    @validate_arguments
    def describe_county(asked: ProfileRequest) -> list[Component]:
        city = snapshots.current().city
        dataset = require_one_of(Shell.DATASET, asked["dataset"], city.datasets)
        county = require_one_of(CountyPage.COUNTY, asked["county"], city.geography.codes(Level.COUNTY))
        year = require_one_of(CountyPage.YEAR, asked["year"], count_indicators_by_year(city, dataset))
        profile = build_county_profile(city, dataset, county, year)
        return [*build_empty_note(city, dataset, of_counties=True), *profile_body(profile)]

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
