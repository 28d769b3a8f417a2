"""A siting as a job: what is looked for lies in the job's folder, and so does what came of it, as JSON.

It is solved in the thread that sees to the jobs, for HiGHS works without Python's lock and pages are served meanwhile;
a process would first have to import what the server has imported.
"""

import json
import logging
import os
import pickle
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from datasets.jobs.job_runner import Outcome
from datasets.jobs.job_store import Job, JobProgress, JobState, JobStore
from datasets.siting.scenario import format_changes
from datasets.siting.siting_plan import Search
from geodata.siting.solve import find_best_sites
from geodata.siting.task import InfeasibleError, InfeasibleReason, SitingTask

KEPT_SECONDS = 60 * 60  # that a siting is kept after its end
MOST_ENDED = 200  # sitings that are kept
SECONDS = 60.0  # that a siting may work; then its best answer so far is the answer
_SEARCH, _ANSWER = "search.pickle", "answer.json"


@dataclass(frozen=True)
class SitingAnswer:
    """What came of a siting: the ``changes`` of the scenario with the ``count`` new sites, as an address bears them.

    ``seconds``, ``gap`` and ``stopped`` are those of the solver's result. Without an answer, ``changes`` is None and
    ``reason``, ``group`` and ``numbers`` are those of an InfeasibleError.
    """

    changes: str | None = None
    count: int = 0
    seconds: float = 0.0
    gap: float = 0.0
    stopped: bool = False
    reason: InfeasibleReason | None = None
    group: str | None = None
    numbers: Mapping[str, float] = field(default_factory=dict)


def open_store(root: Path, now: Callable[[], float]) -> JobStore:
    """The jobs of sitings under a folder."""
    return JobStore(root, now, KEPT_SECONDS, MOST_ENDED)


def job_files(search: Search, task: SitingTask) -> dict[str, bytes]:
    """The files that a job of a siting is sent, by name."""
    return {_SEARCH: pickle.dumps((search, task), protocol=pickle.HIGHEST_PROTOCOL)}


def solve_siting(store: JobStore, job: Job) -> Outcome:
    """Solve the siting of a job; one that is cancelled ends with the best selection so far. Raises OSError."""
    store.begin(job.id, os.getpid())
    folder = store.folder(job.id)
    search, task = pickle.loads((folder / _SEARCH).read_bytes())  # noqa: S301  (our own)
    try:
        answer = _solve_task(store, job, search, task)
    except OSError:
        raise
    except Exception:  # told to whoever started it; the next one is worked at
        logging.getLogger(__name__).exception("a siting failed")
        return JobState.FAILED, ""
    (folder / "work" / _ANSWER).write_text(json.dumps(asdict(answer)), "utf-8")
    return JobState.DONE, ""


def read_answer(store: JobStore, job: Job) -> SitingAnswer:
    """What came of a job that is done. Raises OSError."""
    return SitingAnswer(**json.loads((store.folder(job.id) / "files" / _ANSWER).read_text("utf-8")))


def _solve_task(store: JobStore, job: Job, search: Search, task: SitingTask) -> SitingAnswer:
    def report(gap: float, elapsed: float) -> bool:
        store.write_progress(job.id, JobProgress(done=elapsed, total=SECONDS, gap=gap))
        return store.is_cancelled(job.id)

    try:
        result = find_best_sites(task, SECONDS, report)
    except InfeasibleError as error:
        return SitingAnswer(reason=error.reason, group=error.group, numbers=error.numbers)
    changes = format_changes(search.add_chosen_sites(result).changes)
    return SitingAnswer(changes, len(result.chosen), result.seconds, result.gap, result.stopped)
