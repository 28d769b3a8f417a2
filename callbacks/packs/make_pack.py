"""Packs as files: what is drawn, in which order it is written, and how far it has come."""

import gc
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from callbacks.packs.compose import compose
from callbacks.packs.workbook import workbook
from datasets.analyses.pack_request import PackChoice, Preset, read_choice
from datasets.city.city import City
from datasets.files.declarations import BadInputError
from datasets.files.whole_files import write_atomically
from datasets.siting.scenario import Scenario, ScenarioError
from datasets.siting.scenario_outcome import Outcome, evaluate
from datasets.store.model import UnknownError
from layouts.pack_terms import DocumentFormat
from layouts.paper.documents.album import album
from layouts.paper.documents.booklet import booklet
from layouts.paper.documents.deck import deck, in_deck_as_picture
from layouts.paper.documents.pack import Exhibit, FailedPicture, Pack, Pictures, safe_name, status_table
from layouts.paper.documents.report import report
from layouts.paper.documents.template import TemplateError, template_format
from layouts.sheet_sizes import Format, Paper, paper
from layouts.words.paper import packs as words

_PIXELS, _DPI = "1680x1260", 200

Progress = Callable[[int, int, str], None]  # steps done, steps in all, what is being done


@dataclass(frozen=True)
class Templates:
    """An office's own templates, as the bytes of their files; None for the plain look."""

    deck: bytes | None = None
    report: bytes | None = None


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
    progress: Progress,
    saved: Callable[[Sequence[int]], Sequence[Scenario]] = lambda _: (),
) -> list[Path]:
    """Read, compose and write a pack; the paths of its files. Raises BadInputError, TemplateError, OSError.

    ``saved`` gives saved scenarios by their ids.
    """
    choice = read_choice(city, presets, order.wanted)
    progress(0, 0, words.COLLECTING)
    outcomes = scenario_outcomes(city, choice, saved)
    pack = compose(city, presets[choice.preset], choice, today, outcomes)
    stem = words.file_stem(city.region.short_name, choice.title, choice.years)
    return write_pack(pack, order.outputs, order.folder, stem, progress, order.templates)


def scenario_outcomes(
    city: City, choice: PackChoice, saved: Callable[[Sequence[int]], Sequence[Scenario]]
) -> list[Outcome]:
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
        return [evaluate(city, one) for one in scenarios]
    except ScenarioError as error:
        raise BadInputError([f"scenarios: {error}"]) from error


def templates_of(files: Mapping[str, bytes]) -> Templates:
    """Templates by what is in the files, given by their names. Raises TemplateError, naming the file."""
    found = {}
    for name, content in files.items():
        try:
            found[template_format(content)] = content
        except TemplateError as error:
            raise TemplateError(f"{name}: {error}") from error
    return Templates(found.get(DocumentFormat.PPTX), found.get(DocumentFormat.DOCX))


def progress_file(path: Path) -> Progress:
    """Tells progress to whoever reads the file: ``{"done": 3, "total": 80, "text": "..."}``, always whole."""

    def tell(done: int, total: int, text: str) -> None:
        content = json.dumps({"done": done, "total": total, "text": text}, ensure_ascii=False)
        write_atomically(path, content.encode("utf-8"))

    return tell


def write_pack(
    pack: Pack, outputs: Sequence[DocumentFormat], folder: Path, stem: str, progress: Progress, templates: Templates
) -> list[Path]:
    """Write the documents of ``outputs`` into ``folder`` and return their paths.

    A picture that cannot be drawn is told in every document and keeps nothing else from being made. A file appears
    under its name only when it is whole. Raises TemplateError, OSError.
    """
    return _Writer(pack, outputs, folder, safe_name(stem), progress, templates).write()


