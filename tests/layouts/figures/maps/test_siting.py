"""What a scenario lays over the map."""

from layouts.figures.maps.siting import MarkedPoints, SitingMap, SitingTrace, siting_traces

NONE = MarkedPoints()
ONE = MarkedPoints([113.0], [24.0], ["新站"])
REACH = {"type": "FeatureCollection", "features": [{"type": "Feature", "id": "reach", "geometry": None}]}


def names(**shown: object) -> list[str]:
    empty: dict[str, object] = {"new": NONE, "closed": NONE, "won": NONE, "lost": NONE, "ways": (), "reach": None}
    return [trace["name"] for trace in siting_traces(SitingMap(**(empty | shown)))]  # type: ignore[arg-type]


def test_nothing_is_drawn_of_what_is_not_there():
    assert names() == []


def test_new_facilities_lie_over_everything_else():
    drawn = names(new=ONE, closed=ONE, won=ONE, lost=ONE, ways=[((113.0, 24.0), (113.1, 24.0))], reach=REACH)
    assert drawn == list(SitingTrace)


def test_a_way_is_a_line_of_its_own():
    ways = [((113.0, 24.0), (113.1, 24.1)), ((112.0, 23.0), (112.1, 23.1))]
    (trace,) = siting_traces(SitingMap(NONE, NONE, NONE, NONE, ways, None))
    assert list(trace["lon"]) == [113.0, 113.1, None, 112.0, 112.1, None]


def test_a_reach_is_the_one_feature_of_its_geometry():
    (trace,) = siting_traces(SitingMap(NONE, NONE, NONE, NONE, (), REACH))
    assert list(trace["locations"]) == ["reach"]
