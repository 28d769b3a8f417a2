"""The finished files of packs over HTTP."""

from pathlib import Path

import pytest
from flask import Flask

from callbacks.packs import routes
from datasets.jobs.job_store import JobStore
from tests.datasets.jobs.scripts import WRITES, Clock, run_script


@pytest.fixture
def store(tmp_path: Path) -> JobStore:
    return JobStore(tmp_path / "jobs", Clock())


@pytest.fixture
def client(store):
    server = Flask("jobs")
    routes.register(server, store)
    return server.test_client()


def test_a_finished_file_is_downloaded_by_its_name(store, client):
    job = run_script(store, WRITES)
    with client.get(f"/briefing/jobs/{job.id}/a.txt") as answer:
        assert answer.data == b"whole"
        assert "attachment; filename=a.txt" in answer.headers["Content-Disposition"]


@pytest.mark.parametrize("name", ["order.json", "../state.json", "..%2Fstate.json", "%2e%2e/state.json", "b.txt", ""])
def test_nothing_else_of_the_folder_is_served(store, client, name):
    job = run_script(store, WRITES)
    assert client.get(f"/briefing/jobs/{job.id}/{name}").status_code == 404


@pytest.mark.parametrize("id_", ["..", "%2e%2e", "turn", "x" * 32, "." * 32])
def test_an_id_that_is_no_job_s_finds_nothing(store, client, id_):
    run_script(store, WRITES)
    assert client.get(f"/briefing/jobs/{id_}/a.txt").status_code == 404
    assert store.read_job(id_) is None
