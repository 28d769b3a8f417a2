"""Results that several threads share: whoever asks first computes, and whoever asks meanwhile waits for it."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from contextlib import suppress
from dataclasses import dataclass, field
from threading import Lock
from typing import Any, TypeVar

Result = TypeVar("Result")


class SharedResults:
    """The results used last, ``most`` of them, by their keys; all of them without ``most``.

    Each is computed once, however many ask for it at the same time. What fails is not kept: the next one tries again.
    """

    def __init__(self, most: int | None = None) -> None:
        self._most = most
        self._entries: OrderedDict[Hashable, _Entry] = OrderedDict()
        self._lock = Lock()

    def find(self, key: Hashable, compute: Callable[[], Result]) -> Result:
        """Return what ``compute`` has returned for the key, or compute it. Raises what ``compute`` does."""
        entry = self._entries.get(key)
        if entry is None or not entry.done:
            entry = self._find_or_add(key)
            with entry.lock:
                if not entry.done:
                    entry.result, entry.done = compute(), True
        if self._most is not None:
            with suppress(KeyError):  # another thread has just dropped it
                self._entries.move_to_end(key)
        found: Result = entry.result
        return found

    def _find_or_add(self, key: Hashable) -> "_Entry":
        with self._lock:
            entry = self._entries.setdefault(key, _Entry())
            while self._most is not None and len(self._entries) > self._most:
                self._entries.popitem(last=False)
        return entry


@dataclass(slots=True)
class _Entry:
    """One result, once it is ``done``."""

    done: bool = False
    result: Any = None
    lock: Lock = field(default_factory=Lock)
