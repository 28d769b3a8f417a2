"""A storyboard as a pack: one exhibit a slide, with the picture that its page draws first and the note as its text."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any, Never

from pydantic import ValidationError

from callbacks.pictures.maps import MakePicture
from callbacks.pictures.routes import page_pictures
from callbacks.storyboard.judge import PageReaders, judge_slide
from datasets.city.city import City, Dataset
from datasets.files.declarations import BadInputError
from datasets.queries.group_query import regroup_as_given
from datasets.queries.query import GROUPS, read_dataset
from datasets.queries.storyboard import PACK_KEY, Slide, Storyboard
from datasets.siting.scenario import MOST_CHANGES, ScenarioError
from layouts.figures.specs.chart_spec import HeatSpec
from layouts.frame.export_dialog import KINDS
from layouts.pack_terms import Sentence
from layouts.paper.documents.pack import About, Exhibit, Pack, Section
from layouts.paper.sheet.picture_spec import ChartPicture
from layouts.sheet_sizes import Format, Paper
from layouts.words.messages.siting import describe_scenario_fault
from layouts.words.paper.pictures import Attribution
from locales import say


def read_storyboard(content: Any) -> Storyboard:
    """The storyboard of a pack's choice. Raises BadInputError with what is wrong and where."""
    try:
        found = Storyboard.model_validate(content)
    except ValidationError as error:
        places = [(".".join(map(str, fault["loc"])), fault["msg"]) for fault in error.errors()]
        raise BadInputError([f"{PACK_KEY}.{place}: {message}" for place, message in places]) from error
    if not found.slides:
        raise BadInputError([f"{PACK_KEY}.slides: expected at least one"])
    return found


def compose_storyboard(city: City, storyboard: Storyboard, maker: str, today: date) -> Pack:
    """The pack of a storyboard, one slide a page when it is printed. Nothing of it is drawn yet."""
    composer = _Composer(city, Attribution(today, maker))
    exhibits = tuple(map(composer.illustrate, storyboard.slides))
    about = About(
        title=storyboard.title,
        subtitle=say("storyboard-subtitle", region=city.region.name, count=len(exhibits)),
        maker=maker,
        today=today,
        dataset=say("list-names").join(dataset.name for dataset in composer.datasets.values()),
        version=say("list-names").join(dataset.version for dataset in composer.datasets.values()),
        warning=_find_warning(composer.datasets),
    )
    return Pack(about, (Section(storyboard.title, (), exhibits),), {}, one_a_page=True)


def _find_warning(datasets: Mapping[str, Dataset]) -> str:
    made_up = {dataset.demonstration for dataset in datasets.values()}
    return (
        ""
        if True not in made_up
        else say("common-demo-ribbon")
        if made_up == {True}
        else say("storyboard-mixed-warning")
    )


class _Composer:
    """Makes the exhibits of slides; ``datasets`` are those that they show."""

    def __init__(self, city: City, attribution: Attribution) -> None:
        self.city, self.attribution = city, attribution
        self.datasets: dict[str, Dataset] = {}
        self._city_in = cache(lambda groups: regroup_as_given(city, groups))
        self._readers_in = cache(lambda groups: PageReaders(self._city_in(groups)))
        self._pictures_in = cache(lambda groups: page_pictures(self._city_in(groups)))

    def illustrate(self, slide: Slide) -> Exhibit:
        """The exhibit of a slide: of the nearest view where its own is gone, which is said."""
        found = judge_slide(slide, self._readers_in)
        notes = [line for line in slide.note.splitlines() if line.strip()]
        if found.remarks and found.path:
            notes.append(say("storyboard-changed-slide", remarks="".join(found.remarks)))
        if not found.path:
            title = slide.title or slide.address
            return Exhibit(title, title, _refuse(found.remarks[0]), tuple(map(Sentence, notes)))
        query = dict(found.query)
        city = self._city_in(query.pop(GROUPS, ""))
        dataset = read_dataset(city, query)
        self.datasets[dataset] = city.datasets[dataset]
        return self._draw(slide, found.path, query, self._pictures_in(found.query.get(GROUPS, "")), notes)

    def _draw(
        self, slide: Slide, path: str, query: dict[str, str], pictures: Mapping[str, MakePicture], notes: list[str]
    ) -> Exhibit:
        draw = pictures[KINDS[path][0]]
        try:
            made = draw(query, self.attribution)
        except ScenarioError as error:  # a facility that it changes may be gone
            made = draw({name: text for name, text in query.items() if name != "changes"}, self.attribution)
            fault = describe_scenario_fault(error.why, error.found, MOST_CHANGES)
            notes = [*notes, say("storyboard-changed-slide", remarks=fault)]
        source = next((note for note in made.caption.notes if note.startswith(say("document-sources"))), "")
        # A table of statuses would run over several slides: it is shown as it is on the page.
        chart = made.chart if isinstance(made, ChartPicture) and not isinstance(made.chart, HeatSpec) else None
        return Exhibit(
            slide.title or made.caption.title,
            made.file_name,
            made.picture,
            tuple(map(Sentence, notes)),
            chart,
            source=source,
        )


def _refuse(reason: str) -> Any:
    """What draws nothing and says why."""

    def draw(_on: Paper, _form: Format) -> Never:
        raise ValueError(reason)

    return draw
