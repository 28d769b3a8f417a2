"""The interface of workers, their limits and their errors."""

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, ParamSpec, Protocol, TypeVar

Given = ParamSpec("Given")
Result = TypeVar("Result")


class Resource(StrEnum):
    """A resource that tasks are limited in."""

    MEMORY = "memory"  # bytes
    PROCESSOR = "processor"  # seconds
    TIME = "time"  # seconds by the clock


@dataclass(frozen=True)
class WorkLimits:
    """Limits of one task: bytes of memory beyond the imports, seconds of processor, seconds by the clock."""

    memory: int
    processor: float
    time: float


class OverLimitError(Exception):
    """A task exceeded a limit and was ended."""

    def __init__(self, resource: Resource, found: float, allowed: float) -> None:
        super().__init__(resource, found, allowed)
        self.resource, self.found, self.allowed = resource, found, allowed


class WorkerDiedError(Exception):
    """The process of a task died: ``code`` is its exit code, a signal where it is negative."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


class WorkersBusyError(Exception):
    """The queue is full; ``ahead`` tasks wait or run."""

    def __init__(self, ahead: int) -> None:
        super().__init__(ahead)
        self.ahead = ahead


class Workers(Protocol):
    """Runs tasks: calls of a module-level function, with arguments and a result that can be pickled."""

    def submit(self, work: Callable[Given, Result], /, *args: Given.args, **kwargs: Given.kwargs) -> "Future[Result]":
        """Queue a task and return its future, which may raise the errors above. Raises WorkersBusyError."""

    def ahead(self, order: "Future[Any]") -> int:
        """How many tasks wait or run before a waiting one; 0 once it runs."""

    def warm(self) -> None:
        """Prepare for tasks that are about to come."""


class InlineWorkers:
    """Workers that run every task at once in the calling process, for the command line and for tests."""

    def submit(self, work: Callable[Given, Result], /, *args: Given.args, **kwargs: Given.kwargs) -> "Future[Result]":
        """Run the task and return a finished future with its result or exception."""
        done: Future[Result] = Future()
        try:
            done.set_result(work(*args, **kwargs))
        except Exception as error:  # kept in the future and raised to whoever asks for the result
            done.set_exception(error)
        return done

    def ahead(self, order: "Future[Any]") -> int:
        """0: no task waits."""
        del order
        return 0

    def warm(self) -> None:
        """Do nothing: the calling process is always ready."""


@dataclass(frozen=True)
class Workforce:
    """Who reads uploads and who draws pictures; without others both happen in this process, one at a time."""

    readers: Workers = InlineWorkers()  # noqa: RUF009  (nothing in it changes)
    drawers: Workers = InlineWorkers()  # noqa: RUF009


IN_THIS_PROCESS = Workforce()
