"""The words of the page where figures are loaded (数据)."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from locales import say

NO_YEAR = 0  # stands for the year of what has none
FORMS = {"xlsx": "Excel", "csv": "CSV", "gpkg": "GeoPackage"}


def counts_text(added: int, changed: int, removed: int) -> str:
    """What a version changed against the one before."""
    counts = {"added": added, "changed": changed, "removed": removed}
    parts = [f"{say('data-changes', change=change)} {count:,}" for change, count in counts.items() if count]
    return say("list-facts").join(parts) or say("data-unchanged")


def listed(shown: int, all_: int) -> str:
    """That a list is cut off."""
    if shown < all_:
        return say("data-listed", shown=f"{shown:,}", all=f"{all_:,}")
    return say("data-listed-all", all=f"{all_:,}")


def map_titles(state: str) -> tuple[str, str]:
    """What stands over the two maps of a version, after and before."""
    if state == "draft":
        return say("data-map-draft"), say("data-map-published")
    return say("data-map-after"), say("data-map-before")


def trail_detail(details: Mapping[str, Any]) -> str:
    """What an entry of the trail says beside who did what."""
    parts = [say("data-number-of", number=details["number"])] if "number" in details else []
    if details.get("previous"):
        parts.append(say("data-trail-previous", number=details["previous"]))
    if "rebased" in details:
        parts.append(say("data-trail-rebased", number=details["rebased"], onto=details["onto"] or "none"))
    parts += [_file_detail(each) for each in details.get("files", ())]
    return say("list-parts").join(filter(None, [*parts, str(details.get("name", ""))]))


def _file_detail(file: Mapping[str, Any]) -> str:
    kept, left_out = file["rows_kept"], file["rows_left_out"]
    details = [
        say("data-file-kept", kind=file["kind"], rows=f"{kept:,}"),
        say("data-file-left-out", rows=f"{left_out:,}") if left_out and file["good_only"] else "",
        say("imports-replace") if file["replace"] else "",
        say("data-file-digest", digest=file["digest"][:8]),
    ]
    return say("data-file-detail", file=file["file_name"], details=say("list-comma").join(filter(None, details)))


def changed_field(field: str, value: str, closed: Mapping[str, str]) -> str:
    """A value of a changed field as text; ``closed`` are the words of stored names."""
    return separated(value) if field == "value" else closed.get(value, value)


def separated(value: str) -> str:
    """A number's text with its thousands separated; other text as it is."""
    whole, point, rest = value.partition(".")
    digits = whole.lstrip("-")
    return f"{int(whole):,}{point}{rest}" if digits.isascii() and digits.isdigit() else value


def change_of(name: str, field: str) -> str:
    """What a line of changes is about: the thing, and the field where it is not its value."""
    return name if field in ("value", "name") else say("data-change-of", name=name, field=field)


def moment_text(at: datetime) -> str:
    """A moment as the office's clock shows it."""
    return f"{at.astimezone():%Y-%m-%d %H:%M}"


def year_text(year: int) -> str:
    """A year to choose; a dash for what has none."""
    return str(year) if year != NO_YEAR else "—"
