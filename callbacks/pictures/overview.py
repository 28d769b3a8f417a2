"""The first page on paper: one sheet with its sentences, signs and pairs of small maps."""

from callbacks.overview.answers import OverviewAnswers
from callbacks.overview.sheet import build_overview_spec
from callbacks.pictures.captions import write_caption
from callbacks.pictures.maps import MakePicture
from callbacks.server.responses import answer_query
from datasets.city.city import City
from datasets.overview.overview import Overview
from datasets.queries.map_query import MapQuery, classed_values, settle_view
from datasets.queries.overview_query import OverviewChoice
from layouts.page_paths import PagePath
from layouts.paper.sheet.picture_spec import NamedPicture, PictureSpec, SheetKind
from layouts.words.common import sources_text
from layouts.words.pages import overview as words
from layouts.words.paper import pictures as picture_words
from layouts.words.paper.pictures import Attribution
from locales import say

KIND = "overview"


class OverviewPictures:
    """The sheet for one city."""

    def __init__(self, city: City) -> None:
        self.city, self._answers = city, OverviewAnswers(city)
        self.by_kind: dict[str, MakePicture] = {KIND: answer_query(self._answers.options.read_query, self.sheet)}

    def sheet(self, choice: OverviewChoice, attribution: Attribution) -> NamedPicture:
        """The page of a dataset and a year."""
        city, spec, shown = self.city, build_overview_spec(self._answers, choice), self._answers.build(choice)
        focus, benchmark = (city.region.groups[key].name for key in (city.region.focus, city.region.benchmark))
        notes = [words.method_text(focus, benchmark), words.maps_note(shown.year, shown.before)]
        if named := self._list_named(shown):
            notes.append(self._write_sources(shown, named))
        texts = (
            say("overview-heading", region=city.region.name, year=choice.year),
            words.sheet_subtitle(shown.year, shown.before),
        )
        page = PagePath.OVERVIEW, choice.to_query()
        caption = write_caption(city, choice.dataset, texts, notes, attribution, page, on_map=bool(spec.areas))
        name = picture_words.file_name(city.region.short_name, say("overview-title"), choice.year)
        return NamedPicture(caption, name, PictureSpec(SheetKind.OVERVIEW, (spec, caption)))

    def _list_named(self, shown: Overview) -> list[str]:
        return list(dict.fromkeys(one.now.indicator.id for one in (*shown.list_widest(), *shown.list_closed())))

    def _write_sources(self, shown: Overview, named: list[str]) -> str:
        """Where the figures of the gaps on the sheet come from."""
        years = [year for year in (shown.before, shown.year) if year is not None]
        panels = [
            classed_values(
                self.city, settle_view(self.city, MapQuery(dataset=shown.dataset, indicator=key, year=shown.year))
            )
            for key in named
        ]
        found = [panel.origins([year for year in years if year in panel.years], panel.areas) for panel in panels]
        sources, kinds, noted = ([one for part in parts for one in part] for parts in zip(*found, strict=True))
        return say("overview-sources-note", sources=sources_text(sources, kinds, dict.fromkeys(noted)))
