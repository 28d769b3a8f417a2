"""Files beside the database: each appears whole, whoever else writes it at the same time."""

from pathlib import Path

import pytest

from datasets.files.whole_files import write_atomically


def test_two_who_write_the_same_file_at_once_do_not_mix_what_they_write(tmp_path, monkeypatch):
    path, replace = tmp_path / "state.json", Path.replace

    def let_another_write_first(part: Path, target: Path) -> Path:
        monkeypatch.setattr(Path, "replace", replace)
        write_atomically(path, b"of the other")
        return part.replace(target)

    monkeypatch.setattr(Path, "replace", let_another_write_first)
    write_atomically(path, b"mine")
    assert path.read_bytes() == b"mine"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_cannot_be_written_leaves_nothing_beside_it(tmp_path):
    (tmp_path / "folder" / "in the way").mkdir(parents=True)
    with pytest.raises(OSError, match="folder"):
        write_atomically(tmp_path / "folder", b"")
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]
