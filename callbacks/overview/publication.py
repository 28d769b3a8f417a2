"""What the last publication of a dataset changed, as a sentence."""

from datasets.city.city import City
from datasets.store.model import RowChange, StoreUnavailableError, UnknownError
from datasets.store.versions.versions import Store
from layouts.words.pages import overview as words


class PublicationNotes:
    """Reads from the store what each published version changed."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def describe(self, city: City, dataset: str) -> str:
        """The sentence on the version that is shown; one that comes with the program says so."""
        number = city.datasets[dataset].number
        if number is None:
            return words.DEMONSTRATION if city.datasets[dataset].demonstration else words.SHIPPED
        try:
            version = next(one for one in self._store.versions(dataset) if one.number == number)
            counts = self._store.change_counts(version.id).values()
        except (StoreUnavailableError, UnknownError, StopIteration, ValueError, TypeError):
            return words.unknown_publication(number)
        added, changed, removed = (sum(each[change] for each in counts) for change in RowChange)
        return words.published_text(number, f"{version.created_at:%Y年%-m月%-d日}", (added, changed, removed))
