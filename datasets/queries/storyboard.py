"""A storyboard: views in the order in which a talk shows them, each the address of a page with a title and a note.

``assets/js/storyboard/reader.js`` takes what is whole out of broken and newer ones; here one is whole or refused.
"""

import re
from enum import IntEnum
from typing import Annotated, Any, Literal
from urllib.parse import parse_qsl, urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

_LARGEST_REVISION = 2**31 - 1
_ADDRESS = r"^/[a-z]*(\?[^#\s]*)?$"  # of a page of this program: no other origin, no route below a page
_UNPRINTABLE = re.compile(r"[^\S\n]|[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")

PACK_KEY = "storyboard"  # of a pack's choice, whose value is the storyboard


class StoryboardLimit(IntEnum):
    """What a storyboard holds at most: slides, characters of their texts, and marks of one slide; and its format."""

    FORMAT = 1
    SLIDES = 60
    TITLE = 80
    NOTE = 600
    ADDRESS = 6000
    MARKS = 40


def _blank_unprintable(text: str) -> str:
    return _UNPRINTABLE.sub(" ", text)


_Title = Annotated[str, Field(max_length=StoryboardLimit.TITLE), AfterValidator(_blank_unprintable)]


class Slide(BaseModel):
    """One view. ``marks`` are what a user drew on it by hand."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    address: Annotated[str, Field(max_length=StoryboardLimit.ADDRESS, pattern=_ADDRESS)]
    title: _Title = ""
    note: Annotated[str, Field(max_length=StoryboardLimit.NOTE), AfterValidator(_blank_unprintable)] = ""
    marks: Annotated[list[Any], Field(max_length=StoryboardLimit.MARKS)] = []

    @property
    def path(self) -> str:
        """The page."""
        return urlsplit(self.address).path

    @property
    def query(self) -> dict[str, str]:
        """What the page is to show."""
        return dict(parse_qsl(urlsplit(self.address).query))


class Storyboard(BaseModel):
    """A named, ordered list of slides. ``revision`` counts how often the store has taken it, 0 for never."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    format: Literal[1] = 1
    id: Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")]
    title: Annotated[_Title, Field(min_length=1)]
    revision: Annotated[int, Field(ge=0, lt=_LARGEST_REVISION)] = 0
    slides: Annotated[list[Slide], Field(max_length=StoryboardLimit.SLIDES)] = []
