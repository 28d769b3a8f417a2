"""What the cards of a county's page are made of."""

from typing import Any
from urllib.parse import urlencode

from dash import dcc, html

from indicators.profile import CountyProfile
from layouts.page_paths import PagePath
from locales import say


def section_card(title: Any, beside: list[Any], body: list[Any], class_name: str) -> html.Section:
    """A card under ``title``: a text, or what it says over what it shows."""
    heading = html.H3(title) if isinstance(title, str) else title
    head = html.Header([heading, html.Div(beside, className="beside")], className="section-head")
    return html.Section([head, *body], className=f"panel {class_name}")


def map_link(profile: CountyProfile, indicator: str, text: str) -> dcc.Link:
    """A name that leads to its map, with the county selected."""
    place = {"dataset": profile.dataset, "indicator": indicator, "year": profile.year, "selected": profile.county}
    return dcc.Link(
        text, href=f"{PagePath.ATLAS}?{urlencode(place)}", title=say("county-map-hint"), className="map-link"
    )
