"""The words of a pack: names of documents and sheets, headings of columns, titles as templates, and file names.

The sentences about figures stand in ``gap_sentences`` and ``progress_sentences``.
"""

from collections.abc import Iterable, Mapping, Sequence

from indicators.gaps.gaps import Averaging
from indicators.policy.ledger import PolicyTarget, Scope
from layouts.words.common import averaging_names
from locales import say

_ORIGIN = ("kind", "source", "note")
_BASIS = ("events", "low", "high")
VALUE_COLUMNS = ("domain", "indicator", "area_code", "area_name", "year", "value", "unit", *_BASIS, *_ORIGIN, "caveat")
COUNTY_COLUMNS = (
    *("indicator", "year", "area_name", "value", "rank", "counted", "city", "verdict", "unit"),
    *(*_BASIS, *_ORIGIN),
)


def name_columns(columns: Iterable[str]) -> dict[str, str]:
    """The headings of columns of a sheet."""
    return {column: say("document-columns", column=column) for column in columns}


def done_text(failed: Sequence[str]) -> str:
    """Which pictures of a pack could not be made; empty where all were."""
    return say("document-done", count=len(failed), failed=say("list-names").join(failed)) if failed else ""


def gap_columns(focus: str, benchmark: str, as_whole: bool = False) -> dict[str, str]:
    """The columns of the sheet of gaps, for the names of the two groups; of a region as a whole nothing is averaged."""
    averagings = {Averaging.POOLED: "none"} if as_whole else averaging_names()
    groups = {"focus": focus, "benchmark": benchmark}
    levels = {
        f"{of}_{group}": say("document-gap-level", group=name, averaging=averaging)
        for group, name in groups.items()
        for of, averaging in averagings.items()
    }
    ratios = {
        f"{of}_ratio": say("document-gap-level", group=say("gap-ratio"), averaging=averaging)
        for of, averaging in averagings.items()
    }
    basis = {
        f"{group}_{each}": say("document-gap-basis", group=name, what=say("document-columns", column=each))
        for each in _BASIS
        for group, name in groups.items()
    }
    events = {key: basis.pop(key) for key in ("focus_events", "benchmark_events")}
    ends = {key: basis[key] for group in groups for key in (f"{group}_low", f"{group}_high")}
    return {
        **name_columns(("indicator", "year", "unit")),
        **levels,
        **ratios,
        "verdict": say("document-gap-verdict"),
        **(events | ends),
        "missing": say("document-gap-missing"),
        "excess": say("document-gap-excess"),
        "points_short": say("document-gap-points", as_whole=as_whole),
        "first_year": say("document-gap-first-year"),
        "change": say("document-gap-change"),
        "direction": say("document-gap-direction"),
        **name_columns((*_ORIGIN, "caveat")),
    }


def subtitle(region: str, years: Sequence[int], subject: str = "") -> str:
    """Below the pack's title: the region, a county or department, the years."""
    listed = say("list-names").join(say("document-year", year=year) for year in years)
    return say("list-facts").join(filter(None, (region, subject, listed)))


def file_stem(region: str, title: str, years: Sequence[int]) -> str:
    """What the pack's files are called, without their endings."""
    return f"{region}_{title}_{'-'.join(map(str, years))}"


def gap_table_columns(focus: str, benchmark: str, as_whole: bool = False) -> tuple[str, ...]:
    """The columns of the table of gaps; one way to compare has no robustness."""
    badge = () if as_whole else (say("gap-columns", column="badge"),)
    return (
        say("document-columns", column="indicator"),
        focus,
        benchmark,
        say("gap-ratio"),
        say("gap-line"),
        *badge,
    )


def explain_averagings(as_whole: bool = False) -> tuple[tuple[str, str], ...]:
    """Each way of averaging and what it means; of a region as a whole, what its figure is."""
    if as_whole:
        return ((say("gap-whole"), say("document-whole-meaning")),)
    return tuple(
        (say("common-averaging-names", averaging=averaging), say("common-averaging-meanings", averaging=averaging))
        for averaging in Averaging
    )


def scope_text(target: PolicyTarget, groups: Mapping[str, str]) -> str:
    """Whom a target speaks of; ``groups`` maps the groups' keys to their names."""
    return groups[target.group] if target.scope is Scope.GROUP else say("targets-scopes", scope=target.scope)
