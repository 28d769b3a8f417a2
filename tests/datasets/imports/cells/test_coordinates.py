"""Degrees as offices write them, read back to where they were."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from datasets.imports.cells.coordinates import Coordinates, read_coordinates
from datasets.imports.cells.fault_collector import PLACE, FaultCollector, RowReview

longitudes, latitudes = st.floats(73.5, 135), st.floats(18, 53.5)
PATTERNS = ["{0}°{1}′{2:.4f}″", "{0}度{1}分{2:.4f}秒", "{0}° {1}' {2:.4f}''", "{0}°{1}'{2:.4f}\""]


def read(lon: str, lat: str) -> tuple[Coordinates, FaultCollector]:
    faults = FaultCollector()
    review = RowReview(pd.DataFrame([["表", 2, "A"]], columns=PLACE), faults)
    return read_coordinates(pd.Series([lon]), pd.Series([lat]), review, review), faults


def in_parts(degrees: float, pattern: str) -> str:
    whole, rest = divmod(degrees, 1)
    minutes, rest = divmod(rest * 60, 1)
    return pattern.format(int(whole), int(minutes), min(rest * 60, 59.9999))


@given(longitudes, latitudes)
def test_decimal_degrees_come_back_exactly(lon, lat):
    found, faults = read(repr(lon), repr(lat))
    assert (found.longitude[0], found.latitude[0], faults.counts) == (lon, lat, {})


@pytest.mark.parametrize("pattern", PATTERNS)
@given(longitudes, latitudes)
def test_minutes_and_seconds_come_back_to_a_centimetre(pattern, lon, lat):
    found, faults = read("东经" + in_parts(lon, pattern), in_parts(lat, pattern) + "N")
    assert np.hypot(found.longitude[0] - lon, found.latitude[0] - lat) < 1e-7
    assert faults.counts == {}


@given(longitudes, st.floats(18, 53.5))
def test_swapped_columns_are_told_and_give_no_point(lon, lat):
    found, faults = read(repr(lat), repr(lon))
    assert (list(faults.counts), found.given[0]) == (["point_swapped"], False)


@given(st.text(max_size=10), st.text(max_size=10))
def test_any_texts_are_a_point_absent_or_told(lon, lat):
    found, faults = read(lon, lat)
    assert found.given[0] or found.absent[0] or faults.counts
    assert not (found.given[0] and found.absent[0])
