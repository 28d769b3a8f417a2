"""What the charts of the gap page say about a choice."""

from collections.abc import Sequence

from datasets.analyses import gap_analysis as numbers
from datasets.city.city import City
from datasets.queries.gap_query import GapChoice
from geodata.region import Level
from indicators.borders import select_same_borders
from indicators.findings.changes import compare_gaps
from indicators.gaps.gap_path import IndicatorGap
from indicators.policy.shortfalls import Needs
from layouts.words.findings import changes
from layouts.words.findings import gaps as words
from layouts.words.pages.atlas import relative_text
from locales import say


class GapFindings:
    """The sentences over the charts of one city."""

    def __init__(self, city: City) -> None:
        self.city = city
        self.focus = city.region.groups[city.region.focus].name
        self.benchmark = city.region.groups[city.region.benchmark].name

    def describe_overview(self, gaps: Sequence[IndicatorGap]) -> str:
        """How many indicators hold the 80 % line."""
        return words.describe_overview(gaps, self.focus, self.benchmark)

    def title_path(self, choice: GapChoice) -> str:
        """What the ratios over the years show."""
        years = self.city.years(choice.dataset, choice.indicator, Level.COUNTY)
        return words.path_title(self.city.indicators[choice.indicator], years)

    def describe_path(self, choice: GapChoice) -> str:
        """What became of the gap between the first and the last year that was judged; "" where there are no two."""
        city, region = self.city, self.city.region
        gaps, redrawn = city.gaps(choice.dataset, choice.indicator), city.redrawn(choice.dataset)
        since = max((redrawn[key] for key in region.groups if key in redrawn), default=None)
        moved = compare_gaps(select_same_borders(gaps, max(gaps, default=0), since))
        direction = city.indicators[choice.indicator].direction
        if moved is None:
            return ""
        return changes.describe_gap_change(moved, (self.focus, self.benchmark), direction, not region.is_grouped)

    def describe_reference(self, choice: GapChoice) -> str:
        """How the region compares with the reference area in the year; "" where it cannot be told."""
        region = self.city.region
        years = self.city.cached(numbers.compare_with_reference_area, choice.dataset, choice.indicator)
        found, area = years.get(choice.year), region.compared_beside
        if found is None or area is None or found.ratio is None or (found.basis and found.basis.is_small):
            return ""
        direction = self.city.indicators[choice.indicator].direction
        compared = relative_text((region.name, area.name), found.ratio, direction)
        return say("gap-reference-finding", year=choice.year, compared=compared)

    def describe_needs(self, choice: GapChoice, needs: Needs | None) -> str:
        """How much it takes to reach the goal, and where most of it; "" where nothing can be told."""
        city, region = self.city, self.city.region
        codes = city.geography.codes(Level.COUNTY)
        names = {code: region.by_adcode[code].in_year(choice.year).short_name for code in codes}
        numerator = city.variables[city.indicators[choice.indicator].formula.numerator]
        return words.describe_needs(needs, names, self.focus, numerator)
