"""Packs as files: read a choice, compose the pack, draw its pictures and write its documents."""

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from callbacks.packs.exhibits import PackExhibits
from callbacks.packs.scenario_section import make_scenario_section, make_scenario_sheet
from callbacks.storyboard.compose import compose_storyboard, read_storyboard
from datasets.analyses.pack_figures import PackFigures
from datasets.analyses.pack_request import PackChoice, Preset, read_choice
from datasets.city.city import City
from datasets.files.declarations import BadInputError
from datasets.files.table_export import write_xlsx
from datasets.files.whole_files import write_atomically
from datasets.queries.group_query import GroupError, regroup_as_given
from datasets.queries.query import GROUPS
from datasets.queries.storyboard import PACK_KEY
from datasets.siting.scenario import Scenario, ScenarioError
from datasets.siting.scenario_outcome import ScenarioOutcome, evaluate_scenario
from datasets.store.model import UnknownError
from layouts.pack_terms import DocumentFormat, SheetId
from layouts.paper.documents.album import write_album
from layouts.paper.documents.booklet import write_booklet
from layouts.paper.documents.deck.deck import is_picture_in_deck, write_deck
from layouts.paper.documents.pack import Exhibit, FailedPicture, Pack, safe_file_name
from layouts.paper.documents.report.report import write_report
from layouts.paper.documents.template import TemplateError, template_format
from layouts.paper.documents.workbook import workbook_notes, workbook_tables
from layouts.paper.packs.compose import compose_pack
from layouts.sheet_sizes import Format, parse_paper
from layouts.words.groups import fault_text
from layouts.words.paper import packs as words
from locales import say

_PIXELS, _DPI = "1680x1260", 200

ReportProgress = Callable[[int, int, str], None]  # steps done, steps in all, what is being done
Templates = Mapping[DocumentFormat, bytes]  # an office's own, for the deck and the report


@dataclass(frozen=True)
class PackOrder:
    """What is asked for: a choice as its JSON object, the documents, an office's templates, the folder they go to."""

    wanted: Mapping[str, Any]
    outputs: tuple[DocumentFormat, ...]
    templates: Templates
    folder: Path


def make_pack(
    city: City,
    presets: Mapping[str, Preset],
    order: PackOrder,
    today: date,
    progress: ReportProgress,
    saved: Callable[[Sequence[int]], Sequence[Scenario]] = lambda _: (),
) -> list[Path]:
    """Read, compose and write a pack; the paths of its files. Raises BadInputError, TemplateError, OSError.

    ``saved`` gives saved scenarios by their ids.
    """
    try:
        city = regroup_as_given(city, str(order.wanted.get(GROUPS) or ""))
    except GroupError as error:
        raise BadInputError([fault_text(error)]) from error
    progress(0, 0, say("document-collecting"))
    if PACK_KEY in order.wanted:
        storyboard = read_storyboard(order.wanted[PACK_KEY])
        pack = compose_storyboard(city, storyboard, str(order.wanted.get("maker") or ""), today)
        stem = f"{city.region.short_name}_{storyboard.title}"
    else:
        choice = read_choice(city, presets, order.wanted)
        pack = compose(city, presets[choice.preset], choice, today, evaluate_scenarios(city, choice, saved))
        stem = words.file_stem(city.region.short_name, choice.title, choice.years)
    path = order.folder / safe_file_name(stem)
    return PackWriter(pack, order.outputs, path, progress, order.templates).write()


def compose(
    city: City, preset: Preset, choice: PackChoice, today: date, outcomes: Sequence[ScenarioOutcome] = ()
) -> Pack:
    """The pack of a choice, nothing of it drawn; ``outcomes`` are what the chosen scenarios of sites come to."""
    exhibits = PackExhibits(city, choice, today)
    pack = compose_pack(PackFigures(city, choice), preset, exhibits.illustrate, today)
    if not outcomes:
        return pack
    section = make_scenario_section(city, outcomes, exhibits.attribution)
    sheets = {**pack.sheets, SheetId.SCENARIOS: make_scenario_sheet(city, outcomes)}
    return replace(pack, sections=(*pack.sections, section), sheets=sheets)


def evaluate_scenarios(
    city: City, choice: PackChoice, saved: Callable[[Sequence[int]], Sequence[Scenario]]
) -> list[ScenarioOutcome]:
    """What the scenarios of a pack come to. Raises BadInputError for those that cannot stand in it."""
    try:
        scenarios = saved(choice.scenarios) if choice.scenarios else ()
    except UnknownError as error:
        raise BadInputError([f"scenarios: {error}"]) from error
    foreign = [one for one in scenarios if one.dataset != choice.dataset]
    if foreign:  # a pack is of one dataset, whose marks it bears on every page
        faults = [f"scenarios: {one.id} is of the dataset {one.dataset}, not of {choice.dataset}" for one in foreign]
        raise BadInputError(faults)
    try:
        return [evaluate_scenario(city, one) for one in scenarios]
    except ScenarioError as error:
        raise BadInputError([f"scenarios: {error}"]) from error


