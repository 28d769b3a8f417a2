"""Everything that the first page says, against what other pages say of the same figures."""

import pytest

from datasets.analyses.gap_analysis import assess_indicator
from datasets.overview.overview import Overview
from datasets.queries.overview_query import OverviewOptions
from indicators.gaps.gap_path import Assessment


@pytest.fixture(scope="module")
def shown(city) -> Overview:
    """The public dataset in the year of the last census."""
    options = OverviewOptions(city)
    return Overview(city, "public", options.list_indicators("public"), 2020, 2010)


def test_its_counts_are_those_of_the_page_of_gaps(shown, city):
    keys = OverviewOptions(city).list_indicators("public")
    reached = [key for key in keys if assess_indicator(city, "public", key, 2020).assessment is Assessment.REACHED]
    assert shown.holding.reached == len(reached) > 0


def test_domains_add_up_to_the_whole(shown):
    counts = [holding for holding, _ in shown.holding_by_domain.values()]
    assert sum(one.judged for one in counts) == shown.holding.judged
    assert sum(one.reached for one in counts) == shown.holding.reached


def test_the_widest_gaps_are_below_equality_and_the_closed_ones_moved(shown):
    assert all(move.ratio < 1 for move in shown.list_widest())
    assert all(move.closed > 0 for move in shown.list_closed())


def test_housing_became_equal_and_schooling_drifted_apart(shown):
    """The finding of the censuses that the public dataset is opened for."""
    assert "piped_water_share" in [move.now.indicator.id for move in shown.list_closed()]
    assert "college_per_100k" in [move.now.indicator.id for move in shown.list_widest()]


def test_every_target_has_one_outcome(shown, city):
    assert shown.outcomes.keys() == city.of_policy.targets.keys()
