"""Query strings: a page declares the parts of its address as a model; what cannot be used is named and ignored."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError, ValidationInfo, field_validator

from datasets.city.city import City


@dataclass(frozen=True)
class IgnoredPart:
    """A part of a query string that could not be used: its name, its text, and what it may be."""

    name: str
    found: str
    allowed: tuple[str, ...]


class Query(BaseModel):
    """The parts of an address that a page reads, every one with a default for an address without it.

    A field whose choices depend on the city is checked against those given to ``read_query``, and becomes what they
    map it to where they are a mapping; any other one is checked by its type, and its description is an example of it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    @field_validator("*", mode="before")
    @classmethod
    def _refuse_unlisted(cls, text: Any, info: ValidationInfo) -> Any:
        listed = (info.context or {}).get(info.field_name)
        if listed is not None and text not in listed:
            raise ValueError(text)
        return listed[text] if isinstance(listed, Mapping) else text


LANGUAGE = "lang"  # the part of an address that names the language
GROUPS = "groups"  # the part of an address that gives two groups of counties, see ``group_query``
QueryT = TypeVar("QueryT", bound=Query)


def read_query(
    model: type[QueryT], query: Mapping[str, str], choices: Mapping[str, Collection[str]]
) -> tuple[QueryT, list[IgnoredPart]]:
    """The usable parts of a query string, and the others; ``choices`` are the texts that a part may be, by its name.

    The language and the groups of counties are no part of any page: they are read once for all.
    """
    query = {name: text for name, text in query.items() if name not in (LANGUAGE, GROUPS)}
    try:
        return model.model_validate(query, context=choices), []
    except ValidationError as error:
        refused = {fault["loc"][0] for fault in error.errors()}
    usable = {name: text for name, text in query.items() if name not in refused}
    ignored = [
        IgnoredPart(name, text, _list_allowed(model, name, choices)) for name, text in query.items() if name in refused
    ]
    return model.model_validate(usable, context=choices), ignored


def _list_allowed(model: type[Query], name: str, choices: Mapping[str, Collection[str]]) -> tuple[str, ...]:
    if name not in model.model_fields:
        return tuple(model.model_fields)
    if name not in choices:
        return (model.model_fields[name].description or "",)
    listed = choices[name]
    return tuple(dict.fromkeys(listed.values() if isinstance(listed, Mapping) else listed))


def read_dataset(city: City, query: Mapping[str, str]) -> str:
    """The dataset that a query string names, or where it names none of the city's the first."""
    named = query.get("dataset", "")
    return named if named in city.datasets else next(iter(city.datasets))


def nearest_year(years: Sequence[int], wanted: int | None) -> int:
    """Of ascending ``years`` the last one up to the wanted year, else the first; without a wanted year the last."""
    if wanted is None:
        return years[-1]
    earlier = [year for year in years if year <= wanted]
    return earlier[-1] if earlier else years[0]
