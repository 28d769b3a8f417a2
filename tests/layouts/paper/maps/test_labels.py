"""Names on a map never touch."""

from itertools import combinations

import shapely
from hypothesis import given
from hypothesis import strategies as st

from layouts.paper.maps.labels import place_names

ROOM = (300.0, 200.0)
POINTS = st.tuples(st.floats(0, 300), st.floats(0, 200))


def apart(one, other):
    return one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


@given(st.lists(st.tuples(st.text("连州清远新", min_size=1, max_size=6), POINTS), max_size=40))
def test_names_touch_neither_each_other_nor_the_edge(named):
    boxes = [place.box for place in place_names([name for name, _ in named], [at for _, at in named], 10, ROOM)]
    assert all(apart(one, other) for at, one in enumerate(boxes) for other in boxes[:at])
    assert all(min(left, low) >= 0 and right <= ROOM[0] and top <= ROOM[1] for left, low, right, top in boxes)


def test_a_name_with_room_stands_on_its_anchor_in_full_size():
    (place,) = place_names(["连州"], [(150, 100)], 10, ROOM)
    assert (place.x, place.y, place.size) == (150, 100, 10)


def test_a_name_gives_way_to_an_earlier_one_before_it_shrinks():
    first, second = place_names(["连州", "连南"], [(150, 100), (152, 101)], 10, ROOM)
    assert (first.x, first.y) == (150, 100)
    assert second.size == 10


def test_a_name_without_room_is_left_out():
    assert place_names(["连州"], [(5, 5)], 10, (6, 6)) == []


@given(
    st.lists(st.tuples(st.text("连州清远新", min_size=1, max_size=4), POINTS, st.sampled_from(["", "3.2", "15,991"])))
)
def test_values_touch_neither_names_nor_each_other_and_cost_no_name_its_place(named):
    names, anchors, values = ([each[part] for each in named] for part in range(3))
    alone, places = place_names(names, anchors, 10, ROOM), place_names(names, anchors, 10, ROOM, values)
    assert [place.text for place in places] == [place.text for place in alone]
    boxes = [place.box for place in places]
    assert all(apart(one, other) for at, one in enumerate(boxes) for other in boxes[:at])


def test_a_value_stands_below_its_name_around_the_anchor():
    (place,) = place_names(["连州"], [(150, 100)], 10, ROOM, ["5,873"])
    assert (place.value, place.x) == ("5,873", 150)
    assert place.box[1] < 100 < place.box[3]


def test_what_has_no_room_stands_beside_the_areas_at_the_end_of_a_line():
    ground = shapely.box(60, 40, 200, 160)
    narrow = [("连山", (70.0, 100.0)), ("连南", (84.0, 104.0))]
    names, anchors = [name for name, _ in narrow], [at for _, at in narrow]
    places = place_names(names, anchors, 10, ROOM, ["4.33", "4.80"], ground)
    beside = [place for place in places if place.line]
    assert [place.text for place in beside] == ["连南 4.80"]
    for place in beside:
        assert shapely.box(*place.box).disjoint(ground)
        assert place.line[1] == anchors[names.index(place.text.split()[0])]
    boxes = [place.box for place in places]
    assert all(apart(one, other) for one, other in combinations(boxes, 2))
    assert places == place_names(names, anchors, 10, ROOM, ["4.33", "4.80"], ground)
