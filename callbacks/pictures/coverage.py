"""The coverage map, or the scenario that lies over it, as a picture, from the address of the coverage page."""

from dataclasses import replace

from callbacks.pictures.captions import write_caption
from callbacks.pictures.maps import MakePicture
from callbacks.pictures.scenarios import scenario_spec
from callbacks.server.responses import Query, answer_query
from datasets.analyses.coverage_of_type import TypeCoverage, compute_catchment, compute_type_coverage
from datasets.analyses.coverage_summary import CoverageSummary
from datasets.city.city import City
from datasets.queries.coverage_query import CoverageChoice, CoverageOptions
from datasets.siting.scenario_outcome import evaluate_scenario
from datasets.siting.scenario_query import bears_scenario, read_scenario
from indicators.facilities.coverage_measures import SHARE_WITHIN, format_standard, indicator_id
from layouts.pages.coverage.empty_state import explain_empty
from layouts.pages.coverage.findings import CoverageFindings
from layouts.pages.coverage.page import PATH
from layouts.paper.sheet.picture_spec import CoverageSpec, NamedPicture, PictureSpec, SheetKind
from layouts.words.pages import coverage as words
from layouts.words.paper import pictures as picture_words
from layouts.words.paper.pictures import Attribution
from layouts.words.siting_outcome import OutcomeText
from locales import say

COVERAGE = "coverage"  # its name in an address


class CoveragePictures:
    """Pictures for one city."""

    def __init__(self, city: City) -> None:
        self.city, self.choices = city, CoverageOptions(city)
        self._draw_choice = answer_query(self.choices.read_page_query, self.coverage)
        self.by_kind: dict[str, MakePicture] = {COVERAGE: self._draw_page}

    def _draw_page(self, query: Query, attribution: Attribution) -> NamedPicture:
        """What the page shows: the map of a choice, or the scenario that lies over it. Raises ScenarioError."""
        return (self.scenario if bears_scenario(query) else self._draw_choice)(query, attribution)

    def scenario(self, query: Query, attribution: Attribution) -> NamedPicture:
        """The map of a scenario under what it comes to."""
        city, (choice, _) = self.city, self.choices.read_page_query(query)
        text = OutcomeText(city, evaluate_scenario(city, read_scenario(self.choices, query)))
        finding, subject = text.finding(), text.subject()
        notes = [say("list-named", name=say("document-sources"), text=text.outcome.residents.sources), *text.notes()]
        notes += [say("marks-note-of-picture")] * bool(choice.marks)
        page = PATH, {name: value for name, value in query.items() if name != "marks"}
        texts = (finding, subject) if finding else (subject, "")
        caption = write_caption(city, choice.dataset, texts, notes, attribution, page, on_map=True)
        name = picture_words.file_name(city.region.short_name, say("siting-pack-heading"), text.type_.name, choice.year)
        marked = replace(scenario_spec(city, text.outcome), marks=choice.marks)
        return NamedPicture(caption, name, PictureSpec(SheetKind.SCENARIO, (marked, city.geography, caption)))

    def coverage(self, choice: CoverageChoice, attribution: Attribution) -> NamedPicture:
        """The map of a choice. Where there is nothing to show it says why, as the page does."""
        city, type_ = self.city, self.city.facility_types[choice.type_]
        type_coverage = compute_type_coverage(city, choice.dataset, choice.type_, choice.year)
        empty, within = explain_empty(self.choices, choice, type_coverage), format_standard(type_)
        title = say("coverage-picture-title", region=city.region.name, type=type_.name, year=choice.year, within=within)
        told = "" if empty else self._describe(choice, type_coverage)
        texts = (told, title) if told else (title, empty.title if empty else self._share_text(choice))
        page = PATH, replace(choice, marks=()).to_query()  # nobody types an address with marks in it
        notes = self._list_notes(type_coverage, within) + [say("marks-note-of-picture")] * bool(choice.marks)
        caption = write_caption(city, choice.dataset, texts, notes, attribution, page, on_map=True)
        name = picture_words.file_name(city.region.short_name, say("coverage-title"), type_.name, choice.year)
        legend = (
            words.facility_text(type_.name, len(type_coverage.facilities)),
            say("coverage-covered"),
            say("coverage-uncovered"),
        )
        spec = CoverageSpec.of(
            type_coverage.facilities.geometry,
            type_coverage.residents.places if type_coverage.residents else None,
            type_coverage.coverage.covered,
            compute_catchment(city, type_coverage),
            city.region.metric_crs,
            (*legend, say("coverage-within", within=within)),
        )
        marked = replace(spec, marks=choice.marks)
        return NamedPicture(caption, name, PictureSpec(SheetKind.COVERAGE, (marked, city.geography, caption)))

    def _describe(self, choice: CoverageChoice, coverage: TypeCoverage) -> str:
        if coverage.residents is None:
            return ""
        summary = CoverageSummary(self.city, choice.dataset, coverage, coverage.residents)
        return CoverageFindings(summary).describe_map()

    def _share_text(self, choice: CoverageChoice) -> str:
        records = self.city.datasets[choice.dataset].records.get(indicator_id(choice.type_, SHARE_WITHIN))
        value = None if records is None else records["value"].get((self.city.region.adcode, choice.year))
        return f"{say('coverage-share-in', area=say('coverage-city'))} {words.share_text(value)}"

    def _list_notes(self, type_coverage: TypeCoverage, within: str) -> list[str]:
        standard, residents = type_coverage.standard, type_coverage.residents
        fact = words.standard_fact(within, standard.source, standard.basis)
        notes = [say("list-named", name=say("coverage-standard"), text=fact)]
        if residents is not None:
            people = (len(residents.places), float(residents.places["population"].sum()))
            fact = words.residents_fact(residents.sources, *people, residents.estimated)
            notes.append(say("list-named", name=say("coverage-residents"), text=fact))
        return [*notes, *words.fault_texts(type_coverage.faults)]
