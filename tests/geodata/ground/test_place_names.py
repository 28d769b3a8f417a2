"""Names of groups: on their group, on no other text."""

import shapely

from geodata.ground.place_names import place_names

FRAME = (0.0, 0.0, 100.0, 100.0)
GROUPS = {"north": shapely.box(5, 5, 95, 50), "south": shapely.box(5, 50, 95, 95)}
NAMES = {"north": "北部", "south": "南部"}


def test_a_name_stands_inside_its_group_near_its_middle():
    found = place_names(NAMES, GROUPS, [], FRAME)
    for key, group in GROUPS.items():
        assert shapely.Point(found[key]).distance(group.centroid) < 3


def test_a_name_stands_on_no_other_text():
    label = shapely.box(30, 15, 70, 40)
    assert not label.buffer(2).contains(shapely.Point(place_names(NAMES, GROUPS, [label], FRAME)["north"]))


def test_a_name_that_fits_not_into_its_group_stands_over_its_edge_but_on_no_other_group():
    small = {"north": shapely.box(45, 46, 50, 50), "south": shapely.box(5, 50, 95, 95)}
    x, y = place_names(NAMES, small, [], FRAME)["north"]
    assert y < 49
    assert 40 < x < 55


def test_a_name_without_any_place_is_left_out():
    assert place_names(NAMES, GROUPS, [shapely.box(*FRAME)], FRAME) == {}


def test_a_name_that_is_to_stand_inside_stands_there_or_nowhere():
    small = {"north": shapely.box(45, 46, 50, 50), "south": shapely.box(5, 50, 95, 95)}
    assert list(place_names(NAMES, small, [], FRAME, 0.022, inside_only=True)) == ["south"]
