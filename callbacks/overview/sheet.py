"""The first page as the data of a sheet: its own figures and its own sentences."""

from collections import Counter

from callbacks.overview.answers import OverviewAnswers
from datasets.city.city import City
from datasets.overview.holding import GapMove, Holding
from datasets.overview.overview import Overview
from datasets.overview.owed import Outcome
from datasets.queries.map_query import MapQuery, classed_values, settle_view
from datasets.queries.overview_query import OverviewChoice
from geodata.svg_map import SmallShapes, simplify_small
from layouts.figures.maps.map_pair import MOST_AREAS, colour_areas
from layouts.figures.specs.overview_spec import (
    DomainRow,
    GoalPart,
    MoveRow,
    MovesPart,
    OverviewSpec,
    ReachPart,
    TargetsPart,
)
from layouts.pages.overview import MOST_CERTAIN, MOST_REACH, OverviewTexts
from layouts.words.pages import overview as words
from layouts.words.pages.atlas import percent_text
from layouts.words.verdict_bounds import bounds_line
from locales import say


def build_overview_spec(answers: OverviewAnswers, choice: OverviewChoice) -> OverviewSpec:
    """Everything that the page says of a choice."""
    shown = answers.build(choice)
    texts = answers.write_texts(shown)
    small = answers.city.cached(_simplify)
    return OverviewSpec(
        goals=_list_goals(shown, texts),
        domains_title=say("overview-domains-title"),
        domain_heads=(words.LINE, words.domain_change_title(shown.before)),
        domains=tuple(
            DomainRow(
                say("common-domains", domain=domain),
                tuple(one.assessment for one in found),
                words.domain_count(holding),
                words.domain_change(holding, shown.before),
            )
            for domain, (holding, found) in shown.holding_by_domain.items()
        ),
        certain_title=say("overview-certain"),
        certain=tuple(f"{name}　{text}" for name, text in list_certain(shown)),
        moves=tuple(_build_moves(shown, texts, *part) for part in list_move_parts(shown)),
        targets=_build_targets(shown, texts),
        reach=ReachPart(
            say("overview-reach"),
            tuple(map(words.reach_parts, shown.reach[:MOST_REACH])),
            "" if shown.reach else say("overview-no-reach"),
        ),
        publication_title=say("overview-publication"),
        publication=texts.publication,
        areas=small.areas if len(small.areas) <= MOST_AREAS else {},
        border=small.border,
        group_line=small.group_line,
        box=small.box,
    )


def _simplify(city: City) -> SmallShapes:
    return simplify_small(city.geography)


def list_move_parts(shown: Overview) -> list[tuple[str, list[GapMove], str]]:
    """The cards of gaps: title, gaps, and what is said where there are none."""
    nothing = say("overview-nothing-closed") if shown.before else say("overview-no-earlier")
    return [
        (say("overview-widest"), shown.list_widest(), say("overview-nothing-wide")),
        (say("overview-closed"), shown.list_closed(), nothing),
    ]


def list_certain(shown: Overview) -> list[tuple[str, str]]:
    """The indicators of which counties lack a value, and what is certain all the same."""
    name = shown.city.geography.name
    found = [
        (
            one.indicator.name,
            bounds_line(one.bounds, one.indicator, [name(code, shown.year) for code in one.bounds.missing]),
        )
        for one in shown.gaps
        if one.bounds and one.bounds.assessment
    ]
    return found[:MOST_CERTAIN]


def _list_goals(shown: Overview, texts: OverviewTexts) -> tuple[GoalPart, ...]:
    unjudged = words.unjudged_text(Counter(one.assessment for one in shown.gaps))
    needed = "" if shown.holding.judged else words.needs_text(texts.lacking_areas)
    goals = [_build_goal(texts.groups, shown.holding, shown, unjudged, needed)]
    if texts.reference:
        goals.append(_build_goal(texts.reference, shown.reference_holding, shown))
    return tuple(goals)


def _build_goal(sides: tuple[str, str], holding: Holding, shown: Overview, *further: str) -> GoalPart:
    share = holding.reached / holding.judged if holding.judged else None
    lines = (words.goal_change(holding, shown.year, shown.before), *further)
    return GoalPart(
        words.goal_title(*sides), words.goal_finding(*sides, holding), share, tuple(line for line in lines if line)
    )


def _build_moves(shown: Overview, texts: OverviewTexts, title: str, found: list[GapMove], nothing: str) -> MovesPart:
    rows = tuple(_build_move(shown, one) for one in found)
    return MovesPart(words.moves_title(title, *texts.groups), rows, "" if rows else nothing)


def _build_move(shown: Overview, one: GapMove) -> MoveRow:
    before = shown.before if one.earlier_ratio is not None else None
    told = words.move_text(one, shown.year, before, not shown.city.region.is_grouped)
    view = settle_view(shown.city, MapQuery(dataset=shown.dataset, indicator=one.now.indicator.id, year=shown.year))
    panel = classed_values(shown.city, view)
    years = (shown.before if one.earlier else None, shown.year)
    maps = tuple(None if year is None else colour_areas(panel, year) for year in years)
    return MoveRow(one.now.indicator.name, told, percent_text(one.ratio), maps)


def _build_targets(shown: Overview, texts: OverviewTexts) -> TargetsPart:
    if not shown.targets:
        return TargetsPart(say("overview-targets"), say("overview-no-ledger"), (), "")
    counts = Counter(shown.outcomes.values())
    return TargetsPart(
        say("overview-targets"),
        words.targets_text(counts, shown.target_year),
        tuple((one, counts[one]) for one in Outcome if counts[one]),
        words.owing_text(texts.owing, texts.lacking),
    )
