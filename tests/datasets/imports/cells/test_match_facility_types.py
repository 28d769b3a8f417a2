"""A type of facility by its names, and within the levels of a provider's classes."""

import pytest

from datasets.imports.cells.match_facility_types import match_facility_type
from indicators.facilities.facility_types import index_types_by_text
from tests.datasets.imports.place_world import TYPES

BY_TEXT = index_types_by_text(TYPES)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("小学", "primary_school"),
        ("科教文化服务;学校;小学", "primary_school"),
        ("教育培训；小学；公办小学", "primary_school"),
        ("2020年/小学", "primary_school"),
        ("科教文化服务;学校;小学|科教文化服务;学校;完小", "primary_school"),
        ("科教文化服务;学校;小学|医疗保健服务;村卫生室", None),
        ("科教文化服务;学校;中学", None),
        ("", None),
    ],
)
def test_the_last_level_that_is_known_is_the_type(text, type_):
    assert match_facility_type(text, BY_TEXT) == type_
