"""Pictures of known pixels: what counts as a painted map and what does not."""

from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from tests.benchmarks.comparison.screenshots import count_pixels, find_picture_fault

PALE, DARK = "#FFFFCC", "#253494"


def picture(*stripes: tuple[int, str]) -> bytes:
    """A PNG of 100 x 100 pixels: stripes of so many columns of a colour, the rest white."""
    pixels = np.full((100, 100, 3), 255, dtype=np.uint8)
    left = 0
    for columns, colour in stripes:
        pixels[:, left : left + columns] = [int(colour[place : place + 2], 16) for place in (1, 3, 5)]
        left += columns
    file = BytesIO()
    Image.fromarray(pixels).save(file, "png")
    return file.getvalue()


def test_only_pixels_of_exactly_a_colour_count():
    assert count_pixels(picture((30, PALE), (20, "#253495")), [PALE, DARK]) == {PALE: 3000, DARK: 0}


def test_a_map_whose_colours_cover_what_they_should_is_painted():
    assert find_picture_fault(picture((30, PALE), (10, DARK)), [PALE, DARK], {PALE: 0.7, DARK: 0.3}) == ""


@pytest.mark.parametrize(
    ("stripes", "fault"),
    [
        ([], "expected a map, got 0 pixels"),
        ([(2, PALE)], "expected a map, got 200 pixels"),
        ([(30, DARK), (10, PALE)], "50% of the map has another colour: #FFFFCC 25%, #253494 75%"),
        ([(40, PALE)], "25% of the map has another colour: #FFFFCC 100%, #253494 0%"),
    ],
)
def test_an_empty_page_and_last_years_map_are_not(stripes, fault):
    assert find_picture_fault(picture(*stripes), [PALE, DARK], {PALE: 0.75, DARK: 0.25}).startswith(fault)
