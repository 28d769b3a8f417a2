"""Stores whose tables are there already: they are migrated once and copied."""

from collections.abc import Callable
from datetime import datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from alembic import command
from alembic.config import Config

from datasets.store.engine import migrate as migrations
from datasets.store.versions.versions import Store


def new_sqlite_store(path: Path, now: Callable[[], datetime]) -> Store:
    """A store in a new file at ``path``."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_migrated_file())
    return Store(f"sqlite:///{path}", now)


def take_back(store: Store, revision: str) -> None:
    """Take the tables of a store back to those of an earlier program."""
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parents[1] / "migrations"))
    config.set_main_option("path_separator", "os")
    with store.write_transaction() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, revision)


@cache
def _migrated_file() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "atlas.db"
        store = Store(f"sqlite:///{path}", datetime.now)
        store.migrate()
        store.close()  # the last connection writes the log into the file
        return path.read_bytes()
