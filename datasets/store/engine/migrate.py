"""Inspect and upgrade the tables of a database: none yet, ours at some revision, or foreign ones."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from datasets.files.storage_faults import StorageFault
from datasets.files.whole_files import create_atomically
from datasets.store.engine import engines

_MIGRATIONS = Path(__file__).parents[1] / "migrations"
_MIGRATING = 0x6A756E68  # number of the advisory lock in PostgreSQL; arbitrary, but used by nothing else
_REVISION = "alembic_version"  # where Alembic keeps the revision
_OWN_TABLES = frozenset({"account", "dataset", "version", "publication"})  # since the first revision
# Tables of extensions such as PostGIS do not count as foreign.
_NOT_OF_EXTENSIONS = sa.text(
    "SELECT c.relname FROM pg_class c WHERE c.relkind IN ('r', 'p') AND c.relnamespace = current_schema()::regnamespace"
    " AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')"
)


@dataclass(frozen=True)
class SchemaState:
    """The names of all tables, and the revision that Alembic has recorded, None without one."""

    names: frozenset[str]
    revision: str | None

    @property
    def is_current(self) -> bool:
        """Whether nothing is left to migrate."""
        return self.revision == _list_revisions()[-1]


def read_schema_state(connection: sa.Connection) -> SchemaState:
    """The tables of a database."""
    if connection.dialect.name == "postgresql":
        names = frozenset(connection.scalars(_NOT_OF_EXTENSIONS))
    else:
        names = frozenset(sa.inspect(connection).get_table_names())
    noted = connection.scalar(sa.text(f"SELECT version_num FROM {_REVISION}")) if _REVISION in names else None  # noqa: S608
    return SchemaState(names, noted)


def find_refusal(found: SchemaState, expected: bool) -> tuple[str, StorageFault] | None:
    """Why a database is refused, None if it is not; one without tables is refused where a store is ``expected``."""
    if not found.names - {_REVISION} and found.revision is None:
        return ("is empty; expected a store", StorageFault.EMPTY) if expected else None
    if found.revision is None or not found.names >= _OWN_TABLES:
        some = ", ".join(sorted(found.names)[:5])
        return f"holds other tables than those of a store: {some}", StorageFault.FOREIGN
    known = _list_revisions()
    if found.revision not in known:
        return f"is of revision {found.revision}; expected one of {', '.join(known)}", StorageFault.NEWER
    return None


def upgrade(connection: sa.Connection) -> None:
    """Upgrade the tables within a transaction; processes that do so at once take turns."""
    from alembic import command  # noqa: PLC0415  (no server needs Alembic whose tables are up to date)
    from alembic.config import Config  # noqa: PLC0415

    if connection.dialect.name == "postgresql":
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_MIGRATING)))
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def create_sqlite_file(path: Path) -> None:
    """Create an SQLite store that appears under its name only when complete; an existing one stays."""
    with suppress(FileExistsError), create_atomically(path) as part:
        engine = engines.sqlite_engine(sa.URL.create("sqlite", database=str(part)), part)
        try:
            with engine.execution_options(writes=True).begin() as connection:
                upgrade(connection)
        finally:
            engine.dispose()
        engines.enable_write_ahead_log(part)


def _list_revisions() -> list[str]:
    """The revisions that there are, from the first to the last: a script is named ``<revision>_<what it does>.py``."""
    return sorted(script.stem.partition("_")[0] for script in (_MIGRATIONS / "versions").glob("[0-9]*.py"))
