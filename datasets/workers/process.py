"""One worker process under watch: over a limit it is ended together with its own children."""

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
_LOOK_EVERY = 0.05  # seconds between two checks of the limits
_START_SECONDS = 120  # limits of the imports
_GROWTH = 120 * 1024 * 1024  # bytes that a process may have grown by, with late imports, and still get another task


class WorkerProcess:
    """A worker process, which imports ``modules`` and calls ``prepare`` before its first task."""

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
        """The process id."""
        return self._process.pid

    def do(self, work: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any], limits: WorkLimits) -> Any:
        """Run a task and return its result. Raises what it does; OverLimitError and WorkerDiedError end the process."""
        try:
            self._await_start(limits)
            kind, content = self._exchange_within_limits(lambda: self._send_task((work, args, kwargs, limits)), limits)
        except BaseException:
            self.stop()
            raise
        if kind == "raised":
            raise content
        return content

    @property
    def usable(self) -> bool:
        """Whether the process lives and has not grown much beyond its initial memory."""
        try:
            return self._process.poll() is None and self._grown_bytes() < _GROWTH
        except psutil.Error:
            return False

    def kill(self) -> None:
        """End the process and its children, whatever they do."""
        if self._process.poll() is None:
            kill_group(self.pid)

    def stop(self) -> None:
        """End the process and remove its temporary files."""
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
            kind, content = self._exchange_within_limits(
                lambda: self._send_task((self._prepare, (), {}, limits)), limits
            )
            if kind == "raised":
                raise content
        self._base = self._resident_bytes()

    def _send_task(self, task: Any) -> None:
        pickle.dump(task, self._process.stdin, protocol=pickle.HIGHEST_PROTOCOL)  # type: ignore[arg-type]
        self._process.stdin.flush()  # type: ignore[union-attr]

    def _exchange_within_limits(self, send: Callable[[], None], limits: WorkLimits) -> tuple[str, Any]:
        """Send a task and return its answer, checking the limits meanwhile."""
        exchange = _Exchange(self._process, send)
        spent, end = self._processor_seconds(), time.monotonic() + limits.time
        exchange.start()
        while exchange.is_alive():
            exchange.join(_LOOK_EVERY)
            with suppress(psutil.Error):  # the process has just ended
                self._check_limits(limits, self._processor_seconds() - spent, end)
        if exchange.answer is None:
            if isinstance(exchange.fault, (pickle.PicklingError, TypeError, AttributeError)):
                raise exchange.fault  # an argument that cannot be sent
            raise self._describe_death(limits)
        return exchange.answer

    def _check_limits(self, limits: WorkLimits, spent: float, end: float) -> None:
        """Raise OverLimitError where the task exceeds a limit."""
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
        if sys.platform != "win32" and code == -signal.SIGABRT:  # Rust and C++ code end so when memory is refused
            return OverLimitError(Resource.MEMORY, limits.memory, limits.memory)
        return WorkerDiedError(code)

    def _grown_bytes(self) -> int:
        """Bytes of memory beyond those after the imports."""
        return self._resident_bytes() - (self._base or 0)

    def _resident_bytes(self) -> int:
        return int(psutil.Process(self.pid).memory_info().rss)

    def _processor_seconds(self) -> float:
        return float(sum(psutil.Process(self.pid).cpu_times()[:2]))


class _Exchange(Thread):
    """Sends a task to a process and waits for one answer; ``answer`` stays None where none comes."""

    def __init__(self, process: "subprocess.Popen[bytes]", send: Callable[[], None]) -> None:
        super().__init__(name="worker exchange", daemon=True)
        self._process, self._send_task = process, send
        self.answer: tuple[str, Any] | None = None
        self.fault: Exception | None = None

    def run(self) -> None:
        """Send the task and receive the answer."""
        try:
            self._send_task()
            self.answer = pickle.load(self._process.stdout)  # type: ignore[arg-type]  # noqa: S301  (our own)
        except Exception as fault:  # reported by the thread that waits for the answer
            self.fault = fault
