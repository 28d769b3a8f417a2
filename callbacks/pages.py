"""The pages of a city, with what each of them is filled with before anything is asked for."""

from collections.abc import Mapping

from callbacks.api import geometry
from callbacks.county.answers import county_choices
from callbacks.server.city_snapshots import CitySnapshot
from datasets.analyses.pack_request import Preset
from datasets.imports.model import Limits
from layouts.figures.charts.empty_figures import empty_figures
from layouts.figures.maps.coverage_map import empty_coverage_map
from layouts.frame.shell import Page
from layouts.pages.page_list import list_pages


def build_pages(shown: CitySnapshot, presets: Mapping[str, Preset]) -> list[Page]:
    """Every page of what is shown; ``presets`` are the kinds of packs."""
    city, layers = shown.city, geometry.list_addresses(shown)
    maps = empty_figures(city.geography, layers), empty_coverage_map(city.geography, layers)
    return list_pages(city, presets, county_choices(city), *maps, Limits().bytes)
