"""Statements: which one decides, and what is refused."""

import pytest

from indicators.definition import Comparator, Domain, ValueKind
from indicators.policy.ledger import PolicyTarget, Scope
from indicators.policy.progress import Status
from indicators.policy.statements import (
    Statement,
    find_deciding_statement,
    find_statement_faults,
    list_statements,
)

TARGET = PolicyTarget(
    id="t",
    clause="",
    domain=Domain.EDUCATION,
    subject="",
    comparator=Comparator.YES,
    value=1,
    unit="",
    scope=Scope.CITY,
    start=2012,
    deadline=2013,
    indicator="i",
)


def _said(year: int, status: Status | None = None, target: str = "t", area: str = "a") -> Statement:
    return Statement((target,), area, year, "说", ValueKind.SECONDARY, "报", status)


def test_the_latest_statement_up_to_the_year_decides():
    said = (_said(2015, Status.REACHED), _said(2014, Status.MISSED), _said(2008))
    assert find_deciding_statement(said, "t", 2014) == said[1]
    assert find_deciding_statement(said, "t", 2016) == said[0]
    assert find_deciding_statement(said, "t", 2013) is None, "a baseline decides nothing"
    assert find_deciding_statement(said, "u", 2016) is None


def test_baselines_are_listed_beside_the_target():
    said = (_said(2014, Status.MISSED), _said(2008))
    assert list_statements(said, "t", 2014) == [said[1], said[0]]


def test_a_statement_says_reached_or_missed_or_nothing():
    with pytest.raises(ValueError, match="status: expected one of reached, missed, or none, got 'on_track'"):
        _said(2014, Status.ON_TRACK)


def test_a_statement_of_what_is_unknown_or_still_to_come_is_a_fault():
    said = (_said(2014, target="u"), _said(2014, area="z"), _said(2012, Status.MISSED))
    assert find_statement_faults(said, {"t": TARGET}, {"a"}) == [
        "statements.toml: statement 1: targets: expected the id of a target, got 'u'",
        "statements.toml: statement 2: area: expected a code of the region, got 'z'",
        "statements.toml: statement 3: status: 'missed' of t, whose deadline comes after 2012",
    ]
