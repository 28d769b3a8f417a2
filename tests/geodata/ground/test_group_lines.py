"""Lines between groups: only where two touch."""

import numpy as np
import pytest
import shapely

from geodata.ground.group_lines import DASH, LINE, draw_group_line, find_group_line

SQUARES = shapely.box([0, 1, 0, 1], [0, 0, 1, 1], [1, 2, 1, 2], [1, 1, 2, 2])


def test_the_line_runs_where_two_groups_touch_and_not_along_the_border():
    line = find_group_line(SQUARES, np.array(["south", "south", "north", "north"]))
    assert line.equals(shapely.LineString([(0, 1), (2, 1)]))


def test_of_one_group_there_is_no_line_and_of_three_there_is_one_between_each():
    assert find_group_line(SQUARES, np.array(["all"] * 4)).is_empty
    assert find_group_line(SQUARES, np.array(["a", "b", "c", "c"])).length == pytest.approx(3)


def test_dashes_lie_on_the_line_begin_and_end_with_it_and_leave_gaps():
    line = find_group_line(SQUARES, np.array(["south", "south", "north", "north"]))
    drawn = draw_group_line(line, 2)
    dashes = shapely.get_parts(drawn[DASH])
    assert len(dashes) > 10
    assert drawn[DASH].area < 0.8 * drawn[LINE].area
    assert drawn[LINE].buffer(1e-9).covers(drawn[DASH])
    assert drawn[DASH].bounds[::2] == pytest.approx((0, 2))
