"""Every sentence about a gap that pages and packs make of the shipped figures is true as it is read."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

import pytest

from datasets.analyses.gap_analysis import assess_indicator
from datasets.city.city import City
from geodata.region import Level
from indicators.definition import Direction
from indicators.gaps.gap_path import find_benchmark_falls
from layouts.words.pages import gap as gap_page
from layouts.words.pages.atlas import gap_headline
from layouts.words.paper.gap_sentences import describe_change, describe_gap
from tests.conftest import of_every_kind

SHARE = re.compile(r"北部[^，；]*为南部的")
CHANGE = re.compile(r"由 ([\d.]+)% (升|降)到 ([\d.]+)%[^，]*，相差 ([\d.]+) 个百分点")
SHORT = re.compile(r"的 ([\d.]+)%（.*距80%线差 ([\d.]+) 个百分点")


@pytest.fixture(scope="module")
def sentences(city) -> dict[tuple[str, str], list[str]]:
    """By dataset and indicator: all of which lower is better, and some of the others."""
    found: dict[tuple[str, str], list[str]] = {}
    for dataset in city.datasets:
        keys = of_every_kind(city, dataset, Level.COUNTY)
        lower = [key for key in keys if city.indicators[key].direction is Direction.LOWER]
        found |= {(dataset, key): list(sentences_of(city, dataset, key)) for key in {*lower, *keys[::9]}}
    return found


def sentences_of(city: City, dataset: str, key: str) -> Iterator[str]:
    region, indicator = city.region, city.indicators[key]
    groups = {group: own.name for group, own in region.groups.items()}
    names = groups | {code: city.geography.name(code, 2016) for code in city.geography.codes(Level.COUNTY)}
    gaps = {year: assess_indicator(city, dataset, key, year) for year in city.years(dataset, key, Level.COUNTY)}
    for year, found in gaps.items():
        if found.gap:
            head = gap_headline(found.gap, names, region.focus, indicator.direction)
            yield f"{head['title']}，{head['detail']}"
        yield describe_gap(found, year, names, region.focus).text
    for (first_year, first), (year, found) in pairwise(gaps.items()):
        change = describe_change(found, year, first, first_year, names)
        if change:
            yield change.text
    judged = {year: found.gap for year, found in gaps.items() if found.gap and found.is_judged}
    for fall in find_benchmark_falls(judged, region.focus, region.benchmark, indicator.direction):
        yield gap_page.fall_text(fall, indicator, groups[region.focus], groups[region.benchmark])


def test_no_lower_is_better_ratio_is_told_without_that_it_is_folded(sentences, city):
    lower = [
        text for (_, key), own in sentences.items() if city.indicators[key].direction is Direction.LOWER for text in own
    ]
    assert any("折算" in text for text in lower)
    assert [text for text in lower if SHARE.search(text) and "折算" not in text] == []


def test_the_points_of_a_change_are_those_between_the_printed_shares(sentences):
    found = [match for own in sentences.values() for text in own for match in CHANGE.findall(text)]
    assert len(found) > 20
    wrong = [
        one for one in found if Decimal(one[2]) - Decimal(one[0]) != Decimal(one[3]) * (1 if one[1] == "升" else -1)
    ]
    assert wrong == []


def test_the_points_to_the_line_are_those_from_the_printed_share(sentences):
    found = [match for own in sentences.values() for text in own for match in SHORT.findall(text)]
    assert found
    assert [one for one in found if 80 - Decimal(one[0]) != Decimal(one[1])] == []
