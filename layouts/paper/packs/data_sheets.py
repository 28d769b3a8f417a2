"""The data sheets of a pack: every exact number that its sentences, tables and charts are made from."""

from collections.abc import Iterable, Mapping
from typing import Any

from datasets.analyses.pack_figures import PackFigures
from datasets.analyses.target_statuses import TargetResult
from indicators.definition import Indicator, ValueKind
from indicators.gaps.gaps import Averaging
from indicators.gaps.small_counts import CountBasis
from indicators.policy.progress import Status, TargetProgress
from layouts.pack_terms import Cell, Key, SheetId
from layouts.paper.documents.pack import DataSheet
from layouts.words.pages import gap as gap_page
from layouts.words.pages.targets import quote_statement
from layouts.words.paper import packs as words
from locales import say, say_all

_PERCENT, _POINTS, _SHARE = "0.0%", "0.0", "0%"

Row = tuple[Key, Mapping[str, Cell], Mapping[str, str]]  # its key, its cells and their number formats by column


def make_sheets(figures: PackFigures) -> dict[SheetId, DataSheet]:
    """The sheets of a pack that have rows; those of scenarios of sites are not among them."""
    gap_columns = words.gap_columns(figures.focus, figures.benchmark, figures.is_whole)
    sheets = {
        SheetId.VALUES: make_sheet(SheetId.VALUES, words.name_columns(words.VALUE_COLUMNS), _value_rows(figures)),
        SheetId.GAPS: make_sheet(SheetId.GAPS, gap_columns, _gap_rows(figures), figures.city.region.gap_name),
        SheetId.COUNTIES: make_sheet(SheetId.COUNTIES, words.name_columns(words.COUNTY_COLUMNS), _county_rows(figures)),
        SheetId.TARGETS: make_sheet(SheetId.TARGETS, say_all("document-target-columns-"), _target_rows(figures)),
        SheetId.COUNTS: make_sheet(SheetId.COUNTS, say_all("document-count-columns-"), _count_rows(figures)),
    }
    return {key: sheet for key, sheet in sheets.items() if sheet.rows}


def make_sheet(id_: SheetId, columns: Mapping[str, str], rows: Iterable[Row], name: str = "") -> DataSheet:
    """A sheet of rows under a ``name``, without those columns that are empty in all of them."""
    listed = list(rows)
    cells = {key: cells for key, cells, _ in listed}
    told = {column for row in cells.values() for column, cell in row.items() if cell not in (None, "")}
    columns = {column: heading for column, heading in columns.items() if column in told}
    return DataSheet(
        name or say("document-sheets", id=id_), columns, cells, {key: formats for key, _, formats in listed}
    )


def _number_format(indicator: Indicator) -> str:
    """The number format that an indicator is shown with."""
    return "#,##0" + (f".{'0' * indicator.decimals}" if indicator.decimals else "")


def _value_rows(figures: PackFigures) -> Iterable[Row]:
    """Every value of the city and its counties; a county without one has an empty cell."""
    for key in figures.choice.indicators:
        indicator = figures.city.indicators[key]
        formats = dict.fromkeys(("value", "low", "high"), _number_format(indicator))
        for found in figures.value_rows(key):
            cells = found | {
                "domain": say("common-domains", domain=indicator.domain),
                "indicator": indicator.name,
                "low": found["interval_low"],
                "high": found["interval_high"],
                "kind": say("common-kinds", kind=ValueKind(found["kind"])) if found["kind"] else None,
                "note": found["note"] or None,
                "caveat": indicator.caveat or None,
            }
            yield (key, found["year"], found["area_code"]), cells, formats


def _gap_rows(figures: PackFigures) -> Iterable[Row]:
    """Levels, ratios and assessment of every indicator and year."""
    for (key, year), found in figures.gaps.items():
        indicator = found.indicator
        cells = {
            "indicator": indicator.name,
            "year": year,
            "unit": "" if indicator.yes_no else indicator.unit,
            "verdict": say("gap-assessments", assessment=found.assessment),
            "direction": say("gap-direction-notes", direction=indicator.direction),
            "kind": gap_page.kinds_text(found.kinds),
            "source": say("list-parts").join(found.sources),
            "note": say("list-parts").join(found.notes),
            "caveat": indicator.caveat,
            **figures.gap_cells(key, year),
        }
        ends = [f"{group}_{end}" for group in ("focus", "benchmark") for end in ("low", "high")]
        if found.gap:
            cells["missing"] = say("list-names").join(figures.name(code, year) for code in found.gap.missing)
        level = _PERCENT if indicator.yes_no else _number_format(indicator)
        formats = {f"{averaging}_{group}": level for averaging in Averaging for group in ("focus", "benchmark")}
        formats |= dict.fromkeys(ends, _number_format(indicator))
        formats |= {f"{averaging}_ratio": _PERCENT for averaging in Averaging}
        yield (key, year), cells, formats | {"excess": _PERCENT, "points_short": _POINTS, "change": _POINTS}


