"""Answer of the gap page: how unequal the counties are, by year."""

from dash import html
from dash.development.base_component import Component

from datasets.analyses.gap_analysis import measure_inequality_by_year
from datasets.city.city import City
from datasets.queries.gap_query import GapChoice
from indicators.gaps.inequality import OF_GROUPS, InequalityMeasure
from layouts.pages import gap as layout
from layouts.words.inequality import measure_text
from layouts.words.pages.gap import year_head
from locales import say


def build_inequality_table(city: City, choice: GapChoice) -> Component:
    """The measures, a column a year."""
    indicator, region = city.indicators[choice.indicator], city.region
    if len(region.counties) == 1:
        return html.P(say("inequality-one-county"), className="gp-quiet")
    by_year = city.cached(measure_inequality_by_year, choice.dataset, indicator.id)
    heads = [
        year_head(year, [city.geography.name(code, year) for code in found.missing], found.small)
        for year, found in by_year.items()
    ]
    measures = [
        (
            measure,
            [measure_text(measure, found.measures[measure], indicator) for found in by_year.values()],
        )
        for measure in InequalityMeasure
        if region.is_grouped or measure not in OF_GROUPS
    ]
    groups = {"focus": region.groups[region.focus].name, "benchmark": region.groups[region.benchmark].name}
    return layout.inequality_table(heads, measures, groups)
