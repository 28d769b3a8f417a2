"""What stands somewhere, and what another version has not alike."""

import pandas as pd

from datasets.kinds import ImportKind
from datasets.store.versions.spatial_rows import build_geometries, find_differing_rows, list_township_rows


def points(*rows: tuple[str, float, float | None]) -> pd.DataFrame:
    """Places by code, longitude and capacity."""
    return pd.DataFrame(rows, columns=["code", "longitude", "capacity"]).assign(latitude=23.5)


def test_a_place_differs_that_is_new_moved_or_told_otherwise():
    own = points(("same", 113.0, None), ("moved", 113.2, 5), ("larger", 113.0, 9), ("new", 113.0, 1))
    others = points(("larger", 113.0, 5), ("moved", 113.1, 5), ("same", 113.0, None), ("gone", 113.0, 1))
    assert list(find_differing_rows(ImportKind.FACILITIES, own, others)) == [False, True, True, True]
    assert list(find_differing_rows(ImportKind.FACILITIES, others, own)) == [True, True, False, True]


def test_everything_differs_from_nothing():
    own = points(("a", 113.0, None))
    assert list(find_differing_rows(ImportKind.FACILITIES, own, own.iloc[:0])) == [True]
    assert len(find_differing_rows(ImportKind.FACILITIES, own.iloc[:0], own)) == 0


def test_cells_of_townships_come_back_as_they_are(square_geography):
    rows = list_township_rows(square_geography)
    cells = square_geography.townships.geometry.to_crs(4490)
    assert list(rows["code"]) == list(cells.index)
    assert build_geometries(rows).geom_equals_exact(cells.reset_index(drop=True), 1e-9).all()
