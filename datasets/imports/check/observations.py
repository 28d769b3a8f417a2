"""Check figures of areas and years: each is good, or has an error, or repeats another."""

import numpy as np
import pandas as pd

from datasets.imports.cells.cell_values import parse_years
from datasets.imports.cells.fault_collector import PLACE, FaultCollector, RowReview
from datasets.imports.cells.match_areas import AreaMatches, match_areas
from datasets.imports.check.context import FigureContext
from datasets.imports.check.keys import FigureLookup, encode_keys, index_figures, refuse_repeated_figures
from datasets.imports.check.plausibility import warn_of_fractions, warn_of_jumps
from datasets.imports.check.quantities import Quantities, read_quantities
from datasets.imports.check.sources import read_kinds, read_notes, read_sources
from datasets.imports.check.totals import check_parent_areas, check_totals, list_sum_parts
from datasets.imports.columns.extract_rows import FIGURE_COLUMNS, IgnoredReason, UnresolvedFigures
from datasets.imports.model import CheckResult, FaultCode
from datasets.kinds import STORED, ImportKind
from datasets.shipped.observations import YEARS
from geodata.region import Level


def check_observations(
    candidates: UnresolvedFigures, context: FigureContext, kind: ImportKind = ImportKind.OBSERVATIONS
) -> CheckResult:
    """Check every candidate; ``kind`` is OBSERVATIONS, or BENCHMARK for finished rates of the region's reference area.

    Every figure is stored in the unit of its variable, or has an error, or repeats another row (DUPLICATE). Figures of
    total rows that name the region itself (全市) are taken as its figures.
    """
    faults = FaultCollector()
    figures, totals, ignored = _take_region_totals(candidates, context)
    review = RowReview(figures[PLACE], faults)
    review.refuse(FaultCode.FORMULA, figures["formula"].to_numpy(dtype=bool), figures["value"])
    quantities = read_quantities(figures, context, kind, review)
    years = _read_years(figures["year"], review)
    areas = _read_areas(figures, years, context, kind, review)
    kinds, kinds_assumed = read_kinds(figures["kind"], context.kind, review)
    sources, sources_assumed = read_sources(figures["source"], context.source, review)
    repeats = _compare_figures(quantities, areas, years, context, review)
    kept = ~review.wrong & ~repeats
    if kind is ImportKind.OBSERVATIONS:
        level_of = np.array([_level_of_area(code, context) for code in areas.codes] + [""])
        found = {"area": areas.number, "level": level_of[areas.number], "good": kept}
        parts = list_sum_parts(figures, quantities, years, **found)
        check_totals(totals, parts, context, faults)
        check_parent_areas(figures, quantities, parts, areas.codes, context.parents, faults)
    rows = pd.DataFrame(
        {
            "variable": pd.Categorical.from_codes(quantities.variable[kept], pd.Index(quantities.ids)),
            "area_code": pd.Categorical.from_codes(areas.number[kept], pd.Index(areas.codes)),
            "year": years[kept].astype(int),
            "value": quantities.value[kept],
            "kind": kinds[kept].to_numpy(),
            "source": sources[kept].to_numpy(),
            "note": read_notes(figures["note"])[0][kept].to_numpy(),
        }
    )[STORED[kind]]
    assumed = {"unit": quantities.units_assumed, "kind": kinds_assumed, "source": sources_assumed}
    return CheckResult(kind, rows, review.build_report(len(rows), areas.count_matches(), ignored, assumed))


def _take_region_totals(
    candidates: UnresolvedFigures, context: FigureContext
) -> tuple[pd.DataFrame, pd.DataFrame, dict[str, int]]:
    """Move totals that name the region itself to the figures; the figures, the other totals, and the ignored counts."""
    totals = candidates.totals
    names = (totals["area_code"] + totals["area_name"]).astype(str)
    region = context.areas.region.adcode
    meant = {name for name in names.unique() if [r.code for r in context.areas.readings(name)] == [region]}
    named = names.isin(meant).to_numpy()
    ignored = dict(candidates.ignored)
    if not named.any():
        return candidates.figures, totals, ignored
    ignored[IgnoredReason.TOTAL] = ignored.get(IgnoredReason.TOTAL, 0) - int(named.sum())
    figures = pd.concat([candidates.figures, totals[named]], ignore_index=True)[FIGURE_COLUMNS]
    return figures, totals[~named].reset_index(drop=True), ignored


def _read_years(column: pd.Series, review: RowReview) -> np.ndarray:
    """Read the years as floats, NaN where the text is none."""
    years = parse_years(column)
    value = years["value"].to_numpy()
    date = years["is_date"].to_numpy()
    allowed = f"{YEARS.start} – {YEARS.stop - 1}"
    review.refuse(FaultCode.YEAR_IS_A_DATE, date, column, allowed)
    review.refuse(FaultCode.NOT_A_YEAR, np.isnan(value) & ~date, column, allowed)
    return value


def _read_areas(
    figures: pd.DataFrame, years: np.ndarray, context: FigureContext, kind: ImportKind, review: RowReview
) -> AreaMatches:
    """Match every row's area; a benchmark needs none, and may only name the region's reference area."""
    reference = context.areas.region.reference
    codes, names = figures["area_code"], figures["area_name"]
    if kind is ImportKind.BENCHMARK and reference:
        unnamed = (codes.str.strip() == "") & (names.str.strip() == "")
        codes = codes.mask(unnamed, reference.code)
    matches = match_areas(codes, names, context.areas, pd.Series(years, index=figures.index))
    matches.tell(review)
    if kind is ImportKind.BENCHMARK:
        other = matches.area_code.notna() & (matches.area_code != (reference.code if reference else ""))
        allowed = reference.name if reference else ""
        review.refuse(FaultCode.AREA_UNKNOWN, other.to_numpy(), codes + names, allowed)
    return matches


def _compare_figures(
    quantities: Quantities, areas: AreaMatches, years: np.ndarray, context: FigureContext, review: RowReview
) -> np.ndarray:
    """Compare figures with one another and with published ones; return a mask of repeated rows."""
    year = np.where(np.isnan(years), YEARS.start, years)
    keys = encode_keys(quantities.variable, areas.number, year, len(areas.codes) + 1)
    repeats = refuse_repeated_figures(keys, quantities, review)
    good = ~review.wrong & ~repeats
    published = _index_published(context.published, quantities.ids, areas.codes)
    warn_of_jumps(keys, year, quantities, good, published, review)
    warn_of_fractions(quantities, good, review)
    return repeats


def _index_published(published: pd.DataFrame, ids: list[str], codes: list[str]) -> FigureLookup:
    """Index the published figures of the file's areas by the file's keys."""
    variable = pd.Index(ids).get_indexer(pd.Index(published["variable"].astype(str)))
    area = pd.Index(codes).get_indexer(pd.Index(published["area_code"].astype(str)))
    of_file = (variable >= 0) & (area >= 0) & published["year"].isin(YEARS).to_numpy()
    year = published["year"].to_numpy()
    keys = encode_keys(variable[of_file], area[of_file], year[of_file], len(codes) + 1)
    return index_figures(keys, published["value"].to_numpy(dtype=float)[of_file])


def _level_of_area(code: str, context: FigureContext) -> str:
    reading = context.areas.codes.get(code)
    return str(reading.level) if reading and reading.level in (Level.COUNTY, Level.TOWNSHIP) else ""
