"""Notes for a page whose dataset has no data for it: what is missing, what the dataset does hold, and what to do."""

from dash.development.base_component import Component

from datasets.city.city import City
from datasets.city.offered_indicators import list_mapped_indicators
from geodata.region import Level
from layouts.frame.parts import page_note
from layouts.pages.data.page import IMPORT_HREF
from locales import say

_NAMED = 4  # of what a dataset does hold


def build_empty_note(city: City, dataset: str, of_counties: bool = False) -> list[Component]:
    """The note above a page: empty where the dataset can map an indicator, or has one ``of_counties``."""
    text = empty_page_text(city, dataset, of_counties)
    return [page_note(text, say("empty-import"), f"{IMPORT_HREF}&set={dataset}")] if text else []


def empty_page_text(city: City, dataset: str, of_counties: bool = False) -> str:
    """What there is to say; nothing where the page has something to show."""
    shown = [key for keys in list_mapped_indicators(city, dataset).values() for key in keys]
    if of_counties:
        shown = [key for key in shown if city.years(dataset, key, Level.COUNTY)]
    if shown:
        return ""
    own = city.datasets[dataset]
    named = [city.variables.get(key) or city.indicators.get(key) for key in own.observations["variable"].unique()]
    held = [each.name for each in named if each]
    names = say("list-names").join(held[:_NAMED])
    if len(held) > _NAMED:
        names = say("empty-held", names=names, count=len(held))
    lacking = "counties" if of_counties else "map"
    return say("empty-dataset", dataset=own.name, lacking=lacking, held=names or "nothing")
