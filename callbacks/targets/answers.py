"""Answers of the targets page for a dataset, a year and filters: tiles, table, charts, index, one target in detail."""

from collections import Counter
from collections.abc import Mapping
from functools import partial
from typing import Any
from urllib.parse import urlencode

from dash import html
from dash.development.base_component import Component

from callbacks.frame.empty_pages import build_empty_note
from callbacks.frame.request_checks import require_one_of
from callbacks.targets.findings import describe_charts, describe_tiles
from datasets.analyses.target_statuses import (
    TargetResult,
    assess_targets,
    find_origins,
    list_years_with_targets,
    score_counties,
)
from datasets.city.city import City
from datasets.city.shared_results import SharedResults
from datasets.queries.query import IgnoredPart, read_dataset, read_query
from datasets.queries.target_query import EVERY, TargetChoice, TargetFilters
from geodata.region import Level
from indicators.definition import Domain
from indicators.policy.index import Score, split_gap_by_indicator
from indicators.policy.ledger import PolicyTarget, Scope
from indicators.policy.progress import Status, TargetProgress
from indicators.policy.statements import list_statements
from layouts.figures.charts.targets import ROW_HEIGHT, heat_map, status_bars
from layouts.figures.charts.waterfall import waterfall_figure
from layouts.figures.specs.build_chart import HeatRow, heat_spec, index_gap_spec
from layouts.frame.component_json import compact_elements
from layouts.frame.parts import page_note
from layouts.ids import Targets
from layouts.page_paths import PagePath
from layouts.pages.targets import AreaProgressRow, folded_targets, index_table, status_tiles, target_details
from layouts.words.common import notes_text, share_text
from layouts.words.pages import targets as words
from locales import say

_KEPT = 64  # pages, some 200 kB each


