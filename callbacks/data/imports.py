"""An upload as the page 数据 shows it: what its columns are taken for, and what the check found."""

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd

from datasets.imports.forms.choices import FormContext
from datasets.imports.forms.forms import LAYOUTS
from datasets.imports.model import CheckResult, ColumnRole, ColumnUse, Severity
from datasets.imports.read.workbooks.xlsx_scan import column_letters
from datasets.imports.upload.import_order import ImportOrder, NewDataset
from datasets.imports.upload.uploads import Upload, Uploads
from datasets.kinds import ImportKind
from datasets.store.model import SHIPPED
from layouts.pages.data.imports import NEW, Columns, Start, Use
from layouts.pages.data.report import FaultRow, MatchReport
from layouts.words.messages import imports as import_words
from layouts.words.pages import data as words

_LISTED = 200  # faults of a code on the page; the file has all that were kept
_TABLES = (ImportKind.OBSERVATIONS, ImportKind.BENCHMARK)
_FIGURES = (
    ColumnRole.AREA_CODE,
    ColumnRole.AREA_NAME,
    ColumnRole.PARENT,
    ColumnRole.YEAR,
    ColumnRole.VARIABLE,
    ColumnRole.VALUE,
    ColumnRole.UNIT,
    ColumnRole.KIND,
)
_POINT = (
    ColumnRole.CODE,
    ColumnRole.NAME,
    ColumnRole.AREA_CODE,
    ColumnRole.AREA_NAME,
    ColumnRole.PARENT,
    ColumnRole.PLACE,
    ColumnRole.LONGITUDE,
    ColumnRole.LATITUDE,
    ColumnRole.COORDINATES,
)
_ABOUT = (ColumnRole.SOURCE, ColumnRole.NOTE)
_ROLES: dict[ImportKind, tuple[ColumnRole, ...]] = {
    ImportKind.OBSERVATIONS: (*_FIGURES, *_ABOUT),
    ImportKind.BENCHMARK: (*_FIGURES, *_ABOUT),
    ImportKind.FACILITIES: (
        *(
            *_POINT,
            ColumnRole.TYPE,
            ColumnRole.CAPACITY,
            ColumnRole.GRADE,
            ColumnRole.OPENED,
            ColumnRole.CLOSED,
            ColumnRole.APPROXIMATE,
            *_ABOUT,
        ),
    ),
    ImportKind.SETTLEMENTS: (*_POINT, ColumnRole.POPULATION, ColumnRole.APPROXIMATE, *_ABOUT),
    ImportKind.TOWNSHIPS: (ColumnRole.CODE, ColumnRole.NAME, ColumnRole.SOURCE),
    ImportKind.ROADS: (ColumnRole.CODE, ColumnRole.NAME, ColumnRole.ROAD_CLASS, ColumnRole.STATE, ColumnRole.SOURCE),
}


class ImportViews:
    """Uploads as the page shows them. ``new_id`` makes the id of a new dataset."""

    def __init__(self, uploads: Uploads, forms: Callable[[], FormContext], new_id: Callable[[], str]) -> None:
        self.uploads, self._forms, self._new_id = uploads, forms, new_id

    # Step 1.

    def start(self, dataset: str, kind: str) -> Start:
        """What can be imported, and into what."""
        datasets = {each.id: each.name for each in self.uploads.store.datasets()}
        return Start(
            kinds={str(each): _files(each) for each in ImportKind},
            datasets=datasets,
            dataset=dataset if dataset in datasets else next(iter(datasets), NEW),
            kind=kind if kind in set(ImportKind) else str(ImportKind.OBSERVATIONS),
            largest=self.uploads.limits.bytes,
        )

    # Step 2.

    def proposed(self, look: Upload, wishes: Mapping[str, Any]) -> ImportOrder:
        """An order for an upload nobody has looked at yet; ``wishes`` are kind, dataset and sheet, if known."""
        kind = _kind(look, wishes.get("kind"))
        sheet = wishes.get("sheet")
        known = sheet if sheet in look.facts.sheets else next(iter(look.facts.sheets), "")
        dataset = str(wishes.get("dataset") or self._new_id())
        proposed = self.uploads.propose_order(self.uploads.locate(look.id), kind, known, dataset)
        return ImportOrder(
            kind=kind,
            dataset=dataset,
            new_dataset=_new_dataset(wishes.get("new_dataset")),
            mapping=proposed.mapping,
            datum=proposed.datum,
        )

    def columns(self, look: Upload, order: ImportOrder) -> Columns:
        """The file with what its columns are taken for."""
        mapping, forms, facts = order.mapping, self._forms(), look.facts
        sheet = self.uploads.preview(self.uploads.locate(look.id), mapping.sheet if mapping else "")
        cells = sheet.cells
        names = [str(name) for name in cells.columns]
        letters = [column_letters(at + 1) for at in range(len(names))] if facts.sheets else names
        return Columns(
            upload=look.id,
            file=words.file_facts(facts.file_name, facts.size, facts.encoding),
            kind=order.kind,
            sheets=facts.sheets,
            sheet=sheet.name,
            letters=tuple(letters),
            rows=tuple((int(number), tuple(row)) for number, row in zip(cells.index, cells.to_numpy(), strict=True)),
            uses=tuple(map(_use, mapping.columns)) if mapping else (),
            roles=(ColumnRole.IGNORED, *_ROLES[order.kind]),
            variables=_variables(forms),
            units=_units(forms),
            facility_types={key: own.name for key, own in forms.facility_types.items()},
            header_rows=mapping.header_rows if mapping else (),
            first_row=mapping.first_row if mapping else 1,
            last_row=mapping.last_row if mapping else len(cells),
            order=_defaults(order),
        )

    # Step 3.

    def report(self, upload: str, order: ImportOrder, checked: CheckResult) -> MatchReport:
        """What a check found, in words."""
        report = checked.report
        faults = report.faults
        of_code = faults.groupby("code").cumcount() if len(faults) else pd.Series(dtype=int)
        listed = faults[of_code < _LISTED] if len(faults) else faults
        severities = dict(zip(faults["code"], faults["severity"], strict=True)) if len(faults) else {}
        errors = sum(count for code, count in report.counts.items() if severities.get(code) == Severity.ERROR)
        return MatchReport(
            upload=upload,
            rows=report.rows,
            good=report.good,
            errors=errors,
            warnings=sum(report.counts.values()) - errors,
            matched=report.matched,
            ignored={
                (import_words.IGNORED | words.OTHERWISE).get(reason, reason): count
                for reason, count in report.ignored.items()
            },
            assumed={import_words.ASSUMED.get(what, what): count for what, count in report.assumed.items()},
            codes={str(code): (import_words.FAULTS[code].problem, count) for code, count in report.counts.items()},
            faults=[_fault(row) for row in listed.itertuples()],
            good_only=order.good_only,
            replace=order.replace,
        )


