"""The tables. Nothing in them is updated in place but accounts: what is published is told by the last publication.

A change here needs a migration in ``migrations/versions``; a test compares the two.
"""

from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa

from datasets.kinds import ImportKind


class Instant(sa.TypeDecorator[datetime]):
    """A time with its zone; kept in UTC without one, which both engines can."""

    impl = sa.DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:  # noqa: ARG002
        """As it is kept."""
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:  # noqa: ARG002
        """As it is given out."""
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


def _text(name: str) -> "sa.Column[str]":
    return sa.Column(name, sa.Text, nullable=False)


def _at(name: str = "created_at") -> "sa.Column[datetime]":
    return sa.Column(name, Instant, nullable=False)


def _whole(name: str) -> "sa.Column[int]":
    return sa.Column(name, sa.Integer, nullable=False)


def _flag(name: str) -> "sa.Column[bool]":
    return sa.Column(name, sa.Boolean, nullable=False)


def _id() -> "sa.Column[int]":
    return sa.Column("id", sa.Integer, primary_key=True)


def _of(name: str, target: str, *, nullable: bool = False, primary_key: bool = False) -> "sa.Column[int]":
    return sa.Column(name, sa.ForeignKey(target), nullable=nullable, primary_key=primary_key)


account = sa.Table(
    "account",
    metadata,
    _id(),
    sa.Column("name", sa.Text, nullable=False, unique=True),
    _text("password_hash"),
    _text("role"),
    _flag("active"),
    _at(),
    sa.CheckConstraint("role IN ('viewer', 'editor', 'publisher', 'administrator')", name="role"),
)

session = sa.Table(
    "session",
    metadata,
    sa.Column("digest", sa.Text, primary_key=True),  # of the secret that the browser keeps
    _of("account_id", "account.id"),
    _at(),
    _at("expires_at"),
    sa.Index(None, "account_id"),
)

login_attempt = sa.Table(
    "login_attempt",
    metadata,
    _id(),
    _text("name"),
    _text("address"),
    _at("at"),
    _flag("succeeded"),
    sa.Index(None, "name", "at"),
    sa.Index(None, "address", "at"),
)

dataset = sa.Table(
    "dataset",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    _text("name"),
    _text("description"),
    sa.Column("base", sa.Text),
    _at(),
    _text("created_by"),
)

batch = sa.Table(
    "batch",
    metadata,
    _id(),
    _of("dataset_id", "dataset.id"),
    _text("kind"),
    _text("file_name"),
    _text("digest"),
    sa.Column("size", sa.BigInteger, nullable=False),
    _whole("rows_read"),
    _whole("rows_kept"),
    _whole("rows_left_out"),
    _flag("replace"),
    _flag("good_only"),
    _text("datum"),
    _text("note"),
    _at(),
    _text("created_by"),
)

version = sa.Table(
    "version",
    metadata,
    _id(),
    _of("dataset_id", "dataset.id"),
    _whole("number"),
    _of("parent_id", "version.id", nullable=True),
    _at(),
    _text("created_by"),
    _text("note"),
    sa.UniqueConstraint("dataset_id", "number"),
)

version_batch = sa.Table(
    "version_batch",
    metadata,
    _of("version_id", "version.id", primary_key=True),
    _of("batch_id", "batch.id", primary_key=True),
    _whole("position"),
    sa.Index(None, "batch_id"),
)

publication = sa.Table(  # the last of a dataset says what is published; ids are given in the order of commits
    "publication",
    metadata,
    _id(),
    _of("dataset_id", "dataset.id"),
    _of("version_id", "version.id", nullable=True),  # without one the dataset is taken back
    _at("at"),
    _text("by"),
    _of("previous_version_id", "version.id", nullable=True),
    sa.Index(None, "dataset_id"),
)

discard = sa.Table("discard", metadata, _of("version_id", "version.id", primary_key=True), _at("at"), _text("by"))

event = sa.Table(
    "event",
    metadata,
    _id(),
    _at("at"),
    _text("who"),
    _text("action"),
    _of("dataset_id", "dataset.id", nullable=True),
    _of("version_id", "version.id", nullable=True),
    sa.Column("details", sa.JSON, nullable=False),
    sa.Index(None, "dataset_id"),
)

column_mapping = sa.Table(
    "column_mapping",
    metadata,
    _id(),
    _text("name"),
    _text("kind"),
    _text("mapping"),
    _text("fingerprint"),
    _at(),
    _text("created_by"),
    sa.Index(None, "fingerprint"),
)

scenario = sa.Table(  # of sites, by hand or found; a dataset that is shipped is in no table
    "scenario",
    metadata,
    _id(),
    _text("name"),
    _text("dataset"),
    sa.Column("body", sa.JSON, nullable=False),
    _at(),
    _text("created_by"),
)


def _rows(name: str, *columns: "sa.Column[Any]", with_rowid: bool = False) -> sa.Table:
    """A table of the rows of batches. SQLite keeps short rows in the order of their key, without a second index."""
    return sa.Table(
        name,
        metadata,
        _of("batch_id", "batch.id", primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
        *columns,
        sqlite_with_rowid=with_rowid,
    )


observation = _rows(
    "observation",
    _text("variable"),
    _text("area_code"),
    _whole("year"),
    sa.Column("value", sa.Double),
    sa.Column("kind", sa.Text),
    sa.Column("source", sa.Text),
    sa.Column("note", sa.Text),
)

facility = _rows(
    "facility",
    _text("code"),
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

settlement = _rows(
    "settlement",
    _text("code"),
    sa.Column("name", sa.Text),
    sa.Column("area_code", sa.Text),
    sa.Column("longitude", sa.Double),
    sa.Column("latitude", sa.Double),
    sa.Column("population", sa.Double),
    sa.Column("approximate", sa.Boolean),
    sa.Column("source", sa.Text),
    sa.Column("note", sa.Text),
)

township_polygon = _rows(
    "township_polygon",
    _text("code"),
    sa.Column("name", sa.Text),
    sa.Column("geometry", sa.LargeBinary, nullable=False),
    sa.Column("source", sa.Text),
    with_rowid=True,
)

road = _rows(
    "road",
    _text("code"),
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
