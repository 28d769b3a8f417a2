"""Which languages there are, and which one is spoken now."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import ParamSpec, TypeVar

FOLDER = Path(__file__).parent
DEFAULT = "zh-CN"
PSEUDO = "en-XA"  # English with accents and of greater length, to see what overflows; no folder
OFFERED = (DEFAULT, "en")  # in the bar and to browsers that ask for one; others by ``lang=`` alone

_spoken: ContextVar[str] = ContextVar("language", default=DEFAULT)
Given = ParamSpec("Given")
Result = TypeVar("Result")


@cache
def list_languages() -> tuple[str, ...]:
    """Every language that has a catalogue, by its tag of BCP 47; the first one is the default."""
    found = {folder.name for folder in FOLDER.iterdir() if any(folder.glob("*.ftl"))}
    return (DEFAULT, *sorted(found - {DEFAULT}))


def find_language(asked: str) -> str | None:
    """The language that a tag names: itself, or the one of its first part, so that ``en-GB`` is ``en``."""
    known = [*list_languages(), PSEUDO]
    tag = asked.strip().lower()
    exact = [language for language in known if language.lower() == tag]
    near = [language for language in list_languages() if language.split("-")[0].lower() == tag.split("-")[0]]
    return next(iter([*exact, *near]), None)


def current_language() -> str:
    """The language that is spoken now."""
    return _spoken.get()


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak a language of ``list_languages`` for a while."""
    token = _spoken.set(language)
    try:
        yield
    finally:
        _spoken.reset(token)


def call_in(language: str, work: Callable[Given, Result], /, *args: Given.args, **kwargs: Given.kwargs) -> Result:
    """What ``work`` returns when a language is spoken; for processes and threads, which speak the default one."""
    with speaking(language):
        return work(*args, **kwargs)
