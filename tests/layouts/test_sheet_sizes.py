"""Sizes of pictures: pixels, and what is refused."""

import pytest

from layouts.sheet_sizes import LARGEST, PaperError, Size, parse_paper


@pytest.mark.parametrize(
    ("size", "dpi", "pixels"),
    [
        (Size.SLIDE, 300, (1920, 1080)),
        (Size.SLIDE_4K, 150, (3840, 2160)),
        (Size.A4_PORTRAIT, 300, (2480, 3508)),
        (Size.A4_LANDSCAPE, 150, (1754, 1240)),
        (Size.A3_LANDSCAPE, 300, (4961, 3508)),
        ("1600x1000", 96, (1600, 1000)),
    ],
)
def test_a_size_has_its_pixels(size, dpi, pixels):
    found = parse_paper(size, dpi)
    assert (found.width, found.height) == pixels


@pytest.mark.parametrize("size", ["", "a5", "1600", "1600x", "x", "1600x1000x3", "-5x900", "1e3x900", "１６００x1000"])
def test_what_is_no_size_is_named(size):
    with pytest.raises(PaperError, match="size: expected one of slide, "):
        parse_paper(size)


@pytest.mark.parametrize("size", [f"{LARGEST + 1}x1000", "1000x12", "999999999x999999999"])
def test_an_absurd_size_says_what_is_allowed(size):
    with pytest.raises(PaperError, match="400 to 12000 pixels a side"):
        parse_paper(size)


@pytest.mark.parametrize("dpi", [0, 71, 601, float("nan")])
def test_an_absurd_resolution_is_refused(dpi):
    with pytest.raises(PaperError, match="72 to 600"):
        parse_paper(Size.SLIDE, dpi)


def test_text_grows_with_the_sheet_and_not_with_the_resolution():
    assert parse_paper(Size.A4_PORTRAIT, 300).scale == pytest.approx(1, abs=0.01)
    assert parse_paper(Size.A3_PORTRAIT, 150).scale == pytest.approx(2**0.5, abs=0.01)
    assert parse_paper(Size.SLIDE).scale == parse_paper(Size.SLIDE_4K).scale
