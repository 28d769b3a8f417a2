"""What a server loads before it is ready; the rest waits until somebody needs it, or is for its other processes."""

import os
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from typing import Never

import pytest
from click.testing import CliRunner

from app import program_fingerprint
from callbacks.commands.serve import check_command
from callbacks.readiness.checks import Machine
from datasets.shipped.kept_foundation import load_kept
from datasets.workers.model import InlineWorkers
from locales import say
from tests.conftest import ROOT, make_published_city
from tests.datasets.store.new_stores import new_sqlite_store

# What draws and writes documents, reads files, makes tables of a store, solves and computes coverage.
LATER = {"matplotlib", "pptx", "docx", "typst", "openpyxl", "pyogrio", "python_calamine", "alembic", "highspy", "scipy"}
_START = """
import sys
from app import wsgi
answer = wsgi().test_client().get("/ready")
print(answer.status_code, *sorted({name.partition(".")[0] for name in sys.modules}))
"""


def test_a_server_that_is_ready_has_not_imported_what_only_some_requests_need(foundation, tmp_path):
    load_kept(tmp_path / "prepared" / "qingyuan.pickle", program_fingerprint(), lambda: foundation)
    with make_published_city(foundation, tmp_path):
        pass  # the tables are there, as after the first start
    environment = {**os.environ, "FOLDER": str(tmp_path), "REGION": "qingyuan"}
    started = subprocess.run(  # noqa: S603
        [sys.executable, "-c", _START], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    status, *imported = started.stdout.split()
    assert status == "200"
    assert LATER.intersection(imported) == set()


@pytest.fixture
def machine(tmp_path):
    with closing(new_sqlite_store(tmp_path / "atlas.db", lambda: datetime.now(UTC))) as store:
        yield Machine(lambda: store, tmp_path, InlineWorkers(), "1.2.3", lambda: True)


def test_check_says_every_line_and_ends_well_only_where_none_fails(city, machine):
    well = CliRunner().invoke(check_command(lambda: city, lambda: machine))
    assert well.exit_code == 0
    assert "public: " in well.output
    for subject in (say("readiness-fonts"), say("readiness-drawing"), say("readiness-store"), say("readiness-clock")):
        assert f"　{subject}：" in well.output
    changed = CliRunner().invoke(check_command(lambda: city, lambda: replace(machine, is_whole=lambda: False)))
    assert changed.exit_code == 1
    assert "还不能开会：程序文件不行。" in changed.output


def test_check_says_the_rest_where_nothing_can_be_loaded(machine):
    def load() -> Never:
        sys.exit("Cannot start: no such region")

    found = CliRunner().invoke(check_command(load, lambda: machine))
    assert found.exit_code != 0
    assert f"不行\u3000{say('readiness-program')}：" in found.output
    assert f"通过\u3000{say('readiness-store')}：" in found.output
