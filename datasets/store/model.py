"""The types of the store: deliveries, datasets, versions, events, and its errors."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

import pandas as pd

from datasets.files.storage_faults import StorageFault
from datasets.kinds import ImportKind

SHIPPED = ("public", "demo")  # shipped datasets that a stored one may take missing figures from
_LISTED = 20  # allowed values that a message lists


class VersionState(StrEnum):
    """The state of a version: not yet published, published now, published earlier, or discarded."""

    DRAFT = "draft"
    PUBLISHED = "published"
    EARLIER = "earlier"
    DISCARDED = "discarded"


class Action(StrEnum):
    """The actions that the trail (audit log) records."""

    CREATE_DATASET = "create_dataset"
    IMPORT = "import"
    REBASE = "rebase"
    PUBLISH = "publish"
    ROLL_BACK = "roll_back"
    WITHDRAW = "withdraw"
    DISCARD = "discard"
    SAVE_SCENARIO = "save_scenario"
    DELETE_SCENARIO = "delete_scenario"
    SAVE_DIVISION = "save_division"
    WITHDRAW_DIVISION = "withdraw_division"
    ADD_ACCOUNT = "add_account"
    SET_PASSWORD = "set_password"  # noqa: S105  (the change, not the password)
    SET_ROLE = "set_role"
    DEACTIVATE_ACCOUNT = "deactivate_account"
    ACTIVATE_ACCOUNT = "activate_account"
    MAKE_LINK = "make_link"
    SET_OFFICE = "set_office"


class RowChange(StrEnum):
    """How a row differs between two versions."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True)
class Delivery:
    """The checked rows of one file, to be imported.

    ``rows`` has the columns of ``STORED[kind]``. ``rows_read`` counts the file's rows, the ones left out too.
    ``replace``: the rows replace everything of their kind in the dataset; otherwise they replace those with the same
    ``KEYS`` and leave the others. ``good_only``: rows with faults were left out by the user's choice.
    """

    kind: ImportKind
    rows: pd.DataFrame
    file_name: str
    digest: str  # SHA-256 of the file, hexadecimal
    size: int  # bytes
    rows_read: int
    replace: bool = False
    good_only: bool = False
    datum: str = ""
    note: str = ""


@dataclass(frozen=True)
class Batch:
    """One imported file in the store; the fields are those of ``Delivery``."""

    id: int
    dataset_id: str
    kind: ImportKind
    file_name: str
    digest: str
    size: int
    rows_read: int
    rows_kept: int
    rows_left_out: int
    replace: bool
    good_only: bool
    datum: str
    note: str
    created_at: datetime
    created_by: str


@dataclass(frozen=True)
class Version:
    """One version of a dataset: its batches, in the order of import. ``number`` counts from 1 within the dataset."""

    id: int
    dataset_id: str
    number: int
    parent_id: int | None
    created_at: datetime
    created_by: str
    note: str
    state: VersionState
    batches: tuple[Batch, ...]


@dataclass(frozen=True)
class StoredDataset:
    """A dataset of the office's own. ``published`` is the number of the version in force, None if there is none."""

    id: str
    name: str
    description: str
    base: str | None  # one of SHIPPED
    created_at: datetime
    created_by: str
    published: int | None
    published_version_id: int | None


@dataclass(frozen=True)
class Event:
    """An entry of the trail."""

    id: int
    at: datetime
    who: str
    action: Action
    dataset_id: str | None
    version_id: int | None
    details: Mapping[str, Any]


@dataclass(frozen=True)
class SavedMapping:
    """A saved mapping of columns; ``mapping`` is JSON, ``fingerprint`` identifies the headings that it fits."""

    id: int
    name: str
    kind: ImportKind
    mapping: str
    fingerprint: str
    created_at: datetime
    created_by: str


class StoreUnavailableError(Exception):
    """The database cannot be reached, read or written.

    ``where`` is its address without the password, ``what`` its own message, ``fault`` what that means.
    """

    def __init__(self, where: str, what: str, fault: StorageFault = StorageFault.UNREACHABLE) -> None:
        super().__init__(f"{where}: {what}")
        self.where, self.what, self.fault = where, what, fault


class UnknownError(LookupError):
    """There is no such dataset or version; the message names what was asked for and what there is."""

    def __init__(self, what: str, found: object, allowed: Iterable[object]) -> None:
        self.what, self.found, self.allowed = what, found, [str(each) for each in allowed]
        listed = ", ".join(self.allowed[:_LISTED]) or "none yet"
        more = f" and {len(self.allowed) - _LISTED} more" if len(self.allowed) > _LISTED else ""
        super().__init__(f"{what} {found!r}: expected one of {listed}{more}")


class DatasetExistsError(Exception):
    """A dataset of that id is there already."""

    def __init__(self, dataset_id: str) -> None:
        super().__init__(f"dataset {dataset_id!r} exists already")
        self.dataset_id = dataset_id


class VersionStateError(Exception):
    """An action that the state of a version does not allow: its number and state, and the states allowed."""

    def __init__(self, number: int, state: VersionState, *allowed: VersionState) -> None:
        super().__init__(f"version {number} is {state}; expected one that is {' or '.join(allowed)}")
        self.number, self.state, self.allowed = number, state, allowed


class StaleDraftError(Exception):
    """A draft made on a version that is no longer the published one.

    ``published`` is the number of the one that is, None where the dataset was withdrawn; ``by`` and ``at`` who did it
    and when.
    """

    def __init__(self, number: int, published: int | None, by: str, at: datetime) -> None:
        done = "the dataset was withdrawn" if published is None else f"version {published} was published"
        super().__init__(f"version {number} was made before {done} by {by} at {at:%Y-%m-%d %H:%M} UTC; rebase it")
        self.number, self.published, self.by, self.at = number, published, by, at
