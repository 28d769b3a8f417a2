"""A store is tried by writing, and nothing of it stays; rows that a version has lost are counted."""

from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from datasets.readiness.store_probe import count_lost_rows, probe_store
from datasets.store.accounts.accounts import AccountRole, Accounts
from datasets.store.model import StoreUnavailableError
from datasets.store.schema import TABLES
from tests.datasets.store.conftest import delivery, observations
from tests.datasets.store.new_stores import new_sqlite_store

MORNING = datetime(2026, 12, 1, 8, 0, tzinfo=UTC)


@pytest.fixture
def store(tmp_path):
    with closing(new_sqlite_store(tmp_path / "atlas.db", lambda: MORNING)) as made:
        yield made


def test_the_trial_leaves_nothing_behind(store):
    found = probe_store(store)
    assert found.is_current
    assert found.newest is None
    assert store.trail() == []


def test_the_newest_time_is_that_of_the_last_log_in_too(store):
    account = Accounts(store, store.now).add("甲员", "plum-rain-over-the-pass", AccountRole.EDITOR, "测试")
    Accounts(store, lambda: MORNING + timedelta(hours=1)).begin_session(account)
    assert probe_store(store).newest == MORNING + timedelta(hours=1)


def test_a_file_that_is_gone_is_said(store, tmp_path):
    probe_store(store)
    (tmp_path / "atlas.db").unlink()
    with pytest.raises(StoreUnavailableError):
        probe_store(store)


def test_rows_that_are_gone_are_counted(store):
    figures = delivery(observations({("beds", "441802", 2015): 1.0, ("beds", "441803", 2015): 2.0}))
    store.add_dataset("own", "自有", "", None, "测试")
    draft = store.add_draft("own", [figures], "测试")
    assert count_lost_rows(store, draft) == 0
    table = TABLES[figures.kind]
    with store.write_transaction() as connection:
        connection.execute(sa.delete(table).where(table.c.batch_id == draft.batches[0].id))
    assert count_lost_rows(store, draft) == len(figures.rows)
