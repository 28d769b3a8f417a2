"""Indicators that the figures of a file bring out of their range."""

import pandas as pd
import pytest

from datasets.imports.cells.fault_collector import FaultCollector
from datasets.imports.check.derived import warn_of_derived_values
from datasets.imports.model import FaultCode
from datasets.kinds import STORED, ImportKind
from indicators.definition import Direction, Domain, Formula, Indicator, Variable

VARIABLES = {"insured": Variable("参保人数", "人"), "people": Variable("常住人口", "人")}
COVERAGE = Indicator(
    *("coverage", "参保率", Domain.HEALTH, "%", 1, Direction.HIGHER),
    *(Formula("insured", "people", 100), "", ""),
    maximum=100,
)


def observations(*figures: tuple[str, str, int, float]) -> pd.DataFrame:
    frame = pd.DataFrame(list(figures), columns=["variable", "area_code", "year", "value"])
    return frame.assign(kind="published", source="年鉴", note="")[STORED[ImportKind.OBSERVATIONS]]


@pytest.fixture
def told(square_geography):
    def faults_of(rows: pd.DataFrame, published: pd.DataFrame) -> pd.DataFrame:
        faults = FaultCollector()
        warn_of_derived_values(rows, published, square_geography, VARIABLES, {"coverage": COVERAGE}, faults)
        return faults.frame()

    return faults_of


def test_a_rate_over_its_maximum_is_told_with_its_figures(told):
    fault = told(observations(("insured", "b", 2016, 120), ("people", "b", 2016, 100)), observations()).iloc[0]
    assert (fault["code"], fault["severity"]) == (FaultCode.DERIVED_OUT_OF_RANGE, "warning")
    assert (fault["found"], fault["allowed"]) == ("参保率 b县 2016: 120 % (120 / 100)", "0 – 100 %")


def test_what_is_published_is_used_where_the_file_has_nothing(told):
    published = observations(("people", "b", 2016, 100), ("insured", "b", 2016, 90))
    assert len(told(observations(("insured", "b", 2016, 120)), published)) == 1
    assert told(observations(("insured", "b", 2016, 80)), published).empty


def test_what_the_file_has_no_part_in_is_not_told(told):
    published = observations(("people", "b", 2015, 100), ("insured", "b", 2015, 120))
    assert told(observations(("insured", "b", 2016, 80)), published).empty
