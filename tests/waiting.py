"""Waiting for what other threads and processes do, however slow the machine is."""

import time
from collections.abc import Callable

import psutil

GUARD = 180  # seconds after which a test that hangs fails; far more than a busy machine needs for anything


def wait_until(true: Callable[[], object]) -> None:
    """Return when ``true`` returns something true."""
    end = time.monotonic() + GUARD
    while not true():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)


def is_alive(process: int) -> bool:
    """Whether a process runs; one that has ended and nobody has asked for yet does not."""
    try:
        return psutil.Process(process).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False
