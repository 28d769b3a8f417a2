"""The room that a map leaves to its legend."""

from dataclasses import replace

from layouts.figures.maps.map_bounds import OPENED_LEGEND, leave_room


def test_a_map_leaves_room_only_where_an_area_would_lie_under_the_legend(square_geography):
    counties = square_geography.counties
    assert any(leave_room(square_geography))
    assert leave_room(replace(square_geography, counties=counties.drop("c"))) == (0, 0)


def test_a_tall_map_moves_aside_and_a_wide_one_up(square_geography):
    counties = square_geography.counties
    tall = replace(square_geography, counties=counties.loc[["a", "c"]])
    wide = replace(square_geography, counties=counties.loc[["c", "d"]])
    assert leave_room(tall)[1] == leave_room(wide)[0] == 0


def test_an_opened_place_leaves_the_room_that_its_own_shape_asks_for(square_geography):
    code = str(square_geography.counties.index[0])
    alone = replace(square_geography, counties=square_geography.counties.loc[[code]])
    assert leave_room(square_geography, code) == leave_room(alone, legend=OPENED_LEGEND) != (0, 0)
