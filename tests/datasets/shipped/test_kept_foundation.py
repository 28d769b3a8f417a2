"""What was loaded is loaded once for the same program; a file that cannot be trusted is not read."""

import os
import stat
import sys

import pytest

from datasets.files.declarations import BadInputError
from datasets.shipped.kept_foundation import load_kept
from datasets.shipped.load import Foundation
from locales.data import composed


@pytest.fixture
def loaded(foundation):
    """A call that loads, and counts how often it did."""

    class Load:
        calls = 0

        def __call__(self) -> Foundation:
            self.calls += 1
            return foundation

    return Load()


def test_the_same_program_loads_once(loaded, foundation, tmp_path):
    path = tmp_path / "prepared" / "region.pickle"
    load_kept(path, "program", loaded)
    kept = load_kept(path, "program", loaded)
    assert loaded.calls == 1
    assert kept.codes == foundation.codes
    for key, dataset in foundation.shipped.items():
        assert kept.shipped[key].version == dataset.version
        assert kept.shipped[key].facilities.equals(dataset.facilities)
    if os.name != "nt":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_composed_texts_can_be_translated_in_a_process_that_did_not_compose_them(loaded, tmp_path):
    load_kept(tmp_path / "region.pickle", "program", loaded)
    made_here = dict(composed)
    composed.clear()
    load_kept(tmp_path / "region.pickle", "program", loaded)
    assert made_here
    assert composed == made_here


def test_another_program_loads_anew_and_replaces_the_file(loaded, tmp_path):
    path = tmp_path / "region.pickle"
    for program in ("one", "another", "another"):
        load_kept(path, program, loaded)
    assert loaded.calls == 2
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("content", [b"", b"program", b"program 0000\ncos\nsystem\n(S'false'\ntR."])
def test_a_damaged_file_is_not_read_and_is_replaced(loaded, tmp_path, content):
    path = tmp_path / "region.pickle"
    path.write_bytes(content)
    for _ in range(2):
        load_kept(path, "program", loaded)
    assert loaded.calls == 1


@pytest.mark.skipif(sys.platform == "win32", reason="files have no such modes")
def test_a_file_that_others_may_have_written_is_not_read(loaded, tmp_path):
    path = tmp_path / "region.pickle"
    load_kept(path, "program", loaded)
    path.chmod(0o666)
    load_kept(path, "program", loaded)
    assert loaded.calls == 2
    load_kept(path, "program", loaded)
    assert loaded.calls == 2


def test_where_nothing_can_be_kept_it_is_loaded_each_time(loaded, foundation, tmp_path):
    (tmp_path / "file").write_text("no folder", "utf-8")
    assert load_kept(tmp_path / "file" / "region.pickle", "program", loaded) is foundation


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system cannot fork")
def test_another_process_loads_for_a_server_that_is_to_stay_small(loaded, foundation, tmp_path):
    kept = load_kept(tmp_path / "region.pickle", "program", loaded, apart=True)
    assert loaded.calls == 0  # in this process
    assert kept.codes == foundation.codes


def test_what_another_process_fails_at_raises_here(tmp_path):
    def fail() -> Foundation:
        raise BadInputError(["beds.toml: unit: expected a text"])

    with pytest.raises(BadInputError, match="beds"):
        load_kept(tmp_path / "region.pickle", "program", fail, apart=True)
