"""Read the variable, unit and value of figures: every value becomes a number in the unit of its variable."""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache, partial

import numpy as np
import pandas as pd

from datasets.files.decimals import multiply_exactly
from datasets.imports.cells.cell_values import match_key, parse_numbers
from datasets.imports.cells.fault_collector import RowReview
from datasets.imports.cells.units import is_part, scaled_unit, unit_factor
from datasets.imports.check.context import Definition, FigureContext, index_names
from datasets.imports.model import FaultCode
from datasets.kinds import ImportKind
from indicators.definition import Variable
from locales import say
from locales.data import list_translations, translate

YES_NO = "是/否"
_YES_NO_TEXTS = {"是": 1.0, "有": 1.0, "√": 1.0, "yes": 1.0, "否": 0.0, "无": 0.0, "×": 0.0, "no": 0.0}
_UNKNOWN = -1
SIGNED = 1  # the position, among the units, of a % in the cell itself


@dataclass(frozen=True)
class Quantities:
    """The quantities of a table, one a row.

    ``variable`` is the position in ``ids`` and ``declared``, -1 where unknown; ``value`` is in the quantity's own unit,
    NaN where there is none; ``unit`` is the position in ``units`` of the unit that the row names; ``factor`` leads from
    that unit to the own one. ``units_assumed`` counts the rows that name none.
    """

    ids: list[str]
    declared: list[Definition]
    variable: np.ndarray
    value: np.ndarray
    unit: np.ndarray
    units: list[str]
    factor: np.ndarray
    units_assumed: int

    def of_variable(self, column: list[float] | list[bool]) -> np.ndarray:
        """Spread a property of the quantities to the rows; rows of an unknown quantity get that of the last one."""
        return np.asarray(column)[self.variable] if column else np.zeros(len(self.variable))

    def amounts(self, rows: np.ndarray, values: np.ndarray | None = None) -> list[str]:
        """Format the values of rows, or others, with the quantity's own unit."""
        shown = self.value[rows] if values is None else values
        return [
            f"{value:.10g} {self.declared[entry].unit}" for value, entry in zip(shown, self.variable[rows], strict=True)
        ]

    def written(self, rows: np.ndarray, scale: np.ndarray | None = None) -> list[str]:
        """Format the values of rows in the units in which they were read, or in ones ``scale`` times as large."""
        named = [self.unit_text(row) for row in rows]
        if scale is not None:
            named = [scaled_unit(unit, scale[row]) or unit for unit, row in zip(named, rows, strict=True)]
        texts = zip(rows, map(translate, named), strict=True)
        return [f"{self.value[row] / self.factor[row]:.10g} {unit}" for row, unit in texts]

    def unit_text(self, row: int) -> str:
        """The unit in which a row was read."""
        named: str = self.units[self.unit[row]].strip()
        return named or self.declared[self.variable[row]].declared_unit


def read_quantities(figures: pd.DataFrame, context: FigureContext, kind: ImportKind, review: RowReview) -> Quantities:
    """Read the columns ``variable, unit, value`` of candidates of a kind; faults are reported to ``review``."""
    declared = context.declared(kind)
    ids, entries = list(declared), list(declared.values())
    names = index_names(declared)
    number = {key: position for position, key in enumerate(ids)}
    text_of, texts = pd.factorize(figures["variable"])
    parsed = [_match_variable(str(text), names, declared, context.variables_meant) for text in texts]
    suggestions = cache(partial(_suggest_variables, names=names, declared=declared))
    variable = _spread_to_rows([number.get(key, _UNKNOWN) for key, _ in parsed], text_of)
    known = variable != _UNKNOWN
    review.refuse(
        FaultCode.VARIABLE_UNKNOWN,
        ~known,
        figures["variable"],
        lambda rows: [suggestions(text) for text in figures["variable"].iloc[rows]],
    )
    fixed = np.array([isinstance(entry, Variable) and entry.fixed for entry in entries] or [False])
    review.refuse(FaultCode.VARIABLE_FIXED, known & fixed[variable], figures["variable"])
    numbers = parse_numbers(figures["value"])
    unit, units = _read_units(figures["unit"], numbers, [unit for _, unit in parsed], text_of)
    factor = _find_factors(variable, unit, units, entries)
    for text, meant in context.units_meant.items():
        unfit = known & np.isnan(factor) & np.isin(unit, [at for at, each in enumerate(units) if each.strip() == text])
        units = [*units, meant]
        unit = np.where(unfit, len(units) - 1, unit)
        factor = _find_factors(variable, unit, units, entries)
    named = np.array([bool(text) for text in units] or [False])[unit] if len(unit) else np.zeros(0, bool)
    review.refuse(
        FaultCode.UNIT_UNKNOWN,
        known & np.isnan(factor),
        lambda rows: [units[unit[row]] for row in rows],
        lambda rows: [_list_units(entries[variable[row]]) for row in rows],
    )
    value = _read_values(figures, numbers, variable, entries, review)
    quantities = Quantities(
        ids, entries, variable, multiply_exactly(value, factor), unit, units, factor, int((known & ~named).sum())
    )
    _check_range(quantities, review)
    return quantities


def _spread_to_rows(of_text: list[int], text_of: np.ndarray) -> np.ndarray:
    spread: np.ndarray = np.array(of_text or [_UNKNOWN])[text_of]
    return spread