def _target_rows(figures: PackFigures) -> Iterable[Row]:
    """Every target as a whole (with the empty area) and in each of its areas."""
    year = figures.choice.year
    for result in figures.targets:
        whole = _target_cells(figures, result)
        counts = {
            "area": say("document-whole-target"),
            "status": say("common-statuses", status=result.counted_status),
            "letter": say("common-statuses", status=result.status),
            "reached": result.count(Status.REACHED),
            "areas": len(result.areas),
            "unknown": result.count(Status.NO_DATA),
            "few": len(result.small),
            "statement": quote_statement(result.statement) if result.statement else None,
        }
        yield (result.target.id, year, ""), whole | counts, {}
        form = _number_format(figures.city.indicators[result.target.indicator])
        formats = dict.fromkeys(("value", "low", "high"), form) | {"share": _SHARE}
        for area, progress in result.areas.items():
            cells = whole | {"area": figures.name(area)} | _progress_cells(progress)
            yield (result.target.id, year, area), cells, formats


def _target_cells(figures: PackFigures, result: TargetResult) -> dict[str, Any]:
    target, department = result.target, result.article.lead_name
    return {
        "article": result.article.article,
        "subject": target.subject,
        "required": None if target.is_state else target.value,
        "met_from": None if target.criterion.ceiling is None else target.criterion.edge,
        "met_to": target.criterion.ceiling,
        "unit": "" if target.is_state else target.unit,
        "scope": words.scope_text(target, figures.groups),
        "deadline": target.deadline,
        "department": department,
        "year": figures.choice.year,
    }


def _progress_cells(progress: TargetProgress) -> dict[str, Any]:
    return {
        "value": progress.value,
        "status": say("common-statuses", status=progress.counted_status),
        "letter": say("common-statuses", status=progress.status),
        "share": progress.share,
        **_basis_cells(progress.basis),
    }


def _basis_cells(basis: CountBasis | None) -> dict[str, Cell]:
    """The count behind a figure and its interval."""
    if basis is None:
        return {}
    low, high = basis.interval or (None, None)
    return {"events": basis.events, "low": low, "high": high}


def _county_rows(figures: PackFigures) -> Iterable[Row]:
    """The chosen counties: value, rank, the city's value, and the comparison."""
    year = figures.choice.year
    for code in figures.choice.counties:
        for found in figures.county_comparisons(code):
            indicator = found.indicator
            cells = {
                "indicator": indicator.name,
                "year": year,
                "area_name": figures.name(code),
                "value": found.value,
                "rank": found.rank,
                "counted": found.counted,
                "city": found.city,
                "verdict": say("county-city-comparisons", comparison=found.against_city),
                "unit": "" if indicator.yes_no else indicator.unit,
                **_basis_cells(found.basis),
                "kind": say("common-kinds", kind=found.kind) if found.kind else None,
                "source": found.source,
                "note": found.note,
            }
            formats = dict.fromkeys(("value", "city", "low", "high"), _number_format(indicator))
            yield (indicator.id, year, code), cells, formats


def _count_rows(figures: PackFigures) -> Iterable[Row]:
    """How many indicators got each assessment, and how many targets have each status."""
    counts = {
        say("document-counted-verdicts"): {
            say("gap-assessments", assessment=one): n for one, n in figures.assessment_counts.items()
        },
        say("document-counted-statuses"): {
            say("common-statuses", status=one): n for one, n in figures.status_counts.items()
        },
    }
    year = figures.choice.year
    for what, by_category in counts.items():
        total = {say("document-total"): sum(by_category.values())}
        for category, count in (total | {category: n for category, n in by_category.items() if n}).items():
            yield (
                (what, year, category),
                dict(zip(say_all("document-count-columns-"), (what, year, category, count), strict=True)),
                {},
            )
