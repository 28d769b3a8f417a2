"""A server may load the program and fork: what its threads and connections were is no use in the new process."""

import os
from collections.abc import Callable
from weakref import WeakMethod


def call_after_fork(method: Callable[[], None]) -> None:
    """Have a bound method called in every process that is forked from now on, for as long as its object lives."""
    held = WeakMethod(method)

    def call() -> None:
        if (alive := held()) is not None:
            alive()

    if hasattr(os, "register_at_fork"):  # Windows does not fork
        os.register_at_fork(after_in_child=call)
