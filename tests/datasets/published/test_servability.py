"""A version is shown once it is proven that every page can show it."""

from collections.abc import Sequence

import pytest

from datasets.city.city import City, UnservableReason
from datasets.kinds import ImportKind
from datasets.published.published_city import RETRY_SECONDS, PublishedCity
from datasets.published.servability import UnservableError
from datasets.store.model import VersionState
from tests.datasets.published.conftest import BEDS, beds, draft, figures, polygons, publish, refusing


def test_a_draft_that_cannot_be_shown_is_not_published(foundation, store):
    published_city = PublishedCity(foundation, store, refusing(1))
    version = draft(store, figures((BEDS, "441881", 1234)))
    with pytest.raises(UnservableError, match="南北差距: IndexError"):
        published_city.publish(version, "me")
    assert store.version(version).state is VersionState.DRAFT
    assert "own" not in published_city.current().datasets


def test_a_draft_that_is_proven_is_shown_as_it_was_proven(foundation, store):
    seen = []
    published_city = PublishedCity(foundation, store, lambda _library, city, datasets: seen.append((city, datasets)))
    published_city.publish(draft(store, figures((BEDS, "441881", 1234))), "me")
    assert seen == [(published_city.current(), ["own"])]


def test_new_townships_have_every_dataset_proven(foundation, store):
    seen = []
    published_city = PublishedCity(foundation, store, lambda _library, _city, datasets: seen.extend(datasets))
    published_city.publish(draft(store, polygons(foundation), ImportKind.TOWNSHIPS), "me")
    assert sorted(seen) == ["demo", "own", "public"]


def test_the_newest_version_that_can_be_shown_is_shown_at_the_start_and_the_others_are_named(foundation, store):
    for value in (1, 2, 3, 4):
        publish(store, figures((BEDS, "441881", value)))
    city = PublishedCity(foundation, store, refusing(3, 4)).current()
    assert beds(city) == 2
    (told,) = city.set_aside
    assert (told.dataset, told.number, told.shown_number, told.reason) == ("own", 4, 2, UnservableReason.NOT_SERVED)


def test_a_dataset_of_which_nothing_can_be_shown_is_left_out_and_named(foundation, store):
    publish(store, figures((BEDS, "441881", 1)))
    city = PublishedCity(foundation, store, refusing(1)).current()
    assert "own" not in city.datasets
    assert city.set_aside[0].shown_number is None


def test_a_running_library_keeps_what_it_shows_when_another_process_publishes_what_it_cannot_show(foundation, store):
    published_city = PublishedCity(foundation, store, refusing(2))
    publish(store, figures((BEDS, "441881", 1234)))
    published_city.poll()
    before = published_city.current()
    publish(store, figures((BEDS, "441881", 1500)))
    published_city.poll()
    assert beds(published_city.current()) == 1234
    assert published_city.current().set_aside[0].number == 2
    assert published_city.current().versions_key != before.versions_key
    publish(store, figures((BEDS, "441881", 1600)))
    published_city.poll()
    assert (beds(published_city.current()), published_city.current().set_aside) == (1600, ())


def test_one_dataset_that_cannot_be_shown_does_not_hold_the_others_back(foundation, store):
    published_city = PublishedCity(foundation, store, refusing(1))
    publish(store, figures((BEDS, "441881", 1)))
    store.add_dataset("other", "其他", "", None, "me")
    publish(store, figures((BEDS, "441881", 7)), dataset="other")
    published_city.poll()
    assert beds(published_city.current(), "other") == 7


def test_a_version_that_could_not_be_proven_to_the_end_is_proven_again_after_a_while(foundation, store):
    seconds, faults = [0.0], [UnservableError(UnservableReason.UNPROVEN, [("", "busy")])]

    def prove(*_: object) -> None:
        if faults:
            raise faults.pop()

    publish(store, figures((BEDS, "441881", 1234)))
    published_city = PublishedCity(foundation, store, prove, clock=lambda: seconds[0])
    published_city.poll()
    assert [each.reason for each in published_city.current().set_aside] == [UnservableReason.UNPROVEN]
    seconds[0] = RETRY_SECONDS
    published_city.poll()
    assert (beds(published_city.current()), published_city.current().set_aside) == (1234, ())


class Proofs:
    """What was asked to be proven."""

    def __init__(self) -> None:
        self.asked: list[list[str]] = []

    def __call__(self, _library: PublishedCity, _city: City, datasets: Sequence[str]) -> None:
        """Everything can be shown."""
        self.asked.append(list(datasets))


@pytest.mark.parametrize(("program", "asked"), [("p1", []), ("p2", [["own"]])])
def test_what_another_process_has_proven_is_shown_at_once_by_the_same_program_only(foundation, store, program, asked):
    proofs = Proofs()
    publisher = PublishedCity(foundation, store, program="p1")
    other = PublishedCity(foundation, store, proofs, program)
    publisher.publish(draft(store, figures((BEDS, "441881", 1234))), "me")
    other.poll()
    assert beds(other.current()) == 1234
    assert proofs.asked == asked


def test_at_the_start_everything_is_proven_anew(foundation, store):
    proofs = Proofs()
    PublishedCity(foundation, store, program="p1").publish(draft(store, figures((BEDS, "441881", 1234))), "me")
    PublishedCity(foundation, store, proofs, "p1")
    assert proofs.asked == [["own"]]
