"""Rows of every kind through the database and back."""

import pandas as pd
import pytest
import shapely

from datasets.kinds import STORED, ImportKind
from tests.datasets.store.conftest import delivery, observations

BENCHMARK = ImportKind.BENCHMARK
HTML = "<script>alert('清远')</script> & \"引号\"\n第二行\t\\N"
SQUARE = shapely.to_wkb(shapely.box(112.0, 24.0, 112.1, 24.1))
LINE = shapely.to_wkb(shapely.LineString([(112.0, 24.0), (112.1, 24.1)]))
MISSING = (None, float("nan"), pd.NA)

ROWS = {
    ImportKind.OBSERVATIONS: [
        ("beds", "a", 2016, 0.1 + 0.2, "published", "方城统计年鉴", HTML),
        ("beds", "b", 2016, None, None, None, None),
        ("beds", "c", 2016, -1e300, "computed", "", " 空格 "),
    ],
    ImportKind.FACILITIES: [
        ("F1", "hospital", HTML, "a", 112.123456789012, 24.0, 12.5, "三级", 1998, 2016, True, "卫健局", ""),
        ("F2", None, None, None, None, None, None, None, None, None, None, None, None),
        ("F3", "clinic", "石角镇卫生站", "b", 113.0, 24.1, 0.0, "", 2001, None, False, "卫健局", HTML),
    ],
    ImportKind.SETTLEMENTS: [
        ("S1", "𠮷村", "a", 112.0, 24.0, 1234.0, False, "公安局", HTML),
        ("S2", None, None, None, None, None, None, None, None),
    ],
    ImportKind.TOWNSHIPS: [("T1", "石角镇", SQUARE, "民政局"), ("T2", None, SQUARE, None)],
    ImportKind.ROADS: [("R1", "清连高速", "motorway", LINE, HTML), ("R2", None, None, LINE, None)],
}
ROWS[BENCHMARK] = ROWS[ImportKind.OBSERVATIONS]


def frame(kind):
    return pd.DataFrame(ROWS[kind], columns=STORED[kind], dtype=object)


def plain(rows):
    """Rows as tuples, missing values as None."""
    return [tuple(None if pd.isna(value) else value for value in row) for row in rows.itertuples(index=False)]


@pytest.mark.parametrize("kind", ImportKind)
def test_rows_come_back_as_they_went_in(store, kind):
    version = store.add_draft("own", [delivery(frame(kind), kind)], "安")
    assert plain(store.rows(version.id, kind)) == ROWS[kind]


@pytest.mark.parametrize("missing", MISSING)
def test_whatever_stands_for_missing_comes_back_missing(store, missing):
    rows = frame(ImportKind.FACILITIES).iloc[[1]].map(lambda value: missing if value is None else value)
    version = store.add_draft("own", [delivery(rows, ImportKind.FACILITIES)], "安")
    assert plain(store.rows(version.id, ImportKind.FACILITIES)) == [ROWS[ImportKind.FACILITIES][1]]


@pytest.mark.parametrize("kind", ImportKind)
def test_a_kind_without_rows_has_the_columns_and_types_of_one_with_rows(store, kind):
    version = store.add_draft("own", [delivery(frame(kind), kind)], "安")
    empty = store.add_draft("own", [], "安")
    assert store.rows(empty.id, kind).empty
    assert store.rows(empty.id, kind).dtypes.to_dict() == store.rows(version.id, kind).dtypes.to_dict()


def test_categories_and_counting_columns_of_any_width_are_taken(store):
    rows = observations({("beds", "a", 2016): 1.0}).astype(
        {"variable": "category", "year": "int16", "value": "float32"}
    )
    version = store.add_draft("own", [delivery(rows)], "安")
    assert plain(store.rows(version.id, ImportKind.OBSERVATIONS)) == [
        ("beds", "a", 2016, 1.0, "published", "方城统计年鉴", "")
    ]


def test_more_rows_than_a_chunk_stay_in_order(store):
    count = 45_000
    rows = observations({("beds", f"{place:06}", 2016): float(place) for place in range(count)})
    version = store.add_draft("own", [delivery(rows)], "安")
    assert store.rows(version.id, ImportKind.OBSERVATIONS)["value"].tolist() == list(range(count))


def test_within_a_file_the_later_row_of_a_key_holds(store):
    rows = pd.concat([observations({("beds", "a", 2016): value}) for value in (1.0, 2.0)])
    version = store.add_draft("own", [delivery(rows)], "安")
    assert store.rows(version.id, ImportKind.OBSERVATIONS)["value"].tolist() == [2.0]


@pytest.mark.parametrize(
    ("column", "value", "message"),
    [
        ("year", 2016.5, "year: expected values that INTEGER can hold"),
        ("value", "many", "value: expected values that"),
        ("area_code", None, "observations: area_code is missing in row 0"),
    ],
)
def test_a_row_that_no_column_can_hold_is_refused_and_nothing_kept(store, column, value, message):
    rows = observations({("beds", "a", 2016): 1.0}).assign(**{column: value})
    with pytest.raises(ValueError, match=message):
        store.add_draft("own", [delivery(rows)], "安")
    assert store.versions("own") == []
