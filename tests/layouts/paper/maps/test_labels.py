"""Names on a map never touch."""

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
