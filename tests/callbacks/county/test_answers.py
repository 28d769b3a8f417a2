"""The profile of a county in one answer: refused where it is not offered, made once, small."""

import gzip
from unittest.mock import patch

import pytest
from plotly.io.json import to_json_plotly

from callbacks.county import answers as module
from callbacks.county.answers import CountyAnswers, ProfileRequest
from callbacks.frame.request_checks import UnusableValueError

LIANZHOU = ProfileRequest(dataset="demo", county="441882", year=2014)
LARGEST = 25_000  # bytes of a profile, as they go over the wire


@pytest.fixture(scope="module")
def answers(city):
    return CountyAnswers(city)


def test_a_profile_is_computed_once(answers):
    first = answers.describe_profile(LIANZHOU)
    with patch.object(module, "build_county_profile") as build:
        assert answers.describe_profile(LIANZHOU) is first
    assert not build.called


def test_a_profile_is_small(answers):
    assert len(gzip.compress(to_json_plotly(answers.describe_profile(LIANZHOU)).encode())) < LARGEST


def test_every_chart_has_its_place_in_the_profile(answers):
    shown = answers.describe_profile(LIANZHOU)
    assert shown["charts"]
    assert all(f"'id': '{place}'" in str(shown["body"]) for place in shown["charts"])


@pytest.mark.parametrize("other", [{"county": "1"}, {"year": 1999}, {"dataset": "none"}])
def test_what_is_not_offered_is_refused(answers, other):
    with pytest.raises(UnusableValueError):
        answers.describe_profile({**LIANZHOU, **other})
