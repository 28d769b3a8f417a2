"""Group the faults of a report by their cause, and say what answer of the user would mend all of a group."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from datasets.imports.forms.choices import FormContext
from datasets.imports.model import ColumnRole, Fault, FaultCode, MatchReport, Severity
from datasets.imports.upload.import_order import ImportOrder
from indicators.definition import ValueKind

SHARE_OF_ONE = "×100%"  # the unit of 0.85 for 85 %
_LIKELY = 4  # answers that are offered first
_TERMS = "、"  # between what is allowed, as the checks join it


class MendKind(StrEnum):
    """How the faults of a group can be mended at once."""

    CHOOSE = "choose"  # one of what the file may say there
    FILL = "fill"  # a text that the user writes
    DATUM = "datum"  # the coordinates are read as another datum
    SWAP = "swap"  # longitude and latitude change places
    SHARE = "share"  # the figures of a column are shares of one, not per cent


@dataclass(frozen=True)
class Mend:
    """What would mend a group: a text of ``role`` taken for another, of which some are ``likely``."""

    kind: MendKind
    role: ColumnRole = ColumnRole.IGNORED
    likely: tuple[str, ...] = ()


@dataclass(frozen=True)
class Cause:
    """Faults of one cause: ``fault`` is the first of them, ``count`` how many there are."""

    fault: Fault
    count: int
    mend: Mend | None = None


def group_faults(report: MatchReport, order: ImportOrder, forms: FormContext) -> list[Cause]:
    """The causes of a report, errors first, then the frequent ones; what can be mended is apart by its text."""
    grouped: dict[tuple[str, ...], Cause] = {}
    for fault in report.list_faults():
        mend = _find_mend(fault, order, forms)
        key = (fault.code, fault.severity, *((fault.found, fault.allowed) if mend else ()))
        if mend and mend.kind is MendKind.SHARE:
            key = (*key, fault.column)
        known = grouped.get(key)
        grouped[key] = Cause(known.fault, known.count + fault.count, mend) if known else Cause(fault, fault.count, mend)
    alone = [key for key, cause in grouped.items() if cause.mend is None]
    for key in alone:  # of a code that cannot be mended all are counted, not only those that are listed
        code = FaultCode(key[0])
        if len([other for other in grouped if other[0] == code]) == 1:
            grouped[key] = replace(grouped[key], count=report.counts[code])
    return sorted(grouped.values(), key=lambda cause: (cause.fault.severity is not Severity.ERROR, -cause.count))


def _find_mend(fault: Fault, order: ImportOrder, forms: FormContext) -> Mend | None:
    find = _MENDS.get(fault.code)
    return find(fault, order, forms) if find else None


def _choose_area(fault: Fault, _order: ImportOrder, _forms: FormContext) -> Mend | None:
    """The codes stand at the end of what is allowed: 清新区 441803."""
    codes = [text.rpartition(" ")[2] for text in fault.allowed.split(_TERMS)]
    return _choose(ColumnRole.AREA_NAME, codes) if fault.found.strip() else None


def _choose_variable(fault: Fault, order: ImportOrder, forms: FormContext) -> Mend | None:
    fillable = forms.fillable(order.kind)
    likely = [key for text in fault.allowed.split(_TERMS) for key, entry in fillable.items() if entry.name == text]
    return _choose(ColumnRole.VARIABLE, likely) if fault.found.strip() else None


def _choose_unit(fault: Fault, _order: ImportOrder, _forms: FormContext) -> Mend | None:
    return _choose(ColumnRole.UNIT, fault.allowed.split(_TERMS))


def _choose_kind(_fault: Fault, _order: ImportOrder, _forms: FormContext) -> Mend:
    return _choose(ColumnRole.KIND, [kind for kind in ValueKind if kind is not ValueKind.DEMONSTRATION])


def _choose_type(_fault: Fault, _order: ImportOrder, _forms: FormContext) -> Mend:
    return _choose(ColumnRole.TYPE, ())


def _choose(role: ColumnRole, likely: Sequence[str]) -> Mend:
    return Mend(MendKind.CHOOSE, role, tuple(str(each) for each in dict.fromkeys(likely) if each)[:_LIKELY])


def _fill_source(_fault: Fault, _order: ImportOrder, _forms: FormContext) -> Mend:
    return Mend(MendKind.FILL, ColumnRole.SOURCE)


def _fill_year(fault: Fault, _order: ImportOrder, _forms: FormContext) -> Mend | None:
    return None if fault.found.strip() else Mend(MendKind.FILL, ColumnRole.YEAR)


def _take_datum(fault: Fault, _order: ImportOrder, _forms: FormContext) -> Mend:
    stated = fault.found if fault.code is FaultCode.DATUM_DOUBTFUL else fault.allowed
    return Mend(MendKind.DATUM, likely=tuple(stated.split(_TERMS)))


def _swap_coordinates(_fault: Fault, order: ImportOrder, _forms: FormContext) -> Mend | None:
    roles = [use.role for use in order.mapping.columns] if order.mapping else []
    both = roles.count(ColumnRole.LONGITUDE) == roles.count(ColumnRole.LATITUDE) == 1
    return Mend(MendKind.SWAP) if both else None


def _take_share(fault: Fault, order: ImportOrder, _forms: FormContext) -> Mend | None:
    """Only a column that is wholly so, and whose unit no column says."""
    said = order.mapping is None or any(use.role is ColumnRole.UNIT for use in order.mapping.columns)
    return None if said or fault.row else Mend(MendKind.SHARE, likely=(SHARE_OF_ONE,))


_MENDS: Mapping[FaultCode, Callable[[Fault, ImportOrder, FormContext], Mend | None]] = {
    **dict.fromkeys((FaultCode.AREA_UNKNOWN, FaultCode.AREA_AMBIGUOUS, FaultCode.AREA_DISAGREES), _choose_area),
    FaultCode.VARIABLE_UNKNOWN: _choose_variable,
    FaultCode.UNIT_UNKNOWN: _choose_unit,
    FaultCode.KIND_UNKNOWN: _choose_kind,
    FaultCode.TYPE_UNKNOWN: _choose_type,
    FaultCode.SOURCE_MISSING: _fill_source,
    FaultCode.NOT_A_YEAR: _fill_year,
    **dict.fromkeys((FaultCode.DATUM_DOUBTFUL, FaultCode.DATUM_DIFFERS), _take_datum),
    FaultCode.POINT_SWAPPED: _swap_coordinates,
    FaultCode.SHARE_OF_ONE: _take_share,
}
