"""The key of sessions: given or made once, for its owner only."""

import errno
import stat
from concurrent.futures import ProcessPoolExecutor
from functools import partial

import pytest

from datasets.store.accounts.secret_key import SecretKeyError, read_secret_key


def test_a_given_key_is_taken_and_no_file_made(tmp_path):
    assert read_secret_key("k" * 32, tmp_path / "secret") == "k" * 32
    assert not list(tmp_path.iterdir())


def test_a_key_is_made_once_and_only_its_owner_reads_it(tmp_path):
    path = tmp_path / "var" / "secret"
    key = read_secret_key(None, path)
    assert len(key) >= 64
    assert read_secret_key(None, path) == key
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [each.name for each in path.parent.iterdir()] == ["secret"]


def test_processes_that_start_together_get_the_same_key(tmp_path):
    with ProcessPoolExecutor(4) as pool:
        keys = set(pool.map(partial(read_secret_key, None), [tmp_path / "secret"] * 16))
    assert len(keys) == 1


@pytest.mark.parametrize("given", ["short", None])
def test_a_short_key_is_refused(tmp_path, given):
    (tmp_path / "secret").write_text("short")
    with pytest.raises(SecretKeyError, match="expected 32 characters or more, got 5"):
        read_secret_key(given, tmp_path / "secret")


def test_a_key_that_cannot_be_put_in_place_leaves_nothing(tmp_path, monkeypatch):
    def fill_up(*_words: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.link", fill_up)
    with pytest.raises(OSError, match="No space left"):
        read_secret_key(None, tmp_path / "secret")
    assert list(tmp_path.iterdir()) == []
