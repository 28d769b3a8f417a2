"""The causes of the faults of a file, each with what mends all of it, as the browser paints them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from datasets.imports.forms.choices import FormContext
from datasets.imports.model import ColumnRole
from datasets.imports.upload.causes import Cause, Mend, MendKind
from datasets.imports.upload.import_order import ImportOrder, Reading
from indicators.definition import ValueKind
from layouts.words.common import kind_names
from layouts.words.messages import imports as fault_words
from locales import DEFAULT, say, say_all, speaking

LISTED = 40  # causes on the page; the list of faults has all


def describe_causes(causes: Sequence[Cause], order: ImportOrder, forms: FormContext) -> dict[str, Any]:
    """The groups, what can be chosen in them by role, and what was answered already."""
    roles = {cause.mend.role for cause in causes if cause.mend and cause.mend.kind is MendKind.CHOOSE}
    names = {role: _list_meanings(role, order, forms) for role in roles}
    mended = sum(cause.mend is not None for cause in causes)
    return {
        "counted": say("imports-causes-counted", count=len(causes), mended=mended),
        "words": say_all("imports-cause-words-"),
        "causes": [_describe_cause(cause, names) for cause in causes[:LISTED]],
        "lists": {role: list(names[role].items()) for role in roles if names[role]},
        "readings": list_readings(order, forms),
        **_describe_certain(causes, order, forms),
    }


def _describe_certain(causes: Sequence[Cause], order: ImportOrder, forms: FormContext) -> dict[str, Any]:
    """Texts that hold the whole name of their only likely meaning, as it is declared: one answer for all of them."""
    found = [
        (cause.mend.role, cause.fault.found.strip(), cause.mend.likely[0])
        for cause in causes
        if cause.mend and cause.mend.kind is MendKind.CHOOSE and len(cause.mend.likely) == 1
    ]
    with speaking(DEFAULT):
        declared = {role: _list_meanings(role, order, replace(forms)) for role in {role for role, _, _ in found}}
    certain = [
        {"role": role, "found": text, "meant": meant}
        for role, text, meant in found
        if (name := declared[role].get(meant)) and name in text
    ]
    return {"certain": certain, "certain_text": say("imports-causes-certain", count=len(certain))}


def list_readings(order: ImportOrder, forms: FormContext) -> list[str]:
    """What the user said of texts of a file, a sentence each."""
    return [_reading_text(reading, _list_meanings(reading.role, order, forms)) for reading in order.readings]


def _list_meanings(role: ColumnRole, order: ImportOrder, forms: FormContext) -> Mapping[str, str]:
    """What a text of a role can mean, in words; nothing for a role whose texts are words themselves."""
    match role:
        case ColumnRole.AREA_NAME:
            return forms.area_labels
        case ColumnRole.VARIABLE:
            return {key: forms.variable_labels[key] for key in forms.fillable(order.kind)}
        case ColumnRole.TYPE:
            return {key: own.name for key, own in forms.facility_types.items()}
        case ColumnRole.KIND:
            names = kind_names()
            return {kind: names[kind] for kind in ValueKind if kind is not ValueKind.DEMONSTRATION}
        case _:
            return {}


def _describe_cause(cause: Cause, names: Mapping[ColumnRole, Mapping[str, str]]) -> dict[str, Any]:
    fault = cause.fault
    severity, _, problem, found, _ = fault_words.fault_cells(fault)
    same = cause.mend is not None  # else what was found differs from row to row
    return {
        "severity": fault.severity,
        "severity_name": severity,
        "problem": problem,
        "found": found if same else "",
        "count": say("imports-cause-count", count=cause.count),
        "advice": "" if same else say("faults-remedy", fault=fault.code),
        "code": fault.code,
        "mend": _describe_mend(cause.mend, fault.found, fault.column, names) if cause.mend else None,
    }


def _describe_mend(
    mend: Mend, found: str, column: str, names: Mapping[ColumnRole, Mapping[str, str]]
) -> dict[str, Any]:
    labels = names.get(mend.role, {})
    return {
        "kind": mend.kind,
        "role": mend.role,
        "found": found.strip(),
        "column": column.partition(" ")[0],
        "likely": [(value, _mend_text(mend, value, labels)) for value in mend.likely] or _only_answer(mend),
        "label": say("imports-roles", role=mend.role) if mend.kind is MendKind.FILL else "",
    }


def _mend_text(mend: Mend, value: str, labels: Mapping[str, str]) -> str:
    if mend.kind is MendKind.SHARE:
        return say("imports-mend-share")
    meant = say("imports-datum-name", datum=value) if mend.kind is MendKind.DATUM else labels.get(value, value)
    return say("imports-mend", meant=meant)


def _only_answer(mend: Mend) -> list[tuple[str, str]]:
    return [("", say("imports-mend-swap"))] if mend.kind is MendKind.SWAP else []


def _reading_text(reading: Reading, names: Mapping[str, str]) -> str:
    meant = names.get(reading.meant, reading.meant)
    if reading.found:
        return say("imports-reading", found=reading.found, meant=meant)
    return say("imports-reading-unsaid", role=reading.role, meant=meant)
