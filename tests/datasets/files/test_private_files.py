"""What the program keeps is for its user alone, whatever the umask, and whatever an earlier program left open."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from datasets.files.private_files import make_private, private_umask
from tests.conftest import ROOT

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def kept_openly(folder: Path) -> list[Path]:
    """What an earlier program kept, open to all."""
    files = [folder / name for name in ("atlas.db", "atlas.db-wal", "secret", "uploads/ab/file", "jobs/1/work/map.pdf")]
    for path in files:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("")
        path.chmod(0o644)
    folders = [path for path in folder.rglob("*") if path.is_dir()]
    for path in [folder, *folders]:
        path.chmod(0o755)
    return [folder, *folders, *files]


def test_what_an_earlier_program_left_open_is_closed(tmp_path):
    found = kept_openly(tmp_path / "var")
    assert make_private(tmp_path / "var") == []
    assert {mode(path) for path in found} == {0o700, 0o600}


def test_a_new_folder_is_made_private_and_what_is_made_in_it(tmp_path):
    before = os.umask(0)
    try:
        make_private(tmp_path / "new" / "var")
        with private_umask():
            (tmp_path / "new" / "var" / "file").write_text("")
        assert os.umask(0) == 0
    finally:
        os.umask(before)
    assert mode(tmp_path / "new" / "var") == 0o700
    assert mode(tmp_path / "new" / "var" / "file") == 0o600


@pytest.mark.parametrize("shared", [0o1777, 0o777])
def test_what_is_not_the_programs_is_left_alone(tmp_path, shared):
    folder, other = tmp_path / "shared", tmp_path / "shared" / "其他"
    kept_openly(folder)
    other.write_text("")
    (folder / "jobs" / "link").symlink_to(other)
    other.chmod(0o644)
    folder.chmod(shared)
    make_private(folder)
    assert (mode(folder), mode(other), mode(folder / "secret")) == (shared, 0o644, 0o600)


def test_a_folder_that_the_program_lies_in_stays_open():
    before = mode(ROOT)
    assert make_private(ROOT) == []
    assert mode(ROOT) == before


def test_the_store_that_a_command_makes_is_private_under_a_lax_umask(tmp_path):
    command = [sys.executable, "app.py", "account", "list"]
    subprocess.run(command, cwd=ROOT, env={"FOLDER": str(tmp_path / "var")}, umask=0, check=True)  # noqa: S603
    assert {mode(path) for path in (tmp_path / "var").iterdir()} == {0o600}
    assert mode(tmp_path / "var") == 0o700
