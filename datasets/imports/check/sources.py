"""Read the kind and the source of figures, from the row or from the import order."""

import numpy as np
import pandas as pd

from datasets.imports.cells.cell_values import match_key, tidy
from datasets.imports.cells.fault_collector import RowReview
from datasets.imports.check.context import KIND_TEXTS
from datasets.imports.model import FaultCode
from indicators.definition import ValueKind
from locales import say


def read_kinds(column: pd.Series, default: ValueKind, review: RowReview) -> tuple[pd.Series, int]:
    """Read the kinds (text, categorical); count the rows without one, which get ``default``, never DEMONSTRATION."""
    text_of, texts = pd.factorize(column)
    keys = [match_key(str(text)) for text in texts]
    assumed = None if default is ValueKind.DEMONSTRATION else default
    found = [KIND_TEXTS.get(key) if key else assumed for key in keys]
    blank = np.array([not key for key in keys] or [False])[text_of]
    unknown = np.array([kind is None for kind in found] or [False])[text_of]
    review.refuse(FaultCode.KIND_UNKNOWN, unknown, column, say("list-names").join(ValueKind))
    kinds = pd.Categorical(
        [kind.value if kind else None for kind in found], categories=[kind.value for kind in ValueKind]
    )
    return pd.Series(kinds.take(text_of), index=column.index), int((blank & ~unknown).sum())


def read_sources(column: pd.Series, default: str, review: RowReview) -> tuple[pd.Series, int]:
    """Read the sources (text, categorical); count the rows without one, which get ``default`` or are refused."""
    sources, count = read_notes(column, default.strip())
    missing = (sources == "").to_numpy()
    review.refuse(FaultCode.SOURCE_MISSING, missing)
    return sources, 0 if missing.any() else count


def read_notes(column: pd.Series, default: str = "") -> tuple[pd.Series, int]:
    """Read a column of free text, trimmed (categorical); count the rows without, which get ``default``."""
    text_of, texts = pd.factorize(column)
    trimmed = [tidy(str(text)) for text in texts]
    blank = np.array([not text for text in trimmed] or [False])[text_of]
    filled = pd.Categorical([text or default for text in trimmed])
    return pd.Series(filled.take(text_of), index=column.index), int(blank.sum())
