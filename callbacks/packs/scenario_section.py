"""The section 选址方案 of a pack: results of saved scenarios in sentences, a table, maps and a data sheet."""

from collections.abc import Sequence

from callbacks.pictures.captions import write_caption
from callbacks.pictures.scenarios import scenario_spec
from datasets.city.city import City
from datasets.siting.scenario_outcome import CoverageShift, ScenarioOutcome
from indicators.facilities.coverage_measures import format_standard
from layouts.pack_terms import Cell, Key, Quoted, Sentence, SheetId
from layouts.paper.documents.pack import DataSheet, Exhibit, Section
from layouts.paper.documents.text_table import TextTable
from layouts.paper.packs.data_sheets import make_sheet
from layouts.paper.sheet.picture_spec import PictureSpec, SheetKind
from layouts.words.pages import siting as words
from layouts.words.paper.pictures import Attribution, file_name
from layouts.words.siting_outcome import OutcomeText
from locales import say, say_all

_SHARE, _KM, _RATIO = "0.0", "0.00", "0.0%"
_FORMATS = {"share_before": _SHARE, "share_after": _SHARE, "mean_before": _KM, "mean_after": _KM}
_FORMATS |= {"ratio_before": _RATIO, "ratio_after": _RATIO}
_FORMATS |= dict.fromkeys(("residents", "newly_covered", "newly_uncovered"), "#,##0")
_MOST_LISTED = 6  # changes below a map's title


def make_scenario_section(city: City, outcomes: Sequence[ScenarioOutcome], attribution: Attribution) -> Section:
    """Sentences, a table of all scenarios, and for each a map."""
    texts = [OutcomeText(city, outcome) for outcome in outcomes]
    sentences = tuple(sentence for one in texts for sentence in _describe_outcome(one))
    maps = tuple(_map_exhibit(city, one, attribution) for one in texts)
    return Section(say("siting-pack-heading"), sentences, (_comparison_table(texts), *maps))


def make_scenario_sheet(city: City, outcomes: Sequence[ScenarioOutcome]) -> DataSheet:
    """Every scenario in the whole city, in each group and in each county."""
    rows = [
        ((outcome.scenario.id or 0, area), _sheet_cells(OutcomeText(city, outcome), area, shift), _FORMATS)
        for outcome in outcomes
        for area, shift in outcome.areas.items()
    ]
    return make_sheet(SheetId.SCENARIOS, say_all("siting-sheet-columns-"), rows)


def _sheet_cells(texts: OutcomeText, area: str, shift: CoverageShift) -> dict[str, Cell]:
    outcome, demonstration = texts.outcome, texts.demonstration
    whole = area == texts.city.region.adcode
    ratios = outcome.ratios if whole else (None, None)
    return {
        "name": outcome.scenario.name,
        "type": texts.type_.name,
        "year": outcome.scenario.year,
        "area": texts.area(area),
        "residents": shift.before.residents,
        "newly_covered": shift.newly_covered,
        "newly_uncovered": shift.newly_uncovered,
        "share_before": shift.before.share,
        "share_after": shift.after.share,
        "mean_before": shift.before.mean_km,
        "mean_after": shift.after.mean_km,
        "ratio_before": ratios[0],
        "ratio_after": ratios[1],
        "kind": words.kind_text(demonstration, outcome.estimated),
    }


def _describe_outcome(texts: OutcomeText) -> list[Sentence]:
    """What a scenario comes to; numbers are quoted from its row of the whole city."""
    outcome, city = texts.outcome, texts.city.region.adcode
    row: Key = (outcome.scenario.id or 0, city)
    about = {"name": outcome.scenario.name, "type": texts.type_.name, "year": outcome.scenario.year}
    count = words.people_text(texts.whole.newly_covered)
    told = words.marked(words.persons(texts.whole.newly_covered), outcome.estimated)
    covered = say("siting-document-covered", people=told, standard=format_standard(texts.type_), **about)
    found = [Sentence(covered, (Quoted(count, SheetId.SCENARIOS, row, "newly_covered"),))]
    columns = ("ratio_before", "ratio_after")
    shares = {words.ratio_text(ratio): column for ratio, column in zip(outcome.ratios, columns, strict=True)}
    judged = None not in outcome.ratios
    numbers = tuple(Quoted(text, SheetId.SCENARIOS, row, column) for text, column in shares.items() if judged)
    ratio = words.ratio_sentence(texts.focus, texts.benchmark, outcome.ratios)
    found.append(Sentence(say("siting-document-says", sentence=ratio, **about), numbers))
    changed = [say("chart-full-stop", text=texts.target_sentence(change)) for change in outcome.changed_targets]
    others = (texts.uncovered(), *(changed or [texts.none_changed()]), texts.missed())
    return found + [Sentence(say("siting-document-says", sentence=text, **about)) for text in others if text]


def _comparison_table(texts: Sequence[OutcomeText]) -> TextTable:
    labels, columns = texts[0].compare_labels(), [one.compared() for one in texts]
    rows = tuple((label, *(column[key] for column in columns)) for key, label in labels.items())
    notes = dict.fromkeys(note for one in texts for note in one.notes())
    names = tuple(one.outcome.scenario.name for one in texts)
    return TextTable(
        say("siting-compare-title"), (say("siting-scenario"), *names), rows, say("list-sentences").join(notes)
    )


def _map_exhibit(city: City, texts: OutcomeText, attribution: Attribution) -> Exhibit:
    outcome = texts.outcome
    scenario = outcome.scenario
    title = say("siting-map-title", name=scenario.name, type=texts.type_.name, year=scenario.year)
    source = say("list-named", name=say("document-sources"), text=outcome.residents.sources)
    listed = list(enumerate(outcome.placed))[:_MOST_LISTED]
    changes = (
        say(
            "siting-document-change",
            kind=say("siting-change-kinds", kind=one.change.kind),
            name=texts.name(at),
            place=texts.place(one),
        )
        for at, one in listed
    )
    notes = (source, *texts.notes())
    caption = write_caption(
        city, scenario.dataset, (title, say("list-parts").join(changes)), notes, attribution, on_map=True
    )
    draw = PictureSpec(SheetKind.SCENARIO, (scenario_spec(city, outcome), city.geography, caption))
    name = file_name(city.region.short_name, say("siting-pack-heading"), scenario.name, scenario.year)
    return Exhibit(title=title, name=name, draw=draw, source=source)
