"""The townships of an opened county as a chart: each as a point, their mean, and what they are held against."""

from indicators.gaps.gaps import Averaging
from layouts.figures.comparison.spread_data import TownshipSpreads
from layouts.figures.specs.chart_spec import GapSpec, Series
from layouts.figures.theme import INK, QUIET
from locales import say


def spread_spec(spreads: TownshipSpreads, year: int) -> GapSpec:
    """The townships of ``year`` in a row, below it their mean and the levels of county and region that are known."""
    indicator, geography = spreads.panel.indicator, spreads.geography
    told, measured = spreads.encode()[year], spreads.measure(year)
    known = measured.values if measured else {}
    colour = geography.region.groups[geography.counties.at[spreads.county, "group"]].colour
    levels = [] if indicator.yes_no else spreads.list_levels(year)
    names = tuple(geography.townships["short_name"][spreads.codes])
    sentences = [say("chart-full-stop", text=text) for text in (told["title"], told["detail"]) if text]
    return GapSpec(
        unit=indicator.unit,
        decimals=indicator.decimals,
        groups=(
            Series(say("spread-townships"), colour, tuple(known.get(code) for code in spreads.codes)),
            *(Series(level.whose, shade, ()) for level, shade in zip(levels, (INK, QUIET), strict=False)),
        ),
        names=(names, *(() for _ in levels)),
        averages={Averaging.SIMPLE: (told["mean"], *(level.value for level in levels))},
        lines={},
        headline=say("list-sentences").join(sentences),
        yes_no=indicator.yes_no,
        as_whole=True,
        level_names=(say("spread-township-mean"), *(level.whose for level in levels)),
    )
