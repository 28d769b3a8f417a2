"""Find lines in a file of roads along which nobody can drive: planned, unfinished or abandoned roads, other lines."""

import re
from collections.abc import Collection

import geopandas as gpd
import numpy as np
import pandas as pd

from datasets.imports.cells.cell_values import map_distinct
from datasets.imports.cells.office_terms import TERMS
from indicators.facilities.facility_types import normalise_type_text

_NOT_THERE = {"否", "未", "no", "n", "false"}  # of a column 是否通车
_IN_NAME = re.compile(
    r"[(（\[【](?:在建|规划|拟建|未通车|建设中|施工中|未建|待建|废弃)[^)）\]】]*[)）\]】]|^(?:在建|拟建)"
)
_LIFECYCLE = re.compile(rf"({'|'.join(TERMS.stages)})(:highway)?")
_OTHER_TAGS = re.compile(rf'"(?:{"|".join(TERMS.stages)})(?::highway"=>"|"=>"yes")')
_OPEN_STREET_MAP = "highway"  # OpenStreetMap's key of roads: a line without it is a river, a railway, a border


def is_lifecycle_attribute(heading: str) -> bool:
    """Whether an attribute may say that a road does not exist (yet or any more)."""
    return bool(_LIFECYCLE.fullmatch(heading.casefold())) or heading.casefold() == "other_tags"


def find_absent_roads(features: gpd.GeoDataFrame, records: pd.DataFrame) -> pd.Series:
    """Find for each line the text that says that no road is there, "" where one is.

    ``records`` are those of ``features``, row by row, with ``road_class, state, name``.
    """
    found = _first_text(_find_absence_words(records["road_class"]), _find_absence_words(records["state"], _NOT_THERE))
    named = map_distinct(records["name"], lambda text: text if _IN_NAME.search(text) else "")
    return _first_text(found, named, _read_lifecycle_tags(features, records))


def find_other_lines(features: gpd.GeoDataFrame, records: pd.DataFrame) -> np.ndarray:
    """Mask of the lines of an OpenStreetMap file without a road class, which are something else."""
    keys = {str(column).casefold() for column in features.columns}
    blank = (records["road_class"].str.strip() == "").to_numpy()
    return blank & (_OPEN_STREET_MAP in keys)


def _read_lifecycle_tags(features: gpd.GeoDataFrame, records: pd.DataFrame) -> pd.Series:
    """Read OpenStreetMap's lifecycle tags: abandoned=yes, and proposed:highway=* without a highway."""
    blank = records["road_class"].str.strip() == ""
    found = pd.Series("", index=records.index, dtype=object)
    for heading in features.columns.drop(features.geometry.name):
        matched = _LIFECYCLE.fullmatch(str(heading).casefold())
        texts = features[heading].reset_index(drop=True)
        if matched:
            said = blank & (texts != "") if matched[2] else texts.str.casefold() == "yes"
            found = found.where((found != "") | ~said, f"{heading}=" + texts)
        elif str(heading).casefold() == "other_tags":
            tagged = map_distinct(texts, lambda text: _matched_text(_OTHER_TAGS.search(text)))
            found = _first_text(found, tagged.where(blank | tagged.str.endswith('"yes"'), ""))
    return found


def _matched_text(found: re.Match[str] | None) -> str:
    return found[0] if found else ""


def _find_absence_words(texts: pd.Series, others: Collection[str] = ()) -> pd.Series:
    said = {normalise_type_text(word) for word in (*TERMS.stages, *TERMS.absent)}

    def word(text: str) -> str:
        key = normalise_type_text(text)
        chinese = any(not each.isascii() and each in key for each in said)
        return text if key in said or key in others or chinese else ""

    return map_distinct(texts, word)


def _first_text(*columns: pd.Series) -> pd.Series:
    found = columns[0]
    for column in columns[1:]:
        found = found.where(found != "", column)
    return found
