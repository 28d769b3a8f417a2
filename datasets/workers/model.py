"""What work in another process is asked for by, and how it can fail."""

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, ParamSpec, Protocol, TypeVar

Given = ParamSpec("Given")
Result = TypeVar("Result")


class Resource(StrEnum):
    """What a piece of work takes."""

    MEMORY = "memory"  # bytes
    PROCESSOR = "processor"  # seconds
    TIME = "time"  # seconds by the clock


@dataclass(frozen=True)
class WorkLimits:
    """How much one piece of work may take: bytes of memory beyond the imports, seconds of processor, by the clock."""

    memory: int
    processor: float
    time: float


class OverLimitError(Exception):
    """A piece of work took more than it may, and was ended."""

    def __init__(self, resource: Resource, found: float, allowed: float) -> None:
        super().__init__(resource, found, allowed)
        self.resource, self.found, self.allowed = resource, found, allowed


class WorkerDiedError(Exception):
    """The process of a piece of work ended by itself: ``code`` is its exit code, a signal where it is negative."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


class WorkersBusyError(Exception):
    """So much is waiting (``ahead`` pieces of work, those at work among them) that nothing more is taken in."""

    def __init__(self, ahead: int) -> None:
        super().__init__(ahead)
        self.ahead = ahead


class Workers(Protocol):
    """Who does pieces of work: a function at the top of a module, with arguments and a result that can be pickled."""

    def submit(self, work: Callable[Given, Result], /, *args: Given.args, **kwargs: Given.kwargs) -> "Future[Result]":
        """The coming result. Raises WorkersBusyError; the result raises what the work does, or the errors above."""

    def ahead(self, order: "Future[Any]") -> int:
        """How many pieces of work wait or run before one that waits; 0 once it runs."""

    def warm(self) -> None:
        """Get ready for work that is about to come."""


class InlineWorkers:
    """Workers that do everything at once, in the process of who asks: for the command line and for tests."""

    def submit(self, work: Callable[Given, Result], /, *args: Given.args, **kwargs: Given.kwargs) -> "Future[Result]":
        """The result, or what went wrong."""
        done: Future[Result] = Future()
        try:
            done.set_result(work(*args, **kwargs))
        except Exception as error:  # as a future keeps it for who asks for the result
            done.set_exception(error)
        return done

    def ahead(self, order: "Future[Any]") -> int:
        """Nothing waits here."""
        del order
        return 0

    def warm(self) -> None:
        """One's own process is always ready."""


@dataclass(frozen=True)
class Workforce:
    """Who reads uploads and who draws pictures; without others both happen in this process, one at a time."""

    readers: Workers = InlineWorkers()  # noqa: RUF009  (nothing in it changes)
    drawers: Workers = InlineWorkers()  # noqa: RUF009


IN_THIS_PROCESS = Workforce()
