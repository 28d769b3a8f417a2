"""A storyboard: views in the order in which a talk shows them, each the address of a page with a title and a note.

Marks are what a user put on the map of a view by hand: a slide has them as objects, an address as text.
``assets/js/storyboard/reader.js`` takes what is whole out of broken and newer ones; here one is whole or refused.
"""

import re
from collections.abc import Sequence
from enum import IntEnum, StrEnum
from typing import Annotated, Literal, Self
from urllib.parse import parse_qsl, urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, TypeAdapter, model_validator

_LARGEST_REVISION = 2**31 - 1
_ADDRESS = r"^/[a-z]*(\?[^#\s]*)?$"  # of a page of this program: no other origin, no route below a page
_FARTHEST_NORTH = 85  # degrees, of what a map in the Mercator projection can show
_BETWEEN_PARTS, _END = "_", "*"  # of a mark in an address, where neither is escaped
_UNPRINTABLE = re.compile(r"[^\S\n]|[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")

PACK_KEY = "storyboard"  # of a pack's choice, whose value is the storyboard
MARKS = "marks"  # the part of an address that holds the marks of its map
MARK_EXAMPLE = "note_113.05_23.68_text*arrow_113.05_23.68_113.2_23.9_text*"


class StoryboardLimit(IntEnum):
    """What a storyboard holds at most: slides, characters of their texts, marks of a view; and its format.

    ``MARK_LETTERS`` are those of one mark, ``ALL_LETTERS`` those of all marks of a view: servers and programs cut an
    address of more than some 8,000 characters, and a Chinese letter takes nine there.
    """

    FORMAT = 1
    SLIDES = 60
    TITLE = 80
    NOTE = 600
    ADDRESS = 6000
    MARKS = 30
    MARK_LETTERS = 60
    ALL_LETTERS = 600


def _blank_unprintable(text: str) -> str:
    return _UNPRINTABLE.sub(" ", text)


_Title = Annotated[str, Field(max_length=StoryboardLimit.TITLE), AfterValidator(_blank_unprintable)]


def _blank_end(text: str) -> str:
    """What ends a mark in an address is none of its letters: the letter of full width stands in its place."""
    return text.replace(_END, "＊")


def _round(degrees: float) -> float:
    return round(degrees, 4) + 0.0  # some ten metres; and never minus zero


_Longitude = Annotated[float, Field(ge=-180, le=180, allow_inf_nan=False), AfterValidator(_round)]
_Latitude = Annotated[
    float, Field(ge=-_FARTHEST_NORTH, le=_FARTHEST_NORTH, allow_inf_nan=False), AfterValidator(_round)
]


class MarkKind(StrEnum):
    """What a user can put on a map by hand."""

    NOTE = "note"
    ARROW = "arrow"
    RING = "ring"


class Mark(BaseModel):
    """A note, an arrow or a ring, in degrees (longitude, latitude), so that neither zoom nor size shifts it.

    ``at`` is the middle of a note or of a ring, or the end of an arrow, where its text stands; ``to`` the tip of the
    arrow, or a point of the ring. ``text`` is plain, of one line or more.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: MarkKind
    at: tuple[_Longitude, _Latitude]
    to: tuple[_Longitude, _Latitude] | None = None
    text: Annotated[
        str,
        Field(max_length=StoryboardLimit.MARK_LETTERS),
        AfterValidator(_blank_unprintable),
        AfterValidator(_blank_end),
    ] = ""

    @model_validator(mode="after")
    def _require_parts(self) -> Self:
        """A note says something; the others have two ends."""
        if (self.to is None) != (self.kind is MarkKind.NOTE):
            raise ValueError(self.kind)
        if self.kind is MarkKind.NOTE and not self.text.strip():
            raise ValueError(self.kind)
        return self

    def write(self) -> str:
        """The mark as an address has it."""
        numbers = [f"{number:.10g}" for number in (*self.at, *(self.to or ()))]
        return _BETWEEN_PARTS.join([self.kind, *numbers, self.text]) + _END


def write_marks(marks: Sequence[Mark]) -> str:
    """Marks as the part of an address."""
    return "".join(mark.write() for mark in marks)


def read_marks(text: str) -> tuple[tuple[Mark, ...], list[str]]:
    """The marks of the part of an address, and those pieces of it that are none, or too many."""
    marks: list[Mark] = []
    refused = []
    for piece in re.findall(r"[^*]+\*?|\*", text):
        try:
            marks = _Marks.validate_python([*marks, _read_mark(piece)])
        except ValueError:  # pydantic's too
            refused.append(piece)
    return tuple(marks), refused


MarksPart = Annotated[
    tuple[Mark, ...], BeforeValidator(lambda text: read_marks(text)[0]), Field(description=MARK_EXAMPLE)
]  # of a query


def _read_mark(piece: str) -> Mark:
    """Raises ValueError: for a piece without its end too, which was cut."""
    if not piece.endswith(_END):
        raise ValueError(piece)
    kind, _, rest = piece.removesuffix(_END).partition(_BETWEEN_PARTS)
    ends = 1 if kind == MarkKind.NOTE else 2
    *numbers, text = rest.split(_BETWEEN_PARTS, 2 * ends)
    places = [tuple(map(float, numbers[at : at + 2])) for at in range(0, 2 * ends, 2)]
    return Mark.model_validate({"kind": kind, "text": text} | dict(zip(("at", "to"), places, strict=False)))


def _limit_letters(marks: list[Mark]) -> list[Mark]:
    if sum(len(mark.text) for mark in marks) > StoryboardLimit.ALL_LETTERS:
        raise ValueError(marks)
    return marks


_Listed = Annotated[list[Mark], Field(max_length=StoryboardLimit.MARKS), AfterValidator(_limit_letters)]
_Marks: TypeAdapter[list[Mark]] = TypeAdapter(_Listed)


class Slide(BaseModel):
    """One view. ``marks`` are what a user put on its map by hand: they stand in no address that is kept."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    address: Annotated[str, Field(max_length=StoryboardLimit.ADDRESS, pattern=_ADDRESS)]
    title: _Title = ""
    note: Annotated[str, Field(max_length=StoryboardLimit.NOTE), AfterValidator(_blank_unprintable)] = ""
    marks: _Listed = []

    @property
    def path(self) -> str:
        """The page."""
        return urlsplit(self.address).path

    @property
    def query(self) -> dict[str, str]:
        """What the page is to show, the marks on its map too."""
        query = dict(parse_qsl(urlsplit(self.address).query))
        return query | {MARKS: write_marks(self.marks)} if self.marks else query


class Storyboard(BaseModel):
    """A named, ordered list of slides. ``revision`` counts how often the store has taken it, 0 for never."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    format: Literal[1] = 1
    id: Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")]
    title: Annotated[_Title, Field(min_length=1)]
    revision: Annotated[int, Field(ge=0, lt=_LARGEST_REVISION)] = 0
    slides: Annotated[list[Slide], Field(max_length=StoryboardLimit.SLIDES)] = []
