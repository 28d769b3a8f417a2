"""Remember the last answers of the store, for readers while it is out of reach."""

import math
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

from datasets.store.model import StoreUnavailableError

MOST_KEPT = 1000  # answers
Answer = TypeVar("Answer")


class LastKnownAnswers(Generic[Answer]):
    """A query of the store that is answered from memory while the store is out of reach.

    Raises StoreUnavailableError for a query that was not answered in the last ``kept`` seconds.
    """

    def __init__(
        self, ask: Callable[..., Answer], kept: float = math.inf, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._ask, self._kept, self._clock, self._lock = ask, kept, clock, Lock()
        self._answers: OrderedDict[tuple[Hashable, ...], tuple[float, Answer]] = OrderedDict()

    def __call__(self, *question: Hashable) -> Answer:
        """Return the store's answer, or the last one while the store is out of reach."""
        try:
            answer = self._ask(*question)
        except StoreUnavailableError:
            with self._lock:
                known = self._answers.get(question)
            if known is None or self._clock() - known[0] > self._kept:
                raise
            return known[1]
        self._keep_answer(question, answer)
        return answer

    def forget(self, *question: Hashable) -> None:
        """Drop the remembered answer of a query."""
        with self._lock:
            self._answers.pop(question, None)

    def _keep_answer(self, question: tuple[Hashable, ...], answer: Answer) -> None:
        with self._lock:
            self._answers[question] = (self._clock(), answer)
            self._answers.move_to_end(question)
            while len(self._answers) > MOST_KEPT:
                self._answers.popitem(last=False)
