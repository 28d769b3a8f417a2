"""Exhibits of a pack are the pictures of the pages, with what they come to."""

from datetime import date

import pytest

from callbacks.packs.exhibits import PackExhibits
from datasets.analyses.pack_request import PackChoice, PackPart

BEDS = "medical_beds_per_1000_residents"


@pytest.fixture
def exhibits(city) -> PackExhibits:
    choice = PackChoice("monthly", "demo", (BEDS,), (2016,), (), "", "", "")
    return PackExhibits(city, choice, date(2026, 1, 2))


def test_a_chart_bears_what_it_comes_to(exhibits):
    assert exhibits.illustrate(PackPart.RANKINGS, BEDS, 2016).finding == "清城最高，是最低的阳山的 1.4 倍"


def test_a_chart_that_says_nothing_has_no_finding(exhibits, monkeypatch):
    monkeypatch.setattr("callbacks.pictures.charts.ChartFindings.describe_ranking", lambda *_: "")
    assert exhibits.illustrate(PackPart.RANKINGS, BEDS, 2016).finding == ""


def test_a_map_is_a_picture_that_says_it_itself(exhibits):
    assert exhibits.illustrate(PackPart.MAPS, BEDS, 2016).finding == ""
