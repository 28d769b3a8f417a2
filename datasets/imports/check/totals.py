"""Compare totals with the sum of their parts: rows named 合计 or 小计, and areas with the areas in them."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from datasets.imports.cells.fault_collector import PLACE, FaultCollector, RowReview
from datasets.imports.cells.units import is_part
from datasets.imports.check.context import FigureContext
from datasets.imports.check.quantities import Quantities, read_quantities
from datasets.imports.model import FaultCode, Severity
from geodata.region import Level
from indicators.definition import Variable

EXACT = 1e-9  # relative error of a sum of floats
_ROWS = 10_000_000  # more rows than a sheet has


@dataclass(frozen=True)
class SumParts:
    """The figures of a file as parts of sums, one row each.

    ``level`` is the area's (text, "" where none), ``good`` says whether the row can be stored.
    """

    figures: pd.DataFrame
    quantities: Quantities
    area: np.ndarray
    level: np.ndarray
    year: np.ndarray
    good: np.ndarray


def check_totals(
    totals: pd.DataFrame, summands: SumParts, years: np.ndarray, context: FigureContext, faults: FaultCollector
) -> None:
    """Warn of total rows that are not the sum of the rows above, below or around them.

    ``totals`` are candidates of the years ``years``. A total may sum all counties of its sheet, all townships, those
    since the total before it, or those down to the next; it is wrong if it is none of these. Only counted quantities
    are summed, and no sum is known where one of its parts could not be read.
    """
    unread = RowReview(totals[PLACE], FaultCollector())
    read = read_quantities(totals, context.variables, unread)
    # A formula that was saved without its result says nothing of a sum.
    rows = np.flatnonzero(~unread.wrong & np.isfinite(read.value) & ~np.isnan(years) & _is_additive(read))
    if not len(rows):
        return
    total = pd.DataFrame(
        {
            "sheet": totals["sheet"].to_numpy()[rows],
            "variable": np.array(read.ids, dtype=object)[read.variable[rows]],
            "year": years[rows],
            "row": totals["row"].to_numpy(dtype=np.int64)[rows],
            "value": read.value[rows],
            "slack": _rounding_slack(totals["value"].iloc[rows], read.factor[rows]),
            "place": rows,
        }
    ).sort_values(["sheet", "variable", "year", "row"], ignore_index=True)
    found, slack, known = _sum_candidates(total, _list_parts(summands, set(total["sheet"])))
    off = np.abs(found - total["value"].to_numpy()[:, None])
    allowed = slack + total["slack"].to_numpy()[:, None] + EXACT * np.abs(total["value"].to_numpy()[:, None])
    agrees = (known & (off <= allowed)).any(axis=1)
    wrong = np.flatnonzero(known.any(axis=1) & ~agrees)
    nearest = np.where(known, off, np.inf).argmin(axis=1)
    places = total["place"].to_numpy()[wrong]
    faults.add(
        FaultCode.TOTAL_DIFFERS,
        totals.iloc[places],
        pd.Series([read.amount(place) for place in places]),
        pd.Series([read.amount(place, found[i, nearest[i]]) for place, i in zip(places, wrong, strict=True)]),
        Severity.WARNING,
    )


def _is_additive(quantities: Quantities) -> np.ndarray:
    counted = [isinstance(entry, Variable) and not is_part(entry.unit) for entry in quantities.declared]
    return quantities.of_variable(counted).astype(bool) & (quantities.variable >= 0)


def _rounding_slack(texts: pd.Series, factor: np.ndarray) -> np.ndarray:
    """The rounding slack: half a unit of the last written digit; 0 for whole numbers in the quantity's unit."""
    number, distinct = pd.factorize(texts)
    digits = np.array([len(str(text).partition(".")[2].rstrip(" %")) for text in distinct] or [0])[number]
    return np.where((digits > 0) | (factor > 1), 0.5 * 10.0**-digits * factor, 0.0)


def _list_parts(summands: SumParts, sheets: set[str]) -> pd.DataFrame:
    """List the counties' and townships' figures of the sheets that have totals.

    Columns ``sheet, variable, year, row, level, value, slack, unread``.
    """
    read = summands.quantities
    among = summands.figures["sheet"].isin(list(sheets)).to_numpy() & (read.variable >= 0) & ~np.isnan(summands.year)
    rows = np.flatnonzero(among & np.isin(summands.level, [Level.COUNTY, Level.TOWNSHIP]))
    good = summands.good[rows]
    return pd.DataFrame(
        {
            "sheet": summands.figures["sheet"].to_numpy()[rows],
            "variable": np.array(read.ids, dtype=object)[read.variable[rows]],
            "year": summands.year[rows],
            "row": summands.figures["row"].to_numpy(dtype=np.int64)[rows],
            "level": summands.level[rows],
            "value": np.where(good, read.value[rows], 0.0),
            "slack": np.where(good, _rounding_slack(summands.figures["value"].iloc[rows], read.factor[rows]), 0.0),
            "unread": ~good,
        }
    )


