"""Main module of a worker process: read tasks from standard input and write answers to standard output.

``python -m datasets.workers.child FOLDER MODULE...``: temporary files go to FOLDER, the modules are imported first. The
input ends when the parent process does, however it does; this process then ends too, even during a task.
"""

import gc
import importlib
import os
import pickle
import shutil
import sys
import tempfile
import traceback
from collections.abc import Callable
from queue import SimpleQueue
from threading import Thread
from typing import Any, BinaryIO

import psutil

from datasets.workers.model import OverLimitError, Resource, WorkLimits

READY = "ready"
Task = tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any], WorkLimits]
_NICENESS = 10
_SPARE_SECONDS = 5  # of processor: the process that started this one looks at the limit first


def main(folder: str, modules: list[str]) -> None:
    """Do one task after another."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # output that a library prints must not mix with answers
    tempfile.tempdir = folder
    _lower_priority()
    gc.disable()  # nothing of what is imported is garbage
    for module in modules:
        importlib.import_module(module)
    gc.freeze()  # nor is it looked through for any after each picture
    gc.enable()
    tasks: SimpleQueue[Task | Exception] = SimpleQueue()
    Thread(target=_receive_tasks, args=(sys.stdin.buffer, tasks, folder), daemon=True).start()
    _write_answer(answers, READY, None)
    try:
        while True:
            _write_answer(answers, *_run_task(tasks.get()))
    except BaseException:  # such as a result that cannot be pickled
        traceback.print_exc()
        os._exit(1)  # the thread that waits for input cannot be ended


def _receive_tasks(orders: BinaryIO, tasks: "SimpleQueue[Task | Exception]", folder: str) -> None:
    """Queue incoming tasks; end the process when the input is closed."""
    while True:
        try:
            tasks.put(pickle.load(orders))  # noqa: S301  (from the process that started this one)
        except EOFError:
            shutil.rmtree(folder, ignore_errors=True)
            os._exit(0)
        except Exception as error:  # an argument that cannot be unpickled here: report it as the answer
            tasks.put(error)


def _run_task(task: Task | Exception) -> tuple[str, Any]:
    if isinstance(task, Exception):
        return "raised", task
    work, args, kwargs, limits = task
    _set_limits(limits)
    try:
        return "done", work(*args, **kwargs)
    except Exception as error:
        if isinstance(error, MemoryError) or "bad_alloc" in str(error):  # as GEOS tells it
            error = OverLimitError(Resource.MEMORY, limits.memory, limits.memory)
        return "raised", error
    finally:
        _lift_memory_limit()


def _write_answer(answers: BinaryIO, kind: str, content: Any) -> None:
    """Write an answer; for an error that cannot be pickled write its text."""
    if kind == "raised":
        try:
            pickle.loads(pickle.dumps(content))  # noqa: S301  (our own)
        except Exception:
            content = RuntimeError(repr(content))
    pickle.dump((kind, content), answers, protocol=pickle.HIGHEST_PROTOCOL)
    answers.flush()


def _lower_priority() -> None:
    """Lower the process priority, so that the server answers readers first."""
    if sys.platform != "win32":  # there the parent has set the priority
        os.nice(_NICENESS)


def _set_limits(limits: WorkLimits) -> None:
    """Set the limits in the system too: memory can grow faster than the parent process checks."""
    own = psutil.Process()
    _set_limit("RLIMIT_AS", own.memory_info().vms + limits.memory)
    _set_limit("RLIMIT_CPU", int(sum(own.cpu_times()[:2]) + limits.processor + _SPARE_SECONDS))
    _set_limit("RLIMIT_CORE", 0)


def _lift_memory_limit() -> None:
    """Remove the memory limit for writing the answer; the parent process still watches it."""
    _set_limit("RLIMIT_AS", sys.maxsize)


def _set_limit(kind: str, limit: int) -> None:
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415  (not there on Windows)

    _, most = resource.getrlimit(getattr(resource, kind))
    new = limit if most == resource.RLIM_INFINITY else min(limit, most)
    resource.setrlimit(getattr(resource, kind), (new, most))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
