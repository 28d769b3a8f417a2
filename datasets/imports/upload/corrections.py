"""Figures that are corrected on the page, written as a file: it is checked and kept as every import is."""

from collections.abc import Sequence

import pandas as pd
from typing_extensions import TypedDict

from datasets.imports.forms.choices import FormContext
from datasets.imports.forms.exports import ExportForm, export_file
from datasets.imports.forms.form_files import ServedFile
from datasets.kinds import KEYS, ImportKind

_KEYS = KEYS[ImportKind.OBSERVATIONS]


class Correction(TypedDict):
    """The text that is to stand in place of a figure."""

    variable: str
    area_code: str
    year: int
    value: str


class NoSuchFigureError(LookupError):
    """A figure that the published version does not have (any more)."""


def write_corrections(
    rows: pd.DataFrame, corrections: Sequence[Correction], context: FormContext, name: str
) -> ServedFile:
    """The rows of ``STORED`` that are corrected, with their new values as they were typed. Raises NoSuchFigureError."""
    typed = pd.DataFrame(list(corrections), columns=[*_KEYS, "value"]).astype({"year": int})
    known = rows.astype({key: str for key in _KEYS if key != "year"})
    found = known.drop(columns="value").merge(typed, on=_KEYS, how="inner")
    if len(found) != len(typed) or typed.empty:
        raise NoSuchFigureError
    return export_file(found[list(rows.columns)], ImportKind.OBSERVATIONS, context, name, ExportForm.CSV)
