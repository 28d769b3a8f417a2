"""The first tables."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_TYPES = {
    "boolean": sa.Boolean,
    "bytes": sa.LargeBinary,
    "double": sa.Double,
    "integer": sa.Integer,
    "json": sa.JSON,
    "long": sa.BigInteger,
    "text": sa.Text,
    "time": sa.DateTime,
}
_POINT = "area_code text?, longitude double?, latitude double?"
_ORIGIN = "approximate boolean?, source text?, note text?"
_ROWS = {  # of batches, by table; SQLite keeps those without a geometry by their key
    "observation": "variable text, area_code text, year integer, value double?, kind text?, source text?, note text?",
    "facility": f"code text, type text?, name text?, {_POINT}, capacity double?, grade text?, opened integer?, "
    f"closed integer?, {_ORIGIN}",
    "settlement": f"code text, name text?, {_POINT}, population double?, {_ORIGIN}",
    "township_polygon": "code text, name text?, geometry bytes, source text?",
    "road": "code text, name text?, road_class text?, geometry bytes, source text?",
}


def upgrade() -> None:
    """Create them."""
    _create_accounts()
    _create_datasets()
    _create_versions()
    for name, columns in _ROWS.items():
        keyed = {} if "geometry" in columns else {"sqlite_with_rowid": False}
        every = f"batch_id integer, position integer, {columns}"
        _create_table(name, every, key="batch_id position", refers={"batch_id": "batch.id"}, **keyed)


def _create_accounts() -> None:
    """Who may do what, and who tried to log in."""
    _create_table(
        "account",
        "id integer, name text, password_hash text, role text, active boolean, created_at time, session_epoch integer",
        sa.CheckConstraint("role IN ('viewer', 'editor', 'publisher', 'administrator')", name=op.f("ck_account_role")),
        sa.UniqueConstraint("name", name=op.f("uq_account_name")),
    )
    _create_table("login_attempt", "id integer, name text, address text, at time, succeeded boolean")
    _create_index("login_attempt", "address", "at")
    _create_index("login_attempt", "name", "at")


def _create_datasets() -> None:
    """Datasets, the files that were imported, and remembered mappings of columns."""
    _create_table("dataset", "id text, name text, description text, base text?, created_at time, created_by text")
    _create_table(
        "batch",
        "id integer, dataset_id text, kind text, file_name text, digest text, size long, rows_read integer, "
        "rows_kept integer, rows_left_out integer, replace boolean, good_only boolean, datum text, note text, "
        "created_at time, created_by text",
        refers={"dataset_id": "dataset.id"},
    )
    _create_table(
        "column_mapping",
        "id integer, name text, kind text, mapping text, fingerprint text, created_at time, created_by text",
    )
    _create_index("column_mapping", "fingerprint")


def _create_versions() -> None:
    """Versions, their batches, what became of them, and who did what."""
    _create_table(
        "version",
        "id integer, dataset_id text, number integer, parent_id integer?, created_at time, created_by text, note text",
        sa.UniqueConstraint("dataset_id", "number", name=op.f("uq_version_dataset_id_number")),
        refers={"dataset_id": "dataset.id", "parent_id": "version.id"},
    )
    _create_table(
        "version_batch",
        "version_id integer, batch_id integer, position integer",
        key="version_id batch_id",
        refers={"batch_id": "batch.id", "version_id": "version.id"},
    )
    _create_index("version_batch", "batch_id")
    _create_table(
        "publication",
        "id integer, dataset_id text, version_id integer, at time, by text, previous_version_id integer?",
        refers={"dataset_id": "dataset.id", "previous_version_id": "version.id", "version_id": "version.id"},
    )
    _create_index("publication", "dataset_id")
    _create_table(
        "discard", "version_id integer, at time, by text", key="version_id", refers={"version_id": "version.id"}
    )
    _create_table(
        "event",
        "id integer, at time, who text, action text, dataset_id text?, version_id integer?, details json",
        refers={"dataset_id": "dataset.id", "version_id": "version.id"},
    )
    _create_index("event", "dataset_id")


def _create_table(
    name: str,
    columns: str,
    *rules: sa.Constraint,
    key: str = "id",
    refers: dict[str, str] | None = None,
    **options: Any,
) -> None:
    """Create a table of ``columns``, each a name and a type, with a question mark where it may be NULL."""
    declared = [column.split() for column in columns.split(", ")]
    references = [
        sa.ForeignKeyConstraint([own], [other], name=op.f(f"fk_{name}_{own}")) for own, other in (refers or {}).items()
    ]
    op.create_table(
        name,
        *(sa.Column(own, _TYPES[type_.rstrip("?")](), nullable=type_.endswith("?")) for own, type_ in declared),
        *references,
        sa.PrimaryKeyConstraint(*key.split(), name=op.f(f"pk_{name}")),
        *rules,
        **options,
    )


def _create_index(table: str, *columns: str) -> None:
    op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, list(columns), unique=False)
