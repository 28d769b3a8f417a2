"""The words of the check before a meeting (会前自检): every line of the command ``check`` and of its page."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from datasets.city.city import SetAsideVersion
from datasets.readiness.machine import ClockReading, DiskSpace
from datasets.readiness.model import CheckLine, CheckState
from datasets.readiness.store_probe import StoreState
from layouts.words.common import day_text
from layouts.words.messages.publication import set_aside_text
from locales import say, say_all

_MOST_LISTED = 3
_GIB = 1 << 30


def summary(lines: Sequence[CheckLine]) -> str:
    """The first line: that all is well, or what is in the way."""
    failed, caution, pending = (
        [line.subject for line in lines if line.state is state]
        for state in (CheckState.FAILED, CheckState.CAUTION, CheckState.PENDING)
    )
    if failed:
        return say("readiness-summary-failed", failed=say("list-names").join(failed))
    if pending:
        return say("readiness-summary-pending", pending=say("list-names").join(pending))
    return (
        say("readiness-summary-caution", caution=say("list-names").join(caution)) if caution else say("readiness-ready")
    )


def program_line(version: str, region: str, indicators: int) -> CheckLine:
    """What was loaded."""
    return CheckLine(
        say("readiness-program"),
        CheckState.OK,
        say("readiness-program-loaded", version=version, region=region, indicators=indicators),
    )


def program_fault(message: str) -> CheckLine:
    """Why nothing was loaded."""
    return CheckLine(
        say("readiness-program"),
        CheckState.FAILED,
        say("readiness-program-fault"),
        say("readiness-program-fault-remedy"),
        message,
    )


def broken_line(subject: str, error: BaseException) -> CheckLine:
    """A check that did not come to an end itself."""
    remedy = say("readiness-broken-remedy")
    return CheckLine(
        subject, CheckState.FAILED, say("readiness-broken", error=type(error).__name__), remedy, str(error)[:300]
    )


def pending_line(subject: str) -> CheckLine:
    """A check that still runs."""
    return CheckLine(subject, CheckState.PENDING, say("readiness-pending"))


def fonts_line(family: str, lacking: Sequence[str], count: int) -> CheckLine:
    """Whether every name can be written on a picture."""
    if not lacking:
        return CheckLine(
            say("readiness-fonts"), CheckState.OK, say("readiness-fonts-whole", family=family, count=count)
        )
    listed = say("list-names").join(lacking[:_MOST_LISTED])
    if len(lacking) > _MOST_LISTED:
        listed = say("readiness-fonts-listed", names=listed)
    remedy = say("readiness-fonts-remedy")
    return CheckLine(
        say("readiness-fonts"), CheckState.FAILED, say("readiness-fonts-lacking", family=family, listed=listed), remedy
    )


def no_font_line(message: str) -> CheckLine:
    """That no Chinese font is there."""
    remedy = say("readiness-no-font-remedy")
    return CheckLine(say("readiness-fonts"), CheckState.FAILED, say("readiness-no-font"), remedy, message)


def drawing_line(sizes: Sequence[tuple[int, int]], seconds: float) -> CheckLine:
    """That a map and a chart were drawn."""
    width, height = sizes[0]
    return CheckLine(
        say("readiness-drawing"),
        CheckState.OK,
        say("readiness-drawn", width=width, height=height, seconds=f"{seconds:.1f}"),
    )


def empty_drawing_line() -> CheckLine:
    """That what was drawn is no picture."""
    return CheckLine(
        say("readiness-drawing"),
        CheckState.FAILED,
        say("readiness-empty-drawing"),
        say("readiness-empty-drawing-remedy"),
    )


def busy_line(subject: str) -> CheckLine:
    """That pictures of others are drawn first."""
    return CheckLine(subject, CheckState.CAUTION, say("readiness-busy"), say("readiness-busy-remedy"))


def store_line(found: StoreState, where: str) -> CheckLine:
    """A store that was written and read."""
    if found.is_current:
        return CheckLine(
            say("readiness-store"), CheckState.OK, say("readiness-store-current", revision=found.revision), where=where
        )
    text, remedy = say("readiness-store-old", revision=found.revision), say("readiness-store-remedy")
    return CheckLine(say("readiness-store"), CheckState.FAILED, text, remedy, where)


def store_fault(found: str, remedy: str, where: str) -> CheckLine:
    """A store that cannot be used."""
    return CheckLine(say("readiness-store"), CheckState.FAILED, found, remedy, where)


def disk_line(space: DiskSpace, where: str) -> CheckLine:
    """How much is free."""
    free = say("readiness-disk-free", free=f"{space.free / _GIB:,.1f}")
    if space.state is CheckState.OK:
        return CheckLine(
            say("readiness-disk"),
            space.state,
            say("readiness-disk-enough", free=free, needed=f"{space.needed / _GIB:.1f}"),
            where=where,
        )
    remedy = say("readiness-disk-remedy")
    return CheckLine(
        say("readiness-disk"),
        space.state,
        say("readiness-disk-short", free=free, needed=f"{space.needed / _GIB:.1f}"),
        remedy,
        where,
    )


def clock_line(clock: ClockReading) -> CheckLine:
    """What time it is, and whether that can be."""
    now = _time_text(clock.now)
    if clock.newest and clock.is_behind:
        text = say("readiness-clock-behind", now=now, time=_time_text(clock.newest.astimezone(clock.now.tzinfo)))
        return CheckLine(say("readiness-clock"), clock.state, text, say("readiness-clock-behind-remedy"))
    if clock.state is CheckState.OK:
        return CheckLine(say("readiness-clock"), clock.state, say("readiness-clock-right", now=now))
    text = say("readiness-clock-zone", now=now, hours=f"{clock.hours:+g}")
    return CheckLine(say("readiness-clock"), clock.state, text, say("readiness-clock-zone-remedy"))


def outgoing_line(foreign: Sequence[str], called: Sequence[str] | None, store_host: str) -> CheckLine:
    """Whether anything goes out: what pages may fetch, whom the program has called, and where its database is."""
    others = [host for host in called or () if not store_host]
    if foreign:
        text, remedy = say("readiness-outgoing-allowed"), say("readiness-outgoing-allowed-remedy")
        return CheckLine(say("readiness-outgoing"), CheckState.FAILED, text, remedy, say("list-names").join(foreign))
    if others:
        text, remedy = say("readiness-outgoing-called", count=len(others)), say("readiness-outgoing-called-remedy")
        return CheckLine(say("readiness-outgoing"), CheckState.FAILED, text, remedy, say("list-names").join(others))
    seen = say("readiness-outgoing-none-seen") if called is not None else say("readiness-outgoing-unseen")
    text = say("readiness-outgoing-none", seen=seen)
    if store_host:
        text = say("readiness-outgoing-database")
    return CheckLine(say("readiness-outgoing"), CheckState.OK, text, where=store_host)


def files_line(is_whole: bool) -> CheckLine:
    """Whether the program and its data are as they were loaded."""
    if is_whole:
        return CheckLine(say("readiness-files"), CheckState.OK, say("readiness-files-whole"))
    return CheckLine(
        say("readiness-files"), CheckState.FAILED, say("readiness-files-changed"), say("readiness-files-remedy")
    )


def dataset_subject(name: str) -> str:
    """What the line of a dataset is about."""
    return say("readiness-dataset-subject", name=name)


def shipped_line(name: str, figures: int, demonstration: bool) -> CheckLine:
    """A dataset that comes with the program."""
    text = say("readiness-shipped", demonstration=demonstration, figures=f"{figures:,}")
    return CheckLine(dataset_subject(name), CheckState.OK, text)


def version_line(name: str, number: int, published: datetime | None, lost: int) -> CheckLine:
    """A published version of an office's own."""
    when = say("readiness-version-when", day=day_text(published.astimezone())) if published else ""
    if lost:
        text, remedy = (
            say("readiness-version-lacking", number=number, when=when, lost=f"{lost:,}"),
            say("readiness-version-remedy"),
        )
        return CheckLine(dataset_subject(name), CheckState.FAILED, text, remedy)
    return CheckLine(dataset_subject(name), CheckState.OK, say("readiness-version-whole", number=number, when=when))


def set_aside_line(version: SetAsideVersion) -> CheckLine:
    """A published version that cannot be shown."""
    remedy = say("readiness-set-aside-remedy")
    return CheckLine(dataset_subject(version.name), CheckState.FAILED, set_aside_text(version), remedy)


def _time_text(when: datetime) -> str:
    return f"{when:%Y-%m-%d %H:%M}"


def for_browser() -> dict[str, Any]:
    """What the page writes itself, of the reader's side."""
    return say_all("readiness-browser-") | {"states": say_all("readiness-states-"), "names": say("list-names")}
