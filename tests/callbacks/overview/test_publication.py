"""What the last publication of a dataset changed."""

from dataclasses import replace
from datetime import UTC, datetime

from callbacks.overview.publication import PublicationNotes
from datasets.files.storage_faults import StorageFault
from datasets.store.model import StoreUnavailableError
from locales import say


class KnownVersion:
    """What a store tells of a version."""

    asked = 0

    def __call__(self) -> tuple[datetime, tuple[int, int, int]]:
        """When it came, and the rows that it added, changed and removed."""
        self.asked += 1
        return datetime(2026, 11, 3, tzinfo=UTC), (1200, 3, 0)


def lost() -> tuple[datetime, tuple[int, int, int]]:
    """A store that cannot be reached."""
    raise StoreUnavailableError("sqlite://", "versions", StorageFault.GONE)


def told_of(city, read_publication):
    held = {"public": replace(city.datasets["public"], number=2, read_publication=read_publication)}
    return PublicationNotes(replace(city, datasets=city.datasets | held))


def test_a_version_of_the_store_says_when_it_came_and_what_it_changed(city):
    told = told_of(city, KnownVersion()).describe("public")
    assert told == "第2版，2026年11月3日导入：新增 1,200 行、修改 3 行、删除 0 行。"


def test_the_rows_of_a_version_are_counted_once(city):
    version = KnownVersion()
    notes = told_of(city, version)
    assert notes.describe("public") == notes.describe("public")
    assert version.asked == 1


def test_what_the_store_does_not_tell_is_said_to_be_unknown(city):
    assert told_of(city, lost).describe("public") == say("overview-unknown-publication", number=2)
    assert told_of(city, None).describe("public") == say("overview-unknown-publication", number=2)


def test_data_that_come_with_the_program_say_so(city):
    notes = PublicationNotes(city)
    assert notes.describe("public") == say("overview-shipped")
    assert notes.describe("demo") == say("overview-demonstration")
