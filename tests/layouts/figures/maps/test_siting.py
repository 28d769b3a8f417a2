"""What a scenario lays over the map."""

from layouts.figures.maps.siting import SitingTrace, siting_traces

ONE = [(113.0, 24.0, "新站")]
REACH = {"type": "FeatureCollection", "features": [{"type": "Feature", "id": "reach", "geometry": None}]}


def test_nothing_is_drawn_of_what_is_not_there():
    assert siting_traces({SitingTrace.NEW: []}, (), None) == []


def test_new_facilities_lie_over_everything_else():
    points = dict.fromkeys((SitingTrace.NEW, SitingTrace.CLOSED, SitingTrace.WON, SitingTrace.LOST), ONE)
    drawn = siting_traces(points, [((113.0, 24.0), (113.1, 24.0))], REACH)
    assert [trace["name"] for trace in drawn] == list(SitingTrace)


def test_a_way_is_a_line_of_its_own():
    ways = [((113.0, 24.0), (113.1, 24.1)), ((112.0, 23.0), (112.1, 23.1))]
    (trace,) = siting_traces({}, ways, None)
    assert list(trace["lon"]) == [113.0, 113.1, None, 112.0, 112.1, None]


def test_a_reach_is_the_one_feature_of_its_geometry():
    (trace,) = siting_traces({}, (), REACH)
    assert list(trace["locations"]) == ["reach"]
