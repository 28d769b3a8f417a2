"""The address of the page of targets: a dataset, a year, and filters."""

from dataclasses import dataclass

from datasets.queries.query import Query

EVERY = "all"


class TargetFilters(Query):
    """What an address asks for: a dataset and a year, None where it leaves them to the page, and filters."""

    dataset: str | None = None
    year: int | None = None
    domain: str = EVERY
    department: str = EVERY
    article: str = EVERY
    deadline: str = EVERY
    county: str = EVERY
    status: str = EVERY


@dataclass(frozen=True)
class TargetChoice:
    """What an address asks for."""

    dataset: str
    year: int
    filters: TargetFilters

    @property
    def narrowed(self) -> dict[str, str]:
        """The filters that leave anything out, by name."""
        chosen = self.filters.model_dump(exclude={"dataset", "year"})
        return {name: value for name, value in chosen.items() if value != EVERY}
