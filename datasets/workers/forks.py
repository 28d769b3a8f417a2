"""Reset threads and connections in forked processes: a server may load the program and then fork."""

import os
from collections.abc import Callable
from weakref import WeakMethod


def call_after_fork(method: Callable[[], None]) -> None:
    """Call a bound method in every process that is forked from now on, while its object lives."""
    held = WeakMethod(method)

    def call() -> None:
        if (alive := held()) is not None:
            alive()

    if hasattr(os, "register_at_fork"):  # Windows does not fork
        os.register_at_fork(after_in_child=call)