def _match_variable(
    text: str, names: Mapping[str, str], declared: Mapping[str, Definition], meant: Mapping[str, str]
) -> tuple[str, str]:
    """Find the id that a text means ("" if none), and the unit in its brackets; ``meant`` are ids by text."""
    key = match_key(text)
    if text in meant and meant[text] in declared:
        bracket = key.removesuffix(")").partition("(")[2]
        is_unit = any(_find_factor(bracket, entry) is not None for entry in declared.values())
        return meant[text], bracket if is_unit else ""
    if key in names:
        return names[key], ""
    name, _, bracket = key.removesuffix(")").partition("(")
    found = names.get(name, "")
    fits = bool(found) and _find_factor(bracket, declared[found]) is not None
    return (found, bracket) if fits else ("", "")


def _suggest_variables(text: str, names: Mapping[str, str], declared: Mapping[str, Definition]) -> str:
    key = match_key(text)[:60].split("(")[0]
    close = get_close_matches(key, names, n=5, cutoff=0.6) + [name for name in names if len(key) > 1 and key in name]
    return say("list-names").join(list(dict.fromkeys(declared[names[name]].name for name in close))[:3])


def _read_units(
    column: pd.Series, numbers: pd.DataFrame, brackets: list[str], text_of: np.ndarray
) -> tuple[np.ndarray, list[str]]:
    """Find the position of each row's unit: % in the cell, else the unit column, else the bracket of the name."""
    own, texts = pd.factorize(column)
    bracketed, bracket_units = pd.factorize(np.array([*brackets, ""], dtype=object))
    units = ["", "%", *map(str, texts), *map(str, bracket_units)]
    blank = np.array([not str(text).strip() for text in texts] or [True])[own]
    chosen = np.where(blank, bracketed[text_of] + 2 + len(texts), own + 2)
    return np.where(numbers["percent"].to_numpy(), SIGNED, chosen), units


def _find_factors(variable: np.ndarray, unit: np.ndarray, units: list[str], entries: list[Definition]) -> np.ndarray:
    """Find the factor of each row's number: NaN where the unit does not fit, 1 where no unit is named."""
    distinct, pair = np.unique(variable.astype(np.int64) * len(units) + unit, return_inverse=True)
    variables, positions = np.divmod(distinct, len(units))
    factors = [
        _find_factor(units[position], entries[one]) if one != _UNKNOWN else None
        for one, position in zip(variables, positions, strict=True)
    ]
    return np.array([np.nan if factor is None else factor for factor in factors] or [np.nan])[pair]


def _find_factor(unit: str, entry: Definition) -> float | None:
    if not unit.strip():
        return 1.0
    accepted = {entry.declared_unit: 1.0} | ((entry.accepts or {}) if isinstance(entry, Variable) else {})
    by_text = {text: factor for name, factor in accepted.items() for text in list_translations(name)}
    return unit_factor(unit, entry.declared_unit, by_text)


def _list_units(entry: Definition) -> str:
    accepted = entry.accepts if isinstance(entry, Variable) else None
    return say("list-names").join([entry.unit, *map(translate, accepted or {})])


def _read_values(
    figures: pd.DataFrame, numbers: pd.DataFrame, variable: np.ndarray, entries: list[Definition], review: RowReview
) -> np.ndarray:
    """Read the numbers as written; 是 and 否 are 1 and 0 for quantities of yes or no."""
    column = figures["value"]
    value = numbers["value"].to_numpy(copy=True)
    either = np.array([entry.declared_unit == YES_NO for entry in entries] or [False])[variable] & (
        variable != _UNKNOWN
    )
    if either.any():
        words = column[either].str.strip().str.lower().map(_YES_NO_TEXTS).to_numpy(dtype=float)
        value[either] = np.where(np.isnan(words), value[either], words)
    not_finite = numbers["not_finite"].to_numpy()
    review.refuse(FaultCode.NOT_FINITE, not_finite, column)
    unreadable = np.isnan(value) & ~not_finite & ~figures["formula"].to_numpy(dtype=bool)  # those have their own fault
    review.refuse(FaultCode.NOT_A_NUMBER, unreadable, column)
    return value


def _check_range(quantities: Quantities, review: RowReview) -> None:
    value = quantities.value
    lowest = quantities.of_variable([entry.minimum for entry in quantities.declared])
    highest = quantities.of_variable([entry.maximum for entry in quantities.declared])
    known = quantities.variable != _UNKNOWN
    outside = known & ((value < lowest) | (value > highest) | np.isinf(value))
    review.refuse(
        FaultCode.OUT_OF_RANGE,
        outside,
        quantities.amounts,
        lambda rows: [range_text(quantities.declared[quantities.variable[row]]) for row in rows],
    )
    parts = np.array([is_part(unit) for unit in quantities.units] or [False])[quantities.unit]
    unsaid = np.array([not unit.strip() for unit in quantities.units])[quantities.unit]
    part = parts | (unsaid & quantities.of_variable([is_part(entry.declared_unit) for entry in quantities.declared]))
    fits = outside & part.astype(bool) & (value * 0.1 >= lowest) & (value * 0.1 <= highest)
    scale = np.full(len(value), 0.1)
    review.warn(FaultCode.UNIT_SUSPICIOUS, fits, quantities.written, lambda rows: quantities.written(rows, scale))


def range_text(entry: Definition) -> str:
    """Format the range of a quantity with its unit."""
    if np.isinf(entry.maximum):
        return f"≥ {entry.minimum:.10g} {entry.unit}"
    return f"{entry.minimum:.10g} – {entry.maximum:.10g} {entry.unit}"
