"""Warn of figures that do not fit those of other years: in another unit, or with a jump."""

from dataclasses import replace

import numpy as np
import pandas as pd

from datasets.imports.cells.fault_collector import RowReview
from datasets.imports.cells.units import is_part, scaled_unit, unit_factor
from datasets.imports.check.keys import FigureLookup, index_figures
from datasets.imports.check.quantities import SIGNED, Quantities
from datasets.imports.model import Fault, FaultCode, Severity
from indicators.definition import Variable

# A leap: at least doubled or halved against the year before, since a population, a network of schools or a budget line
# seldom is; and more than three times the change (as a ratio, on a log scale) that the other areas had in the median
# that year, since a change of definition or a new programme moves all of them and needs no row-by-row warning. Counts
# below ten leap as a matter of course.
LEAP = 2.0
OUTSTANDING = 3.0
FEW = 10.0
COMPARED = 3  # areas with a change that a median needs at least
# Another unit: the figure is off by exactly such a factor, as near as figures of neighbouring years are to one another.
PART_SCALES = (0.1, 10.0, 100.0, 0.01)  # ‰ against %, a share of one against %
AMOUNT_SCALES = (1e4, 1e-4, 1e8, 1e-8)  # 万人 against 人, 亿元 against 万元
NEAR = {0.1: 1.4, 10.0: 1.4, 100.0: 2.0, 0.01: 2.0, 1e4: 3.0, 1e-4: 3.0, 1e8: 3.0, 1e-8: 3.0}
# The years whose figures tell the unit, nearest first. A rate may well grow tenfold in a decade, but no amount
# ten-thousandfold: amounts are held against the census before, or after, where nothing nearer is known.
PART_YEARS = 3
SPREAD = 2.0  # how far from the other figures of its column, as a ratio, a hundredfold share may be to be one of them
NEAREST_YEARS = (0, *(sign * years for years in range(1, 11) for sign in (-1, 1)))


def warn_of_jumps(
    keys: np.ndarray,
    years: np.ndarray,
    quantities: Quantities,
    good: np.ndarray,
    published: FigureLookup,
    review: RowReview,
) -> None:
    """Warn of rows that seem to be in another unit, and of others that leap.

    ``keys`` are from ``encode_keys``, of the years ``years``; only ``good`` rows are checked and compared with;
    ``published`` are the figures of the dataset.
    """
    before = index_figures(keys[good], quantities.value[good]).at(keys - 1)
    before = np.where(np.isnan(before), published.at(keys - 1), before)
    part = quantities.of_variable([is_part(entry.declared_unit) for entry in quantities.declared]).astype(bool)
    nearest, nearest_year = _find_nearest_year(keys, years, published, before, part)
    scale = np.where(good, _guess_unit_scales(quantities, nearest, part), 1.0)

    def tell(rows: np.ndarray, value: np.ndarray, year: np.ndarray) -> list[str]:
        amounts = quantities.amounts(rows, value[rows])
        return [f"{own:.0f}: {amount}" for own, amount in zip(year[rows], amounts, strict=True)]

    def readings(rows: np.ndarray) -> list[str]:
        pairs = zip(quantities.written(rows, scale), tell(rows, nearest, nearest_year), strict=True)
        return [f"{written} ({told})" for written, told in pairs]

    review.warn(FaultCode.UNIT_SUSPICIOUS, scale != 1, quantities.written, readings)
    leaps = good & (scale == 1) & _is_leap(quantities, before, years)
    review.warn(FaultCode.JUMP, leaps, quantities.amounts, lambda rows: tell(rows, before, years - 1))


