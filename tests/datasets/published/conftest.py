"""A store with one dataset of an office, and a library that shows what is published in it."""

from datetime import UTC, datetime

import pandas as pd
import pytest

from datasets.city.city import UnservableReason
from datasets.kinds import STORED, ImportKind
from datasets.published.published_city import PublishedCity
from datasets.published.servability import UnservableError
from datasets.store.model import Delivery
from tests.datasets.store.new_stores import new_sqlite_store

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
BEDS = "medical_beds"


def figures(*rows: tuple[str, str, float]) -> pd.DataFrame:
    told = [(variable, code, 2020, value, "transcribed", "本单位", "") for variable, code, value in rows]
    return pd.DataFrame(told, columns=STORED[ImportKind.OBSERVATIONS])


@pytest.fixture
def store(tmp_path):
    store = new_sqlite_store(tmp_path / "atlas.db", lambda: NOON)
    store.add_dataset("own", "本单位", "", None, "me")
    yield store
    store.close()


def draft(store, rows, kind=ImportKind.OBSERVATIONS, dataset="own"):
    return store.add_draft(dataset, [Delivery(kind, rows, "a.csv", "0" * 64, 1, len(rows))], "me").id


def publish(store, rows, kind=ImportKind.OBSERVATIONS, dataset="own"):
    store.publish(draft(store, rows, kind, dataset), "me")


def polygons(foundation):
    """The schematic cells as if they were official."""
    cells = foundation.geography.townships
    shapes = cells.to_wkb()["geometry"]
    return pd.DataFrame({"code": cells.index, "name": cells["name"].to_numpy(), "geometry": shapes, "source": "局"})


@pytest.fixture
def published_city(foundation, store):
    return PublishedCity(foundation, store)


def beds(city, dataset="own"):
    return city.datasets[dataset].records[BEDS].at[("441881", 2020), "value"]


def refusing(*numbers: int):
    """A proof that cannot show these versions of the dataset ``own``."""

    def prove(_library, city, datasets) -> None:
        if "own" in datasets and city.datasets["own"].number in numbers:
            raise UnservableError(UnservableReason.NOT_SERVED, [("南北差距", "IndexError")])

    return prove
