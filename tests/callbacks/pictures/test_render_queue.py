"""Pictures that are asked for: each knows its place, what is finished is kept, and nobody takes all there is."""

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import count
from typing import Any

import pytest

from callbacks.pictures import render_queue as picture_desk
from callbacks.pictures.render_queue import (
    ABANDONED,
    MOST_ASKED,
    MOST_HELD,
    MOST_OF_ONE,
    PictureDesk,
    PicturesBusyError,
)
from datasets.workers.model import OverLimitError, Resource, WorkersBusyError
from layouts.paper.sheet.picture_order import PictureOrder, Print, Sheet
from layouts.sheet_sizes import Format, paper


class Drawers:
    """Workers whose work is done by the test: ``orders`` are what they were given, the first ones first."""

    def __init__(self, most: int = 100) -> None:
        self.orders: list[Future[Any]] = []
        self.most = most

    def submit(self, work: Any, /, *args: Any, **kwargs: Any) -> "Future[Any]":
        """A future that the test gives a result."""
        del work, args, kwargs
        if len(self.orders) >= self.most:
            raise WorkersBusyError(len(self.orders))
        self.orders.append(Future())
        return self.orders[-1]

    def ahead(self, order: "Future[Any]") -> int:
        """The place among those that were not given up."""
        return [each for each in self.orders if not each.cancelled()].index(order)

    def warm(self) -> None:
        """Nothing is to be got ready."""


@pytest.fixture
def drawers():
    return Drawers()


@pytest.fixture
def clock():
    return [0.0]


@pytest.fixture
def desk(drawers, clock):
    return PictureDesk(drawers, lambda: clock[0])


def print_of(numbers: Iterator[int] = count()) -> Print:  # noqa: B008  (one row of numbers for all)
    """A picture that is like no other."""
    return Print(PictureOrder(Sheet.MAPS, (next(numbers),)), paper("600x500", 72), Format.PNG)


def test_who_asks_is_told_the_place_until_the_picture_is_there(desk, drawers):
    first, second = print_of(), print_of()
    assert [desk.ask_for(first, "a"), desk.ask_for(second, "b"), desk.ask_for(second, "b")] == [0, 1, 1]
    drawers.orders[1].set_result(b"picture")
    assert desk.ask_for(second, "b") == b"picture"


def test_a_picture_that_two_readers_ask_for_is_drawn_once(desk, drawers):
    wanted = print_of()
    assert desk.ask_for(wanted, "a") == desk.ask_for(wanted, "b") == 0
    assert len(drawers.orders) == 1


def test_a_finished_picture_is_kept_for_who_waits_and_who_asks(desk, drawers):
    wanted = print_of()
    desk.ask_for(wanted, "a")
    drawers.orders[0].set_result(b"picture")
    assert desk.wait_for(wanted, "b") == desk.ask_for(wanted, "c") == b"picture"
    assert len(drawers.orders) == 1


def test_no_more_bytes_are_kept_than_allowed_and_the_latest_used_stay(desk, drawers, monkeypatch):
    monkeypatch.setattr(picture_desk, "MOST_KEPT", 10)
    prints = [print_of() for _ in range(3)]
    for number, wanted in enumerate(prints):
        desk.ask_for(wanted, "a")
        drawers.orders[number].set_result(b"12345")
        desk.ask_for(wanted, "a")
        desk.ask_for(prints[0], "a")
    assert [isinstance(desk.ask_for(wanted, "a"), bytes) for wanted in prints] == [True, False, True]


def test_a_picture_larger_than_all_that_is_kept_is_given_to_who_asked(desk, drawers, monkeypatch):
    monkeypatch.setattr(picture_desk, "MOST_KEPT", 3)
    wanted = print_of()
    desk.ask_for(wanted, "a")
    drawers.orders[0].set_result(b"12345")
    assert desk.ask_for(wanted, "a") == b"12345"
    assert desk.ask_for(wanted, "a") == 1  # it was not kept


def test_what_went_wrong_is_told_once_and_the_picture_can_be_asked_for_again(desk, drawers):
    wanted = print_of()
    desk.ask_for(wanted, "a")
    drawers.orders[0].set_exception(OverLimitError(Resource.TIME, 1, 1))
    with pytest.raises(OverLimitError):
        desk.ask_for(wanted, "a")
    assert desk.ask_for(wanted, "a") == 1
    assert len(drawers.orders) == 2


def test_a_picture_that_nobody_asks_for_again_is_given_up(desk, drawers, clock):
    abandoned, wanted = print_of(), print_of()
    desk.ask_for(abandoned, "a")
    desk.ask_for(wanted, "b")
    clock[0] = ABANDONED
    desk.ask_for(wanted, "b")
    clock[0] += 1
    desk.ask_for(print_of(), "c")
    assert [order.cancelled() for order in drawers.orders] == [True, False, False]


def test_a_reader_who_asks_for_many_has_the_newest_drawn_and_takes_no_place_of_others(desk, drawers):
    desk.ask_for(print_of(), "another")
    for _ in range(MOST_ASKED + 2):
        desk.ask_for(print_of(), "a")
    assert [order.cancelled() for order in drawers.orders] == [False, True, True, *[False] * MOST_ASKED]


def test_only_some_threads_may_wait_and_fewer_for_one_reader(desk, drawers):
    readers = ["a"] * MOST_OF_ONE + ["b"] * (MOST_HELD - MOST_OF_ONE)
    with ThreadPoolExecutor(MOST_HELD) as threads:
        waiting = [threads.submit(desk.wait_for, print_of(), reader) for reader in readers]
        while len(drawers.orders) < MOST_HELD:
            pass
        for reader in ("a", "c"):
            with pytest.raises(PicturesBusyError) as raised:
                desk.wait_for(print_of(), reader)
            assert raised.value.ahead == MOST_HELD
        for order in drawers.orders:
            order.set_result(b"picture")
        assert [each.result() for each in waiting] == [b"picture"] * MOST_HELD
        last = threads.submit(desk.wait_for, print_of(), "a")
        while len(drawers.orders) == MOST_HELD:
            pass
        drawers.orders[-1].set_result(b"another")
        assert last.result() == b"another"


def test_a_full_queue_is_told_with_its_length():
    desk = PictureDesk(Drawers(most=1))
    desk.ask_for(print_of(), "a")
    with pytest.raises(PicturesBusyError) as raised:
        desk.ask_for(print_of(), "b")
    assert raised.value.ahead == 1