class TargetViews:
    """Answers for one city."""

    def __init__(self, city: City) -> None:
        self.city = city = city.of_policy
        self._results = partial(city.cached, assess_targets)
        self._pages = SharedResults(_KEPT)

    def list_years(self, dataset: str) -> list[int]:
        """The years in which the dataset holds a figure for any target."""
        return list_years_with_targets(self.city, dataset)

    def read_year(self, dataset: str, wanted: str) -> int:
        """A year of a dataset that may be asked for. Raises UnusableValueError."""
        years = self.list_years(require_one_of(Targets.DATASET, dataset, self.city.datasets))
        return int(require_one_of(Targets.YEAR, wanted, list(map(str, years))))

    def list_options(self, dataset: str) -> dict[str, list[dict[str, str]]]:
        """The choices of every filter."""
        entries = list(self.city.targets.values())
        articles = [article for article in self.city.ledger if article.targets]
        departments = {article.lead_department: article.lead_name for article in articles if article.lead_department}
        domains = [domain for domain in Domain if any(target.domain is domain for target in entries)]
        counties, due = self.city.region.counties, sorted({entry.deadline for entry in entries})
        return {
            "year": [
                {"label": say("targets-in-year", year=year), "value": str(year)} for year in self.list_years(dataset)
            ],
            "domain": _filter_choices({domain: say("common-domains", domain=domain) for domain in domains}),
            "department": _filter_choices(departments),
            "article": _filter_choices(
                {str(a.article): say("targets-article-label", article=a.article, title=a.title) for a in articles}
            ),
            "deadline": _filter_choices({str(year): say("targets-in-year", year=year) for year in due}),
            "county": _filter_choices({county.adcode: county.name for county in counties}),
            "status": _filter_choices({status: say("common-statuses", status=status) for status in Status}),
        }

    def read_query(self, query: Mapping[str, str]) -> tuple[TargetChoice, list[IgnoredPart]]:
        """The choice that a query string asks for, and the parts of it that were ignored."""
        dataset = read_dataset(self.city, query)
        allowed = {name: [choice["value"] for choice in found] for name, found in self.list_options(dataset).items()}
        filters, ignored = read_query(TargetFilters, query, {"dataset": list(self.city.datasets)} | allowed)
        return TargetChoice(dataset, filters.year or self.list_years(dataset)[-1], filters), ignored

    def list_active_filters(self, choice: TargetChoice) -> dict[str, str]:
        """The filters that leave anything out, by name, with the label of what they leave in."""
        labels = {
            (name, option["value"]): option["label"]
            for name, offered in self.list_options(choice.dataset).items()
            for option in offered
        }
        return {name: labels[name, value] for name, value in choice.narrowed.items()}

    def answer(self, choice: TargetChoice) -> dict[str, Any]:
        """The whole page as the browser paints it. The last ones are kept: readers return to them."""
        key = (choice.dataset, choice.year, *choice.narrowed.items())
        return self._pages.find(key, lambda: self._build_answer(choice))

    def _build_answer(self, choice: TargetChoice) -> dict[str, Any]:
        dataset, year, filters = choice.dataset, choice.year, choice.filters
        page, index = self.build_page(dataset, year, filters), self.build_index(dataset, year)
        rows = page.pop("rows")
        height = len(rows) * ROW_HEIGHT + 60
        trees = {name: compact_elements(page.pop(name)) for name in ("tiles", "folded")}
        trees["index"] = compact_elements([index.pop("index")])
        query = {"dataset": dataset, "year": str(year)} | choice.narrowed
        return {"rows": rows, "shown": page | index | trees | {"height": height, "query": list(query.items())}}

    def build_page(self, dataset: str, year: int, filters: TargetFilters) -> dict[str, Any]:
        """Tiles, table and charts."""
        matching = [r for r in self._results(dataset, year) if self._passes_filters(r, filters, with_status=False)]
        listed = self.filter_results(dataset, year, filters)
        shown = self.leave_out_unknown(listed, filters)
        folded = [result for result in listed if result not in shown]
        departments = _count_statuses(listed, lambda r: r.article.lead_name or say("targets-no-department"))
        rows = self.heat_rows(shown, year)
        return {
            "finding": describe_tiles([self.status_of(result, filters) for result in matching], year),
            "findings": describe_charts(self.city, dataset, year, listed, rows, departments),
            "tiles": build_empty_note(self.city, dataset)
            + status_tiles(Counter(self.status_of(result, filters) for result in matching))
            if self.city.ledger
            else [self._build_ledger_note(dataset)],
            "rows": [self._build_row(result, dataset, year, filters) for result in shown],
            "folded": folded_targets(len(folded), self._list_holders(folded)),
            "heat": heat_map(heat_spec(rows, self.heat_columns())),
            "departments": status_bars(departments, across=True),
            "timeline": status_bars(
                _count_statuses(listed, lambda r: say("targets-in-year", year=r.target.deadline), ordered=True),
                across=False,
            ),
        }

    def _build_ledger_note(self, dataset: str) -> Component:
        gaps = f"{PagePath.GAP}?{urlencode({'dataset': dataset})}"
        note = page_note(say("targets-no-ledger", region=self.city.region.name), self.city.region.gap_name, gaps)
        return html.Div(note, className="no-ledger")

    def filter_results(self, dataset: str, year: int, filters: TargetFilters) -> list[TargetResult]:
        """The targets that pass every filter, in the ledger's order."""
        return [r for r in self._results(dataset, year) if self._passes_filters(r, filters, with_status=True)]

    def leave_out_unknown(self, listed: list[TargetResult], filters: TargetFilters) -> list[TargetResult]:
        """The targets of a list; where most have no figure those of a known status, unless a status is asked for."""
        known = [result for result in listed if self.status_of(result, filters) is not Status.NO_DATA]
        mostly_unknown = known and 2 * len(known) < len(listed)
        return known if mostly_unknown and filters.status == EVERY else listed

    def _list_holders(self, folded: list[TargetResult]) -> list[tuple[str, ...]]:
        """Of targets without a figure by department: how many, in which articles, and what would tell of them."""
        groups: dict[str, list[TargetResult]] = {}
        for result in folded:
            groups.setdefault(result.article.lead_name or say("targets-no-department"), []).append(result)
        rows = sorted(groups.items(), key=lambda group: -len(group[1]))
        return [
            words.holder_row(
                department,
                [result.article.article for result in found],
                [self.city.indicators[result.target.indicator] for result in found],
            )
            for department, found in rows
        ]

    def heat_columns(self) -> dict[str, str]:
        """The columns of the heat map: the whole city and its counties, short names by area code."""
        return {
            code: self._short_name(code) for code in [self.city.region.adcode, *self.city.geography.codes(Level.COUNTY)]
        }

    def heat_rows(self, results: list[TargetResult], year: int) -> list[HeatRow]:
        """The rows of the heat map; a group's status stands in each of its counties."""
        return [self._heat_row(result, year) for result in results]

    def _heat_row(self, result: TargetResult, year: int) -> HeatRow:
        target = result.target
        held = {county: one for area, one in result.areas.items() for county in self._list_counties(area)}
        hovers = {
            county: f"<b>{target.subject}</b><br>"
            + say("list-facts").join((self.area_name(county, year), words.progress_text(one)))
            for county, one in held.items()
        }
        label = say(
            "targets-row-label", article=result.article.article, subject=target.subject, deadline=target.deadline
        )
        if not result.statement:
            return HeatRow(label, held, hovers)
        whole = self.city.region.adcode
        stated = words.statement_text(result.statement)
        held[whole] = TargetProgress(result.status, None)
        hovers[whole] = f"<b>{target.subject}</b><br>{words.stated_text(result.status, result.statement)}<br>{stated}"
        return HeatRow(say("targets-stated-label", label=label), held, hovers)

    def build_index(self, dataset: str, year: int) -> dict[str, Any]:
        """The index of every county, and how it is made."""
        recipe, scores = self.city.index, self.city.cached(score_counties, dataset, year)
        total = sum(len(part.indicators) for part in recipe.domains.values()) * len(scores)
        missing = sum(len(found.missing) for found in scores.values())
        small = sum(len(found.small) for found in scores.values())
        weights = {say("common-domains", domain=domain): part.weight for domain, part in recipe.domains.items()}
        return {
            "index": index_table({self.area_name(code, year): found for code, found in scores.items()}),
            "index_gap": self._index_gap(scores),
            "index_text": words.index_text(weights, recipe.minimum_coverage, missing, small, total),
        }

    def _index_gap(self, scores: dict[str, Score]) -> Any:
        region = self.city.region
        measured, benchmark = ([scores[code] for code in region.members(g)] for g in (region.focus, region.benchmark))
        gap = split_gap_by_indicator(measured, benchmark, self.city.index)
        names = {key: indicator.name for key, indicator in self.city.indicators.items()}
        total = say(
            "targets-gap-total", focus=region.groups[region.focus].name, benchmark=region.groups[region.benchmark].name
        )
        return waterfall_figure(index_gap_spec(gap, names, total))

    def build_detail(self, dataset: str, year: int, target_id: str) -> list[Any]:
        """One target in full."""
        result = next(r for r in self._results(dataset, year) if r.target.id == target_id)
        target, indicator = result.target, self.city.indicators[result.target.indicator]
        areas = [self._area_progress(target, area, progress, year) for area, progress in result.areas.items()]
        return target_details(
            result.article,
            target,
            say("list-named", name=indicator.name, text=indicator.definition),
            self._sources_text(dataset, target, list(result.areas), year),
            self._statements_text(dataset, target, year),
            areas,
            self._map_href(dataset, target, year),
        )

    def _passes_filters(self, result: TargetResult, filters: TargetFilters, with_status: bool) -> bool:
        target = result.target
        return (
            filters.domain in (EVERY, target.domain)
            and filters.department in (EVERY, result.article.lead_department)
            and filters.article in (EVERY, str(result.article.article))
            and filters.deadline in (EVERY, str(target.deadline))
            and (filters.county == EVERY or filters.county in result.areas)
            and (not with_status or filters.status in (EVERY, self.status_of(result, filters)))
        )

    def status_of(self, result: TargetResult, filters: TargetFilters) -> Status:
        """The status of the chosen county, else of the whole target."""
        return result.areas[filters.county].counted_status if filters.county in result.areas else result.counted_status

    def _status_text(self, result: TargetResult, filters: TargetFilters) -> str:
        """The status in full, of the chosen county or the whole target."""
        if filters.county in result.areas:
            return words.progress_text(result.areas[filters.county])
        if result.statement:
            return words.stated_text(result.status, result.statement)
        return words.status_text(result.status, result.is_firm)

    def _is_stated(self, result: TargetResult, filters: TargetFilters) -> bool:
        """Whether the status that is shown rests on a statement: that of the whole target, not of a chosen county."""
        return result.statement is not None and filters.county not in result.areas

    def _build_row(self, result: TargetResult, dataset: str, year: int, filters: TargetFilters) -> dict[str, Any]:
        target, status = result.target, self.status_of(result, filters)
        href = self._map_href(dataset, target, year)
        return {
            "id": target.id,
            "article": result.article.article,
            "subject": target.subject,
            "clause": target.clause,
            "requirement": words.requirement(target),
            "scope": self.scope_name(target),
            "deadline": words.deadline_text(target),
            "department": result.article.lead_name,
            "key": status,
            "status": words.stated_mark(status)
            if self._is_stated(result, filters)
            else say("common-statuses", status=status),
            "letter": self._status_text(result, filters),
            "reached": "—"
            if self._is_stated(result, filters)
            else words.reached_text(result.count(Status.REACHED), len(result.areas), len(result.small)),
            "map": f"[{say('targets-map-link')}]({href})" if href else "",
        }

    def scope_name(self, target: PolicyTarget) -> str:
        """Whom a target speaks of."""
        if target.scope is Scope.GROUP:
            return self.city.region.groups[target.group].name
        return say("targets-scopes", scope=target.scope)

    def _map_href(self, dataset: str, target: PolicyTarget, year: int) -> str | None:
        if not self.city.levels(dataset, target.indicator):
            return None
        query = {"dataset": dataset, "indicator": target.indicator, "level": Level.COUNTY, "year": year}
        return f"{PagePath.ATLAS}?{urlencode(query | {'method': 'target', 'target': target.id})}"

    def _area_progress(self, target: PolicyTarget, area: str, progress: TargetProgress, year: int) -> AreaProgressRow:
        decimals = self.city.indicators[target.indicator].decimals
        value = words.value_text(target, progress.value, decimals, say("common-missing"))
        share = "—" if progress.share is None or target.is_state else share_text(progress.share * 100, 0)
        return AreaProgressRow(
            self.area_name(area, year), value, progress.counted_status, words.progress_text(progress), share
        )

    def area_name(self, area: str, year: int) -> str:
        """The name of an area in a year, or of a group."""
        groups = self.city.region.groups
        return groups[area].name if area in groups else self.city.geography.name(area, year)

    def _sources_text(self, dataset: str, target: PolicyTarget, areas: list[str], year: int) -> str:
        found = [find_origins(self.city, dataset, target.indicator, area, year) for area in areas]
        sources, notes = ([text for one in found for text in one[key]] for key in ("sources", "notes"))
        noted = notes_text(notes)
        listed = say("list-parts").join(dict.fromkeys(sources)) or "—"
        return say("targets-sources-noted", sources=listed, notes=noted) if noted else listed

    def _statements_text(self, dataset: str, target: PolicyTarget, year: int) -> str:
        said = list_statements(self.city.datasets[dataset].statements, target.id, year)
        return "\n".join(words.statement_text(one) for one in reversed(said))

    def _list_counties(self, area: str) -> list[str]:
        return self.city.region.members(area) if area in self.city.region.groups else [area]

    def _short_name(self, code: str) -> str:
        county = self.city.region.by_adcode.get(code)
        return county.short_name if county else say("targets-whole-city")


def _filter_choices(labels: dict[Any, str]) -> list[dict[str, str]]:
    return [
        {"label": say("targets-all"), "value": EVERY},
        *[{"label": label, "value": str(key)} for key, label in labels.items()],
    ]


def _count_statuses(results: list[TargetResult], name: Any, ordered: bool = False) -> dict[str, dict[Status, int]]:
    """How many targets of each status by a name of theirs; most first, or in the order of the names."""
    counts: dict[str, Counter[Status]] = {}
    for result in results:
        counts.setdefault(name(result), Counter())[result.counted_status] += 1
    order = sorted(counts) if ordered else sorted(counts, key=lambda key: -counts[key].total())
    return {key: dict(counts[key]) for key in order}
