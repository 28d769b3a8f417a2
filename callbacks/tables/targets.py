"""The tables of the page of targets: the list, each county's status and progress, the index."""

from collections.abc import Sequence

from callbacks.server.responses import refuse_ignored
from callbacks.tables.page_table import (
    Maker,
    PageTable,
    Query,
    Row,
    cell_beside_target,
    columns_of,
    page_table,
    share_cell,
)
from callbacks.targets.answers import TargetChoice, TargetViews
from datasets.analyses.target_statuses import TargetResult, find_origins, score_counties
from datasets.city.city import City
from datasets.files.table_export import Cell, ExportColumn, decimal_format
from indicators.definition import ValueKind
from indicators.policy.progress import Status, TargetProgress
from layouts.words.common import DOMAINS, KINDS, STATUSES
from layouts.words.pages import targets as words
from layouts.words.paper.tables import HEADINGS

_TARGET = {"article": words.COLUMNS["article"], "subject": words.COLUMNS["subject"]}
_ASKED = {name: words.COLUMNS[name] for name in ("requirement", "scope", "deadline", "department")}


def target_tables(city: City) -> dict[str, Maker]:
    """The tables of the page by name."""
    tables = _TargetTables(city)
    return {
        "targets": tables.targets,
        "statuses": tables.statuses,
        "progress": tables.progress,
        "index": tables.index,
    }


class _TargetTables:
    """The tables of one city."""

    def __init__(self, city: City) -> None:
        self.city, self.views = city, TargetViews(city)

    def targets(self, query: Query) -> PageTable:
        """The list, with what counts for how many areas."""
        choice = self._read_query(query)
        columns = columns_of(
            **_TARGET,
            **_ASKED,
            status=words.COLUMNS["status"],
            reached=words.REACHED_AREAS,
            areas=words.ALL_AREAS,
            clause=words.CLAUSE,
        )
        rows = [self._describe_target(result, choice) for result in self._filter_results(choice)]
        return self._build_table(choice, "targets", columns, rows)

    def _describe_target(self, result: TargetResult, choice: TargetChoice) -> Row:
        target = result.target
        return self._name_target(result) | {
            "requirement": words.requirement(target),
            "scope": self.views.scope_name(target),
            "deadline": words.deadline_text(target),
            "department": result.article.lead_department,
            "status": STATUSES[self.views.status_of(result, choice.filters)],
            "reached": result.count(Status.REACHED),
            "areas": len(result.areas),
            "clause": target.clause,
        }

    def statuses(self, query: Query) -> PageTable:
        """What the heat map shows: a column an area."""
        choice = self._read_query(query)
        areas, listed = self.views.heat_columns(), self._filter_results(choice)
        named = {f"area_{area}": name for area, name in areas.items()}
        columns = columns_of(**_TARGET, deadline=words.COLUMNS["deadline"], **named)
        rows = [
            self._name_target(result)
            | {"deadline": words.deadline_text(result.target)}
            | {f"area_{area}": words.progress_text(found) for area, found in row.areas.items()}
            for result, row in zip(listed, self.views.heat_rows(listed), strict=True)
        ]
        return self._build_table(choice, "statuses", columns, rows)

    def progress(self, query: Query) -> PageTable:
        """Every area of every target: its value, its start, and the share of the way."""
        choice = self._read_query(query)
        columns = columns_of(
            **_TARGET,
            area=words.AREA,
            requirement=words.REQUIREMENT,
            value=words.VALUE,
            unit=words.UNIT,
            first_value=words.WAY_FROM,
            first_year=words.FIRST_YEAR,
            share=words.SHARE,
            status=words.STATUS,
            **{key: HEADINGS[key] for key in ("kind", "source", "note")},
        )
        rows = [
            self._name_target(result)
            | {"area": self.views.area_name(area, choice.year), "requirement": words.requirement(result.target)}
            | self._describe_progress(result, found)
            | self._list_origins(choice, result, area)
            for result in self._filter_results(choice)
            for area, found in result.areas.items()
        ]
        return self._build_table(choice, "progress", columns, rows)

    def _list_origins(self, choice: TargetChoice, result: TargetResult, area: str) -> dict[str, Cell]:
        """Kinds, sources and notes of the figures behind a status."""
        found = find_origins(self.city, choice.dataset, result.target.indicator, area, choice.year)
        kinds = "、".join(KINDS[ValueKind(kind)] for kind in found["kinds"])
        return {"kind": kinds, "source": "；".join(found["sources"]), "note": "；".join(found["notes"])}

    def _describe_progress(self, result: TargetResult, found: TargetProgress) -> dict[str, Cell]:
        target, decimals = result.target, self.city.indicators[result.target.indicator].decimals
        return {
            "value": cell_beside_target(target, found.value, decimals),
            "first_value": cell_beside_target(target, found.first_value, decimals),
            "unit": "" if target.is_state else target.unit,
            "first_year": found.first_year,
            "share": None if target.is_state else share_cell(found.share),
            "status": words.progress_text(found),
        }

    def index(self, query: Query) -> PageTable:
        """The scores of every county by domain; what is withheld is empty."""
        choice = self._read_query(query)
        points = decimal_format(1)
        domains = {f"domain_{domain}": DOMAINS[domain] for domain in self.city.index.domains}
        names = {"area": words.AREA, **domains, "total": words.TOTAL, "low": words.LOWEST, "high": words.HIGHEST}
        columns = {key: ExportColumn(heading, points) for key, heading in names.items()}
        rows: list[Row] = [
            {"area": self.views.area_name(code, choice.year)}
            | {"total": found.total, "low": found.low, "high": found.high}
            | {f"domain_{domain}": score for domain, score in found.domains.items()}
            for code, found in score_counties(self.city, choice.dataset, choice.year).items()
        ]
        text = self.views.build_index(choice.dataset, choice.year)["index_text"]
        return page_table(self.city, choice.dataset, "index", [choice.year], columns, rows, [(words.INDEX, text)])

    # --- what all have in common -------------------------------------------------------------------------------------

    def _read_query(self, query: Query) -> TargetChoice:
        choice, ignored = self.views.read_query(query)
        refuse_ignored(ignored)
        return choice

    def _filter_results(self, choice: TargetChoice) -> list[TargetResult]:
        return self.views.filter_results(choice.dataset, choice.year, choice.filters)

    def _name_target(self, result: TargetResult) -> dict[str, Cell]:
        return {"article": result.article.article, "subject": result.target.subject}

    def _build_table(
        self, choice: TargetChoice, name: str, columns: dict[str, ExportColumn], rows: Sequence[Row]
    ) -> PageTable:
        about: list[str | int] = [*self.views.list_active_filters(choice).values(), choice.year]
        return page_table(self.city, choice.dataset, name, about, columns, rows, [(words.STATUS, words.RULE)])
