"""A picture of what a page shows, from the page's own query."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from callbacks.server.responses import refuse_ignored
from datasets.queries.query import IgnoredPart
from layouts.paper.sheet.picture_spec import NamedPicture
from layouts.words.paper.pictures import Attribution

Query = Mapping[str, str]


@dataclass(frozen=True)
class PagePicture:
    """How a query becomes a picture.

    ``read`` returns what the query chooses and its unusable parts, which give way as on the page; ``draw`` takes the
    choice.
    """

    read: Callable[[Query], tuple[Any, list[IgnoredPart]]]
    draw: Callable[[Any, Attribution], NamedPicture]

    def make(self, query: Query, attribution: Attribution) -> NamedPicture:
        """The picture of a query. Raises UnknownNameError for a part that cannot be used."""
        choice, ignored = self.read(query)
        refuse_ignored(ignored)
        return self.draw(choice, attribution)
