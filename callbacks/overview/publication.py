"""What the last publication of a dataset changed, as a sentence."""

from datetime import datetime

from datasets.city.city import City
from datasets.city.shared_results import SharedResults
from datasets.store.model import StoreUnavailableError, UnknownError, VersionStateError
from layouts.words.pages import overview as words
from locales import say

_KEPT = 64  # sentences


class PublicationNotes:
    """What the versions changed that a city shows: read from the store once, for a version never changes."""

    def __init__(self, city: City) -> None:
        self._city, self._sentences = city, SharedResults(_KEPT)

    def describe(self, dataset: str) -> str:
        """The sentence on the version that is shown; one that comes with the program says so."""
        held = self._city.datasets[dataset]
        number, read = held.number, held.read_publication
        if number is None:
            return say("overview-demonstration") if held.demonstration else say("overview-shipped")
        if read is None:
            return say("overview-unknown-publication", number=number)
        try:
            return self._sentences.find(dataset, lambda: _write_sentence(number, *read()))
        except (StoreUnavailableError, UnknownError, VersionStateError):
            return say("overview-unknown-publication", number=number)


def _write_sentence(number: int, when: datetime, changes: tuple[int, int, int]) -> str:
    return words.published_text(number, when.astimezone(), changes)
