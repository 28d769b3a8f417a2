"""Migrations, and databases that cannot be used."""

import sqlite3
import threading

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from datasets.store.database import Database
from datasets.store.model import StoreUnavailableError
from datasets.store.schema import metadata, publication
from datasets.store.versions import Store
from tests.datasets.store.conftest import clock, delivery, observations
from tests.datasets.store.processes import PROCESSES, migrate

TOGETHER = 6


def test_the_migrations_make_the_tables_of_the_schema(store):
    with store.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, metadata) == []


def test_processes_that_start_together_make_the_tables_once(url):
    together = PROCESSES.Barrier(TOGETHER)
    processes = [PROCESSES.Process(target=migrate, args=(url, together)) for _ in range(TOGETHER)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0] * TOGETHER
    store = Store(url, clock())
    assert store.datasets() == []
    store.close()


def test_migrating_again_keeps_what_is_there(store):
    store.migrate()
    assert [each.id for each in store.datasets()] == ["own"]


def test_a_reader_sees_one_state_while_another_publishes(store):
    with store.reading() as connection:
        before = connection.scalar(sa.text("SELECT count(*) FROM publication"))
        version = store.add_draft("own", [delivery(observations({("beds", "a", 2016): 1.0}))], "安")
        store.publish(version.id, "安")
        assert connection.scalar(sa.text("SELECT count(*) FROM publication")) == before
    assert store.state() > 0


def rename_and_fail(store):
    with store.writing() as connection:
        connection.execute(sa.text("UPDATE dataset SET name = 'other'"))
        raise RuntimeError


def test_a_transaction_that_fails_writes_nothing(store):
    with pytest.raises(RuntimeError):
        rename_and_fail(store)
    assert store.dataset("own").name == "自有数据"


def test_rows_cannot_belong_to_a_file_that_is_not_there(store):
    with pytest.raises(sa.exc.IntegrityError), store.writing() as connection:
        connection.execute(sa.text("INSERT INTO version_batch (version_id, batch_id, position) VALUES (9, 9, 0)"))


def test_sqlite_writes_ahead_so_that_readers_are_not_kept_waiting(tmp_path):
    store = Store(f"sqlite:///{tmp_path / 'atlas.db'}", clock())
    store.migrate()
    with store.reading() as connection:
        assert connection.scalar(sa.text("PRAGMA journal_mode")) == "wal"
    store.close()


def test_a_file_that_is_no_database_is_named(tmp_path):
    path = tmp_path / "atlas.db"
    path.write_bytes(b"this is not a database" * 100)
    with pytest.raises(StoreUnavailableError, match=f"{path}: file is not a database"):
        Store(f"sqlite:///{path}", clock()).migrate()


def test_a_damaged_database_is_named(tmp_path):
    path = tmp_path / "atlas.db"
    store = Store(f"sqlite:///{path}", clock())
    store.migrate()
    store.close()
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))
    with pytest.raises(StoreUnavailableError, match=r"atlas\.db: database disk image is malformed"):
        store.datasets()
    store.close()


def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "var").write_text("a file")
    with pytest.raises(StoreUnavailableError, match=r"var/atlas\.db: "):
        Store(f"sqlite:///{tmp_path / 'var' / 'atlas.db'}", clock()).migrate()


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
    assert "geheim" not in str(refused.value)
    store.close()


@pytest.mark.parametrize("url", ["mysql://atlas:geheim@host/atlas", "sqlite://", "no url at all, but geheim"])
def test_another_kind_of_database_is_refused_with_what_is_allowed(url):
    with pytest.raises(StoreUnavailableError, match="expected sqlite:///FILE or postgresql://") as refused:
        Store(url, clock())
    assert "geheim" not in str(refused.value)


def test_a_database_of_a_later_program_is_left_alone(store):
    with store.writing() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreUnavailableError, match="9999"):
        store.migrate()


def test_publications_are_numbered_in_the_order_of_their_commits(store, url):
    """A worker that has seen a number must not miss a smaller one that comes later."""
    version = store.add_draft("own", [delivery(observations({("beds", "a", 2016): 1.0}))], "安")
    publishing = threading.Thread(target=store.publish, args=[version.id, "安"])
    other = Database(url)
    with other.writing() as connection:
        other.in_turn(connection, publication)
        publishing.start()
        publishing.join(0.3)
        assert publishing.is_alive(), "published while another publication was under way"
    publishing.join()
    assert store.state() > 0
    other.close()


def test_a_new_file_that_another_process_writes_to_is_waited_for(tmp_path):
    path = tmp_path / "atlas.db"
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    store = Store(f"sqlite:///{path}", clock())
    failed = []
    migrating = threading.Thread(target=attempt, args=[store.migrate, failed])
    migrating.start()
    migrating.join(0.3)
    assert migrating.is_alive()
    other.execute("ROLLBACK")
    other.close()
    migrating.join()
    assert failed == []
    assert store.datasets() == []
    store.close()


def attempt(action, failed) -> None:
    try:
        action()
    except StoreUnavailableError as error:
        failed.append(error)
