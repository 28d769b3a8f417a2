"""The tables of the page of targets: the list, each county's status and progress, the index."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from callbacks.tables.page_table import (
    Columns,
    Maker,
    TableContent,
    cell_beside_target,
    page_tables,
    share_cell,
)
from callbacks.targets.answers import TargetViews
from datasets.analyses.target_statuses import TargetResult, find_origins, score_counties
from datasets.city.city import City
from datasets.files.table_export import Cell, FormattedNumber, decimal_format
from datasets.queries.target_query import TargetChoice
from indicators.definition import Domain, ValueKind
from indicators.policy.ledger import Article, PolicyTarget
from indicators.policy.progress import Status, TargetProgress
from layouts.words.pages import targets as words
from locales import say


def target_tables(city: City) -> dict[str, Maker]:
    """The tables of the page by name."""
    tables = _TargetTables(city)
    contents = {
        "targets": tables.targets,
        "statuses": tables.statuses,
        "progress": tables.progress,
        "index": tables.index,
    }
    return page_tables(city, tables.views.read_query, contents)


class _TargetTables:
    """The tables of one city."""

    def __init__(self, city: City) -> None:
        self.city, self.views = city, TargetViews(city)

    def targets(self, choice: TargetChoice) -> TableContent:
        """The list, with what counts for how many areas."""
        columns: Columns = {
            **_name_columns(),
            say("targets-columns", column="requirement"): lambda result: words.requirement(result.target),
            say("targets-columns", column="scope"): lambda result: self.views.scope_name(result.target),
            say("targets-columns", column="deadline"): lambda result: words.deadline_text(result.target),
            say("targets-columns", column="department"): lambda result: result.article.lead_name,
            say("targets-columns", column="status"): lambda result: say(
                "common-statuses", status=self.views.status_of(result, choice.filters)
            ),
            say("targets-reached-areas"): lambda result: result.count(Status.REACHED),
            say("targets-all-areas"): lambda result: len(result.areas),
            say("targets-clause"): lambda result: result.target.clause,
            say("targets-stated"): lambda result: words.statement_text(result.statement) if result.statement else None,
        }
        return self._of_targets(choice, columns, self._filter_results(choice))

    def statuses(self, choice: TargetChoice) -> TableContent:
        """What the heat map shows: a column an area."""
        listed = self._filter_results(choice)
        rows = self.views.heat_rows(listed, choice.year)
        heat = {result.target.id: row.areas for result, row in zip(listed, rows, strict=True)}

        def status(area: str, result: TargetResult) -> Cell:
            found = heat[result.target.id].get(area)
            return words.progress_text(found) if found else None

        columns: Columns = {
            **_name_columns(),
            say("targets-columns", column="deadline"): lambda result: words.deadline_text(result.target),
            **{name: partial(status, area) for area, name in self.views.heat_columns().items()},
            say("targets-stated"): lambda result: words.statement_text(result.statement) if result.statement else None,
        }
        return self._of_targets(choice, columns, listed)

    def progress(self, choice: TargetChoice) -> TableContent:
        """Every area of every target: its value, its start, and the share of the way."""
        columns: Columns = {
            **_name_columns(),
            say("targets-area"): lambda one: self.views.area_name(one.area, choice.year),
            say("targets-requirement"): lambda one: words.requirement(one.target),
            say("targets-value"): lambda one: cell_beside_target(one.target, one.progress.value, one.decimals),
            say("targets-unit"): lambda one: "" if one.target.is_state else one.target.unit,
            say("targets-way-from"): lambda one: cell_beside_target(one.target, one.progress.first_value, one.decimals),
            say("targets-first-year"): lambda one: one.progress.first_year,
            say("targets-share"): lambda one: None if one.target.is_state else share_cell(one.progress.share),
            say("targets-status"): lambda one: words.progress_text(one.progress),
            say("tables-headings", heading="kind"): lambda one: say("list-names").join(
                say("common-kinds", kind=ValueKind(kind)) for kind in one.origins["kinds"]
            ),
            say("tables-headings", heading="source"): lambda one: say("list-parts").join(one.origins["sources"]),
            say("tables-headings", heading="note"): lambda one: say("list-parts").join(one.origins["notes"]),
        }
        rows = [
            _AreaOfTarget(
                result.article,
                result.target,
                area,
                progress,
                self.city.indicators[result.target.indicator].decimals,
                find_origins(self.city, choice.dataset, result.target.indicator, area, choice.year),
            )
            for result in self._filter_results(choice)
            for area, progress in result.areas.items()
        ]
        return self._of_targets(choice, columns, rows)

    def index(self, choice: TargetChoice) -> TableContent:
        """The scores of every county by domain; what is withheld is empty."""
        scores, points = score_counties(self.city, choice.dataset, choice.year), decimal_format(1)

        def score(domain: Domain, code: str) -> Cell:
            return FormattedNumber(scores[code].domains.get(domain), points)

        columns: Columns = {
            say("targets-area"): lambda code: self.views.area_name(code, choice.year),
            **{say("common-domains", domain=domain): partial(score, domain) for domain in self.city.index.domains},
            say("targets-total"): lambda code: FormattedNumber(scores[code].total, points),
            say("targets-lowest"): lambda code: FormattedNumber(scores[code].low, points),
            say("targets-highest"): lambda code: FormattedNumber(scores[code].high, points),
        }
        text = self.views.build_index(choice.dataset, choice.year)["index_text"]
        return TableContent([choice.year], columns, list(scores), [(say("targets-index"), text)])

    def _filter_results(self, choice: TargetChoice) -> list[TargetResult]:
        return self.views.filter_results(choice.dataset, choice.year, choice.filters)

    def _of_targets(self, choice: TargetChoice, columns: Columns, rows: Sequence[Any]) -> TableContent:
        about: list[str | int] = [*self.views.list_active_filters(choice).values(), choice.year]
        return TableContent(about, columns, rows, [(say("targets-status"), say("targets-rule"))])


def _name_columns() -> Columns:
    return {
        say("targets-columns", column="article"): lambda row: row.article.article,
        say("targets-columns", column="subject"): lambda row: row.target.subject,
    }


@dataclass(frozen=True)
class _AreaOfTarget:
    """How far an area is on its way to a target, and where its figures come from."""

    article: Article
    target: PolicyTarget
    area: str
    progress: TargetProgress
    decimals: int
    origins: dict[str, list[str]]
