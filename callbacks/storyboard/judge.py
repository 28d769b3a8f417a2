"""Whether the addresses of a storyboard still show what they did: what of each is gone, and the nearest that is there.

The pages' own readers of addresses decide; what is nearest is their rule.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any
from urllib.parse import urlencode

from callbacks.server.responses import ReadQuery
from callbacks.targets.answers import TargetViews
from datasets.city.city import City
from datasets.queries.county_query import read_county_query
from datasets.queries.coverage_query import CoverageOptions
from datasets.queries.gap_query import GapOptions
from datasets.queries.group_query import GroupError
from datasets.queries.map_query import read_map_query
from datasets.queries.overview_query import OverviewOptions
from datasets.queries.query import GROUPS, IgnoredPart
from datasets.queries.storyboard import MARKS, Slide
from datasets.queries.target_query import TargetChoice
from layouts.page_paths import PagePath
from layouts.words.groups import fault_text
from locales import say


@dataclass(frozen=True)
class Judgement:
    """What of an address is gone, a sentence each, and the page and query that are nearest to it; "" for no page."""

    remarks: tuple[str, ...]
    path: str
    query: dict[str, str]

    @property
    def address(self) -> str:
        """The nearest address, as a slide keeps it: without the marks. Empty where there is no such page."""
        query = {name: text for name, text in self.query.items() if name != MARKS}
        return f"{self.path}?{urlencode(query)}" if query else self.path


_READERS: dict[str, Callable[[City], ReadQuery]] = {
    PagePath.OVERVIEW: lambda city: OverviewOptions(city).read_query,
    PagePath.ATLAS: lambda city: partial(read_map_query, city),
    PagePath.TARGETS: lambda city: TargetViews(city).read_query,
    PagePath.GAP: lambda city: GapOptions(city).read_query,
    PagePath.COUNTY: lambda city: partial(read_county_query, city),
    PagePath.COVERAGE: lambda city: CoverageOptions(city).read_page_query,
}


class PageReaders:
    """What reads the query of each page over one city, in the groups that it has."""

    def __init__(self, city: City) -> None:
        self.city = city
        self._opened: dict[str, ReadQuery] = {}

    def read(self, path: str, query: dict[str, str]) -> Any:
        """What a page shows at a query, as its reader has it."""
        return self._open(path)(query)[0]

    def _open(self, path: str) -> ReadQuery:
        return self._opened.get(path) or self._opened.setdefault(path, _READERS[path](self.city))

    def judge(self, path: str, query: dict[str, str]) -> Judgement:
        """Judge the address of a page by its reader."""
        if path not in _READERS:
            return Judgement((say("storyboard-no-page"),), "", {})
        choice, ignored = self._open(path)(query)
        shown = _write_choice(choice)
        gone = {part.name for part in ignored}
        kept = {name: text for name, text in query.items() if name not in gone}
        instead = {part.name: shown[part.name] for part in ignored if shown.get(part.name)}
        return Judgement(tuple(self._describe(part, instead) for part in ignored), path, kept | instead)

    def _describe(self, part: IgnoredPart, instead: dict[str, str]) -> str:
        nearest = instead.get(part.name, "")
        return say(
            "storyboard-gone",
            part=part.name,
            found=self._label(part.name, part.found)[:40],
            nearest=self._label(part.name, nearest) or "none",
        )

    def _label(self, part: str, value: str) -> str:
        """What a reader calls a value; the value itself where it has no name, or none any more."""
        city = self.city
        named: dict[str, Any] = {
            "dataset": city.datasets,
            "indicator": city.indicators,
            "other_indicator": city.indicators,
            "type": city.facility_types,
            "county": city.region.by_adcode,
        }
        found = named.get(part, {}).get(value)
        return found.name if found else value


def judge_slide(slide: Slide, readers_in: Callable[[str], PageReaders]) -> Judgement:
    """Judge the address of a slide; ``readers_in`` gives the readers for groups as an address has them.

    It raises GroupError for groups that cannot be formed: they are left out.
    """
    query = slide.query
    groups = query.pop(GROUPS, "")
    try:
        found = readers_in(groups).judge(slide.path, query)
    except GroupError as error:
        found = readers_in("").judge(slide.path, query)
        return replace(found, remarks=(fault_text(error), *found.remarks))
    return replace(found, query=found.query | {GROUPS: groups}) if groups and found.path else found


def _write_choice(choice: Any) -> dict[str, str]:
    """What a page shows, as its address has it."""
    if isinstance(choice, TargetChoice):
        return {"dataset": choice.dataset, "year": str(choice.year)} | choice.narrowed
    texts: dict[str, str] = choice.to_query()
    return texts
