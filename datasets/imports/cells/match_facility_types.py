"""Match texts to facility types: one type, or the levels of a provider's classes (教育;学校;小学)."""

import re
from collections.abc import Mapping

import pandas as pd

from indicators.facilities.facility_types import normalise_type_text

_ALTERNATIVES = re.compile(r"[|｜]")
_LEVELS = re.compile(r"[;；/>,，、]|--?")


def match_facility_type(text: str, types: Mapping[str, str]) -> str | None:
    """Find the id of the type that a text means, None where it means none or several.

    ``types`` are ids by text, as ``type_by_text`` gives them. Of levels the last that is known is meant: 医疗保健服务;
    综合医院;三级甲等医院 is a hospital.
    """
    whole = types.get(normalise_type_text(text))
    if whole:
        return whole
    found = {type_ for part in _ALTERNATIVES.split(text) if (type_ := _of_levels(part, types))}
    return found.pop() if len(found) == 1 else None


def count_known_types(texts: pd.Series, types: Mapping[str, str]) -> int:
    """Count the texts that mean a type."""
    counts = texts.value_counts()
    return int(sum(count for text, count in counts.items() if match_facility_type(str(text), types)))


def _of_levels(text: str, types: Mapping[str, str]) -> str | None:
    known = (types.get(normalise_type_text(level)) for level in reversed(_LEVELS.split(text)))
    return next((type_ for type_ in known if type_), None)
