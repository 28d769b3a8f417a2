"""Worlds that several tests share: small ones built in code, and the real city loaded once."""

import gc
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import pytest
from dash import Dash
from flask.testing import FlaskClient
from hypothesis import HealthCheck, settings
from shapely.geometry import box

from app import create_app
from callbacks.accounts.routes import Security
from datasets.analyses.pack_request import read_presets
from datasets.city.city import City
from datasets.published.published_city import PublishedCity
from datasets.shipped.load import Foundation, build_shipped_city, load_foundation
from datasets.store.accounts import accounts as accounts_of_store
from datasets.store.accounts.accounts import Accounts
from geodata.geography import Geography
from geodata.region import County, Group, Level, Region
from tests.datasets.store.new_stores import new_sqlite_store

ROOT = Path(__file__).parent.parent
# Where the environment forbids to keep what is compiled, each process that the tests start would compile it all again.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
# Machines differ in speed; a claim about values is not to fail for it.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")


@pytest.fixture(scope="session", autouse=True)
def shipped_hashing() -> Iterator[str]:
    """How the program hashes passwords. Tests hash cheaply: a hash that is worth its name takes a tenth of a second."""
    with pytest.MonkeyPatch.context() as patched:
        shipped = accounts_of_store._METHOD
        patched.setattr(accounts_of_store, "_METHOD", "scrypt:128:1:1")
        yield shipped


@pytest.fixture(scope="module", autouse=True)
def freeze_shared_worlds() -> None:
    """Keep what outlives a module out of every collection of garbage.

    Each picture collects all garbage. It would look through all that was imported, the city and what former modules
    left in caches: a second for each picture at the end of a run, more than most pictures take to be drawn.
    """
    set_apart_from_garbage()


def set_apart_from_garbage() -> None:
    """No collection looks through what is there now. What is no longer referred to is collected first."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def foundation() -> Foundation:
    """Qingyuan as it is shipped, before it is a city."""
    return load_foundation(ROOT, "qingyuan")


@pytest.fixture(scope="session")
def city(foundation: Foundation) -> City:
    """Qingyuan as it is shipped."""
    return build_shipped_city(foundation)


def of_every_kind(city: City, dataset: str, *levels: Level) -> list[str]:
    """The indicators of a dataset that a sweep has to see, those with values at all of ``levels``.

    They are all that are declared one by one, and the measures of a type of facility that every township has and of one
    that hardly any county has: those of the other types follow from the same templates.
    """
    types = (None, "township_hospital", "museum")
    return [
        key
        for key in city.datasets[dataset].records
        if city.indicators[key].facility_type in types and set(levels) <= set(city.levels(dataset, key))
    ]


@contextmanager
def make_published_city(foundation: Foundation, folder: Path) -> Iterator[PublishedCity]:
    """A published city over a store of its own in ``folder``, which is closed at the end."""
    with closing(new_sqlite_store(folder / "atlas.db", lambda: datetime.now(UTC))) as store:
        yield PublishedCity(foundation, store)


def security_of(published_city: PublishedCity, **settings: Any) -> Security:
    """The guards over the accounts of a published city's store."""
    accounts = Accounts(published_city.store, published_city.store.now)
    return Security(accounts, "a key for tests, and for nothing else", **settings)


@pytest.fixture(scope="session")
def app(foundation: Foundation, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dash]:
    """The whole program over the shipped city."""
    folder = tmp_path_factory.mktemp("atlas")
    with make_published_city(foundation, folder) as published_city:
        made = create_app(published_city, read_presets(ROOT), folder, security_of(published_city))
        set_apart_from_garbage()
        yield made


@pytest.fixture(scope="session")
def client(app: Dash) -> FlaskClient:
    """A reader who asks the whole program over HTTP."""
    return app.server.test_client()


def shipped_copy(folder: Path) -> Path:
    """A folder with a copy of the shipped declarations and data."""
    for part in ("geodata/regions", "indicators", "datasets"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    return folder


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the shipped declarations and data, for a test to break."""
    return shipped_copy(tmp_path)


def county(adcode: str, group: str, **own: object) -> County:
    """A county of the square world."""
    return County(adcode=adcode, name=f"{adcode}县", short_name=adcode, group=group, **own)  # type: ignore[arg-type]


@pytest.fixture
def square_region() -> Region:
    """Four counties in two groups: a and b in the north, c and d in the south."""
    return Region(
        name="方城",
        short_name="方",
        adcode="sq",
        title="方城",
        gap_name="差距",
        metric_crs="EPSG:4547",
        benchmark="south",
        groups={"north": Group("北", "#AA0000"), "south": Group("南", "#0000AA")},
        counties=(county("a", "north"), county("b", "north"), county("c", "south"), county("d", "south")),
    )


@pytest.fixture
def square_geography(square_region: Region) -> Geography:
    """The square region: counties of 0.1 x 0.1 degrees around 114 E 24 N; two townships in county a."""
    corners = {"a": (114.0, 24.1), "b": (114.1, 24.1), "c": (114.0, 24.0), "d": (114.1, 24.0)}
    counties = gpd.GeoDataFrame(
        {
            "name": [f"{code}县" for code in corners],
            "short_name": list(corners),
            "group": ["north", "north", "south", "south"],
            "county": list(corners),
        },
        geometry=[box(x, y, x + 0.1, y + 0.1) for x, y in corners.values()],
        index=pd.Index(corners, name="adcode"),
        crs="EPSG:4490",
    )
    townships = gpd.GeoDataFrame(
        {"name": ["a1镇", "a2镇"], "short_name": ["a1", "a2"], "group": "north", "county": "a"},
        geometry=[box(114.0, 24.1, 114.05, 24.2), box(114.05, 24.1, 114.1, 24.2)],
        index=pd.Index(["a1", "a2"], name="code"),
        crs="EPSG:4490",
    )
    return Geography(square_region, counties, townships, townships.representative_point(), True, counties.geometry[:0])
