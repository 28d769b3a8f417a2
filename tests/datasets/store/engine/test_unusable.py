"""Databases that cannot be used: held by others, gone, full, somebody else's. Nothing is taken that is not kept."""

import os
import shutil
import signal
import sqlite3
from collections.abc import Callable, Iterator

import psycopg
import pytest
import sqlalchemy as sa

from datasets.files.storage_faults import StorageFault
from datasets.store.accounts.accounts import AccountRole, Accounts
from datasets.store.engine import database, engines
from datasets.store.engine.database import MOST_WRITERS, Database
from datasets.store.model import StoreUnavailableError
from datasets.store.versions.versions import Store
from tests.datasets.store.conftest import clock, delivery, observations
from tests.datasets.store.new_stores import new_sqlite_store
from tests.datasets.store.postgresql import new_database
from tests.datasets.store.processes import file_of, held


@pytest.fixture(autouse=True)
def impatient(monkeypatch):
    """Nobody waits as long as a person would."""
    monkeypatch.setattr(engines, "READERS_WAIT", 0.05)
    monkeypatch.setattr(engines, "WRITERS_WAIT", 0.1)
    monkeypatch.setattr(engines, "_ANSWERING", 0.2)
    monkeypatch.setattr(database, "_CROWDED_AFTER", 0.05)
    monkeypatch.setattr(database, "_ASK_AGAIN", 0.0)


def fault(act: Callable[..., object], *words: object) -> StorageFault:
    """What keeps an action from being done."""
    with pytest.raises(StoreUnavailableError) as refused:
        act(*words)
    return refused.value.fault


def test_readers_and_writers_are_told_that_another_process_holds_the_database_and_go_on_after_it(store, url):
    accounts = Accounts(store, store.now)
    store.close()  # as long as anybody reads, SQLite lets nobody shut out readers
    with held(url):
        assert fault(store.state) is StorageFault.LOCKED
        assert fault(accounts.log_in, "王编", "whatever it is", "") is StorageFault.LOCKED
        assert fault(store.add_dataset, "other", "其他", "", None, "安") is StorageFault.LOCKED
    assert [each.name for each in store.datasets()] == ["自有数据"]
    store.add_dataset("other", "其他", "", None, "安")


def test_a_row_that_another_connection_holds_is_waited_for_no_longer_than_a_person_would(postgresql):
    with new_database(postgresql) as url:
        store = Store(url, clock())
        store.migrate()
        store.add_dataset("own", "自有数据", "", None, "安")
        draft = store.add_draft("own", [delivery(observations({("beds", "a", 2016): 1.0}))], "安")
        with psycopg.connect(url) as other:
            other.execute("SELECT * FROM dataset FOR UPDATE")
            assert fault(store.publish, draft.id, "安") is StorageFault.LOCKED
            assert store.state() == 0
        store.close()


def test_a_few_writers_wait_and_others_are_told_at_once(store):
    waiting = store._writers
    for _ in range(MOST_WRITERS):
        waiting.acquire()
    assert fault(store.add_dataset, "other", "其他", "", None, "安") is StorageFault.CROWDED
    waiting.release()
    store.add_dataset("other", "其他", "", None, "安")


def test_while_a_database_does_not_answer_readers_are_told_without_asking_it_again(monkeypatch):
    tried = []
    connect = psycopg.connect
    monkeypatch.setattr(psycopg, "connect", lambda *words, **named: tried.append(1) or connect(*words, **named))
    monkeypatch.setattr(database, "_ASK_AGAIN", 1e9)
    store = Store("postgresql://atlas@127.0.0.1:1/atlas", clock())
    assert [fault(store.datasets) for _ in range(3)] == [StorageFault.UNREACHABLE] * 3
    assert len(tried) == 1


def test_a_connection_whose_server_says_nothing_any_more_is_given_up_for_a_new_one(postgresql):
    with new_database(postgresql) as url:
        reached = Database(url)
        with reached.read_transaction() as connection:
            process = connection.scalar(sa.text("SELECT pg_backend_pid()"))
        os.kill(process, signal.SIGSTOP)
        with reached.read_transaction() as connection:
            assert connection.scalar(sa.text("SELECT pg_backend_pid()")) != process
        os.kill(process, signal.SIGCONT)
        reached.close()


@pytest.fixture
def kept(tmp_path) -> Iterator[Store]:
    """A store of SQLite in use."""
    store = new_sqlite_store(tmp_path / "var" / "atlas.db", clock())
    store.add_dataset("own", "自有数据", "", None, "安")
    yield store
    store.close()


