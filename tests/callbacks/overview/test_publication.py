"""What the last publication of a dataset changed."""

from dataclasses import replace
from datetime import UTC, datetime
from types import SimpleNamespace

from callbacks.overview.publication import PublicationNotes
from datasets.files.storage_faults import StorageFault
from datasets.store.model import StoreUnavailableError
from layouts.words.pages import overview as words


class KnownStore:
    """A store with one version of one dataset."""

    asked = 0

    def versions(self, _dataset: str) -> list[SimpleNamespace]:
        """The version."""
        return [SimpleNamespace(id=7, number=2, created_at=datetime(2026, 11, 3, tzinfo=UTC))]

    def count_changed_rows(self, _version: int) -> tuple[int, int, int]:
        """Rows added, changed and removed."""
        self.asked += 1
        return 1200, 3, 0


class LostStore:
    """A store that cannot be reached."""

    def versions(self, _dataset: str) -> list:
        """Nothing."""
        raise StoreUnavailableError("sqlite://", "versions", StorageFault.GONE)


def with_number(city, number: int):
    held = {"public": replace(city.datasets["public"], number=number)}
    return replace(city, datasets=city.datasets | held)


def test_a_version_of_the_store_says_when_it_came_and_what_it_changed(city):
    told = PublicationNotes(KnownStore()).describe(with_number(city, 2), "public")
    assert told == "第2版，2026年11月3日导入：新增 1,200 行、修改 3 行、删除 0 行。"


def test_the_rows_of_a_version_are_counted_once(city):
    store = KnownStore()
    notes = PublicationNotes(store)
    assert notes.describe(with_number(city, 2), "public") == notes.describe(with_number(city, 2), "public")
    assert store.asked == 1


def test_what_the_store_does_not_tell_is_said_to_be_unknown(city):
    assert PublicationNotes(LostStore()).describe(with_number(city, 2), "public") == words.unknown_publication(2)
    assert PublicationNotes(KnownStore()).describe(with_number(city, 9), "public") == words.unknown_publication(9)


def test_data_that_come_with_the_program_say_so(city):
    notes = PublicationNotes(KnownStore())
    assert notes.describe(city, "public") == words.SHIPPED
    assert notes.describe(city, "demo") == words.DEMONSTRATION