def read_templates(files: Mapping[str, bytes]) -> dict[DocumentFormat, bytes]:
    """Templates by the document that they are for, given by their names. Raises TemplateError, naming the file."""
    templates = {}
    for name, content in files.items():
        try:
            templates[template_format(content)] = content
        except TemplateError as error:
            raise TemplateError(f"{name}: {error}") from error
    return templates


class PackWriter:
    """Draws and writes one pack; pictures of one format are let go before those of the next are drawn.

    A picture that cannot be drawn is told in every document and keeps nothing else from being made. A file appears
    under its name only when it is whole.
    """

    def __init__(
        self,
        pack: Pack,
        outputs: Sequence[DocumentFormat],
        path: Path,
        progress: ReportProgress,
        templates: Templates,
    ) -> None:
        self.pack, self.path, self.progress, self.templates = pack, path, progress, templates
        self.outputs = [output for output in _PICTURE_FORMATS if output in outputs]
        self.paper = parse_paper(_PIXELS, _DPI)
        pictures = sum(self._is_needed(exhibit, form) for form in Format for exhibit in pack.exhibits)
        self.done, self.total = 0, len(self.outputs) + pictures
        self.failures: dict[str, FailedPicture] = {}  # by title: one that fails in two formats is told once

    def write(self) -> list[Path]:
        """The paths of the files, in the order of making. Raises TemplateError, OSError."""
        with _settled_heap():
            paths = [path for form in (Format.PNG, Format.SVG, None) for path in self._write_format(form)]
        self.progress(self.total, self.total, words.done_text(list(self.failures)))
        return paths

    def _write_format(self, form: Format | None) -> list[Path]:
        """Write the documents that are made from pictures in a format, or from none."""
        outputs = [output for output in self.outputs if _PICTURE_FORMATS[output] is form]
        if form is None or not outputs:
            return [self._save_document(output, self.pack) for output in outputs]
        pack = self.pack.with_pictures(lambda exhibit: self._draw_picture(exhibit, form))
        self.failures |= {failure.title: failure for failure in pack.failures}
        return [self._save_document(output, pack) for output in outputs]

    def _is_needed(self, exhibit: Exhibit, form: Format) -> bool:
        """Whether any of the documents shows a picture of an exhibit in a format."""
        outputs = (output for output in self.outputs if _PICTURE_FORMATS[output] is form)
        return exhibit.draw is not None and any(_is_picture(exhibit, output) for output in outputs)

    def _draw_picture(self, exhibit: Exhibit, form: Format) -> bytes | FailedPicture | None:
        if exhibit.draw is None or not self._is_needed(exhibit, form):
            return None
        self.progress(self.done, self.total, say("document-drawing", title=exhibit.title))
        self.done += 1
        try:
            return exhibit.draw(self.paper, form)
        except Exception as error:  # whatever one picture fails of, the others are to be made
            return FailedPicture(exhibit.title, f"{error}" or type(error).__name__)

    def _save_document(self, output: DocumentFormat, pack: Pack) -> Path:
        self.progress(self.done, self.total, say("document-writing", document=say("document-outputs", format=output)))
        self.path.parent.mkdir(parents=True, exist_ok=True)
        path = self.path.with_name(f"{self.path.name}.{output}")
        write_atomically(path, self._write_document(output, pack))
        self.done += 1
        return path

    def _write_document(self, output: DocumentFormat, pack: Pack) -> bytes:
        write: dict[DocumentFormat, Callable[[], bytes]] = {
            DocumentFormat.PPTX: lambda: write_deck(pack, self.templates.get(output)),
            DocumentFormat.DOCX: lambda: write_report(pack, self.templates.get(output)),
            DocumentFormat.ZIP: lambda: write_album(pack, Format.PNG),
            DocumentFormat.PDF: lambda: write_booklet(pack),
            DocumentFormat.XLSX: lambda: write_workbook(pack, self.failures.values()),
        }
        return write[output]()


def write_workbook(pack: Pack, failures: Iterable[FailedPicture] = ()) -> bytes:
    """The XLSX file; ``failures`` are the pictures that other documents of the pack lack."""
    about = pack.about
    return write_xlsx(workbook_tables(pack), workbook_notes(pack, failures), about.title, about.maker or about.dataset)


@contextmanager
def _settled_heap() -> Iterator[None]:
    """Every finished picture frees its memory by a full collection, which need not search what is there already."""
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


# The format of the pictures that a document is made from, in the order of making: the workbook last, it lists failures.
_PICTURE_FORMATS: dict[DocumentFormat, Format | None] = {
    DocumentFormat.PPTX: Format.PNG,
    DocumentFormat.DOCX: Format.PNG,
    DocumentFormat.ZIP: Format.PNG,
    DocumentFormat.PDF: Format.SVG,
    DocumentFormat.XLSX: None,
}


def _is_picture(exhibit: Exhibit, output: DocumentFormat) -> bool:
    """Whether a document shows an exhibit as a picture; the rest it draws or writes itself."""
    if output is DocumentFormat.PPTX:
        return is_picture_in_deck(exhibit)
    return output is DocumentFormat.ZIP or exhibit.status_table is None
