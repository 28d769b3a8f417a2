"""Compare totals with the sum of their parts: rows named 合计 or 小计, and areas with the areas in them."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from datasets.imports.cells.cell_values import parse_years
from datasets.imports.cells.fault_collector import PLACE, FaultCollector, RowReview
from datasets.imports.cells.units import is_part
from datasets.imports.check.context import FigureContext
from datasets.imports.check.quantities import Quantities, read_quantities
from datasets.imports.model import FaultCode, Severity
from datasets.kinds import ImportKind
from geodata.region import Level
from indicators.definition import Variable

EXACT = 1e-9  # relative error of a sum of floats
_ROWS = 10_000_000  # more rows than a sheet has
_LEVELS = (Level.COUNTY, Level.TOWNSHIP)


def list_sum_parts(figures: pd.DataFrame, quantities: Quantities, years: np.ndarray, **own: np.ndarray) -> pd.DataFrame:
    """List the figures of counted quantities, one row each, as parts of sums.

    Columns ``sheet, variable, year, row, value, slack, at``, and those of ``own``. ``slack`` is half a unit of the last
    written digit, 0 for whole numbers in the quantity's unit; ``at`` is the position among all figures.
    """
    counted = [isinstance(entry, Variable) and not is_part(entry.declared_unit) for entry in quantities.declared]
    additive = quantities.of_variable(counted).astype(bool) & (quantities.variable >= 0)
    at = np.flatnonzero(additive & ~np.isnan(years))
    factor = quantities.factor[at]
    number, distinct = pd.factorize(figures["value"].iloc[at])
    digits = np.array([len(str(text).partition(".")[2].rstrip(" %")) for text in distinct] or [0])[number]
    return pd.DataFrame(
        {
            "sheet": figures["sheet"].iloc[at].to_numpy(),
            "variable": quantities.variable[at],
            "year": years[at],
            "row": figures["row"].to_numpy(dtype=np.int64)[at],
            "value": quantities.value[at],
            "slack": np.where((digits > 0) | (factor > 1), 0.5 * 10.0**-digits * factor, 0.0),
            "at": at,
        }
        | {name: column[at] for name, column in own.items()}
    )


def check_totals(totals: pd.DataFrame, parts: pd.DataFrame, context: FigureContext, faults: FaultCollector) -> None:
    """Warn of total rows that are not the sum of the rows above, below or around them.

    ``totals`` are candidates; ``parts`` have ``good`` (whether the row can be stored) and the ``level`` of their area,
    "" where none. A total may sum all counties of its sheet, all townships, those since the total before it, or those
    down to the next; it is wrong if it is none of these. No sum is known where one of its parts could not be read.
    """
    unread = RowReview(totals[PLACE], FaultCollector())
    read = read_quantities(totals, context, ImportKind.OBSERVATIONS, unread)
    total = list_sum_parts(totals, read, parse_years(totals["year"])["value"].to_numpy())
    # A formula that was saved without its result says nothing of a sum.
    total = total[~unread.wrong[total["at"]] & np.isfinite(total["value"])]
    if total.empty:
        return
    total = total.sort_values(["sheet", "variable", "year", "row"], ignore_index=True)
    parts = parts[parts["level"].isin(_LEVELS) & parts["sheet"].isin(total["sheet"].unique())]
    parts = parts.assign(unread=~parts["good"], **parts[["value", "slack"]].where(parts["good"], 0.0))
    found, slack, known = _sum_candidates(total, parts)
    written = total["value"].to_numpy()[:, None]
    off = np.abs(found - written)
    agrees = known & (off <= slack + total["slack"].to_numpy()[:, None] + EXACT * np.abs(written))
    wrong = np.flatnonzero(known.any(axis=1) & ~agrees.any(axis=1))
    nearest = np.where(known, off, np.inf).argmin(axis=1)
    _warn_of_sums(totals, read, total["at"].to_numpy()[wrong], found[wrong, nearest[wrong]], faults)


def _sum_candidates(total: pd.DataFrame, parts: pd.DataFrame) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Compute the possible sums of each total, their slack, and whether each is known: arrays of six columns.

    The columns are, for counties and for townships: all, those since the total before, those down to the next.
    """
    number = pd.concat([total, parts]).groupby(["sheet", "variable", "year"]).ngroup().to_numpy()
    start = number[: len(total)] * _ROWS
    at = start + total["row"].to_numpy()
    same_before, same_after = start == np.roll(start, 1), start == np.roll(start, -1)
    same_before[0], same_after[-1] = False, False
    before = np.where(same_before, np.roll(at, 1), start)
    after = np.where(same_after, np.roll(at, -1), start + _ROWS - 1)
    keyed = parts.assign(key=number[len(total) :] * _ROWS + parts["row"]).sort_values("key", kind="stable")
    columns = []
    for level in _LEVELS:
        own = keyed[keyed["level"] == level]
        for first, last in ((start, start + _ROWS - 1), (before, at), (at, after)):
            columns.append(_sum_between(own, first, last))
    found, slack, known = (np.column_stack(part) for part in zip(*columns, strict=True))
    return found, slack, known


def _sum_between(parts: pd.DataFrame, first: np.ndarray, last: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Sum the parts whose keys lie between ``first`` and ``last``: sum, slack, and whether all parts are known."""
    bounds = np.column_stack([np.searchsorted(parts["key"], edge, "right") for edge in (first, last)])
    filled = bounds[:, 1] > bounds[:, 0]

    def summed(column: str) -> np.ndarray:
        values = np.append(parts[column].to_numpy(dtype=float), 0.0)
        return np.where(filled, np.add.reduceat(values, bounds.ravel())[::2], 0.0)

    return summed("value"), summed("slack"), filled & (summed("unread") == 0)


def check_parent_areas(
    figures: pd.DataFrame,
    read: Quantities,
    parts: pd.DataFrame,
    codes: list[str],
    parents: Mapping[str, str],
    faults: FaultCollector,
) -> None:
    """Warn of areas whose figure is not the sum over all their parts, where the file has every part.

    The ``area`` of ``parts`` is a position in ``codes``; ``parents`` maps the code of each part to that of its area.
    """
    number = {code: position for position, code in enumerate(codes)}
    parent_of = np.array([number.get(parents.get(code, ""), -1) for code in codes] or [-1])
    sizes = pd.Series(list(parents.values()), dtype=object).value_counts()
    size_of = np.array([sizes.get(code, 0) for code in codes] or [0])
    key = ["variable", "year", "area"]
    own = parts.loc[parts["good"], [*key, "value", "slack", "at"]]
    children = own.assign(area=parent_of[own["area"]])
    sums = (
        children[children["area"] >= 0]
        .groupby(key)
        .agg(sum=("value", "sum"), more_slack=("slack", "sum"), parts=("value", "size"))
    )
    compared = own[size_of[own["area"]] > 0].join(sums, on=key, how="inner")
    compared = compared[compared["parts"].to_numpy() == size_of[compared["area"]]]
    off = (compared["value"] - compared["sum"]).abs()
    wrong = compared[off > compared["more_slack"] + compared["slack"] + EXACT * compared["value"].abs()]
    _warn_of_sums(figures, read, wrong["at"].to_numpy(), wrong["sum"].to_numpy(), faults)


def _warn_of_sums(
    figures: pd.DataFrame, read: Quantities, at: np.ndarray, sums: np.ndarray, faults: FaultCollector
) -> None:
    written, summed = (pd.Series(read.amounts(at, values), dtype=object) for values in (None, sums))
    faults.add(FaultCode.TOTAL_DIFFERS, figures.iloc[at], written, summed, Severity.WARNING)