class _Writer:
    """Draws and writes one pack; pictures of one format are let go before those of the next are drawn."""

    def __init__(
        self,
        pack: Pack,
        outputs: Sequence[DocumentFormat],
        folder: Path,
        stem: str,
        progress: Progress,
        templates: Templates,
    ) -> None:
        self.pack, self.folder, self.stem, self.progress, self.templates = pack, folder, stem, progress, templates
        self.outputs = [output for output in DocumentFormat if output in outputs]
        self.paper = paper(_PIXELS, _DPI)
        self.done, self.total = 0, len(self.outputs) + sum(len(self._needed(form)) for form in (Format.PNG, Format.SVG))
        self.failures: dict[str, str] = {failure.title: failure.reason for failure in pack.failures}

    def write(self) -> list[Path]:
        makers: dict[DocumentFormat, Callable[[Pictures], bytes]] = {
            DocumentFormat.PPTX: lambda drawn: deck(self.pack, drawn, self.templates.deck),
            DocumentFormat.DOCX: lambda drawn: report(self.pack, drawn, self.templates.report),
            DocumentFormat.ZIP: lambda drawn: album(self.pack, drawn, Format.PNG),
            DocumentFormat.PDF: lambda drawn: booklet(self.pack, drawn),
            DocumentFormat.XLSX: lambda _: workbook(self.pack, self.failures),
        }
        paths = []
        with _settled_heap():
            for form, outputs in _DRAWN_AS.items():
                wanted = [output for output in outputs if output in self.outputs]
                pictures = self._draw(form)
                paths += [self._save(output, makers[output], pictures) for output in wanted]
        self.progress(self.total, self.total, words.done(list(self.failures)))
        return paths

    def _needed(self, form: Format | None) -> list[int]:
        """The positions of the exhibits of which the documents need a picture in a format."""
        wanted = [output for output in _DRAWN_AS[form] if output in self.outputs]
        return [
            position
            for position, exhibit in enumerate(self.pack.exhibits)
            if any(_PICTURED[output](exhibit) for output in wanted)
        ]

    def _draw(self, form: Format | None) -> Pictures:
        drawn: dict[int, bytes | FailedPicture] = {}
        for position in self._needed(form):
            exhibit = self.pack.exhibits[position]
            self._tell(words.drawing(exhibit.title))
            drawn[position] = _drawn(exhibit, self.paper, form or Format.PNG)
            self.done += 1
        pictures = Pictures(drawn)
        self.failures |= {failure.title: failure.reason for failure in pictures.failures}
        return pictures

    def _save(self, output: DocumentFormat, make: Callable[[Pictures], bytes], pictures: Pictures) -> Path:
        self._tell(words.writing(words.OUTPUTS[output]))
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self.folder / f"{self.stem}.{output}"
        write_atomically(path, make(pictures))
        self.done += 1
        return path

    def _tell(self, text: str) -> None:
        self.progress(self.done, self.total, text)


@contextmanager
def _settled_heap() -> Iterator[None]:
    """Every finished picture frees its memory by a full collection, which need not search what is there already."""
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


# Which pictures a document is made from, in the order of making: the workbook last, it lists what failed.
_DRAWN_AS: dict[Format | None, tuple[DocumentFormat, ...]] = {
    Format.PNG: (DocumentFormat.PPTX, DocumentFormat.DOCX, DocumentFormat.ZIP),
    Format.SVG: (DocumentFormat.PDF,),
    None: (DocumentFormat.XLSX,),
}


# What documents show as a picture; the rest they draw or write themselves.
_PICTURED: dict[DocumentFormat, Callable[[Exhibit], bool]] = {
    DocumentFormat.PPTX: in_deck_as_picture,
    DocumentFormat.DOCX: lambda exhibit: status_table(exhibit) is None,
    DocumentFormat.PDF: lambda exhibit: status_table(exhibit) is None,
    DocumentFormat.ZIP: lambda _: True,
    DocumentFormat.XLSX: lambda _: False,
}


def _drawn(exhibit: Exhibit, on: Paper, form: Format) -> bytes | FailedPicture:
    try:
        return exhibit.draw(on, form)
    except Exception as error:  # whatever one picture fails of, the others are to be made
        return FailedPicture(exhibit.title, f"{error}" or type(error).__name__)
