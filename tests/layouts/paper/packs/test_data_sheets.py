"""The data sheets of a pack."""

from layouts.pack_terms import SheetId
from layouts.paper.packs.data_sheets import make_sheet


def test_a_column_without_any_cell_is_left_out_and_the_others_keep_their_addresses():
    rows = [((1,), {"a": 0, "b": None, "c": 2.5}, {}), ((2,), {"a": None, "b": ""}, {})]
    sheet = make_sheet(SheetId.VALUES, {"a": "甲", "b": "乙", "c": "丙"}, rows)
    assert sheet.columns == {"a": "甲", "c": "丙"}
    assert (sheet.address((1,), "c"), sheet.value((1,), "c")) == ("B3", 2.5)
