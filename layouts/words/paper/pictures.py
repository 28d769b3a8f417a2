"""The words on a picture of a map."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from datasets.city.city import Dataset
from geodata.geography import Geography
from geodata.region import Level, Region
from indicators.classes import ClassScheme
from indicators.definition import Indicator, ValueKind
from layouts.words.common import break_text, legend_head, map_credits, sources_text
from locales import say

_MOST_NAMED = 2  # years or indicators that a title can name one by one

_BLANK = "＿＿＿＿＿＿"  # applied for by the publisher, picture by picture: never made up here
REDRAWN_MARK = "※"  # beside the name of a county whose border was drawn anew


def name_with_unit(indicator: Indicator) -> str:
    """An indicator with its unit."""
    return say("picture-indicator", indicator=indicator.name, unit=indicator.unit)


def map_title(indicator: Indicator, year: int) -> str:
    """What one map shows."""
    return say("picture-named-years", name=name_with_unit(indicator), years=_years_text([year]))


def legend_title(indicator: Indicator, scheme: ClassScheme) -> str:
    """What the classes of a legend are of, in which unit, and which way is better."""
    head = legend_head(indicator, scheme, with_unit=False)
    return say("picture-legend", name=name_with_unit(indicator), head=head or "none")


def head_families(legend: str, betters: Sequence[str]) -> str:
    """The head of a legend of classes in their order: which way is better, by the families of colours from the left."""
    if legend != say("picture-by-order") or not any(betters):
        return legend
    return say("picture-families", legend=legend, count=len(betters), betters=say("list-names").join(betters))


def title(place: str, shown: list[tuple[Indicator, int]]) -> str:
    """The title of the whole picture; an indicator shown in several years is named once."""
    years: dict[str, list[int]] = {}
    for indicator, year in shown:
        years.setdefault(name_with_unit(indicator), []).append(year)
    if len(years) > _MOST_NAMED:
        what = say("picture-many", count=len(years), years=_years_text([year for _, year in shown]))
    else:
        parts = [say("picture-named-years", name=name, years=_years_text(of)) for name, of in years.items()]
        what = say("picture-with").join(parts)
    return say("list-facts").join((place, what))


def title_with_breaks(indicator: Indicator, breaks: Iterable[float], only_small: bool) -> str:
    """The title of one map among others that share a legend of classes in their order.

    ``only_small`` where every value that is known rests on too few events.
    """
    listed = " / ".join(break_text(value) for value in breaks)
    below = say("small-too-few") if only_small else say("picture-breaks", breaks=listed or "none")
    return f"{name_with_unit(indicator)}\n{below}"


def class_orders(n_classes: int) -> tuple[str, ...]:
    """Classes named by their order, the lowest first."""
    ends = {1: "lowest", n_classes: "highest"}
    orders = range(1, n_classes + 1)
    return tuple(say("picture-class", number=number, end=ends.get(number, "none")) for number in orders)


def _years_text(years: list[int]) -> str:
    distinct = sorted(set(years), key=years.index)
    if len(distinct) > _MOST_NAMED:
        return say("picture-span", first=min(distinct), last=max(distinct))
    return say("picture-and").join(say("document-year", year=year) for year in distinct)


def subtitle(region: Region, level: Level, schematic: bool) -> str:
    """The level, the two groups, and what the borders are."""
    groups = region.every_group if region.is_grouped else {}
    members = {key: [county.short_name for county in region.counties if county.group == key] for key in groups}
    named = [
        say("picture-group", group=group.name, counties=say("list-names").join(members[key]))
        for key, group in groups.items()
    ]
    borders = say("common-schematic") if schematic else ""
    return say("list-facts").join(
        filter(None, [say("common-levels", level=level), say("list-parts").join(named), borders])
    )


@dataclass(frozen=True)
class Attribution:
    """What a picture says of its making, beside the data: the day, the unit that made it, and its approval number.

    ``site`` is the address of the atlas, to which a page's link is added; empty for none.
    """

    today: date
    maker: str = ""
    approval: str = ""
    site: str = ""

    def link(self, path: str, query: Mapping[str, str]) -> str:
        """The address of the page that shows the same; empty without a site."""
        return f"{self.site}{path}?{urlencode(query)}" if self.site else ""


def notes(
    sources: Iterable[str], kinds: Iterable[ValueKind], noted: Iterable[str], indicators: Iterable[Indicator]
) -> list[str]:
    """The lines below a picture: sources with kinds and notes of its figures, definitions, and caveats if any."""
    distinct, apart = list(dict.fromkeys(indicators)), say("list-facts")
    definitions = apart.join(indicator.definition for indicator in distinct)
    caveats = apart.join(indicator.caveat for indicator in distinct if indicator.caveat)
    lines = [sources_text(sources, kinds, noted), say("picture-definitions", definitions=definitions)]
    return [*lines, say("picture-caveats", caveats=caveats)] if caveats else lines


def attribution_notes(
    dataset: Dataset, attribution: Attribution, link: str = "", on_map: Geography | None = None
) -> list[str]:
    """The last lines of every picture; only one on a map has an approval number and credits for its borders."""
    parts = [
        say("document-dataset-line", dataset=dataset.name, version=dataset.version),
        say("picture-made-on", day=attribution.today.isoformat()),
        say("picture-made-by", maker=attribution.maker) if attribution.maker else "",
    ]
    if on_map:
        parts.append(say("picture-approval", number=attribution.approval or _BLANK))
        parts.append(map_credits(on_map.map_source, on_map.region.townships_source))
    return [say("list-facts").join(filter(None, parts)), *([say("picture-page", link=link)] if link else [])]


def kilometres(length: float) -> str:
    """The scale bar's length."""
    return say("picture-kilometres", length=f"{length:g}")


def file_name(*parts: str | int) -> str:
    """A name that says what is in the file, without its ending: signs that file systems forbid are replaced."""
    return "_".join(re.sub(r'[\x00-\x1f\x7f/\\:*?"<>|]+', "-", str(part)).strip(" .") for part in parts)
