"""What the values of one year say: who is highest and lowest, and on which side the groups lie."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from geodata.region import Level
from indicators.definition import Direction, Indicator
from indicators.findings.extremes import Extremes, GroupEnd
from layouts.words.charts import full_number
from layouts.words.common import list_areas
from locales import say

MOST_NAMED = 3  # areas that share an end of the order
_ALIKE = 1.05  # times the lowest value: below it the ends are told as near each other


@dataclass(frozen=True)
class Named:
    """What is told of: an indicator, its areas' ``names`` by code (short ones), and what kind of area they are."""

    indicator: Indicator
    names: Mapping[str, str]
    level: Level = Level.COUNTY
    estimated: bool = False

    def list_some(self, codes: Sequence[str]) -> str:
        """The names of areas; of more than a few the first, and how many there are."""
        return list_some([self.names[code] for code in codes], self.level)

    def amount(self, value: float) -> str:
        """A value as the map shows it, without its unit."""
        return full_number(value, self.indicator.decimals) + ("%" if self.indicator.unit == "%" else "")

    def quantity(self, value: float) -> str:
        """A value with its unit."""
        unit = self.indicator.unit
        return self.amount(value) if unit == "%" else f"{self.amount(value)} {unit}"

    def remarks(
        self, known: int, missing: Sequence[str] = (), small: Sequence[str] = (), redrawn: Sequence[str] = ()
    ) -> str:
        """Who is not told of beside the ``known`` areas, and that estimates are."""
        parts = []
        if missing and known:
            few = len(missing) <= known
            told = say("findings-missing", areas=self._list(missing)) if few else self._count_rest(len(missing))
            parts.append(told)
        if small:
            parts.append(say("findings-small", areas=self._list(small)))
        if redrawn:
            parts.append(say("findings-redrawn", areas=self._list(redrawn)))
        if self.estimated:
            parts.append(say("findings-estimated"))
        return say("findings-remarks", remarks=say("list-parts").join(parts)) if parts else ""

    def _count_rest(self, count: int) -> str:
        return say("findings-rest-missing", count=count, level=self.level)

    def _list(self, codes: Sequence[str]) -> str:
        return list_areas(self.names[code] for code in codes)


def list_some(names: Sequence[str], level: Level = Level.COUNTY) -> str:
    """The names of areas; of more than a few the first, and how many there are."""
    if len(names) <= MOST_NAMED:
        return say("list-names").join(names)
    return say("findings-some", name=names[0], count=len(names), level=level)


def describe_ranking(found: Extremes | None, named: Named, small: Collection[str] = ()) -> str:
    """Who is first and last, and how far apart they are.

    ``small`` are areas on too few events: where there are no others it is said why nothing is compared.
    """
    if found is None or found.known == 1 or found.are_alike:
        return _describe_alike(found, named, small)
    if found.ratio is None:
        kind, apart = "apart", _difference(found, named)
    elif found.ratio < _ALIKE:
        kind, apart = "near", ""
    else:
        kind, apart = "times", f"{found.ratio:.1f}" if found.ratio < 10 else f"{found.ratio:,.0f}"
    leads_low = named.indicator.direction is Direction.LOWER
    return say("findings-ends", kind=f"{kind}_lowest_first" if leads_low else kind, apart=apart, **_ends(found, named))


def _difference(found: Extremes, named: Named) -> str:
    if named.indicator.unit != "%":
        return named.quantity(found.top - found.bottom)
    return say("findings-points", points=full_number(round(found.top - found.bottom, 10), named.indicator.decimals))


def _ends(found: Extremes, named: Named) -> dict[str, Any]:
    """The values of the messages that tell of both ends."""
    return {
        "high": named.list_some(found.highest),
        "highs": len(found.highest),
        "low": named.list_some(found.lowest),
        "lows": len(found.lowest),
        "partial": bool(found.missing or found.small),
        "count": found.known,
        "level": named.level,
        "remarks": named.remarks(found.known, found.missing, found.small),
    }


def _describe_alike(found: Extremes | None, named: Named, small: Collection[str]) -> str:
    if found is None:
        return say("findings-all-small" if small else "findings-no-data", level=named.level)
    told = {
        "value": named.quantity(found.top),
        "remarks": named.remarks(found.known, found.missing, found.small),
    }
    if found.known > 1:
        return say("findings-all-alike", count=found.known, level=named.level, **told)
    name = named.names[found.highest[0]]
    return say("findings-only-known" if found.missing or found.small else "findings-only", name=name, **told)


def describe_map(
    found: Extremes | None, end: GroupEnd | None, named: Named, groups: Mapping[str, str], small: Collection[str] = ()
) -> str:
    """The range of the values, behind what one group holds of its ends; ``groups`` are the groups' names."""
    if found is None or found.known == 1 or found.are_alike:
        return _describe_alike(found, named, small)
    told = {"bottom": named.amount(found.bottom), "top": named.amount(found.top), **_ends(found, named)}
    if end is None:
        return say("findings-span", **told)
    return say("findings-span-of-groups", group=_describe_group(end, named, groups), **told)


def _describe_group(end: GroupEnd, named: Named, groups: Mapping[str, str]) -> str:
    told = {"side": end.side, "group": groups[end.group], "count": end.count, "level": named.level}
    if not end.is_whole:
        return say("findings-group-end", **told)
    other = next(name for key, name in groups.items() if key != end.group)
    return say("findings-group-whole", other=other, **told)
