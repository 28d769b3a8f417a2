"""Colours of classes: darker from class to class, text legible on them, families apart for every eye."""

from itertools import combinations, pairwise

import numpy as np
import pytest

from indicators.classes import MOST, ClassScheme
from indicators.definition import Direction
from layouts.figures.colour_scales import MOST_CHANGES, UNCHANGED, change_colours, class_colours
from layouts.figures.theme import contrast_ratio, text_colour

# How a colour looks to an eye without red or green cones: Viénot, Brettel and Mollon 1999, in linear sRGB.
BLIND = {
    "protan": np.array([[0.11238, 0.88762, 0.0], [0.11238, 0.88762, -0.0], [0.00401, -0.00401, 1.0]]),
    "deutan": np.array([[0.29275, 0.70725, 0.0], [0.29275, 0.70725, -0.0], [-0.02234, 0.02234, 1.0]]),
}


def lightness(colour: str) -> float:
    """CIE L*, of an sRGB colour."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (red, green, blue)]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return 116 * luminance ** (1 / 3) - 16 if luminance > 0.008856 else 903.3 * luminance


def seen(colour: str, eye: str) -> np.ndarray:
    """CIE a* and b*, of an sRGB colour in an eye that lacks cones."""
    coded = np.array([int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    linear = BLIND[eye] @ np.where(coded <= 0.04045, coded / 12.92, ((coded + 0.055) / 1.055) ** 2.4)
    to_xyz = np.array([[0.43395, 0.37621, 0.18984], [0.21267, 0.71515, 0.07218], [0.01776, 0.10948, 0.87280]])
    x, y, z = np.cbrt(np.clip(to_xyz @ linear, 1e-6, 1))
    return np.array([500 * (x - y), 200 * (y - z)])


def scheme(n_classes: int, anchor: int | None = None) -> ClassScheme:
    return ClassScheme(tuple(float(i) for i in range(n_classes - 1)), anchor=anchor)


@pytest.mark.parametrize("direction", Direction)
@pytest.mark.parametrize("n_classes", range(1, MOST + 1))
def test_a_sequential_scale_survives_a_grey_print(n_classes, direction):
    shades = [lightness(colour) for colour in class_colours(scheme(n_classes), direction)]
    assert len(shades) == n_classes
    assert all(before - after > 5 for before, after in pairwise(shades))


@pytest.mark.parametrize("direction", [Direction.HIGHER, Direction.LOWER])
@pytest.mark.parametrize(("n_classes", "anchor"), [(n, a) for n in range(2, MOST + 1) for a in range(n - 1)])
def test_an_anchored_scale_survives_a_grey_print(n_classes, anchor, direction):
    colours = class_colours(scheme(n_classes, anchor), direction)
    shades = [lightness(colour) for colour in colours]
    assert len(set(colours)) == n_classes
    assert all(before - after > 2 for before, after in pairwise(shades))


@pytest.mark.parametrize(("anchor", "ceiling", "n_classes"), [(0, 1, 3), (1, 2, 5), (0, 3, 6), (2, 3, 7), (1, 3, 7)])
def test_a_band_is_cool_between_warm_sides_and_survives_a_grey_print(anchor, ceiling, n_classes):
    banded = ClassScheme(tuple(float(i) for i in range(n_classes - 1)), anchor=anchor, ceiling=ceiling)
    colours = class_colours(banded, Direction.HIGHER)
    cool = [int(colour[5:7], 16) > int(colour[1:3], 16) for colour in colours]
    assert cool == [anchor < number <= ceiling for number in range(n_classes)]
    assert all(before - after > 2 for before, after in pairwise(map(lightness, colours)))


def test_the_side_that_meets_the_target_is_the_cool_one():
    def is_cool(colour: str) -> bool:
        return int(colour[5:7], 16) > int(colour[1:3], 16)

    higher = class_colours(scheme(4, anchor=1), Direction.HIGHER)
    lower = class_colours(scheme(4, anchor=1), Direction.LOWER)
    assert [is_cool(colour) for colour in higher] == [False, False, True, True]
    assert [is_cool(colour) for colour in lower] == [True, True, False, False]


@pytest.mark.parametrize("direction", Direction)
def test_text_is_legible_on_every_class(direction):
    schemes = [scheme(n) for n in range(1, MOST + 1)]
    schemes += [scheme(n, anchor) for n in range(2, MOST + 1) for anchor in range(n - 1)]
    colours = {colour for each in schemes for colour in class_colours(each, direction)}
    sides = range(1, MOST_CHANGES + 1)
    colours |= {colour for one in sides for colour in change_colours(one, one, direction, with_unchanged=True)}
    assert min(contrast_ratio(text_colour(colour), colour) for colour in colours) >= 4.5


@pytest.mark.parametrize("eye", BLIND)
def test_better_worse_and_neither_are_of_different_hues_in_every_eye(eye):
    pairs = {
        (one, other): [
            float(np.linalg.norm(seen(a, eye) - seen(b, eye)))
            for a, b in zip(*(class_colours(scheme(5), each) for each in (one, other)), strict=True)
        ]
        for one, other in combinations(Direction, 2)
    }
    assert all(min(apart[3:]) > 15 for apart in pairs.values())  # the dark classes, which are read as good or bad


@pytest.mark.parametrize("eye", BLIND)
@pytest.mark.parametrize("direction", Direction)
def test_a_great_rise_and_a_great_fall_are_of_different_hues_in_every_eye(direction, eye):
    fall, *_, rise = change_colours(MOST_CHANGES, MOST_CHANGES, direction)
    assert np.linalg.norm(seen(fall, eye) - seen(rise, eye)) > 15


@pytest.mark.parametrize("direction", Direction)
@pytest.mark.parametrize("classes", range(1, MOST_CHANGES + 1))
def test_changes_grow_darker_away_from_no_change(classes, direction):
    colours = change_colours(classes, classes, direction, with_unchanged=True)
    shades = [lightness(colour) for colour in colours]
    assert len(set(colours)) == 2 * classes + 1
    assert colours[classes] == UNCHANGED
    assert all(after - before > 5 for before, after in pairwise(shades[: classes + 1]))
    assert shades == pytest.approx(shades[::-1], abs=1.5)  # equal changes are equally dark


def test_a_fall_is_warm_where_higher_is_better_and_cool_where_lower_is():
    def is_cool(colour: str) -> bool:
        return int(colour[5:7], 16) > int(colour[1:3], 16)

    assert list(map(is_cool, change_colours(1, 2, Direction.HIGHER))) == [False, True, True]
    assert list(map(is_cool, change_colours(1, 2, Direction.LOWER))) == [True, False, False]
    assert change_colours(0, 0, Direction.LOWER, with_unchanged=True) == [UNCHANGED]
