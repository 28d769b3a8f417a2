"""The words of the meeting mode (演示) that the browser writes, and its table of keys."""

from collections.abc import Iterable
from typing import Any

from locales import say_all

Keys = tuple[str, list[tuple[str, str]]]  # a heading, and keys with what they do


def list_keys() -> list[Keys]:
    """First the keys of a meeting, then those of every page and of its parts."""
    parts = (
        say_all("meeting-key-slides-"),
        say_all("meeting-key-pages-"),
        say_all("meeting-key-map-"),
        say_all("meeting-key-controls-"),
    )
    return [(head, write_rows(rows.values())) for head, rows in zip(list_heads().values(), parts, strict=True)]


def list_heads() -> dict[str, str]:
    """The headings of the table of keys."""
    return say_all("meeting-key-heads-")


def write_rows(messages: Iterable[str]) -> list[tuple[str, str]]:
    """Keys with what they do, of messages that have both."""
    return [(keys, what) for keys, _, what in (message.partition(" | ") for message in messages)]


def for_browser() -> dict[str, Any]:
    """Everything that the scripts of a meeting write."""
    return say_all("meeting-browser-") | {"keys": list_keys()}
