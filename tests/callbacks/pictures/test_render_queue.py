"""Pictures that are asked for: each knows its place, what is finished is kept, and nobody takes all there is."""

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import count
from typing import Any

import pytest

from callbacks.pictures import render_queue
from callbacks.pictures.render_queue import (
    ABANDONED,
    MOST_POLLED_OF_ONE,
    MOST_WAITING,
    MOST_WAITING_OF_ONE,
    PicturesBusyError,
    RenderQueue,
)
from datasets.workers.model import OverLimitError, Resource, WorkersBusyError
from layouts.paper.sheet.picture_spec import PictureSpec, RenderTask, SheetKind
from layouts.sheet_sizes import Format, parse_paper


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
def queue(drawers, clock):
    return RenderQueue(drawers, lambda: clock[0])


def new_task(numbers: Iterator[int] = count()) -> RenderTask:  # noqa: B008  (one row of numbers for all)
    """A picture that is like no other."""
    return RenderTask(PictureSpec(SheetKind.MAPS, (next(numbers),)), parse_paper("600x500", 72), Format.PNG)


def test_who_asks_is_told_the_place_until_the_picture_is_there(queue, drawers):
    first, second = new_task(), new_task()
    assert [queue.poll(first, "a"), queue.poll(second, "b"), queue.poll(second, "b")] == [0, 1, 1]
    drawers.orders[1].set_result(b"picture")
    assert queue.poll(second, "b") == b"picture"


def test_a_picture_that_two_readers_ask_for_is_drawn_once(queue, drawers):
    wanted = new_task()
    assert queue.poll(wanted, "a") == queue.poll(wanted, "b") == 0
    assert len(drawers.orders) == 1


def test_a_finished_picture_is_kept_for_who_waits_and_who_asks(queue, drawers):
    wanted = new_task()
    queue.poll(wanted, "a")
    drawers.orders[0].set_result(b"picture")
    assert queue.wait_for_file(wanted, "b") == queue.poll(wanted, "c") == b"picture"
    assert len(drawers.orders) == 1


def test_no_more_bytes_are_kept_than_allowed_and_the_latest_used_stay(queue, drawers, monkeypatch):
    monkeypatch.setattr(render_queue, "MOST_KEPT", 10)
    tasks = [new_task() for _ in range(3)]
    for number, wanted in enumerate(tasks):
        queue.poll(wanted, "a")
        drawers.orders[number].set_result(b"12345")
        queue.poll(wanted, "a")
        queue.poll(tasks[0], "a")
    assert [isinstance(queue.poll(wanted, "a"), bytes) for wanted in tasks] == [True, False, True]


def test_a_picture_larger_than_all_that_is_kept_is_given_to_who_asked(queue, drawers, monkeypatch):
    monkeypatch.setattr(render_queue, "MOST_KEPT", 3)
    wanted = new_task()
    queue.poll(wanted, "a")
    drawers.orders[0].set_result(b"12345")
    assert queue.poll(wanted, "a") == b"12345"
    assert queue.poll(wanted, "a") == 1  # it was not kept


def test_what_went_wrong_is_told_once_and_the_picture_can_be_asked_for_again(queue, drawers):
    wanted = new_task()
    queue.poll(wanted, "a")
    drawers.orders[0].set_exception(OverLimitError(Resource.TIME, 1, 1))
    with pytest.raises(OverLimitError):
        queue.poll(wanted, "a")
    assert queue.poll(wanted, "a") == 1
    assert len(drawers.orders) == 2


def test_a_picture_that_nobody_asks_for_again_is_given_up(queue, drawers, clock):
    abandoned, wanted = new_task(), new_task()
    queue.poll(abandoned, "a")
    queue.poll(wanted, "b")
    clock[0] = ABANDONED
    queue.poll(wanted, "b")
    clock[0] += 1
    queue.poll(new_task(), "c")
    assert [order.cancelled() for order in drawers.orders] == [True, False, False]


def test_a_reader_who_asks_for_many_has_the_newest_drawn_and_takes_no_place_of_others(queue, drawers):
    queue.poll(new_task(), "another")
    for _ in range(MOST_POLLED_OF_ONE + 2):
        queue.poll(new_task(), "a")
    assert [order.cancelled() for order in drawers.orders] == [False, True, True, *[False] * MOST_POLLED_OF_ONE]


def test_only_some_threads_may_wait_and_fewer_for_one_reader(queue, drawers):
    readers = ["a"] * MOST_WAITING_OF_ONE + ["b"] * (MOST_WAITING - MOST_WAITING_OF_ONE)
    with ThreadPoolExecutor(MOST_WAITING) as threads:
        waiting = [threads.submit(queue.wait_for_file, new_task(), reader) for reader in readers]
        while len(drawers.orders) < MOST_WAITING:
            pass
        for reader in ("a", "c"):
            with pytest.raises(PicturesBusyError) as raised:
                queue.wait_for_file(new_task(), reader)
            assert raised.value.ahead == MOST_WAITING
        for order in drawers.orders:
            order.set_result(b"picture")
        assert [each.result() for each in waiting] == [b"picture"] * MOST_WAITING
        last = threads.submit(queue.wait_for_file, new_task(), "a")
        while len(drawers.orders) == MOST_WAITING:
            pass
        drawers.orders[-1].set_result(b"another")
        assert last.result() == b"another"


def test_a_full_queue_is_told_with_its_length():
    queue = RenderQueue(Drawers(most=1))
    queue.poll(new_task(), "a")
    with pytest.raises(PicturesBusyError) as raised:
        queue.poll(new_task(), "b")
    assert raised.value.ahead == 1