def _sum_candidates(total: pd.DataFrame, parts: pd.DataFrame) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Compute the possible sums of each total, their slack, and whether each is known: arrays of six columns.

    The columns are, for counties and for townships: all, those since the total before, those down to the next.
    """
    groups = pd.concat([total, parts])[["sheet", "variable", "year"]]
    number = groups.groupby(["sheet", "variable", "year"]).ngroup().to_numpy()
    start = number[: len(total)] * _ROWS
    at = start + total["row"].to_numpy()
    same_before, same_after = start == np.roll(start, 1), start == np.roll(start, -1)
    same_before[0], same_after[-1] = False, False
    before = np.where(same_before, np.roll(at, 1), start)
    after = np.where(same_after, np.roll(at, -1), start + _ROWS - 1)
    columns = []
    for level in (Level.COUNTY, Level.TOWNSHIP):
        of_level = (parts["level"] == level).to_numpy()
        keys = number[len(total) :][of_level] * _ROWS + parts["row"].to_numpy()[of_level]
        order = np.argsort(keys, kind="stable")
        own, keys = parts[of_level].iloc[order], keys[order]
        for first, last in ((start, start + _ROWS - 1), (before, at), (at, after)):
            columns.append(_sum_between(own, keys, first, last))
    found, slack, known = (np.column_stack(part) for part in zip(*columns, strict=True))
    return found, slack, known


def _sum_between(
    parts: pd.DataFrame, keys: np.ndarray, first: np.ndarray, last: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Sum the parts whose keys lie between ``first`` and ``last``: sum, slack, and whether all parts are known."""
    bounds = np.column_stack([np.searchsorted(keys, first, "right"), np.searchsorted(keys, last, "right")])
    filled = bounds[:, 1] > bounds[:, 0]

    def summed(column: str) -> np.ndarray:
        values = np.append(parts[column].to_numpy(dtype=float), 0.0)
        return np.where(filled, np.add.reduceat(values, bounds.ravel())[::2], 0.0)

    return summed("value"), summed("slack"), filled & (summed("unread") == 0)


def check_parent_areas(
    summands: SumParts, labels: list[str], parents: Mapping[str, str], faults: FaultCollector
) -> None:
    """Warn of areas whose figure is not the sum over all their parts, where the file has every part.

    ``labels`` are the codes that ``summands.area`` counts; ``parents`` maps the code of each part to that of its area.
    """
    read = summands.quantities
    rows = np.flatnonzero(summands.good & _is_additive(read))
    number = {code: position for position, code in enumerate(labels)}
    parent_of = np.array([number.get(parents.get(code, ""), -1) for code in labels] or [-1])
    sizes = pd.Series(list(parents.values()), dtype=object).value_counts()
    size_of = np.array([sizes.get(code, 0) for code in labels] or [0])
    parent = parent_of[summands.area[rows]]
    own = pd.DataFrame(
        {"variable": read.variable[rows], "year": summands.year[rows], "area": summands.area[rows], "row": rows}
    )
    children = own.assign(area=parent)[parent >= 0]
    children["value"] = read.value[children["row"]]
    children["slack"] = _rounding_slack(summands.figures["value"].iloc[children["row"]], read.factor[children["row"]])
    key = ["variable", "year", "area"]
    sums = children.groupby(key).agg(value=("value", "sum"), slack=("slack", "sum"), parts=("value", "size"))
    compared = own[size_of[own["area"]] > 0].join(sums, on=key, how="inner")
    compared = compared[compared["parts"].to_numpy() == size_of[compared["area"]]]
    at = compared["row"].to_numpy()
    slack = compared["slack"].to_numpy() + _rounding_slack(summands.figures["value"].iloc[at], read.factor[at])
    off = np.abs(read.value[at] - compared["value"].to_numpy()) > slack + EXACT * np.abs(read.value[at])
    faults.add(
        FaultCode.TOTAL_DIFFERS,
        summands.figures.iloc[at[off]],
        pd.Series([read.amount(row) for row in at[off]], dtype=object),
        pd.Series([read.amount(row, s) for row, s in zip(at[off], compared["value"][off], strict=True)], dtype=object),
        Severity.WARNING,
    )
