"""The tables of a county's profile: its indicators, its place in the country, its targets, its townships."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from callbacks.tables.page_table import (
    Columns,
    Maker,
    TableContent,
    cell_beside_target,
    page_tables,
    value_cell,
)
from datasets.analyses.county_profile import build_county_profile
from datasets.analyses.national_context import (
    MeasuredCounty,
    NationalContext,
    PlaceOfFigure,
    build_national_context,
)
from datasets.city.city import City
from datasets.files.table_export import Cell, FormattedNumber, decimal_format
from datasets.queries.county_query import CountyChoice, read_county_query
from indicators.profile import CountyProfile, TownshipColumn
from layouts.words.pages import county as words
from layouts.words.pages import targets as target_words
from layouts.words.pages.context import county as context_words
from layouts.words.small_counts import note_text
from locales import say


def county_tables(city: City) -> dict[str, Maker]:
    """The tables of the page by name."""
    contents = {"standings": _list_standings, "duties": _list_duties, "townships": _list_townships}
    beyond = {"places": _list_places, "alike": _list_alike}
    return page_tables(
        city,
        partial(read_county_query, city),
        {
            **{name: partial(_describe_table, city, content) for name, content in contents.items()},
            **{name: partial(_describe_context, city, content) for name, content in beyond.items()},
        },
    )


def _describe_table(city: City, content: Any, choice: CountyChoice) -> TableContent:
    profile = city.cached(build_county_profile, choice.dataset, choice.county, choice.year)
    columns, rows, nothing = content(city, profile)
    kinds, sources, noted = profile.origins()
    notes = [
        (say("tables-kinds"), say("list-names").join(say("common-kinds", kind=kind) for kind in kinds)),
        (say("tables-sources"), say("list-parts").join(sources)),
        (say("common-note"), say("list-parts").join(noted)),
    ]
    return TableContent((profile.name, profile.year), columns, rows, notes, nothing)


def _describe_context(city: City, content: Any, choice: CountyChoice) -> TableContent:
    context = build_national_context(city, choice.dataset, choice.county, choice.year, choice.weights)
    name = city.geography.name(choice.county, choice.year)
    columns, rows, nothing = content(city, context) if context else ({}, [], say("county-context-nothing"))
    weights = {one.name: context.weights[key] for key, one in city.national.measures.items()} if context else {}
    weighed = say("list-names").join(f"{measure} {weight:g}" for measure, weight in weights.items())
    notes = [
        (say("county-context-method-title"), say("county-context-method")),
        (say("county-context-weight"), weighed),
    ]
    return TableContent((name, choice.year), columns, rows, notes, nothing)


Parts = tuple[Columns, Sequence[Any], str]  # columns, rows, and what stands in place of none


def _list_standings(_city: City, profile: CountyProfile) -> Parts:
    """The key figures, and every indicator in which the counties are compared."""
    compared = [one for found in profile.comparisons.values() for one in found]
    every = {one.indicator.id: one for one in [*(figure.comparison for figure in profile.key_figures), *compared]}
    columns = {
        say("tables-headings", heading="area"): lambda _: profile.name,
        say("tables-headings", heading="domain"): lambda one: say("common-domains", domain=one.indicator.domain),
        say("tables-headings", heading="indicator"): lambda one: one.indicator.name,
        say("tables-headings", heading="value"): lambda one: value_cell(one.indicator, one.value),
        say("tables-headings", heading="unit"): lambda one: words.unit_text(one.indicator),
        say("tables-headings", heading="rank"): lambda one: one.rank,
        say("tables-headings", heading="counted"): lambda one: one.counted if one.rank is not None else None,
        say("tables-headings", heading="basis"): lambda one: note_text(one.basis, one.indicator.decimals) or None,
        words.spine_columns()[1]: lambda one: (
            FormattedNumber(one.city, "0.0%") if one.indicator.yes_no else value_cell(one.indicator, one.city)
        ),
        say("county-group-mean", group=profile.benchmark): lambda one: (
            None if one.indicator.yes_no else value_cell(one.indicator, one.benchmark)
        ),
        profile.reference: lambda one: value_cell(one.indicator, one.reference),
        say("county-compared"): lambda one: say("county-city-comparisons", comparison=one.against_city),
        say("tables-headings", heading="kind"): lambda one: say("common-kinds", kind=one.kind) if one.kind else None,
        say("tables-headings", heading="source"): lambda one: one.source or None,
        say("tables-headings", heading="note"): lambda one: one.note or None,
        say("tables-headings", heading="caveat"): lambda one: one.indicator.caveat or None,
    }
    return (
        {heading: cell for heading, cell in columns.items() if heading},
        list(every.values()),
        say("county-no-comparisons"),
    )


def _list_places(_city: City, context: NationalContext) -> Parts:
    """Every figure of the census with its place in province and country, and what the counties alike come to."""
    labels = context_words.place_columns()
    columns: Columns = {
        say("tables-headings", heading="area"): lambda _: context.county.name,
        say("tables-headings", heading="domain"): lambda one: say("common-domains", domain=one.indicator.domain),
        say("tables-headings", heading="indicator"): lambda one: one.indicator.name,
        say("tables-headings", heading="value"): lambda one: value_cell(one.indicator, one.value),
        say("tables-headings", heading="unit"): lambda one: words.unit_text(one.indicator),
        say("county-context-order"): lambda one: (
            say("county-context-orders", direction=one.indicator.direction) or None
        ),
        **{
            heading: partial(_place_cell, scope, part)
            for scope, label in (("province", labels[1].format(province=context.province)), ("country", labels[2]))
            for heading, part in (
                (label, "rank"),
                (say("tables-of", name=label, what=say("tables-headings", heading="counted")), "of"),
            )
        },
        labels[3]: lambda one: value_cell(one.indicator, one.alike.mean if one.alike else None),
        say("county-context-lowest"): lambda one: value_cell(one.indicator, one.alike.low if one.alike else None),
        say("county-context-highest"): lambda one: value_cell(one.indicator, one.alike.high if one.alike else None),
    }
    return columns, context.places, say("county-context-no-places")


def _place_cell(scope: str, part: str, one: PlaceOfFigure) -> Cell:
    place = getattr(one, scope)
    return getattr(place, part) if place else None


def _list_alike(city: City, context: NationalContext) -> Parts:
    """The county, and those most like it."""
    columns: Columns = {
        say("tables-headings", heading="area"): lambda one: one.name,
        say("tables-headings", heading="code"): lambda one: one.adcode,
        say("county-context-distance"): lambda one: FormattedNumber(one.distance, decimal_format(2)),
        **{
            say("common-value-of-unit", value=measure.name, unit=measure.unit): partial(
                _measure_cell, key, measure.decimals
            )
            for key, measure in city.national.measures.items()
        },
        say("tables-headings", heading="note"): lambda one: context_words.mark_text(one.comparability) or None,
        say("county-context-census"): lambda _: context.census_year,
    }
    return columns, [context.county, *context.alike], say("county-context-nothing-alike")


def _measure_cell(key: str, decimals: int, one: MeasuredCounty) -> Cell:
    return FormattedNumber(one.measures[key], decimal_format(decimals))


def _list_duties(_city: City, profile: CountyProfile) -> Parts:
    """The targets that speak of the county, what is missed first."""
    columns: Columns = {
        say("tables-headings", heading="area"): lambda _: profile.name,
        say("targets-columns", column="article"): lambda one: one.article,
        say("targets-columns", column="subject"): lambda one: one.target.subject,
        say("targets-columns", column="requirement"): lambda one: target_words.requirement(one.target),
        say("tables-headings", heading="value"): lambda one: cell_beside_target(
            one.target, one.progress.value, one.decimals
        ),
        say("tables-headings", heading="unit"): lambda one: "" if one.target.is_state else one.target.unit,
        say("targets-columns", column="deadline"): lambda one: target_words.deadline_text(one.target),
        say("targets-columns", column="status"): lambda one: target_words.progress_text(one.progress),
        say("targets-clause"): lambda one: one.target.clause,
    }
    return columns, [target for found in profile.targets.values() for target in found], say("county-no-targets")


def _list_townships(city: City, profile: CountyProfile) -> Parts:
    """The latest figures of every township, a column an indicator."""
    codes = city.geography.townships.index[city.geography.townships["county"] == profile.county]
    columns: Columns = {
        say("county-township"): lambda at: profile.townships[at],
        **{
            say("tables-of-year", name=one.indicator.name, unit=one.indicator.unit, year=one.year): partial(
                _township_cell, one
            )
            for one in profile.township_columns
        },
        say("tables-headings", heading="code"): lambda at: codes[at],
    }
    return columns, range(len(codes) if profile.township_columns else 0), say("county-no-townships")


def _township_cell(column: TownshipColumn, at: int) -> Cell:
    return value_cell(column.indicator, column.values[at])
