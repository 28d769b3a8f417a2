"""The store on both engines, and made-up rows to put into it."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from datasets.kinds import ImportKind
from datasets.store.model import Delivery
from datasets.store.versions.versions import Store
from tests.datasets.store.new_stores import new_sqlite_store
from tests.datasets.store.postgresql import new_database, server


def clock() -> Callable[[], datetime]:
    """A clock that moves on by a minute whenever it is read."""
    minutes = iter(range(10**9))
    return lambda: datetime(2016, 7, 1, 8, tzinfo=UTC) + timedelta(minutes=next(minutes))


def observations(values: dict[tuple[str, str, int], float], **columns: Any) -> pd.DataFrame:
    """Observation rows from values by variable, area and year."""
    keys = pd.DataFrame(list(values), columns=["variable", "area_code", "year"])
    others: dict[str, Any] = {"kind": "published", "source": "方城统计年鉴", "note": "", **columns}
    return keys.assign(value=list(values.values()), **others)


def delivery(rows: pd.DataFrame, kind: ImportKind = ImportKind.OBSERVATIONS, **fields: Any) -> Delivery:
    """A file with these rows."""
    described: dict[str, Any] = {"file_name": "年鉴.xlsx", "digest": "ab12", "size": 10, "rows_read": len(rows)}
    return Delivery(kind=kind, rows=rows, **(described | fields))


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Path]:
    """A PostgreSQL server for all tests of this process: the folder of its socket."""
    with server() as socket:
        yield socket


@pytest.fixture(scope="session")
def migrated(postgresql: Path) -> Iterator[str]:
    """The name of a database of that server with the tables of a store."""
    with new_database(postgresql) as url:
        store = Store(url, clock())
        store.migrate()
        store.close()
        yield str(store.engine.url.database)


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a database of each engine: of the ``store`` where a test has one, empty where it has none."""
    with_tables = "store" in request.fixturenames
    if request.param == "postgresql":
        template = request.getfixturevalue("migrated") if with_tables else "template1"
        with new_database(request.getfixturevalue("postgresql"), template) as url:
            yield url
        return
    path = tmp_path / "var" / "atlas.db"
    if with_tables:
        new_sqlite_store(path, clock()).close()
    yield f"sqlite:///{path}"


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    """A store with the dataset ``own``, on each engine."""
    opened = Store(url, clock())
    opened.add_dataset("own", "自有数据", "", "public", "安")
    yield opened
    opened.close()
