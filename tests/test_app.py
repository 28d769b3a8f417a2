"""The command line: it says what it loaded, or every fault."""

import socket
import subprocess
import sys

from tests.conftest import ROOT


def run(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603
        [sys.executable, "app.py", *words], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )


def test_check_says_what_was_loaded():
    found = run("check")
    assert found.returncode == 0
    assert "public:" in found.stdout


def test_a_fault_ends_the_program_with_one_message_and_no_trace():
    found = run("check", REGION="atlantis")
    assert found.returncode == 1
    assert "Cannot start: 1 fault in the input files." in found.stderr
    assert "atlantis.toml" in found.stderr
    assert "Traceback" not in found.stderr


def test_the_port_is_taken_from_the_environment_without_a_subcommand():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        found = run(PORT=str(port))
    assert found.returncode == 1
    assert f"127.0.0.1:{port}: Address already in use; choose another with HOST and PORT" in found.stderr
    assert "Traceback" not in found.stderr
