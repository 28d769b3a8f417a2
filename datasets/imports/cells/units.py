"""Convert the units that offices write to the units in which quantities are stored."""

from datasets.files.decimals import divide_exactly
from datasets.imports.cells.cell_values import compact
from datasets.imports.cells.office_terms import TERMS

_NAMED_MULTIPLES = {1.0: "", 1e4: "万", 1e8: "亿"}
_NAMED_PARTS = {1e-2: "%", 1e-3: "‰", 1.0: "×100%"}  # 0.85 for 85 %: a share of one


def unit_factor(unit: str, wanted: str, accepts: dict[str, float] | None = None) -> float | None:
    """The factor from ``unit`` to ``wanted``; None where the two do not measure the same.

    ``accepts`` are the factors that the quantity declares. Beyond them a unit may be a multiple of the same base (万元
    for 元) or another part of one (‰ for %).
    """
    declared = {_normalize_unit(name): factor for name, factor in (accepts or {}).items()}
    if _normalize_unit(unit) in declared:
        return declared[_normalize_unit(unit)]
    (base, size), (wanted_base, wanted_size) = _split_unit(unit), _split_unit(wanted)
    return divide_exactly(size, wanted_size) if base == wanted_base else None


def is_part(unit: str) -> bool:
    """Whether the unit is a part of one, such as % and ‰."""
    return _normalize_unit(unit) in TERMS.parts


def scaled_unit(unit: str, factor: float) -> str | None:
    """The unit that is ``factor`` times as large (人 and 10000: 万人), None where it has no usual name."""
    base, size = _split_unit(unit)
    if is_part(unit):
        return next((name for part, name in _NAMED_PARTS.items() if abs(size * factor / part - 1) < 1e-6), None)
    spelled = unit.strip()[len(_find_multiple(_normalize_unit(unit))) :]
    named = (name for multiple, name in _NAMED_MULTIPLES.items() if abs(size * factor / multiple - 1) < 1e-6)
    return next((name + spelled for name in named if base), None)


def _split_unit(unit: str) -> tuple[str, float]:
    """Split a unit into its base and its multiple of it."""
    key = _normalize_unit(unit)
    if key in TERMS.parts:
        return "", TERMS.parts[key]
    multiple = _find_multiple(key)
    base = key[len(multiple) :]
    return TERMS.spellings.get(base, base), TERMS.multiples.get(multiple, 1.0)


def _find_multiple(key: str) -> str:
    return next((name for name in TERMS.multiples if key.startswith(name) and len(key) > len(name)), "")


def _normalize_unit(unit: str) -> str:
    key = compact(unit).casefold()
    return TERMS.spellings.get(key, key)
