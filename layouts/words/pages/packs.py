"""The words of the page that makes packs."""

from collections.abc import Iterable
from typing import Any

from locales import say, say_all


def for_browser() -> dict[str, Any]:
    """What the scripts say."""
    return say_all("packs-browser-") | {"too_large": say_all("packs-too-large-")}


def job_title(names: Iterable[str], years: list[int], indicators: int) -> str:
    """What a job makes, in one line; ``names`` are of the preset, a department and the dataset, empty ones left out."""
    listed = say("list-names").join(map(str, years))
    parts = [*names, say("packs-job-years", years=listed), say("packs-job-indicators", indicators=indicators)]
    return " · ".join(part for part in parts if part)


def size(count: int) -> str:
    """A file's size in a unit that suits it."""
    return f"{count / 1e6:.1f} MB" if count >= 1e6 else f"{max(count / 1e3, 0.1):.1f} KB"


def steps(done: int, total: int, text: str) -> str:
    """How far a job has come."""
    return f"{done} / {total}　{text}" if total else text or say("packs-preparing")