def warn_of_fractions(quantities: Quantities, good: np.ndarray, review: RowReview) -> None:
    """Warn of figures in % that may be shares of one: 0.852 for 85.2 %. They are never converted automatically.

    A column whose figures all lie between 0 and 1 is reported once; in other columns, figures are reported whose
    hundredfold is near the others. Cells with a % sign are not checked.
    """
    percent = np.array([unit_factor(unit or "%", "%") == 1 for unit in quantities.units])[quantities.unit]
    percent &= quantities.of_variable([entry.declared_unit == "%" for entry in quantities.declared]).astype(bool)
    rows = np.flatnonzero(good & percent)
    value, signed = quantities.value[rows], quantities.unit[rows] == SIGNED
    shares = review.places.iloc[rows].assign(at=rows, value=value, signed=signed, small=(value <= 1) & ~signed)
    lone = np.zeros(len(good), dtype=bool)
    for (_, sheet, column), own in shares.groupby([quantities.variable[rows], "sheet", "column"], sort=False):
        small, others = own["value"][own["small"]], own["value"][~own["small"]]
        if others.empty and small.max() > 0:
            low, high = small.min(), small.max()
            meant = f"{_format_hundredfold(low)} – {_format_hundredfold(high)} %"
            fault = Fault(FaultCode.SHARE_OF_ONE, f"{low:.10g} – {high:.10g}", meant, str(sheet), 0, str(column))
            review.faults.add_one(replace(fault, severity=Severity.WARNING, count=len(small)))
        elif len(others) and len(small):
            near = (small > 0) & (small * 100 >= others.min() / SPREAD) & (small * 100 <= others.max() * SPREAD)
            lone[own["at"][own["small"]][near.to_numpy()]] = True
    review.warn(
        *(FaultCode.SHARE_OF_ONE, lone),
        quantities.written,
        lambda rows: [f"{_format_hundredfold(quantities.value[row])} %" for row in rows],
    )


def _format_hundredfold(value: float) -> str:
    return f"{value * 100:.10g}"


def _find_nearest_year(
    keys: np.ndarray, years: np.ndarray, published: FigureLookup, before: np.ndarray, part: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Find the published figure of the nearest year, else the one before: a file all in another unit has no leap."""
    value, year = np.full(len(keys), np.nan), years - 1
    for offset in NEAREST_YEARS:
        figures = published.at(keys + offset)
        fresh = np.isnan(value) & ~np.isnan(figures) & ~(part & (abs(offset) > PART_YEARS))
        value[fresh], year[fresh] = figures[fresh], years[fresh] + offset
    return np.where(np.isnan(value), before, value), year


def _guess_unit_scales(quantities: Quantities, reference: np.ndarray, part: np.ndarray) -> np.ndarray:
    """Guess how many times larger each row's unit is, so that it is near its reference; 1 where no factor fits."""
    scale = np.ones(len(reference))
    with np.errstate(divide="ignore", invalid="ignore"):
        wanted = reference / quantities.value
    for parts, scales in ((True, PART_SCALES), (False, AMOUNT_SCALES)):
        for factor in scales:
            near = (wanted > factor / NEAR[factor]) & (wanted < factor * NEAR[factor]) & (part == parts)
            scale[near] = factor
    rows = np.flatnonzero(scale != 1)
    named = _has_named_unit(quantities, rows, scale)
    scale[rows[~named]] = 1
    return scale


def _has_named_unit(quantities: Quantities, rows: np.ndarray, scale: np.ndarray) -> np.ndarray:
    """Whether a unit that much larger has a usual name."""
    cases = pd.DataFrame({"v": quantities.variable[rows], "u": quantities.unit[rows], "scale": scale[rows]})
    number = cases.groupby(["v", "u", "scale"], sort=False).ngroup().to_numpy()
    first = rows[np.unique(number, return_index=True)[1]] if len(rows) else rows
    named = [scaled_unit(quantities.unit_text(row), scale[row]) is not None for row in first]
    return np.array(named, dtype=bool)[number]


def _is_leap(quantities: Quantities, before: np.ndarray, years: np.ndarray) -> np.ndarray:
    """Mask of figures that leap by the rule at ``LEAP``; one after none or after 0 cannot."""
    value = quantities.value
    with np.errstate(divide="ignore", invalid="ignore"):
        change = np.abs(np.log(value / before))
    change = np.where(before > 0, change, np.nan)
    groups = pd.Series(change).groupby([quantities.variable, years], sort=False)
    usual = groups.transform("median").where(groups.transform("count") >= COMPARED, 0).to_numpy()
    counted = quantities.of_variable([isinstance(entry, Variable) for entry in quantities.declared]).astype(bool)
    few = counted & (value < FEW) & (before < FEW)
    leaps: np.ndarray = (change >= np.log(LEAP)) & (change > OUTSTANDING * usual) & ~few
    return leaps
