"""Messages about versions that cannot be published or shown, and about the smoke test before a publication."""

from collections.abc import Iterable, Sequence

from datasets.city.city import SetAsideVersion
from geodata.region import Region
from locales import say

_LONGEST = 120  # letters of a message of the program
_MOST_FAULTS = 3

Faults = Sequence[tuple[str, str]]  # where, which may be empty, and what the program says


def unservable_text(failure: str, faults: Faults) -> str:
    """Why a version is not published, and what to do."""
    findings = say("list-parts").join(_name_finding(where, _shorten(text)) for where, text in faults[:_MOST_FAULTS])
    if len(faults) > _MOST_FAULTS:
        findings = say("publication-most-findings", findings=findings, count=len(faults))
    return say("publication-unservable", failure=failure, findings=findings)


def _name_finding(place: str, text: str) -> str:
    return say("publication-finding", place=place, text=text) if place else text


def set_aside_text(version: SetAsideVersion) -> str:
    """A published version that is not shown, why, and what is shown in its place; the program's log has the rest."""
    places = say("list-names").join(say("publication-quoted", place=where) for where, _ in version.findings if where)
    return say(
        "publication-set-aside",
        name=version.name,
        number=version.number,
        failure=version.reason,
        places=places or "nowhere",
        shown="none" if version.shown_number is None else version.shown_number,
    )


def _shorten(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST else f"{plain[: _LONGEST - 1]}…"


def standing_notices(region: Region, set_aside: Iterable[SetAsideVersion]) -> list[str]:
    """What stands above every page: that a city has no counties, and which versions are not served."""
    undivided = [say("publication-undivided", region=region.name)] if region.is_undivided else []
    return [*undivided, *map(set_aside_text, set_aside)]
