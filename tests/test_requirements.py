"""What is installed is what was pinned, byte for byte: the locks hold all that the requirements name, with hashes."""

import re

import pytest

from tests.conftest import ROOT

LOCKS = {
    "requirements.lock": ["requirements.txt"],
    "requirements-test.lock": ["requirements.txt", "requirements-test.txt"],
    "requirements-benchmark.lock": ["requirements-benchmark.txt"],
}


def pins(name: str) -> dict[str, str]:
    """Package and version of every pin of a file, as the index calls the package."""
    found = re.findall(r"^([A-Za-z0-9._-]+)(?:\[\w+\])?==([^\s;#\\]+)", (ROOT / name).read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[-_.]+", "-", package).lower(): version for package, version in found}


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_pins_what_the_requirements_name(lock):
    named = [pin for name in LOCKS[lock] for pin in pins(name).items()]
    assert [pin for pin in named if pin not in pins(lock).items()] == [], "run make lock"


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_of_a_lock_has_a_hash(lock):
    entries = re.split(r"\n(?=[A-Za-z0-9])", (ROOT / lock).read_text("utf-8").strip())
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []
    assert len(entries) == len(pins(lock))


def test_tests_run_on_what_the_program_runs_on():
    assert pins("requirements.lock").items() <= pins("requirements-test.lock").items()
