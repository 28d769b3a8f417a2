"""The way of a file into the program, as the page and the command line go it, for tests of templates and exports."""

import tempfile
from pathlib import Path
from typing import Any

import pandas as pd

from datasets.city.city import City
from datasets.imports.cells.area_index import AreaIndex, build_area_index
from datasets.imports.cells.known_terms import KnownTerms
from datasets.imports.check.context import FigureContext
from datasets.imports.check.observations import check_observations
from datasets.imports.check_places.places import PlaceContext
from datasets.imports.check_places.points import check_points
from datasets.imports.columns.column_mapping import FIGURES, check_mapping, propose_sheet_mapping
from datasets.imports.columns.extract_rows import extract_figures, extract_records
from datasets.imports.forms.choices import FormContext
from datasets.imports.forms.form_files import ServedFile
from datasets.imports.model import CheckResult, FileContent, Limits
from datasets.imports.read.read_upload import read_upload
from datasets.kinds import KEYS, STORED, ImportKind
from datasets.shipped.load import Foundation
from geodata.datums import Datum
from indicators.definition import Variable

_DTYPES: dict[str, Any] = {"year": "int64", "value": float, "capacity": float, "population": float, "longitude": float}
_DTYPES |= {"latitude": float, "opened": "Int64", "closed": "Int64", "approximate": bool, "geometry": object}


def shipped_context(foundation: Foundation, city: City) -> FormContext:
    """What forms of the shipped city are made for."""
    types, classes = foundation.facility_types, foundation.road_classes
    return FormContext(city.geography, foundation.variables, foundation.indicators, types, classes)


def shipped_areas(foundation: Foundation) -> AreaIndex:
    """The areas of the shipped region."""
    return build_area_index(foundation.geography.region, foundation.townships, foundation.codes)


def areas_of(forms: FormContext) -> AreaIndex:
    """The areas of a world that has no other codes than those in force and the former ones."""
    geography = forms.geography
    former = {old.adcode: county.adcode for county in geography.region.counties for old in county.former}
    codes = former | {code: code for code in forms.area_labels}
    return build_area_index(geography.region, geography.townships, codes)


def read(file: ServedFile) -> FileContent:
    """A file as it is read when it is handed in."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / file.name
        path.write_bytes(file.content)
        return read_upload(file.name, path, Limits())


def imported(file: ServedFile, kind: ImportKind, forms: FormContext, areas: AreaIndex) -> CheckResult:
    """What comes of a table that nobody corrects anything of: its first sheet, its columns as they are guessed."""
    sheet = read(file).sheets[0]
    mapping = propose_sheet_mapping(sheet, kind, _vocabulary(forms))
    assert not check_mapping(mapping, kind)
    if kind in FIGURES:
        return check_observations(
            extract_figures(sheet, mapping), FigureContext(areas, forms.variables, forms.indicators), kind
        )
    places = PlaceContext(forms.geography, areas, forms.facility_types)
    return check_points(extract_records(sheet, mapping), kind, Datum.WGS84, places)


def errors(checked: CheckResult) -> list[tuple[str, int, str]]:
    """The errors of a report: code, row, what was found."""
    faults = checked.report.faults
    listed = faults[faults["severity"] == "error"] if len(faults) else faults.reindex(columns=["code", "row", "found"])
    return list(listed[["code", "row", "found"]].itertuples(index=False, name=None))


def in_order(rows: pd.DataFrame, kind: ImportKind) -> pd.DataFrame:
    """Rows of a kind in the order of their keys and in one dtype a column, to be compared exactly."""
    plain = rows[STORED[kind]].astype(object)
    typed = plain.astype({column: _DTYPES.get(str(column), "str") for column in plain})
    return typed.sort_values(KEYS[kind]).reset_index(drop=True)


def _vocabulary(forms: FormContext) -> KnownTerms:
    accepted = [list(own.accepts or {}) for own in forms.declared.values() if isinstance(own, Variable)]
    units = {own.unit for own in forms.declared.values()}.union(*accepted)
    names = {key: (own.name,) for key, own in forms.declared.items()}
    return KnownTerms(names, frozenset(units), frozenset(forms.area_labels.values()))
