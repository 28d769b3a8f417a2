"""Comparators and the consistency of a declaration."""

import pytest

from indicators.definition import Comparator, Direction, Domain, Formula, Indicator, Variable
from indicators.policy.criterion import Criterion


def indicator(**own: object) -> Indicator:
    fields: dict = {
        "id": "x",
        "name": "甲",
        "domain": Domain.HEALTH,
        "unit": "张",
        "decimals": 1,
        "direction": Direction.HIGHER,
        "formula": Formula("n"),
        "definition": "d",
        "source": "s",
    }
    return Indicator(**(fields | own))


@pytest.mark.parametrize(
    ("comparator", "below", "on", "above"),
    [
        (Comparator.AT_LEAST, False, True, True),
        (Comparator.ABOVE, False, False, True),
        (Comparator.AT_MOST, True, True, False),
        (Comparator.BELOW, True, False, False),
    ],
)
def test_a_comparator_includes_the_edge_only_where_its_words_do(comparator, below, on, above):
    assert [Criterion(comparator, 6).is_met_by(value) for value in (5.9, 6, 6.1)] == [below, on, above]


def test_exactly_means_exactly():
    assert [Criterion(Comparator.EQUAL, 100).is_met_by(value) for value in (99, 100, 101)] == [False, True, False]


def test_a_unit_is_converted_only_where_it_is_accepted():
    people = Variable("常住人口", "人", accepts={"万人": 10000})
    assert people.factor("人") == 1
    assert people.factor("万人") == 10000
    assert people.factor("户") is None
