"""The table of the first page: every statement in a row, with the page that proves it."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from callbacks.overview.answers import OverviewAnswers
from callbacks.overview.sheet import build_overview_spec, list_certain, list_move_parts
from callbacks.tables.page_table import Columns, Maker, TableContent, page_tables, ratio_cell
from datasets.city.city import City
from datasets.overview.overview import Overview
from datasets.queries.group_query import given_groups
from datasets.queries.overview_query import OverviewChoice
from layouts.figures.specs.overview_spec import OverviewSpec
from layouts.page_paths import PagePath
from layouts.words.pages import overview as words
from locales import say

NAME = "overview"


def overview_tables(city: City) -> dict[str, Maker]:
    """The table of the page."""
    answers = OverviewAnswers(city)
    return page_tables(city, answers.options.read_query, {NAME: lambda choice: _list_content(answers, choice)})


@dataclass(frozen=True)
class _Statement:
    """One of the page: the card that it stands on, what it is about, what it says, and what shows it."""

    card: str
    subject: str
    text: str
    further: str = ""
    ratio: float | None = None
    page: str = ""


def _list_content(answers: OverviewAnswers, choice: OverviewChoice) -> TableContent:
    columns: Columns = {
        say("overview-columns", column="card"): lambda one: one.card,
        say("overview-columns", column="subject"): lambda one: one.subject,
        say("overview-columns", column="text"): lambda one: one.text,
        say("overview-columns", column="ratio"): lambda one: ratio_cell(one.ratio),
        say("overview-columns", column="further"): lambda one: one.further,
        say("overview-columns", column="page"): lambda one: one.page,
    }
    region = answers.city.region
    method = words.method_text(*(region.groups[key].name for key in (region.focus, region.benchmark)))
    return TableContent(
        [choice.year], columns, list(_list_statements(answers, choice)), [(say("overview-method"), method)]
    )


def _list_statements(answers: OverviewAnswers, choice: OverviewChoice) -> Iterator[_Statement]:
    """In the order of the page."""
    shown, spec = answers.build(choice), build_overview_spec(answers, choice)
    query = {"dataset": choice.dataset, "year": str(choice.year)} | given_groups(answers.city)
    for goal in spec.goals:
        change, *further = goal.lines or ("",)
        yield _Statement(
            goal.title,
            say("overview-all-indicators"),
            goal.finding,
            say("list-parts").join([change, *further]),
            goal.share,
            _link(PagePath.GAP, query),
        )
    yield from _list_domains(shown, spec, query)
    for name, text in list_certain(shown):
        yield _Statement(spec.certain_title, name, text, page=_link(PagePath.GAP, query))
    for part, (_, found, _) in zip(spec.moves, list_move_parts(shown), strict=True):
        for row, one in zip(part.rows, found, strict=True):
            page = _link(PagePath.GAP, query | {"indicator": one.now.indicator.id})
            yield _Statement(part.title, row.name, row.ratio, row.told, one.ratio, page)
        if part.nothing:
            yield _Statement(part.title, "", part.nothing)
    of_year = query | {"year": str(shown.target_year)}
    yield _Statement(
        spec.targets.title,
        say("overview-all-targets"),
        spec.targets.text,
        spec.targets.owing,
        page=_link(PagePath.TARGETS, of_year),
    )
    for (name, people, beyond), reach in zip(spec.reach.rows, shown.reach, strict=False):
        page = _link(PagePath.COVERAGE, query | {"type": reach.id})
        yield _Statement(spec.reach.title, name, people, beyond, page=page)
    if spec.reach.nothing:
        yield _Statement(spec.reach.title, "", spec.reach.nothing)
    name = answers.city.datasets[choice.dataset].name
    yield _Statement(spec.publication_title, name, spec.publication, page=_link(PagePath.DATA, {"set": choice.dataset}))


def _list_domains(shown: Overview, spec: OverviewSpec, query: dict[str, str]) -> Iterator[_Statement]:
    """Every domain, and below it the verdict of each of its indicators."""
    by_domain = shown.holding_by_domain.items()
    for row, (domain, (holding, found)) in zip(spec.domains, by_domain, strict=True):
        change = words.change_since(row.change, shown.before)
        yield _Statement(
            spec.domains_title,
            say("common-domains", domain=domain),
            words.domain_sentence(holding),
            change,
            page=_link(PagePath.GAP, query | {"domain": domain}),
        )
        for one in found:
            page = _link(PagePath.GAP, query | {"indicator": one.indicator.id})
            yield _Statement(spec.domains_title, one.indicator.name, words.verdict_text(one), page=page)


def _link(path: PagePath, query: dict[str, str]) -> str:
    return f"{path}?{urlencode(query)}"
