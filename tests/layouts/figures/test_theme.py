"""Colours: in step with the stylesheet, statuses apart in grey, text legible on its fill."""

import re
from itertools import combinations

import pytest

from datasets.overview.owed import Outcome
from datasets.shipped.divisions import Division, build_region
from geodata.region import GROUP_COLOURS, OTHERS_COLOUR
from indicators.policy.progress import Status
from layouts.figures import theme
from layouts.figures.theme import contrast_ratio
from locales import call_in, list_languages, say
from tests.conftest import ROOT
from tests.layouts.figures.test_colour_scales import lightness

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


def test_statuses_are_the_same_in_the_stylesheet():
    targets = (ROOT / "assets" / "css" / "targets.css").read_text("utf-8")
    assert dict(re.findall(r"\.status-(\w+) { background: (#\w+);", targets)) == theme.STATUS_COLOURS


def test_a_grey_print_keeps_reached_and_missed_at_opposite_ends():
    shades = {status: lightness(colour) for status, colour in theme.STATUS_COLOURS.items()}
    assert shades[Status.REACHED] > 85
    assert shades[Status.MISSED] < 35
    assert all(shades[Status.MISSED] + 25 < shade for status, shade in shades.items() if status is not Status.MISSED)


def test_every_status_has_a_sign_of_its_own():
    assert len({say("chart-status-signs", status=status) for status in Status}) == len(Status)


@pytest.mark.parametrize("language", list_languages())
def test_the_mark_of_demonstration_on_the_screen_says_what_the_ribbon_says(language):
    mark = (ROOT / "assets" / "images" / f"demonstration.{language}.svg").read_text("utf-8")
    assert f">{call_in(language, say, 'common-demo-ribbon')}</text>" in mark
    assert f"/assets/images/demonstration.{language}.svg" in CSS


@pytest.mark.parametrize(("token", "value"), TOKENS.items())
def test_the_stylesheet_repeats_the_token(token, value):
    found = re.search(rf"--{token}: (.+);", CSS)
    assert found is not None
    assert found[1] == value


def test_colours_of_groups_differ_in_grey_and_stand_in_one_place(city):
    focus, benchmark, rest = colours = *GROUP_COLOURS, OTHERS_COLOUR
    assert contrast_ratio(focus, benchmark) > 3.4
    assert min(contrast_ratio(*pair) for pair in combinations(colours, 2)) > 1.8
    assert [city.region.groups[key].colour for key in (city.region.focus, city.region.benchmark)] == [focus, benchmark]
    unknown = build_region(Division("440200", "韶关市", "韶关", 113), [("440203", "武江区", "武江")], None)
    assert [group.colour for group in unknown.groups.values()] == [benchmark, rest]


@pytest.mark.parametrize("colour", [*GROUP_COLOURS, OTHERS_COLOUR, "#FFFF00", "#FFFFFF"])
def test_a_colour_is_legible_as_text(colour):
    legible = theme.legible_colour(colour)
    assert contrast_ratio(legible, theme.PAPER) >= theme.LEGIBLE
    assert (legible == colour) == (contrast_ratio(colour, theme.PAPER) >= theme.LEGIBLE)


@pytest.mark.parametrize(("fill", "text"), [("#17694B", theme.PAPER), ("#E4E4E0", theme.INK), (None, theme.INK)])
def test_text_has_the_colour_with_more_contrast_on_its_fill(fill, text):
    assert theme.text_colour(fill) == text


def test_what_became_of_targets_has_the_colours_of_the_first_page():
    style = (ROOT / "assets/css/overview.css").read_text("utf-8")
    found = dict(re.findall(r"\.ov-outcome-(\w+) \{ background: (#\w+)", style))
    assert found == theme.OUTCOME_COLOURS
    assert found.keys() == set(Outcome)
