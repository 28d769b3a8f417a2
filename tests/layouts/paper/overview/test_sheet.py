"""The first page on paper."""

import pytest

from layouts.paper.overview.sheet import arrange_signs


@pytest.mark.parametrize(("count", "width", "rows"), [(0, 100, 1), (20, 100, 1), (22, 105, 2), (45, 100, 3)])
def test_signs_fill_rows_alike_and_none_stands_out(count, width, rows):
    found, of_row = arrange_signs(count, width)
    assert found == rows
    assert of_row * 5 <= width
    assert found * of_row >= count
