"""What is wrong with a file and what to do about it, in sentences; plain text, never markup."""

import re
from collections.abc import Callable

from datasets.imports.model import Fault, FaultCode
from layouts.words.common import kind_names
from layouts.words.pages.data.imports import size_text
from locales import say

_LETTER = re.compile(r"^([A-Z]{1,3})(?: (.*))?$", re.DOTALL)
_SHAPES = re.compile(r"GeometryCollection|(?:Multi)?(?:Point|LineString|Polygon)|LinearRing")
_BETWEEN = re.compile(r"、|, ")  # terms, as the checks of a file join them


def fault_sentence(fault: Fault) -> str:
    """Where, what is wrong, and what to do."""
    where = fault_place(fault.sheet, fault.row, fault.column, fault.count)
    text = fault_text(fault.code, fault.found, fault.allowed)
    return say("faults-at", place=where, text=text) if where else text


def fault_cells(fault: Fault) -> tuple[str, str, str, str, str]:
    """A fault in the columns of a report: how grave, where, what is wrong, what the file has, what to do."""
    return (
        say("imports-severity", severity=fault.severity),
        fault_place(fault.sheet, fault.row, fault.column, fault.count),
        problem_text(fault.code, fault.found),
        shown_text(fault.code, fault.found),
        say("faults-advice", fault=fault.code, allowed=shown_text(fault.code, fault.allowed) or "nothing"),
    )


def fault_place(sheet: str, row: int, column: str, count: int = 1) -> str:
    """Where a fault is, as a spreadsheet names it; "" for the file as a whole."""
    lettered = _LETTER.match(column)
    parts = (
        say("faults-quoted", text=sheet) if sheet else "",
        say("faults-row", row=row) if row else "",
        _name_column(lettered[1], lettered[2]) if lettered else say("faults-quoted", text=column) if column else "",
        say("faults-places", places=f"{count:,}") if count > 1 else "",
    )
    return " ".join(part for part in parts if part)


def _name_column(letter: str, heading: str | None) -> str:
    return (
        say("faults-headed-column", column=letter, heading=heading) if heading else say("faults-column", column=letter)
    )


def fault_text(code: FaultCode, found: str, allowed: str) -> str:
    """What is wrong and what to do, without the place."""
    advice = say("faults-hint", fault=code, allowed=shown_text(code, allowed) if allowed else "nothing")
    if found:
        return say("faults-found", fault=code, found=shown_text(code, found), advice=advice)
    return say("faults-unfound", problem=problem_text(code, found), advice=advice)


def problem_text(code: FaultCode, found: str) -> str:
    """What is wrong; where the file says nothing, that it says nothing."""
    return say("faults-problem", fault=code) if found.strip() else say("faults-unsaid", fault=code)


def shown_text(code: FaultCode, text: str) -> str:
    """What the file has or may have: sizes in a unit that suits them, and names of the program's own in words."""
    return _SHOWN[code](text) if code in _SHOWN else text


def _size_text(text: str) -> str:
    return size_text(int(text)) if text.isdigit() else text


def _shape_names(text: str) -> str:
    return _SHAPES.sub(lambda found: say("faults-shape", shape=found[0]), text)


def _type_name(name: str) -> str:
    """A type of file as people call it; an archive by what is in it."""
    kind, _, inside = name.partition(": ")
    if inside:
        return say("faults-archive", kind=kind, name=kind.upper(), inside=inside)
    return say("faults-file-type", type=name, name=name.upper())


def _translate_terms(translate: Callable[[str], str]) -> Callable[[str], str]:
    return lambda text: say("list-names").join(map(translate, _BETWEEN.split(text)))


_role_names = _translate_terms(lambda role: say("imports-roles", role=role))
_datum_names = _translate_terms(lambda datum: say("imports-datum-name", datum=datum))
_SHOWN: dict[str, Callable[[str], str]] = {
    **dict.fromkeys(("too_large", "expands_too_much", "too_much_memory"), _size_text),
    "too_slow": lambda text: say("faults-seconds", seconds=text),
    **dict.fromkeys(("column_missing", "column_twice"), _role_names),
    "wrong_geometry": _shape_names,
    "unknown_type": _translate_terms(_type_name),
    **dict.fromkeys(("datum_doubtful", "datum_stated", "datum_differs"), _datum_names),
    "kind_unknown": _translate_terms(lambda text: kind_names().get(text, text)),
}
