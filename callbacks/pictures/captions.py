"""The words around a picture of a page: its title and notes, who made it when from which data, and where to find it."""

from collections.abc import Iterable, Mapping

from datasets.city.city import City
from datasets.queries.group_query import given_groups
from layouts.paper.sheet.picture_spec import Caption
from layouts.words.paper.pictures import Attribution, attribution_notes
from locales import say


def write_caption(
    city: City,
    dataset: str,
    texts: tuple[str, str],
    notes: Iterable[str],
    attribution: Attribution,
    page: tuple[str, Mapping[str, str]] | None = None,
    *,
    on_map: bool = False,
) -> Caption:
    """A caption of ``texts``, title and subtitle, whose last notes are the credits; marked if the data are made up.

    ``page`` is the path and the query of the page that shows the same.
    """
    described = city.datasets[dataset]
    link = attribution.link(page[0], {**page[1], **given_groups(city)}) if page else ""
    credits_ = attribution_notes(described, attribution, link, city.geography if on_map else None)
    return Caption(*texts, (*notes, *credits_), say("picture-watermark") if described.demonstration else None)
