"""The tables of a county's profile: its indicators, its targets, its townships."""

from collections.abc import Sequence
from typing import Any

from callbacks.server.responses import refuse_ignored
from callbacks.tables.page_table import (
    Maker,
    PageTable,
    Query,
    Row,
    cell_beside_target,
    columns_of,
    page_table,
    value_cell,
)
from datasets.analyses.county_profile import build_county_profile
from datasets.city.city import City
from datasets.files.table_export import ExportColumn, FormattedNumber, decimal_format
from datasets.queries.county_query import read_county_query
from indicators.profile import CountyComparison, CountyProfile, CountyTarget
from layouts.words.common import DOMAINS, KINDS, NOTE
from layouts.words.pages import county as words
from layouts.words.pages import targets as target_words
from layouts.words.paper.tables import HEADINGS, SOURCES
from layouts.words.paper.tables import KINDS as KINDS_HEADING
from layouts.words.small_counts import note_text

_TARGET_COLUMNS = ("area", "article", "subject", "requirement", "value", "unit", "deadline", "status", "clause")


def county_tables(city: City) -> dict[str, Maker]:
    """The tables of the page by name."""
    tables = _CountyTables(city)
    return {"standings": tables.standings, "duties": tables.duties, "townships": tables.townships}


class _CountyTables:
    """The tables of one city."""

    def __init__(self, city: City) -> None:
        self.city = city

    def standings(self, query: Query) -> PageTable:
        """The key figures, and every indicator in which the counties are compared."""
        profile = self._read_query(query)
        columns = columns_of(
            *("area", "domain", "indicator", "value", "unit", "rank", "counted", "basis"),
            city=words.SPINE_COLUMNS[1],
            benchmark=words.group_mean(profile.benchmark),
            **({"reference": profile.reference} if profile.reference else {}),
            verdict=words.COMPARED,
            **{key: HEADINGS[key] for key in ("kind", "source", "note")},
        )
        compared = [one for found in profile.comparisons.values() for one in found]
        every = {one.indicator.id: one for one in [*(figure.comparison for figure in profile.key_figures), *compared]}
        rows = [{"area": profile.name} | _comparison_row(one) for one in every.values()]
        return self._build_table(profile, "standings", columns, rows, words.NO_COMPARISONS)

    def duties(self, query: Query) -> PageTable:
        """The targets that speak of the county, what is missed first."""
        profile = self._read_query(query)
        names = HEADINGS | target_words.COLUMNS | {"clause": target_words.CLAUSE}
        columns = columns_of(**{name: names[name] for name in _TARGET_COLUMNS})
        rows = [{"area": profile.name} | _target_row(target) for found in profile.targets.values() for target in found]
        return self._build_table(profile, "duties", columns, rows, words.NO_TARGETS)

    def townships(self, query: Query) -> PageTable:
        """The latest figures of every township, a column an indicator."""
        profile = self._read_query(query)
        codes = self.city.geography.townships.index[self.city.geography.townships["county"] == profile.county]
        headings = {
            f"of_{one.indicator.id}": f"{one.indicator.name}（{one.indicator.unit}），{words.dated(one.year)}"
            for one in profile.township_columns
        }
        columns = columns_of(area=words.TOWNSHIP, **headings, code=HEADINGS["code"])
        rows: list[Row] = [
            {"area": name, "code": code}
            | {f"of_{one.indicator.id}": value_cell(one.indicator, one.values[at]) for one in profile.township_columns}
            for at, (code, name) in enumerate(zip(codes, profile.townships, strict=True))
        ]
        return self._build_table(profile, "townships", columns, rows if headings else [], words.NO_TOWNSHIPS)

    def _read_query(self, query: Query) -> CountyProfile:
        choice, ignored = read_county_query(self.city, query)
        refuse_ignored(ignored)
        return self.city.cached(build_county_profile, choice.dataset, choice.county, choice.year)

    def _build_table(
        self, profile: CountyProfile, name: str, columns: dict[str, ExportColumn], rows: Sequence[Row], nothing: str
    ) -> PageTable:
        kinds, sources, noted = profile.origins()
        notes = [
            (KINDS_HEADING, "、".join(KINDS[kind] for kind in kinds)),
            (SOURCES, "；".join(sources)),
            (NOTE, "；".join(noted)),
        ]
        about = (profile.name, profile.year)
        return page_table(self.city, profile.dataset, name, about, columns, rows, notes, nothing=nothing)


def _comparison_row(one: CountyComparison) -> dict[str, Any]:
    indicator = one.indicator
    form = decimal_format(indicator.decimals)
    of_city = FormattedNumber(one.city, "0.0%" if indicator.yes_no else form)
    return {
        "domain": DOMAINS[indicator.domain],
        "indicator": indicator.name,
        "value": value_cell(indicator, one.value),
        "unit": words.unit_text(indicator),
        "rank": one.rank,
        "counted": one.counted if one.rank is not None else None,
        "basis": note_text(one.basis, indicator.decimals) or None,
        "city": of_city,
        "benchmark": None if indicator.yes_no else FormattedNumber(one.benchmark, form),
        "reference": value_cell(indicator, one.reference),
        "verdict": words.CITY_COMPARISONS[one.against_city],
        "kind": KINDS[one.kind] if one.kind else None,
        "source": one.source or None,
        "note": one.note or None,
    }


def _target_row(county_target: CountyTarget) -> dict[str, Any]:
    target, found = county_target.target, county_target.progress
    return {
        "article": county_target.article,
        "subject": target.subject,
        "requirement": target_words.requirement(target),
        "value": cell_beside_target(target, found.value, county_target.decimals),
        "unit": "" if target.is_state else target.unit,
        "deadline": target_words.deadline_text(target),
        "status": target_words.progress_text(found),
        "clause": target.clause,
    }
