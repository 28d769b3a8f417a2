"""What a server loads before it is ready; the rest waits until somebody needs it, or is for its other processes."""

import os
import subprocess
import sys

from app import program_fingerprint
from datasets.shipped.kept_foundation import load_kept
from tests.conftest import ROOT, make_published_city

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
