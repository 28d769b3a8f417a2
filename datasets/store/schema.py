"""The tables of the database. Only accounts are updated in place; the last publication row says what is published.

A change here needs a migration in ``migrations/versions``; a test compares the two.
"""

from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa

from datasets.kinds import KEYS, STORED, ImportKind


class Instant(sa.TypeDecorator[datetime]):
    """A time with its zone, stored as UTC without one, because SQLite has no type for zones."""

    impl = sa.DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:  # noqa: ARG002
        """Convert a time to what is stored."""
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:  # noqa: ARG002
        """Convert a stored time to one with its zone."""
        return None if value is None else value.replace(tzinfo=UTC)


metadata = sa.MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)


def _columns(type_: "type[sa.types.TypeEngine[Any]]", *names: str, nullable: bool = False) -> "list[sa.Column[Any]]":
    return [sa.Column(name, type_, nullable=nullable) for name in names]


def _id_column() -> "sa.Column[int]":
    return sa.Column("id", sa.Integer, primary_key=True)


def _reference_column(name: str, target: str, *, nullable: bool = False, primary_key: bool = False) -> "sa.Column[int]":
    return sa.Column(name, sa.ForeignKey(target), nullable=nullable, primary_key=primary_key)


account = sa.Table(
    "account",
    metadata,
    _id_column(),
    sa.Column("name", sa.Text, nullable=False, unique=True),
    *_columns(sa.Text, "password_hash", "role"),
    *_columns(sa.Boolean, "active"),
    *_columns(Instant, "created_at"),
    *_columns(Instant, "last_login_at", nullable=True),
    sa.CheckConstraint("role IN ('viewer', 'editor', 'publisher', 'administrator')", name="role"),
)

session = sa.Table(
    "session",
    metadata,
    sa.Column("digest", sa.Text, primary_key=True),  # SHA-256 of the secret in the browser's cookie
    _reference_column("account_id", "account.id"),
    *_columns(Instant, "created_at", "expires_at"),
    sa.Index(None, "account_id"),
)

account_link = sa.Table(  # with which somebody chooses a password once; without an account, the first administrator
    "account_link",
    metadata,
    sa.Column("digest", sa.Text, primary_key=True),  # SHA-256 of the secret in the link
    _reference_column("account_id", "account.id", nullable=True),
    *_columns(Instant, "created_at", "expires_at"),
    *_columns(Instant, "used_at", nullable=True),
    sa.Index(None, "account_id"),
)

login_attempt = sa.Table(
    "login_attempt",
    metadata,
    _id_column(),
    *_columns(sa.Text, "name", "address"),
    *_columns(Instant, "at"),
    *_columns(sa.Boolean, "succeeded"),
    sa.Index(None, "name", "at"),
    sa.Index(None, "address", "at"),
)

dataset = sa.Table(
    "dataset",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    *_columns(sa.Text, "name", "description"),
    sa.Column("base", sa.Text),
    *_columns(Instant, "created_at"),
    *_columns(sa.Text, "created_by"),
)

batch = sa.Table(
    "batch",
    metadata,
    _id_column(),
    _reference_column("dataset_id", "dataset.id"),
    *_columns(sa.Text, "kind", "file_name", "digest"),
    *_columns(sa.BigInteger, "size"),
    *_columns(sa.Integer, "rows_read", "rows_kept", "rows_left_out"),
    *_columns(sa.Boolean, "replace", "good_only"),
    *_columns(sa.Text, "datum", "note"),
    *_columns(Instant, "created_at"),
    *_columns(sa.Text, "created_by"),
)

version = sa.Table(
    "version",
    metadata,
    _id_column(),
    _reference_column("dataset_id", "dataset.id"),
    *_columns(sa.Integer, "number"),
    _reference_column("parent_id", "version.id", nullable=True),
    *_columns(Instant, "created_at"),
    *_columns(sa.Text, "created_by", "note"),
    sa.UniqueConstraint("dataset_id", "number"),
)

version_batch = sa.Table(
    "version_batch",
    metadata,
    _reference_column("version_id", "version.id", primary_key=True),
    _reference_column("batch_id", "batch.id", primary_key=True),
    *_columns(sa.Integer, "position"),
    sa.Index(None, "batch_id"),
)

