"""What the tests of jobs share."""

from pathlib import Path

import pytest

from datasets.jobs.job_store import JobStore
from tests.datasets.jobs.scripts import Clock


@pytest.fixture
def store(tmp_path: Path) -> JobStore:
    return JobStore(tmp_path / "jobs", Clock())
