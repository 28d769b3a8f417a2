"""One process that does pieces of work and is watched meanwhile: over a limit it is ended with all it has started."""

import pickle
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import Any

import psutil

from datasets.workers.child import READY
from datasets.workers.model import OverLimitError, Resource, WorkerDiedError, WorkLimits
from datasets.workers.process_groups import OWN_GROUP, kill_group

_ROOT = Path(__file__).parents[2]
_LOOK_EVERY = 0.05  # seconds between two looks at what the work takes
_START_SECONDS = 120  # that the imports may take
_GROWTH = 96 * 1024 * 1024  # bytes that a process may have grown by and still be given more work


class WorkerProcess:
    """A process that has imported ``modules`` and called ``prepare``, or is about to."""

    def __init__(self, modules: Sequence[str], prepare: Callable[[], object] | None = None) -> None:
        self._prepare = prepare
        self._folder = tempfile.mkdtemp(prefix="atlas-worker-")
        self._process = subprocess.Popen(  # noqa: S603  (our own command)
            [sys.executable, "-m", "datasets.workers.child", self._folder, *modules],
            cwd=_ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            **OWN_GROUP,
        )
        self._base: int | None = None  # bytes of memory with the imports alone; None until they are done

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    def do(self, work: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any], limits: WorkLimits) -> Any:
        """What the work gives. Raises what it does, OverLimitError and WorkerDiedError; ends the process after both."""
        try:
            self._await_start(limits)
            kind, content = self._exchange_within_limits(lambda: self._send((work, args, kwargs, limits)), limits)
        except BaseException:
            self.stop()
            raise
        if kind == "raised":
            raise content
        return content

    @property
    def usable(self) -> bool:
        """Whether it lives, and holds on to no more memory than what it was begun with, or little more."""
        try:
            return self._process.poll() is None and self._grown_bytes() < _GROWTH
        except psutil.Error:
            return False

    def kill(self) -> None:
        """End the process and all that it has started, whatever it does."""
        if self._process.poll() is None:
            kill_group(self.pid)

    def stop(self) -> None:
        """End the process and remove what it leaves."""
        self.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            with suppress(OSError):
                stream.close()  # type: ignore[union-attr]
        shutil.rmtree(self._folder, ignore_errors=True)

    def _await_start(self, limits: WorkLimits) -> None:
        """Wait for the imports and the preparation, once. Raises what the preparation raises."""
        if self._base is not None:
            return
        kind, _ = self._exchange_within_limits(lambda: None, WorkLimits(sys.maxsize, sys.maxsize, _START_SECONDS))
        if kind != READY:
            raise WorkerDiedError(0)
        if self._prepare:
            kind, content = self._exchange_within_limits(lambda: self._send((self._prepare, (), {}, limits)), limits)
            if kind == "raised":
                raise content
        self._base = self._resident_bytes()

    def _send(self, task: Any) -> None:
        pickle.dump(task, self._process.stdin, protocol=pickle.HIGHEST_PROTOCOL)  # type: ignore[arg-type]
        self._process.stdin.flush()  # type: ignore[union-attr]

    def _exchange_within_limits(self, send: Callable[[], None], limits: WorkLimits) -> tuple[str, Any]:
        """Send something and take the answer to it, while the limits are kept."""
        exchange = _Exchange(self._process, send)
        spent, end = self._processor_seconds(), time.monotonic() + limits.time
        exchange.start()
        while exchange.is_alive():
            exchange.join(_LOOK_EVERY)
            with suppress(psutil.Error):  # it has just ended
                self._check_limits(limits, self._processor_seconds() - spent, end)
        if exchange.answer is None:
            if isinstance(exchange.fault, (pickle.PicklingError, TypeError, AttributeError)):
                raise exchange.fault  # an argument that cannot be sent
            raise self._describe_death(limits)
        return exchange.answer

    def _check_limits(self, limits: WorkLimits, spent: float, end: float) -> None:
        """End work that takes too much, by raising."""
        if (memory := self._grown_bytes()) > limits.memory:
            raise OverLimitError(Resource.MEMORY, memory, limits.memory)
        if spent > limits.processor:
            raise OverLimitError(Resource.PROCESSOR, spent, limits.processor)
        if time.monotonic() > end:
            raise OverLimitError(Resource.TIME, limits.time, limits.time)

    def _describe_death(self, limits: WorkLimits) -> Exception:
        code = self._process.wait()
        if sys.platform != "win32" and code == -signal.SIGXCPU:
            return OverLimitError(Resource.PROCESSOR, limits.processor, limits.processor)
        if sys.platform != "win32" and code == -signal.SIGABRT:  # so Rust and C++ end when they are given no memory
            return OverLimitError(Resource.MEMORY, limits.memory, limits.memory)
        return WorkerDiedError(code)

    def _grown_bytes(self) -> int:
        """Bytes beyond the imports."""
        return self._resident_bytes() - (self._base or 0)

    def _resident_bytes(self) -> int:
        return int(psutil.Process(self.pid).memory_info().rss)

    def _processor_seconds(self) -> float:
        return float(sum(psutil.Process(self.pid).cpu_times()[:2]))


class _Exchange(Thread):
    """Sends something to a process and waits for one answer; ``answer`` stays None where there is none."""

    def __init__(self, process: "subprocess.Popen[bytes]", send: Callable[[], None]) -> None:
        super().__init__(name="worker exchange", daemon=True)
        self._process, self._send = process, send
        self.answer: tuple[str, Any] | None = None
        self.fault: Exception | None = None

    def run(self) -> None:
        """Send and receive."""
        try:
            self._send()
            self.answer = pickle.load(self._process.stdout)  # type: ignore[arg-type]  # noqa: S301  (our own)
        except Exception as fault:  # told by who looks for the answer
            self.fault = fault