def _files(kind: ImportKind) -> list[tuple[str, str]]:
    """The labels and addresses of the templates and the example of a kind."""
    templates = [(words.TEMPLATES[form], f"/data/templates/{kind}?layout={form}") for form in LAYOUTS[kind]]
    return [*templates, (words.EXAMPLE, f"/data/examples/{kind}")]


def _kind(look: Upload, wished: Any) -> ImportKind:
    """The kind that was chosen; where a map file cannot hold it, the one that was guessed."""
    if wished not in set(ImportKind) or (not look.facts.sheets and wished in _TABLES):
        return look.facts.kind
    return ImportKind(wished)


def _new_dataset(wished: Any) -> NewDataset | None:
    if not isinstance(wished, dict):
        return None
    base = wished.get("base")
    return NewDataset(str(wished.get("name", ""))[:40], "", base if base in SHIPPED else None)


def _use(use: ColumnUse) -> Use:
    return Use(use.role, use.variable, use.year, use.unit, use.area)


def _variables(forms: FormContext) -> tuple[tuple[str, dict[str, str]], ...]:
    counts = {key: forms.variable_labels[key] for key in forms.declared if key in forms.variables}
    indicators = {key: forms.variable_labels[key] for key in forms.declared if key not in forms.variables}
    return ((words.VARIABLE_GROUPS[0], counts), (words.VARIABLE_GROUPS[1], indicators))


def _units(forms: FormContext) -> tuple[str, ...]:
    """Every unit that a figure may be given in."""
    accepted = [unit for variable in forms.variables.values() for unit in variable.accepts or ()]
    return tuple(dict.fromkeys([*(entry.unit for entry in forms.declared.values()), *accepted]))


def _defaults(order: ImportOrder) -> dict[str, Any]:
    mapping = order.mapping
    own = (
        {name: getattr(mapping, name) for name in ("variable", "year", "unit", "kind", "source", "facility_type")}
        if mapping
        else {}
    )
    told = {"datum": str(order.datum), "note": order.note, "remember_as": order.remember_as}
    return own | told | {"source": order.source or own.get("source", "")}


def _fault(row: Any) -> FaultRow:
    told = import_words.FAULTS[row.code]
    return FaultRow(
        severity=row.severity,
        code=row.code,
        position=import_words.fault_place(row.sheet, int(row.row), row.column, int(row.count)),
        sentence=import_words.problem_text(row.code, row.found),
        found=import_words.shown_text(row.code, row.found),
        remedy=words.remedy_text(told.remedy, told.allowed, import_words.shown_text(row.code, row.allowed)),
        count=int(row.count),
    )


def report_rows(checked: CheckResult) -> list[list[str]]:
    """Every listed fault as a row of a file."""
    faults = [_fault(row) for row in checked.report.faults.itertuples()]
    return [[words.SEVERITIES[each.severity], each.position, each.sentence, each.found, each.remedy] for each in faults]
