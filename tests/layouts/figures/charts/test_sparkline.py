"""The sparkline as an image: what is drawn, and where the path breaks."""

import re
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest

from layouts.figures.charts.sparkline import HEIGHT, WIDTH, sparkline_uri


def drawn(county, group, year=2012, years=(2010, 2011, 2012)):
    uri = sparkline_uri(years, county, group, year, "#AA0000")
    return ElementTree.fromstring(unquote(uri.removeprefix("data:image/svg+xml,")))  # noqa: S314 (our own image)


def parts(image, tag):
    return image.findall(f"{{http://www.w3.org/2000/svg}}{tag}")


def test_the_path_breaks_where_a_value_is_missing():
    image = drawn([1.0, None, 3.0, 4.0], [None] * 4, years=(2010, 2011, 2012, 2013))
    lines = parts(image, "polyline")
    assert [len(line.attrib["points"].split()) for line in lines] == [2]
    assert len(parts(image, "circle")) == 3


def test_a_line_starts_anew_where_the_border_was_drawn_anew():
    uri = sparkline_uri((2010, 2011, 2012), [1.0, 2.0, 3.0], [2.0, 2.0, 2.0], 2012, "#AA0000", (1, 2))
    image = ElementTree.fromstring(unquote(uri.removeprefix("data:image/svg+xml,")))  # noqa: S314 (our own image)
    assert [len(line.attrib["points"].split()) for line in parts(image, "polyline")] == [2, 2]
    assert [dot.attrib["fill"] for dot in parts(image, "circle")].count("#AA0000") == 1


def test_the_year_has_the_largest_dot_and_the_higher_value_stands_higher():
    dots = parts(drawn([1.0, 2.0, 3.0], [2.0, 2.0, 2.0], year=2011), "circle")
    assert max(dots, key=lambda dot: float(dot.attrib["r"])) is dots[1]
    assert float(dots[0].attrib["cy"]) > float(dots[2].attrib["cy"])


def test_the_group_is_dotted_in_its_colour():
    dotted = parts(drawn([1.0, 2.0, 3.0], [2.0, 2.0, 2.0]), "polyline")[0]
    assert (dotted.attrib["stroke"], dotted.attrib["stroke-dasharray"]) == ("#AA0000", "2 2")


@pytest.mark.parametrize("values", [[5.0, 5.0, 5.0], [0.0, None, -1e12]])
def test_everything_lies_within_the_image(values):
    image = drawn(values, [None, None, None])
    for dot in parts(image, "circle"):
        assert 0 <= float(dot.attrib["cx"]) <= WIDTH
        assert 0 <= float(dot.attrib["cy"]) <= HEIGHT
    assert [text.text for text in parts(image, "text")] == ["2010", "2012"]
    assert not re.search("nan|inf", ElementTree.tostring(image, "unicode"))
