"""An offline snapshot: a storyboard with everything that its slides show, in one file that needs no program."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from callbacks.atlas.answers import AtlasAnswers
from callbacks.storyboard.judge import PageReaders, judge_slide
from callbacks.storyboard.snapshot_maps import SnapshotMaps
from callbacks.storyboard.snapshot_pages import SnapshotPages
from datasets.city.city import City
from datasets.city.offered_indicators import list_offered_indicators
from datasets.files.declarations import BadInputError
from datasets.files.whole_files import read_by_name, write_atomically
from datasets.queries.group_query import regroup_as_given
from datasets.queries.map_query import read_map_query
from datasets.queries.query import GROUPS, read_dataset
from datasets.queries.storyboard import Slide, Storyboard, StoryboardLimit
from layouts.meeting.snapshot import write_snapshot
from layouts.page_paths import PagePath
from layouts.paper.documents.pack import safe_file_name
from layouts.words.common import day_text
from layouts.words.meeting import snapshot as words
from layouts.words.paper.pictures import Attribution
from locales import list_languages, say

MOST_BYTES = 20_000_000  # what goes through an office's mail
ReportProgress = Callable[[int, int, str], None]  # steps done, steps in all, what is being done
_OWN_SCRIPTS = (
    "frames",
    "svg",
    "map",
    "charts",
    "states",
    "pages",
    "spine",
    "reach",
    "tables",
    "slides",
    "reader",
    "show",
)
# The parts of the program that the file brings along, in this order.
_SCRIPTS = (
    "snapshot/data.js",
    *(
        f"js/{name}.js"
        for name in (
            "dom",
            "format",
            "atlas/frame/unpack",
            "atlas/frame/rows",
            "atlas/frame/texts",
            "atlas/comparison/frame",
        )
    ),
    "js/marks/picture.js",
    *(f"js/meeting/{name}.js" for name in ("sequence", "keys", "covers", "dialogs", "stage", "years")),
    *(f"snapshot/{name}.js" for name in _OWN_SCRIPTS),
)
_STYLES = ("css/atlas.css", "css/overview.css", "css/meeting.css", "css/marks.css", "snapshot/snapshot.css")
_MARK = "images/demonstration.{language}.svg"


@dataclass(frozen=True)
class Program:
    """Where the scripts and style sheets of the program are."""

    assets: Path

    def read_parts(self) -> tuple[str, str]:
        """Script and style of a snapshot. Raises OSError."""
        script = "\n;\n".join(self._read(name) for name in _SCRIPTS)
        style = "\n".join(self._read(name) for name in _STYLES)
        for name in (_MARK.format(language=language) for language in list_languages()):
            mark = "".join(map(str.strip, self._read(name).splitlines())).replace("#", "%23").replace('"', "'")
            style = style.replace(f"/assets/{name}", f"data:image/svg+xml,{mark}")
        return script, style

    def _read(self, name: str) -> str:
        path = self.assets / name
        return read_by_name([path])[path.name].decode()


def make_snapshot(
    city: City, storyboard: Storyboard, program: Program, folder: Path, today: date, progress: ReportProgress
) -> Path:
    """Write the file of a storyboard into a folder. Raises BadInputError, OSError, and writes nothing then."""
    content = compose_snapshot(city, storyboard, today, progress)
    written = write_snapshot(content, *program.read_parts())
    if len(written) > MOST_BYTES:
        size, most = (f"{size / 1e6:.1f}".removesuffix(".0") for size in (len(written), MOST_BYTES))
        raise BadInputError([say("snapshot-too-large", size=size, most=most)])
    name = say("snapshot-name", region=city.region.short_name, title=storyboard.title)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{safe_file_name(name)}.html"
    write_atomically(path, written)
    return path


def storyboard_of_region(city: City, dataset: str) -> Storyboard:
    """The first page and the headline indicators of a dataset, for want of a storyboard."""
    offered = [key for keys in list_offered_indicators(city, dataset).values() for key in keys]
    named = [key for key in offered if city.indicators[key].headline] or offered
    addresses = [(f"{PagePath.OVERVIEW}?dataset={dataset}", "")]
    addresses += [
        (f"{PagePath.ATLAS}?dataset={dataset}&indicator={key}", city.indicators[key].name)
        for key in named[: StoryboardLimit.SLIDES - 1]
    ]
    slides = [Slide(address=address, title=title) for address, title in addresses]
    return Storyboard(id="0" * 16, title=say("snapshot-of-region", region=city.region.name), slides=slides)


def compose_snapshot(city: City, storyboard: Storyboard, today: date, progress: ReportProgress) -> dict[str, Any]:
    """Everything that the file shows, as JSON. Raises BadInputError for a storyboard without slides."""
    if not storyboard.slides:
        raise BadInputError([say("snapshot-no-slides")])
    return _Composer(city, today, progress).compose(storyboard)


class _Composer:
    def __init__(self, city: City, today: date, progress: ReportProgress) -> None:
        self.city, self.today, self.progress = city, today, progress
        self.maps = SnapshotMaps()
        self.datasets: dict[str, str] = {}  # names, by id, of those that are shown
        self._city_in = cache(lambda groups: regroup_as_given(city, groups))
        self._readers_in = cache(lambda groups: PageReaders(self._city_in(groups)))
        self._answers_in = cache(lambda groups: AtlasAnswers(self._city_in(groups)))
        self._pages_in = cache(
            lambda groups: SnapshotPages(self._city_in(groups), groups, self.maps, Attribution(today))
        )
        self._overview_of = cache(lambda groups, dataset, year: self._pages_in(groups).describe_overview(dataset, year))

    def compose(self, storyboard: Storyboard) -> dict[str, Any]:
        count = len(storyboard.slides)
        slides = []
        for at, slide in enumerate(storyboard.slides, start=1):
            self.progress(at - 1, count, say("snapshot-making", at=at, count=count))
            slides.append(self._describe(slide))
        names = say("list-names").join(self.datasets.values())
        region = self.city.region
        return {
            "format": 1,
            "title": storyboard.title,
            "region": region.title,
            "subtitle": say("snapshot-subtitle", region=region.name, dataset=names, day=day_text(self.today)),
            "words": words.file_words() | {"ribbon": say("common-demo-ribbon")},
            "books": self.maps.books.parts,
            "grounds": self.maps.grounds.parts,
            "panels": self.maps.panels.parts,
            "changes": self.maps.changes.parts,
            "slides": slides,
        }

    def _describe(self, slide: Slide) -> dict[str, Any]:
        found = judge_slide(slide, self._readers_in)
        said = {"address": slide.address, "title": slide.title, "note": slide.note}
        if not found.path:
            return said | {"kind": "gone", "remarks": list(found.remarks), "demonstration": False}
        query = dict(found.query)
        groups = query.pop(GROUPS, "")
        city = self._city_in(groups)
        dataset = read_dataset(city, query)
        held = city.datasets[dataset]
        self.datasets[dataset] = held.name
        shown = self._show(found.path, query, groups, dataset)
        changed = [say("storyboard-changed-slide", remarks="".join(found.remarks))] if found.remarks else []
        remarks = [*changed, *shown.get("remarks", [])]
        marked = {"remarks": remarks, "dataset": held.name, "demonstration": held.demonstration}
        return said | shown | marked

    def _show(self, path: str, query: dict[str, str], groups: str, dataset: str) -> dict[str, Any]:
        city = self._city_in(groups)
        if path == PagePath.ATLAS:
            view, _ = read_map_query(city, query)
            return self.maps.describe(city, self._answers_in(groups), view, groups)
        choice = self._readers_in(groups).read(path, query)
        if path == PagePath.OVERVIEW:
            return dict(self._overview_of(groups, dataset, choice.year))
        pages = self._pages_in(groups)
        asked = query | ({"indicator": choice.indicator} if path == PagePath.GAP else {})
        years = pages.list_years(path, dataset, asked)
        year = choice.year if choice.year in years else years[-1]
        return {"kind": "page", "year": year, "years": {one: pages.show(path, query, one) for one in years}}