def test_while_another_process_writes_to_a_file_it_is_read(kept):
    other = sqlite3.connect(file_of(kept.where), isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    assert fault(kept.add_dataset, "other", "其他", "", None, "安") is StorageFault.LOCKED
    assert [each.id for each in kept.datasets()] == ["own"]
    other.close()


def test_a_deleted_file_takes_nothing_more(kept, tmp_path):
    shutil.rmtree(tmp_path / "var")
    accounts = Accounts(kept, kept.now)
    assert fault(accounts.add, "王编", "plum-rain-over-the-pass", AccountRole.EDITOR, "安") is StorageFault.GONE
    assert fault(kept.datasets) is StorageFault.GONE
    assert not (tmp_path / "var").exists()


def test_what_goes_into_a_file_that_is_deleted_meanwhile_is_not_taken_for_kept(kept, tmp_path):
    def write_and_lose() -> None:
        with kept.write_transaction() as connection:
            connection.execute(sa.text("UPDATE dataset SET name = 'other'"))
            shutil.rmtree(tmp_path / "var")

    assert fault(write_and_lose) is StorageFault.GONE


def test_another_file_in_its_place_is_not_written_to_and_its_own_is_when_it_is_back(kept, tmp_path):
    (tmp_path / "var").rename(tmp_path / "away")
    other = Store(kept.where, clock())
    other.migrate()
    other.close()
    assert fault(kept.add_dataset, "other", "其他", "", None, "安") is StorageFault.GONE
    shutil.rmtree(tmp_path / "var")
    (tmp_path / "away").rename(tmp_path / "var")
    kept.add_dataset("other", "其他", "", None, "安")


def test_a_store_that_is_expected_and_not_there_is_not_made_anew(tmp_path):
    path = tmp_path / "atlas.db"
    assert fault(Store(f"sqlite:///{path}", clock()).migrate, True) is StorageFault.GONE
    assert not path.exists()


@pytest.mark.parametrize("content", [b"", None])
def test_an_empty_file_is_not_taken_for_a_new_store(tmp_path, content):
    path = tmp_path / "atlas.db"
    if content is None:
        sqlite3.connect(path).executescript("CREATE TABLE a (b); DROP TABLE a; VACUUM").connection.close()
    else:
        path.write_bytes(content)
    store = Store(f"sqlite:///{path}", clock())
    assert fault(store.migrate) is StorageFault.EMPTY
    store.close()


def test_an_empty_database_of_a_server_is_a_new_store_unless_one_is_expected(postgresql):
    with new_database(postgresql) as url:
        store = Store(url, clock())
        assert fault(store.migrate, True) is StorageFault.EMPTY
        store.migrate()
        store.migrate(True)
        assert store.datasets() == []
        store.close()


ALEMBIC = "CREATE TABLE alembic_version (version_num text); INSERT INTO alembic_version VALUES ('0001')"


@pytest.mark.parametrize("statements", ["CREATE TABLE orders (id int)", ALEMBIC])
def test_somebody_elses_database_is_left_alone(url, statements):
    make(url, statements)
    store = Store(url, clock())
    assert fault(store.migrate) is StorageFault.FOREIGN
    store.close()


def make(url, statements):
    if url.startswith("sqlite"):
        file_of(url).parent.mkdir()
        connection = sqlite3.connect(file_of(url))
        connection.executescript(statements)
        connection.close()
        return
    with psycopg.connect(url) as connection:
        connection.execute(statements.encode())


def test_a_database_of_a_later_program_is_left_alone(store):
    with store.write_transaction() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreUnavailableError, match="is of revision 9999; expected one of 0001, 0002") as refused:
        store.migrate()
    assert refused.value.fault is StorageFault.NEWER


def test_a_full_disk_is_told_and_half_a_draft_is_not_kept(kept):
    @sa.event.listens_for(kept.engine, "connect")
    def leave_no_room(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute("PRAGMA max_page_count = 1")  # no more than there are

    kept.close()
    rows = observations({("beds", str(area), 2016): 1.0 for area in range(9000)})
    assert fault(kept.add_draft, "own", [delivery(rows)], "安") is StorageFault.FULL
    assert kept.versions("own") == []


def test_a_database_that_may_only_be_read_is_told(postgresql):
    with new_database(postgresql) as url:
        store = Store(url, clock())
        store.migrate()
        with psycopg.connect(url, autocommit=True) as other:
            other.execute(b'ALTER DATABASE "%s" SET default_transaction_read_only = on' % other.info.dbname.encode())
        store.close()
        assert fault(store.add_dataset, "own", "自有数据", "", None, "安") is StorageFault.READ_ONLY
        assert fault(store.migrate) is StorageFault.READ_ONLY
        assert store.datasets() == []
        store.close()


def test_tables_that_are_dropped_while_they_are_used_are_told(postgresql):
    with new_database(postgresql) as url:
        store = Store(url, clock())
        store.migrate()
        make(url, "DROP SCHEMA public CASCADE; CREATE SCHEMA public")
        assert fault(store.datasets) is StorageFault.GONE
        store.close()


def test_a_file_that_is_no_database_is_named(tmp_path):
    path = tmp_path / "atlas.db"
    path.write_bytes(b"this is not a database" * 100)
    with pytest.raises(StoreUnavailableError, match=f"{path}: file is not a database") as refused:
        Store(f"sqlite:///{path}", clock()).migrate()
    assert refused.value.fault is StorageFault.DAMAGED


def test_a_damaged_database_is_named(kept, tmp_path):
    kept.close()
    path = tmp_path / "var" / "atlas.db"
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))
    with pytest.raises(StoreUnavailableError, match=r"atlas\.db: database disk image is malformed") as refused:
        kept.datasets()
    assert refused.value.fault is StorageFault.DAMAGED


def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "var").write_text("a file")
    with pytest.raises(StoreUnavailableError, match=r"var/atlas\.db: "):
        Store(f"sqlite:///{tmp_path / 'var' / 'atlas.db'}", clock()).migrate()


def test_a_new_store_that_cannot_be_made_whole_leaves_nothing(tmp_path, monkeypatch):
    def fill_up(*_words: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "link", fill_up)
    assert fault(Store(f"sqlite:///{tmp_path / 'atlas.db'}", clock()).migrate) is StorageFault.FULL
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://atlas:geheim@127.0.0.1:1/atlas",
        "postgres://atlas:geheim@127.0.0.1:1/atlas",
        "postgresql://atlas@127.0.0.1:1/atlas?password=geheim",
    ],
)
def test_a_server_that_does_not_answer_is_named_without_the_password(url):
    store = Store(url, clock())
    with pytest.raises(StoreUnavailableError, match=r"127\.0\.0\.1:1/atlas: connection failed") as refused:
        store.migrate()
    assert refused.value.fault is StorageFault.UNREACHABLE
    assert "geheim" not in str(refused.value)
    store.close()
