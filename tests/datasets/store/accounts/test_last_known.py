"""What the store said last stands in for it while it is away, for a time."""

import pytest

from datasets.store.accounts.last_known import MOST_KEPT, LastKnownAnswers
from datasets.store.model import StoreUnavailableError

KEPT = 60.0


class World:
    """A store that answers or does not, and a clock."""

    time, away = 0.0, False

    def ask(self, question: int) -> int:
        """The square of a number."""
        if self.away:
            raise StoreUnavailableError("here", "gone")
        return question**2


@pytest.fixture
def world():
    return World()


@pytest.fixture
def squares(world):
    return LastKnownAnswers(world.ask, KEPT, lambda: world.time)


def test_what_was_answered_is_answered_again_while_the_store_is_away(world, squares):
    squares(3)
    world.away, world.time = True, KEPT
    assert squares(3) == 9


def test_what_was_never_answered_or_too_long_ago_is_not(world, squares):
    squares(3)
    world.away, world.time = True, KEPT + 1
    for question in (3, 4):
        with pytest.raises(StoreUnavailableError):
            squares(question)


def test_what_is_forgotten_is_not_answered(world, squares):
    squares(3)
    squares.forget(3)
    world.away = True
    with pytest.raises(StoreUnavailableError):
        squares(3)


def test_of_many_answers_the_last_asked_are_kept(world, squares):
    for question in (*range(MOST_KEPT), 0, MOST_KEPT):
        squares(question)
    world.away = True
    assert squares(0) == 0
    with pytest.raises(StoreUnavailableError):
        squares(1)
