"""Small scripts in place of the commands that jobs run, and a store whose clock a test sets."""

import sys

from datasets.jobs.command_work import CommandWork
from datasets.jobs.job_runner import JobRunner
from datasets.jobs.job_store import Job, JobStore

WRITES = "import sys; open(sys.argv[1] + '/work/a.txt', 'w').write('whole')"

FAILS = "import sys; open(sys.argv[1] + '/work/a.txt', 'w').write('half'); sys.exit('Error: no room')"

SLEEPS = (
    "import subprocess, sys, time\n"
    "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
    "open(sys.argv[1] + '/child', 'w').write(str(child.pid))\n"
    "open(sys.argv[1] + '/work/a.txt', 'w').write('half')\n"
    "time.sleep(60)"
)


class Clock:
    """A clock that a test sets."""

    time = 1_000_000.0

    def __call__(self) -> float:
        """Later than at the last call."""
        self.time += 1
        return self.time


def script_work(store: JobStore) -> CommandWork:
    return CommandWork(lambda folder, order: [sys.executable, "-c", order["script"], str(folder)], store.root.parent)


def script_runner(store: JobStore) -> JobRunner:
    return JobRunner(store, script_work(store))


def run_script(store: JobStore, script: str) -> Job:
    """The job of a script, after it has been worked at."""
    id_ = store.add({"script": script}, {}, "甲")
    script_runner(store).see_to_jobs()
    job = store.read_job(id_)
    assert job
    return job
