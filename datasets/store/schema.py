"""The tables of the database. Only accounts are updated in place; the last publication row says what is published.

A change here needs a migration in ``migrations/versions``; a test compares the two.
"""

from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa

from datasets.kinds import ImportKind


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


def _text_column(name: str) -> "sa.Column[str]":
    return sa.Column(name, sa.Text, nullable=False)


def _time_column(name: str = "created_at") -> "sa.Column[datetime]":
    return sa.Column(name, Instant, nullable=False)


def _integer_column(name: str) -> "sa.Column[int]":
    return sa.Column(name, sa.Integer, nullable=False)


def _boolean_column(name: str) -> "sa.Column[bool]":
    return sa.Column(name, sa.Boolean, nullable=False)


def _id_column() -> "sa.Column[int]":
    return sa.Column("id", sa.Integer, primary_key=True)


def _reference_column(name: str, target: str, *, nullable: bool = False, primary_key: bool = False) -> "sa.Column[int]":
    return sa.Column(name, sa.ForeignKey(target), nullable=nullable, primary_key=primary_key)


account = sa.Table(
    "account",
    metadata,
    _id_column(),
    sa.Column("name", sa.Text, nullable=False, unique=True),
    _text_column("password_hash"),
    _text_column("role"),
    _boolean_column("active"),
    _time_column(),
    sa.CheckConstraint("role IN ('viewer', 'editor', 'publisher', 'administrator')", name="role"),
)

session = sa.Table(
    "session",
    metadata,
    sa.Column("digest", sa.Text, primary_key=True),  # SHA-256 of the secret in the browser's cookie
    _reference_column("account_id", "account.id"),
    _time_column(),
    _time_column("expires_at"),
    sa.Index(None, "account_id"),
)

login_attempt = sa.Table(
    "login_attempt",
    metadata,
    _id_column(),
    _text_column("name"),
    _text_column("address"),
    _time_column("at"),
    _boolean_column("succeeded"),
    sa.Index(None, "name", "at"),
    sa.Index(None, "address", "at"),
)

dataset = sa.Table(
    "dataset",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    _text_column("name"),
    _text_column("description"),
    sa.Column("base", sa.Text),
    _time_column(),
    _text_column("created_by"),
)

batch = sa.Table(
    "batch",
    metadata,
    _id_column(),
    _reference_column("dataset_id", "dataset.id"),
    _text_column("kind"),
    _text_column("file_name"),
    _text_column("digest"),
    sa.Column("size", sa.BigInteger, nullable=False),
    _integer_column("rows_read"),
    _integer_column("rows_kept"),
    _integer_column("rows_left_out"),
    _boolean_column("replace"),
    _boolean_column("good_only"),
    _text_column("datum"),
    _text_column("note"),
    _time_column(),
    _text_column("created_by"),
)

version = sa.Table(
    "version",
    metadata,
    _id_column(),
    _reference_column("dataset_id", "dataset.id"),
    _integer_column("number"),
    _reference_column("parent_id", "version.id", nullable=True),
    _time_column(),
    _text_column("created_by"),
    _text_column("note"),
    sa.UniqueConstraint("dataset_id", "number"),
)

version_batch = sa.Table(
    "version_batch",
    metadata,
    _reference_column("version_id", "version.id", primary_key=True),
    _reference_column("batch_id", "batch.id", primary_key=True),
    _integer_column("position"),
    sa.Index(None, "batch_id"),
)

publication = sa.Table(  # the last row of a dataset says what is published; ids follow the order of commits
    "publication",
    metadata,
    _id_column(),
    _reference_column("dataset_id", "dataset.id"),
    _reference_column("version_id", "version.id", nullable=True),  # NULL where the dataset was withdrawn
    _time_column("at"),
    _text_column("by"),
    _reference_column("previous_version_id", "version.id", nullable=True),
    sa.Index(None, "dataset_id"),
)

discard = sa.Table(
    "discard",
    metadata,
    _reference_column("version_id", "version.id", primary_key=True),
    _time_column("at"),
    _text_column("by"),
)

event = sa.Table(
    "event",
    metadata,
    _id_column(),
    _time_column("at"),
    _text_column("who"),
    _text_column("action"),
    _reference_column("dataset_id", "dataset.id", nullable=True),
    _reference_column("version_id", "version.id", nullable=True),
    sa.Column("details", sa.JSON, nullable=False),
    sa.Index(None, "dataset_id"),
)

column_mapping = sa.Table(
    "column_mapping",
    metadata,
    _id_column(),
    _text_column("name"),
    _text_column("kind"),
    _text_column("mapping"),
    _text_column("fingerprint"),
    _time_column(),
    _text_column("created_by"),
    sa.Index(None, "fingerprint"),
)

scenario = sa.Table(  # of sites, by hand or found; a dataset that is shipped is in no table
    "scenario",
    metadata,
    _id_column(),
    _text_column("name"),
    _text_column("dataset"),
    sa.Column("body", sa.JSON, nullable=False),
    _time_column(),
    _text_column("created_by"),
)


def _build_rows_table(name: str, *columns: "sa.Column[Any]", with_rowid: bool = False) -> sa.Table:
    """Build a table of the rows of batches. WITHOUT ROWID, SQLite stores short rows by key, with no second index."""
    return sa.Table(
        name,
        metadata,
        _reference_column("batch_id", "batch.id", primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
        *columns,
        sqlite_with_rowid=with_rowid,
    )


observation = _build_rows_table(
    "observation",
    _text_column("variable"),
    _text_column("area_code"),
    _integer_column("year"),
    sa.Column("value", sa.Double),
    sa.Column("kind", sa.Text),
    sa.Column("source", sa.Text),
    sa.Column("note", sa.Text),
)

facility = _build_rows_table(
    "facility",
    _text_column("code"),
    sa.Column("type", sa.Text),
    sa.Column("name", sa.Text),
    sa.Column("area_code", sa.Text),
    sa.Column("longitude", sa.Double),
    sa.Column("latitude", sa.Double),
    sa.Column("capacity", sa.Double),
    sa.Column("grade", sa.Text),
    sa.Column("opened", sa.Integer),
    sa.Column("closed", sa.Integer),
    sa.Column("approximate", sa.Boolean),
    sa.Column("source", sa.Text),
    sa.Column("note", sa.Text),
)

settlement = _build_rows_table(
    "settlement",
    _text_column("code"),
    sa.Column("name", sa.Text),
    sa.Column("area_code", sa.Text),
    sa.Column("longitude", sa.Double),
    sa.Column("latitude", sa.Double),
    sa.Column("population", sa.Double),
    sa.Column("approximate", sa.Boolean),
    sa.Column("source", sa.Text),
    sa.Column("note", sa.Text),
)

township_polygon = _build_rows_table(
    "township_polygon",
    _text_column("code"),
    sa.Column("name", sa.Text),
    sa.Column("geometry", sa.LargeBinary, nullable=False),
    sa.Column("source", sa.Text),
    with_rowid=True,
)

road = _build_rows_table(
    "road",
    _text_column("code"),
    sa.Column("name", sa.Text),
    sa.Column("road_class", sa.Text),
    sa.Column("geometry", sa.LargeBinary, nullable=False),
    sa.Column("source", sa.Text),
    with_rowid=True,
)

TABLES = {
    ImportKind.OBSERVATIONS: observation,
    ImportKind.BENCHMARK: observation,
    ImportKind.FACILITIES: facility,
    ImportKind.SETTLEMENTS: settlement,
    ImportKind.TOWNSHIPS: township_polygon,
    ImportKind.ROADS: road,
}
