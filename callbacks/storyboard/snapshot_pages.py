"""Slides of an offline snapshot that are no maps: the charts of pages with their tables, the first page as it is."""

from collections.abc import Callable, Mapping
from typing import Any

from callbacks.overview.answers import OverviewAnswers
from callbacks.pictures.maps import MakePicture
from callbacks.pictures.routes import page_pictures
from callbacks.server.responses import UnknownNameError
from callbacks.storyboard.snapshot_maps import SnapshotMaps
from callbacks.tables.page_table import Maker
from callbacks.tables.routes import table_makers
from datasets.analyses.county_profile import count_indicators_by_year
from datasets.analyses.coverage_of_type import compute_type_coverage
from datasets.analyses.coverage_summary import CoverageSummary
from datasets.analyses.target_statuses import list_years_with_targets
from datasets.city.city import City
from datasets.files.table_export import ExportTable, to_text
from datasets.queries.coverage_query import CoverageOptions
from datasets.queries.gap_query import Goal
from datasets.queries.overview_query import OverviewChoice
from geodata.region import Level
from layouts.figures.specs.build_chart import share_spec
from layouts.frame.component_json import compact_elements
from layouts.frame.export_dialog import KINDS
from layouts.frame.table_menu import TABLES
from layouts.meeting.snapshot_charts import encode_chart, encode_coverage
from layouts.page_paths import PagePath
from layouts.paper.sheet.picture_spec import ChartPicture, NamedPicture
from layouts.words.paper.pictures import Attribution
from locales import say

_MOST_ROWS = 400  # of a table: a snapshot is to be shown, data are handed on as a workbook
_LIST_YEARS: dict[str, Callable[[City, str, Mapping[str, str]], list[int]]] = {
    PagePath.GAP: lambda city, dataset, query: city.years(dataset, query["indicator"], Level.COUNTY),
    PagePath.COUNTY: lambda city, dataset, _: sorted(count_indicators_by_year(city, dataset)),
    PagePath.COVERAGE: lambda city, dataset, _: CoverageOptions(city).years(dataset),
    PagePath.TARGETS: lambda city, dataset, _: list_years_with_targets(city, dataset),
}


class SnapshotPages:
    """The pages of one city, in the groups that it has."""

    def __init__(self, city: City, groups: str, maps: SnapshotMaps, attribution: Attribution) -> None:
        self.city, self.groups, self.maps, self.attribution = city, groups, maps, attribution
        self._coverage = CoverageOptions(city)
        self._pictures: dict[str, MakePicture] = page_pictures(city)
        self._tables: dict[str, Maker] = table_makers(city)
        self._overview = OverviewAnswers(city)

    def list_years(self, path: str, dataset: str, query: Mapping[str, str]) -> list[int]:
        """The years in which a page shows something."""
        return _LIST_YEARS[path](self.city, dataset, query)

    def show(self, path: str, query: Mapping[str, str], year: int) -> dict[str, Any]:
        """What a page shows in a year: its chart and what that says, or why there is none, and its first table."""
        asked = {**query, "year": str(year)} | ({"goal": query.get("goal", Goal.LINE)} if path == PagePath.GAP else {})
        shown: dict[str, Any] = {"table": self._tabulate(path, {**query, "year": str(year)})}
        try:
            made = self._pictures[KINDS[path][0]](asked, self.attribution)
            chart = encode_chart(made.chart) if isinstance(made, ChartPicture) else self._show_reach(asked, made)
            caption = made.caption
            shown |= {"title": caption.title, "subject": caption.subtitle, "notes": caption.notes, "chart": chart}
        except Exception as error:  # whatever one chart fails of, the others are to be made
            shown |= {"title": "", "subject": "", "notes": [], "fault": say("snapshot-failed-picture", reason=error)}
        return shown

    def _show_reach(self, query: Mapping[str, str], made: NamedPicture) -> dict[str, Any]:
        """The map of who lives within reach, and the counties by that share where it is known."""
        city, (spec, *_) = self.city, made.picture.contents
        ground = self.maps.place_ground(city.geography, Level.COUNTY, None, self.groups)
        book = self.maps.place_book(city.geography, self.groups)
        per_degree = self.maps.grounds.parts[ground]["perDegree"]
        drawn = encode_coverage(spec, city.region.metric_crs, per_degree)
        choice, _ = self._coverage.read_page_query(query)
        found = compute_type_coverage(city, choice.dataset, choice.type_, choice.year)
        summary = CoverageSummary(city, choice.dataset, found, found.residents) if found.residents else None
        shares = encode_chart(share_spec(summary)) if summary else None
        return {"kind": "reach", "ground": ground, "book": book, "shares": shares} | drawn

    def _tabulate(self, path: str, query: Mapping[str, str]) -> dict[str, Any] | None:
        try:
            return write_table(self._tables[TABLES[path][0]](query).table)
        except UnknownNameError:
            return None

    def describe_overview(self, dataset: str, year: int) -> dict[str, Any]:
        """The first page in each of its years, as elements that lead nowhere."""
        options = self._overview.options
        choices = {one: options.choose(dataset, one) for one in options.list_years(dataset)}
        shown = {one: self._show_overview(choice) for one, choice in choices.items()}
        return {"kind": "overview", "year": year, "years": shown}

    def _show_overview(self, choice: OverviewChoice) -> dict[str, Any]:
        shown = self._overview.show(choice)
        return {"title": shown["title"], "body": _unlink(compact_elements(shown["body"]))}


def write_table(table: ExportTable) -> dict[str, Any]:
    """A table as texts, cut where it is longer than anybody reads on a screen."""
    rows = [[to_text(cell) for cell in row] for row in table.rows]
    heads = [column.heading for column in table.columns]
    return {"title": table.title, "heads": heads, "rows": rows[:_MOST_ROWS], "count": len(rows)}


def _unlink(part: Any) -> Any:
    """Elements without links to a program that is not there."""
    if isinstance(part, str) or not part:
        return part
    if isinstance(part[0], list):
        return [_unlink(one) for one in part]
    tag, properties, *children = part
    kept = {name: value for name, value in properties.items() if name != "href"}
    return ["span" if tag == "a" else tag, kept, *map(_unlink, children)]
