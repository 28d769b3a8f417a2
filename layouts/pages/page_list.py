"""All pages of the program in the order of their links."""

from collections.abc import Mapping
from typing import Any

from datasets.analyses.pack_request import Preset
from datasets.city.city import City
from layouts.data_ids import DataPage
from layouts.figures.specs.panel_data import encode_areas
from layouts.frame.shell import Page
from layouts.ids import Atlas, CountyPage, GapPage, Nav, OverviewPage, PackPage, Targets
from layouts.page_paths import PagePath
from layouts.pages import atlas, gap, overview, packs, targets
from layouts.pages.county import page as county
from layouts.pages.coverage import page as coverage
from layouts.pages.data import page as data
from layouts.service_ids import CoveragePage
from layouts.words.common import map_credits
from locales import say


def list_pages(
    city: City,
    presets: Mapping[str, Preset],
    county_choices: dict[str, Any],
    map_figures: dict[str, Any],
    coverage_figure: dict[str, Any],
    largest_upload: int,
) -> list[Page]:
    """The pages before anything is asked for.

    ``county_choices``, ``map_figures`` and ``coverage_figure`` are the JSON that the browser fills the controls and
    draws the empty maps from; ``largest_upload`` is in bytes.
    """
    region, geography = city.region, city.geography
    kinds_of_packs = [(id_, preset.name, preset.description) for id_, preset in presets.items()]
    focus, benchmark = region.groups[region.focus].name, region.groups[region.benchmark].name
    first = atlas.page(map_figures, encode_areas(geography), map_credits(geography.map_source, region.townships_source))
    gaps = gap.page(region.gap_name, focus, benchmark, as_whole=region.compared_area is not None)
    return [
        Page(
            PagePath.OVERVIEW, Nav.OVERVIEW, OverviewPage.PAGE, say("overview-title"), overview.page(), first_view=True
        ),
        Page(PagePath.ATLAS, Nav.ATLAS, Atlas.PAGE, say("atlas-title"), first, stands=True, first_view=True),
        Page(PagePath.TARGETS, Nav.TARGETS, Targets.PAGE, say("targets-title"), targets.page()),
        Page(PagePath.GAP, Nav.GAP, GapPage.PAGE, region.gap_name, gaps),
        Page(PagePath.COUNTY, Nav.COUNTY, CountyPage.PAGE, say("county-title"), county.page(county_choices)),
        Page(PagePath.COVERAGE, Nav.COVERAGE, CoveragePage.PAGE, say("coverage-title"), coverage.page(coverage_figure)),
        Page(PagePath.PACKS, Nav.PACKS, PackPage.PAGE, say("packs-title"), packs.page(kinds_of_packs)),
        Page(PagePath.DATA, Nav.DATA, DataPage.PAGE, say("data-title"), data.page(largest_upload)),
    ]