publication = sa.Table(  # the last row of a dataset says what is published; ids follow the order of commits
    "publication",
    metadata,
    _id_column(),
    _reference_column("dataset_id", "dataset.id"),
    _reference_column("version_id", "version.id", nullable=True),  # NULL where the dataset was withdrawn
    *_columns(Instant, "at"),
    *_columns(sa.Text, "by"),
    _reference_column("previous_version_id", "version.id", nullable=True),
    sa.Index(None, "dataset_id"),
)

discard = sa.Table(
    "discard",
    metadata,
    _reference_column("version_id", "version.id", primary_key=True),
    *_columns(Instant, "at"),
    *_columns(sa.Text, "by"),
)

event = sa.Table(
    "event",
    metadata,
    _id_column(),
    *_columns(Instant, "at"),
    *_columns(sa.Text, "who", "action"),
    _reference_column("dataset_id", "dataset.id", nullable=True),
    _reference_column("version_id", "version.id", nullable=True),
    *_columns(sa.JSON, "details"),
    sa.Index(None, "dataset_id"),
)

column_mapping = sa.Table(
    "column_mapping",
    metadata,
    _id_column(),
    *_columns(sa.Text, "name", "kind", "mapping", "fingerprint"),
    *_columns(Instant, "created_at"),
    *_columns(sa.Text, "created_by"),
    sa.Index(None, "fingerprint"),
)

scenario = sa.Table(  # of sites, by hand or found; a dataset that is shipped is in no table
    "scenario",
    metadata,
    _id_column(),
    *_columns(sa.Text, "name", "dataset"),
    *_columns(sa.JSON, "body"),
    *_columns(Instant, "created_at"),
    *_columns(sa.Text, "created_by"),
)

storyboard = sa.Table(
    "storyboard",
    metadata,
    _reference_column("account_id", "account.id", primary_key=True),
    sa.Column("id", sa.Text, primary_key=True),
    *_columns(sa.Integer, "revision"),
    *_columns(sa.JSON, "body"),
    *_columns(Instant, "changed_at"),
)

division = sa.Table(  # of a region, into two groups of counties; the last row of a region says what its readers see
    "division",
    metadata,
    _id_column(),
    *_columns(sa.Text, "region", "groups"),  # groups as an address has them; "" where they were withdrawn
    *_columns(Instant, "at"),
    *_columns(sa.Text, "by"),
    sa.Index(None, "region"),
)

office = sa.Table(  # whose program it is; the last row counts
    "office",
    metadata,
    _id_column(),
    *_columns(sa.Text, "name", "public_url"),
    sa.Column("logo", sa.LargeBinary),
    *_columns(Instant, "at"),
    *_columns(sa.Text, "by"),
)

_ROW_TYPES: "dict[str, type[sa.types.TypeEngine[Any]]]" = {  # of the columns of rows that do not hold text
    **dict.fromkeys(("value", "longitude", "latitude", "capacity", "population"), sa.Double),
    **dict.fromkeys(("year", "opened", "closed"), sa.Integer),
    "approximate": sa.Boolean,
    "geometry": sa.LargeBinary,
}


def _build_rows_table(name: str, kind: ImportKind) -> sa.Table:
    """Build the table of the rows of batches of a kind. WITHOUT ROWID, SQLite stores short rows by key."""
    required = {*KEYS[kind], "geometry"}
    return sa.Table(
        name,
        metadata,
        _reference_column("batch_id", "batch.id", primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
        *(sa.Column(each, _ROW_TYPES.get(each, sa.Text), nullable=each not in required) for each in STORED[kind]),
        sqlite_with_rowid="geometry" in STORED[kind],
    )


TABLES = {
    ImportKind.OBSERVATIONS: (observation := _build_rows_table("observation", ImportKind.OBSERVATIONS)),
    ImportKind.BENCHMARK: observation,
    ImportKind.FACILITIES: _build_rows_table("facility", ImportKind.FACILITIES),
    ImportKind.SETTLEMENTS: _build_rows_table("settlement", ImportKind.SETTLEMENTS),
    ImportKind.TOWNSHIPS: _build_rows_table("township_polygon", ImportKind.TOWNSHIPS),
    ImportKind.ROADS: _build_rows_table("road", ImportKind.ROADS),
}
