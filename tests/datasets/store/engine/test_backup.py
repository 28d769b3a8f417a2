"""A copy of the store is a store, whatever is written meanwhile; commands of docs/operations.md do what it says."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from callbacks.commands.backup import backup_command
from datasets.store.versions.versions import Store
from tests.conftest import ROOT
from tests.datasets.store.conftest import clock, delivery, observations
from tests.datasets.store.new_stores import new_sqlite_store
from tests.datasets.store.postgresql import new_database, programs

DRAFT = delivery(observations({("beds", "a", 2016): 1.0}))


@pytest.fixture
def used(tmp_path):
    """A store of SQLite with a draft, in use."""
    store = new_sqlite_store(tmp_path / "atlas.db", clock())
    store.add_dataset("own", "自有数据", "", None, "安")
    store.add_draft("own", [DRAFT], "安")
    yield store
    store.close()


def back_up(store, path):
    return CliRunner().invoke(backup_command(lambda: store), [str(path)])


def drafts(url):
    store = Store(url, clock())
    store.migrate(True)
    found = [version.number for version in store.versions("own")]
    store.close()
    return found


def test_a_copy_holds_what_was_kept_and_can_be_used(used, tmp_path):
    with used.write_transaction():
        used.add_draft("own", [DRAFT], "安")  # under way: not in the copy
        assert back_up(used, tmp_path / "copy.db").exit_code == 0
    assert drafts(f"sqlite:///{tmp_path / 'copy.db'}") == [1]
    assert not [path for path in tmp_path.iterdir() if path.name.endswith(".part")]


def test_a_copy_replaces_nothing(used, tmp_path):
    (tmp_path / "copy.db").write_text("mine")
    done = back_up(used, tmp_path / "copy.db")
    assert done.exit_code == 1
    assert "已有这个文件" in done.output
    assert (tmp_path / "copy.db").read_text() == "mine"


def test_a_store_of_a_server_is_left_to_its_own_program(postgresql, tmp_path):
    with new_database(postgresql) as url:
        store = Store(url, clock())
        store.migrate()
        assert "pg_dump" in back_up(store, tmp_path / "copy").output
        store.close()


def documented(word: str) -> list[str]:
    """The words of the command of docs/operations.md that begins with a word."""
    text = (ROOT / "docs" / "operations.md").read_text("utf-8")
    return re.search(rf"^{word} .*$", text, re.MULTILINE)[0].split()  # type: ignore[index]


def replaced(text, places):
    for place, own in places.items():
        text = text.replace(place, own)
    return text


def test_the_documented_way_of_a_server_brings_everything_back(postgresql, tmp_path):
    folder = programs() or Path()
    with new_database(postgresql) as url, new_database(postgresql) as other:
        store = Store(url, clock())
        store.migrate()
        store.add_dataset("own", "自有数据", "", None, "安")
        store.add_draft("own", [DRAFT], "安")
        store.close()
        places = {'"$DATABASE_URL"': url, '"$NEW_DATABASE_URL"': other, "atlas.dump": str(tmp_path / "atlas.dump")}
        for word in ("pg_dump", "pg_restore"):
            words = [replaced(each, places) for each in documented(word)]
            subprocess.run([folder / word, *words[1:]], check=True, capture_output=True)  # noqa: S603
        assert drafts(other) == [1]


def test_the_documented_way_of_a_file_brings_everything_back(used, tmp_path):
    assert back_up(used, tmp_path / "copy.db").exit_code == 0
    used.add_draft("own", [DRAFT], "安")
    used.close()
    for path in tmp_path.glob("atlas.db*"):
        path.unlink()
    shutil.copy(tmp_path / "copy.db", tmp_path / "atlas.db")
    assert drafts(used.where) == [1]
