"""Colours: in step with the stylesheet, darker from class to class, apart on either side of a target."""

import re
from itertools import pairwise

import pytest

from indicators.classes import MOST, ClassScheme
from indicators.definition import Direction
from indicators.policy.progress import Status
from layouts.figures import theme
from layouts.words.charts import STATUS_SIGNS
from layouts.words.common import DEMO_RIBBON
from tests.conftest import ROOT

CSS = (ROOT / "assets" / "css" / "atlas.css").read_text("utf-8")
TOKENS = {
    "ink": theme.INK,
    "quiet": theme.QUIET,
    "rule": theme.RULE,
    "paper": theme.PAPER,
    "missing-fill": theme.MISSING_FILL,
    "missing-hatch": theme.MISSING_HATCH,
    "selected": theme.SELECTED,
    "line-80": theme.LINE_80,
    "fonts": theme.FONTS,
}


def lightness(colour: str) -> float:
    """CIE L*, of an sRGB colour."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (red, green, blue)]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return 116 * luminance ** (1 / 3) - 16 if luminance > 0.008856 else 903.3 * luminance


def test_statuses_are_the_same_in_the_stylesheet():
    targets = (ROOT / "assets" / "css" / "targets.css").read_text("utf-8")
    assert dict(re.findall(r"\.status-(\w+) { background: (#\w+);", targets)) == theme.STATUS_COLOURS


def test_a_grey_print_keeps_reached_and_missed_at_opposite_ends():
    shades = {status: lightness(colour) for status, colour in theme.STATUS_COLOURS.items()}
    assert shades[Status.REACHED] > 85
    assert shades[Status.MISSED] < 35
    assert all(shades[Status.MISSED] + 25 < shade for status, shade in shades.items() if status is not Status.MISSED)


def test_every_status_has_a_sign_of_its_own():
    assert len({STATUS_SIGNS[status] for status in Status}) == len(Status)


def test_the_mark_of_demonstration_on_the_screen_says_what_the_ribbon_says():
    assert f">{DEMO_RIBBON}</text>" in (ROOT / "assets" / "images" / "demonstration.svg").read_text("utf-8")


def scheme(n_classes: int, anchor: int | None = None) -> ClassScheme:
    return ClassScheme(tuple(float(i) for i in range(n_classes - 1)), anchor=anchor)


@pytest.mark.parametrize(("token", "value"), TOKENS.items())
def test_the_stylesheet_repeats_the_token(token, value):
    found = re.search(rf"--{token}: (.+);", CSS)
    assert found is not None
    assert found[1] == value


@pytest.mark.parametrize("n_classes", range(2, MOST + 1))
def test_a_sequential_scale_survives_a_grey_print(n_classes):
    shades = [lightness(colour) for colour in theme.class_colours(scheme(n_classes), Direction.HIGHER)]
    assert len(shades) == n_classes
    assert all(before - after > 5 for before, after in pairwise(shades))


@pytest.mark.parametrize("direction", [Direction.HIGHER, Direction.LOWER])
@pytest.mark.parametrize(("n_classes", "anchor"), [(n, a) for n in range(2, MOST + 1) for a in range(n - 1)])
def test_an_anchored_scale_survives_a_grey_print(n_classes, anchor, direction):
    colours = theme.class_colours(scheme(n_classes, anchor), direction)
    shades = [lightness(colour) for colour in colours]
    assert len(set(colours)) == n_classes
    assert all(before - after > 2 for before, after in pairwise(shades))


@pytest.mark.parametrize(("anchor", "ceiling", "n_classes"), [(0, 1, 3), (1, 2, 5), (0, 3, 6), (2, 3, 7), (1, 3, 7)])
def test_a_band_is_cool_between_warm_sides_and_survives_a_grey_print(anchor, ceiling, n_classes):
    banded = ClassScheme(tuple(float(i) for i in range(n_classes - 1)), anchor=anchor, ceiling=ceiling)
    colours = theme.class_colours(banded, Direction.HIGHER)
    cool = [int(colour[5:7], 16) > int(colour[1:3], 16) for colour in colours]
    assert cool == [anchor < number <= ceiling for number in range(n_classes)]
    assert all(before - after > 2 for before, after in pairwise(map(lightness, colours)))


def test_the_side_that_meets_the_target_is_the_cool_one():
    def is_cool(colour: str) -> bool:
        return int(colour[5:7], 16) > int(colour[1:3], 16)

    higher = theme.class_colours(scheme(4, anchor=1), Direction.HIGHER)
    lower = theme.class_colours(scheme(4, anchor=1), Direction.LOWER)
    assert [is_cool(colour) for colour in higher] == [False, False, True, True]
    assert [is_cool(colour) for colour in lower] == [True, True, False, False]


@pytest.mark.parametrize(("fill", "text"), [("#17694B", theme.PAPER), ("#E4E4E0", theme.INK), (None, theme.INK)])
def test_text_has_the_colour_with_more_contrast_on_its_fill(fill, text):
    assert theme.text_colour(fill) == text
