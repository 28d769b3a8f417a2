"""The library shows what is published, all of it and nothing else."""

from datetime import UTC, datetime

import pandas as pd
import pytest
import shapely

from datasets.imports.model import STORED, ImportKind
from datasets.library import LOOK_EVERY, Library
from datasets.store.model import StoredDataset, StoreUnavailableError, Version, VersionState
from geodata.region import Level
from indicators.classes import Method

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
BEDS = "medical_beds"


def figures(*rows):
    told = [(variable, code, 2020, value, "transcribed", "本单位", "") for variable, code, value in rows]
    return pd.DataFrame(told, columns=STORED[ImportKind.OBSERVATIONS])


class Shelf:
    """A store in memory: what is published by dataset, and how often it was asked for rows."""

    def __init__(self):
        self.held, self.kept, self.bases, self.read, self.broken = {}, {}, {}, 0, False

    def keep(self, version_id, dataset_id="own", **rows):
        self.kept[version_id] = (dataset_id, rows)

    def publish(self, version_id):
        self.held[self.kept[version_id][0]] = version_id

    def state(self):
        if self.broken:
            raise StoreUnavailableError("here", "gone")
        return hash(tuple(self.held.items()))

    def datasets(self):
        names = dict.fromkeys(id_ for id_, _ in self.kept.values())
        return [StoredDataset(id_, id_, "", self.bases.get(id_), NOON, "me", None, None) for id_ in names]

    def published(self):
        return {id_: self.version(version_id) for id_, version_id in self.held.items()}

    def version(self, version_id):
        dataset_id = self.kept[version_id][0]
        return Version(version_id, dataset_id, version_id, None, NOON, "me", "", VersionState.DRAFT, ())

    def rows(self, version_id, kind):
        self.read += 1
        return self.kept[version_id][1].get(kind, pd.DataFrame(columns=STORED[kind]))


class Clock:
    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def shelf():
    shelf = Shelf()
    shelf.keep(1, observations=figures((BEDS, "441881", 1234)))
    shelf.keep(2, observations=figures((BEDS, "441881", 1500)))
    return shelf


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def library(foundation, shelf, clock):
    return Library(foundation, shelf, clock)


def beds(city, dataset="own"):
    return city.datasets[dataset].records[BEDS].at[("441881", 2020), "value"]


def test_an_empty_store_shows_what_is_shipped(library, city):
    assert list(library.city().datasets) == list(city.datasets)


def test_a_published_version_is_shown_with_its_number(library, shelf):
    shelf.publish(1)
    shown = library.refresh()
    assert beds(shown) == 1234
    assert shown.datasets["own"].version.startswith("v1-")


def test_the_offices_own_figures_come_first(library, shelf):
    shelf.publish(1)
    assert list(library.refresh().datasets) == ["own", "public", "demo"]


def test_a_reader_who_holds_a_city_keeps_it(library, shelf):
    shelf.publish(1)
    before = library.refresh()
    shelf.publish(2)
    assert beds(library.refresh()) == 1500
    assert beds(before) == 1234


def test_a_new_version_is_noticed_within_a_second_or_two(library, shelf, clock):
    shelf.publish(1)
    assert "own" not in library.city().datasets
    clock.now += LOOK_EVERY
    assert beds(library.city()) == 1234


def test_the_last_city_stays_while_the_store_is_away(library, shelf, clock):
    shelf.publish(1)
    library.refresh()
    shelf.broken = True
    clock.now += LOOK_EVERY
    assert beds(library.city()) == 1234


def test_a_dataset_that_was_not_published_anew_is_not_read_again(library, shelf):
    shelf.keep(3, dataset_id="other", observations=figures((BEDS, "441881", 1)))
    shelf.publish(1)
    kept = library.refresh().datasets["own"]
    shelf.publish(3)
    assert library.refresh().datasets["own"] is kept


def test_figures_that_a_dataset_lacks_come_from_its_base(foundation, shelf, clock):
    shelf.bases["own"] = "public"
    shelf.publish(1)
    city = Library(foundation, shelf, clock).city()
    own, public = (city.datasets[key].records["resident_population"] for key in ("own", "public"))
    pd.testing.assert_frame_equal(own, public)
    assert beds(city) == 1234


def test_a_dataset_without_population_can_be_mapped_and_compared(foundation, shelf, clock):
    shelf.publish(1)
    city = Library(foundation, shelf, clock).city()
    assert city.panel("own", BEDS, Level.COUNTY, Method.QUANTILES, 3).years == [2020]


def test_a_preview_shows_a_draft_and_leaves_what_is_published(library, shelf):
    shelf.publish(1)
    library.refresh()
    assert beds(library.preview(2)) == 1500
    assert beds(library.city()) == 1234


def test_demonstration_figures_make_a_demonstration_dataset(foundation, shelf, clock):
    shelf.keep(4, observations=figures((BEDS, "441881", 1)).assign(kind="demonstration"))
    shelf.publish(4)
    city = Library(foundation, shelf, clock).city()
    assert city.datasets["own"].demonstration
    assert next(iter(city.datasets)) == "public"


def test_official_township_polygons_replace_the_schematic_cells(foundation, shelf, clock):
    cells = foundation.geography.townships
    shapes = shapely.to_wkb(cells.geometry.simplify(0.001).to_numpy())
    rows = pd.DataFrame({"code": cells.index, "name": cells["name"].to_numpy(), "geometry": shapes, "source": "局"})
    shelf.keep(5, townships=rows)
    shelf.publish(5)
    library = Library(foundation, shelf, clock)
    assert not library.city().geography.schematic
    assert library.city().datasets["public"] is foundation.shipped["public"]
    shelf.held.clear()
    assert library.refresh().geography is foundation.geography


def test_figures_alone_keep_the_geography(library, shelf):
    before = library.city().geography
    shelf.publish(1)
    assert library.refresh().geography is before


def test_the_version_names_the_values(library, shelf):
    shelf.publish(1)
    first, second = library.refresh().datasets["own"].version, library.preview(2).datasets["own"].version
    assert first.split("-")[1] != second.split("-")[1]
