"""The words of a pack: what stands above its columns."""

from layouts.words.common import averaging_names
from layouts.words.paper.packs import explain_averagings, gap_columns, gap_table_columns


def test_of_a_region_as_a_whole_no_column_speaks_of_averaging():
    columns = [*gap_columns("韶关市", "广东省", as_whole=True).values(), *gap_table_columns("韶关市", "广东省", True)]
    explained = [text for pair in explain_averagings(as_whole=True) for text in pair]
    assert {"韶关市", "广东省"} <= set(columns)
    assert not any(name in text for name in [*averaging_names().values(), "口径"] for text in columns + explained)


def test_of_groups_every_averaging_has_its_columns():
    columns = gap_columns("北部", "南部").values()
    assert all(
        f"{group}（{name}）" in columns for group in ("北部", "南部", "比值") for name in averaging_names().values()
    )
