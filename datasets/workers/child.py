"""What runs in a worker's process: take a piece of work from standard input, answer on standard output, until the end.

``python -m datasets.workers.child FOLDER MODULE...``: temporary files go to FOLDER, the modules are imported first. The
input ends when the process that started this one does, however it does; so does this one then, even amid its work.
"""

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
    """Answer one piece of work after another."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no answer
    tempfile.tempdir = folder
    _lower_priority()
    for module in modules:
        importlib.import_module(module)
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
    """Hand on what comes in; end the process when nothing can come any more."""
    while True:
        try:
            tasks.put(pickle.load(orders))  # noqa: S301  (from the process that started this one)
        except EOFError:
            shutil.rmtree(folder, ignore_errors=True)
            os._exit(0)
        except Exception as error:  # an argument that cannot be read here is told to who asked
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
    """Write an answer; of an error that cannot be written its text."""
    if kind == "raised":
        try:
            pickle.loads(pickle.dumps(content))  # noqa: S301  (our own)
        except Exception:
            content = RuntimeError(repr(content))
    pickle.dump((kind, content), answers, protocol=pickle.HIGHEST_PROTOCOL)
    answers.flush()


def _lower_priority() -> None:
    """Run after whatever answers readers."""
    if sys.platform != "win32":  # there it was started so
        os.nice(_NICENESS)


def _set_limits(limits: WorkLimits) -> None:
    """Have the system hold the limits too: memory is asked for faster than the other process can look."""
    own = psutil.Process()
    _set_limit("RLIMIT_AS", own.memory_info().vms + limits.memory)
    _set_limit("RLIMIT_CPU", int(sum(own.cpu_times()[:2]) + limits.processor + _SPARE_SECONDS))
    _set_limit("RLIMIT_CORE", 0)


def _lift_memory_limit() -> None:
    """Leave the answer room; it is watched from outside."""
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
