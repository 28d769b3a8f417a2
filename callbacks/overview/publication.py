"""What the last publication of a dataset changed, as a sentence."""

from datasets.city.city import City
from datasets.city.shared_results import SharedResults
from datasets.store.model import StoreUnavailableError, UnknownError
from datasets.store.versions.versions import Store
from layouts.words.pages import overview as words

_KEPT = 64  # sentences


class PublicationNotes:
    """Reads from the store what each published version changed: once, for a version never changes."""

    def __init__(self, store: Store) -> None:
        self._store, self._sentences = store, SharedResults(_KEPT)

    def describe(self, city: City, dataset: str) -> str:
        """The sentence on the version that is shown; one that comes with the program says so."""
        number = city.datasets[dataset].number
        if number is None:
            return words.DEMONSTRATION if city.datasets[dataset].demonstration else words.SHIPPED
        try:
            return self._sentences.find((dataset, number), lambda: self._read_sentence(dataset, number))
        except (StoreUnavailableError, UnknownError, StopIteration, ValueError, TypeError):
            return words.unknown_publication(number)

    def _read_sentence(self, dataset: str, number: int) -> str:
        version = next(one for one in self._store.versions(dataset) if one.number == number)
        return words.published_text(number, version.created_at.astimezone(), self._store.count_changed_rows(version.id))
