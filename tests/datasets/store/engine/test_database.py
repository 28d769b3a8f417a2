"""Migrations, and databases that cannot be used."""

import threading

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from datasets.kinds import ImportKind
from datasets.store.engine.database import Database
from datasets.store.model import StoreUnavailableError
from datasets.store.schema import metadata, publication
from datasets.store.versions.versions import Store
from tests.datasets.store.conftest import clock, delivery, observations
from tests.datasets.store.new_stores import take_back
from tests.datasets.store.processes import PROCESSES, migrate

TOGETHER = 6


def test_the_migrations_make_the_tables_of_the_schema(store):
    with store.read_transaction() as connection:
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


def test_figures_under_an_id_that_an_indicator_had_bear_the_present_one(store):
    version = store.add_draft("own", [delivery(observations({("urbanisation_rate", "a", 2016): 50.0}))], "安")
    take_back(store, "0007")
    with store.write_transaction() as connection:
        for table in ("storyboard", "division"):  # of later revisions
            connection.execute(sa.text(f"DROP TABLE {table}"))
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '0004'"))
    store.migrate()
    assert store.rows(version.id, ImportKind.OBSERVATIONS)["variable"].tolist() == ["urbanization_rate"]


def test_a_reader_sees_one_state_while_another_publishes(store):
    with store.read_transaction() as connection:
        before = connection.scalar(sa.text("SELECT count(*) FROM publication"))
        version = store.add_draft("own", [delivery(observations({("beds", "a", 2016): 1.0}))], "安")
        store.publish(version.id, "安")
        assert connection.scalar(sa.text("SELECT count(*) FROM publication")) == before
    assert store.state() > 0


def rename_and_fail(store):
    with store.write_transaction() as connection:
        connection.execute(sa.text("UPDATE dataset SET name = 'other'"))
        raise RuntimeError


def test_a_transaction_that_fails_writes_nothing(store):
    with pytest.raises(RuntimeError):
        rename_and_fail(store)
    assert store.dataset("own").name == "自有数据"


def test_rows_cannot_belong_to_a_file_that_is_not_there(store):
    with pytest.raises(sa.exc.IntegrityError), store.write_transaction() as connection:
        connection.execute(sa.text("INSERT INTO version_batch (version_id, batch_id, position) VALUES (9, 9, 0)"))


def test_sqlite_writes_ahead_so_that_readers_are_not_kept_waiting(tmp_path):
    store = Store(f"sqlite:///{tmp_path / 'atlas.db'}", clock())
    store.migrate()
    with store.read_transaction() as connection:
        assert connection.scalar(sa.text("PRAGMA journal_mode")) == "wal"
    store.close()


@pytest.mark.parametrize("url", ["mysql://atlas:geheim@host/atlas", "sqlite://", "no url at all, but geheim"])
def test_another_kind_of_database_is_refused_with_what_is_allowed(url):
    with pytest.raises(StoreUnavailableError, match="expected sqlite:///FILE or postgresql://") as refused:
        Store(url, clock())
    assert "geheim" not in str(refused.value)


def test_publications_are_numbered_in_the_order_of_their_commits(store, url):
    """A worker that has seen a number must not miss a smaller one that comes later."""
    version = store.add_draft("own", [delivery(observations({("beds", "a", 2016): 1.0}))], "安")
    publishing = threading.Thread(target=store.publish, args=[version.id, "安"])
    other = Database(url)
    with other.write_transaction() as connection:
        other.lock_table(connection, publication)
        publishing.start()
        publishing.join(0.3)
        assert publishing.is_alive(), "published while another publication was under way"
    publishing.join()
    assert store.state() > 0
    other.close()


def test_what_is_written_within_a_transaction_is_kept_or_dropped_with_it(store):
    with pytest.raises(RuntimeError):
        add_and_fail(store)
    assert store.dataset("other") is None
    with store.write_transaction():
        store.add_dataset("other", "其他", "", None, "安")
        assert store.dataset("other").name == "其他"
    assert store.dataset("other").name == "其他"


def add_and_fail(store):
    with store.write_transaction():
        store.add_dataset("other", "其他", "", None, "安")
        raise RuntimeError
