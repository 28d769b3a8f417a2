"""What the charts of the targets page say about what they show."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from datasets.analyses.target_statuses import TargetResult, score_counties
from datasets.city.city import City
from geodata.region import Level
from indicators.policy.index import split_gap_by_indicator
from indicators.policy.progress import Status
from layouts.figures.specs.build_chart import HeatRow
from layouts.words.findings import targets as words
from layouts.words.paper.progress_sentences import statuses_finding
from locales import say


def describe_charts(
    city: City,
    dataset: str,
    year: int,
    listed: Sequence[TargetResult],
    heat: Sequence[HeatRow],
    departments: Mapping[str, Mapping[Status, int]],
) -> dict[str, tuple[str, str]]:
    """By tab the sentence over its chart, and what the chart shows."""
    deadlines: dict[int, Counter[Status]] = {}
    for result in listed:
        deadlines.setdefault(result.target.deadline, Counter())[result.counted_status] += 1
    return {
        "heat": (
            describe_heat(city, heat),
            say("findings-heat-subject", year=year, count=len(heat)),
        ),
        "departments": (words.describe_missed(departments), say("findings-departments-subject", year=year)),
        "timeline": (words.describe_timeline(deadlines, year), say("findings-timeline-subject", year=year)),
        "index": (_describe_index(city, dataset, year), say("findings-index-subject", year=year)),
    }


def describe_heat(city: City, heat: Sequence[HeatRow]) -> str:
    """In which county most targets were missed."""
    return words.describe_missed(_count_by_county(city, heat))


def describe_tiles(statuses: Iterable[Status], year: int) -> str:
    """How many targets have each status, in the words of the documents."""
    counts = Counter(statuses)
    return statuses_finding(counts, year)


def _count_by_county(city: City, heat: Sequence[HeatRow]) -> dict[str, Counter[Status]]:
    counts: dict[str, Counter[Status]] = {}
    for code in city.geography.codes(Level.COUNTY):
        held = [row.areas[code].counted_status for row in heat if code in row.areas]
        if held:
            counts[city.region.by_adcode[code].short_name] = Counter(held)
    return counts


def _describe_index(city: City, dataset: str, year: int) -> str:
    region, scores = city.region, city.cached(score_counties, dataset, year)
    names = {code: county.in_year(year).short_name for code, county in region.by_adcode.items()}
    ends = words.describe_index(scores, names)
    if not region.is_grouped:
        return ends
    measured, benchmark = ([scores[code] for code in region.members(key)] for key in (region.focus, region.benchmark))
    split = split_gap_by_indicator(measured, benchmark, city.index)
    parts = {domain: [share for share in shares.values() if share is not None] for domain, shares in split.items()}
    gap = {domain: sum(known) for domain, known in parts.items() if known}
    groups = region.groups[region.focus].name, region.groups[region.benchmark].name
    return say("list-parts").join(filter(None, (ends, words.describe_index_gap(gap, groups))))
