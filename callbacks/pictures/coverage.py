"""The map of coverage on paper, from the address of the page of facilities."""

from collections.abc import Mapping
from urllib.parse import urlencode

import numpy as np
import shapely

from callbacks.coverage.empty_states import block_of, warnings_of
from callbacks.pictures.maps import Imprint, NamedPicture, provenance
from datasets.analyses.coverage_of_type import TypeCoverage, compute_type_coverage
from datasets.city.city import City
from datasets.city.coverage_figures import convert_to_reach
from datasets.queries.coverage_query import CoverageChoice, CoverageOptions
from datasets.queries.query import IgnoredPart
from geodata.travel.coverage import catchments
from geodata.travel.travel import metres
from indicators.facilities.coverage_measures import SHARE_WITHIN, indicator_id, standard_text
from layouts.pages.coverage import PATH
from layouts.paper.sheet.picture_spec import Caption, CoverageSpec, PictureSpec, SheetKind
from layouts.words.pages import coverage as words
from layouts.words.paper import pictures as picture_words

COVERAGE = "coverage"  # its name in an address
_PARTS = ("dataset", "type", "year")  # of the page's address; the others are those of its second part


class CoveragePictures:
    """Pictures for one city."""

    def __init__(self, city: City) -> None:
        self.city, self.choices = city, CoverageOptions(city)

    def ignored(self, query: Mapping[str, str]) -> list[IgnoredPart]:
        """The parts of an address that ``coverage`` cannot use."""
        return self._read(query)[1]

    def coverage(self, query: Mapping[str, str], imprint: Imprint) -> NamedPicture:
        """The map of a choice. Where there is nothing to show it says why, as the page does."""
        choice, _ = self._read(query)
        found, type_ = (
            compute_type_coverage(self.city, choice.dataset, choice.type_, choice.year),
            self.city.facility_types[choice.type_],
        )
        block, within = block_of(self.city, self.choices, choice, found), standard_text(type_)
        dataset = self.city.datasets[choice.dataset]
        caption = Caption(
            title=words.picture_title(self.city.region.name, type_.name, choice.year, within),
            subtitle=block.title if block else self._share(choice),
            notes=self._notes(choice, found, imprint),
            watermark=picture_words.WATERMARK if dataset.demonstration else None,
        )
        name = picture_words.file_name(self.city.region.short_name, words.TITLE, type_.name, choice.year)
        spec = self._spec(found, type_.name, within)
        return NamedPicture(caption, name, PictureSpec(SheetKind.COVERAGE, (spec, self.city.geography, caption)))

    def _read(self, query: Mapping[str, str]) -> tuple[CoverageChoice, list[IgnoredPart]]:
        return self.choices.read_query({name: text for name, text in query.items() if name in _PARTS})

    def _share(self, choice: CoverageChoice) -> str:
        records = self.city.datasets[choice.dataset].records.get(indicator_id(choice.type_, SHARE_WITHIN))
        value = None if records is None else records["value"].get((self.city.region.adcode, choice.year))
        return f"{words.of_area(words.CITY, words.SHARE)} {words.share_text(value)}"

    def _notes(self, choice: CoverageChoice, found: TypeCoverage, imprint: Imprint) -> tuple[str, ...]:
        dataset, standard = self.city.datasets[choice.dataset], found.standard
        within = standard_text(self.city.facility_types[choice.type_])
        residents = found.residents
        told = [f"{words.STANDARD}：{words.standard_fact(within, standard.source, words.BASES[standard.basis])}"]
        if residents is not None:
            people = (len(residents.places), float(residents.places["population"].sum()))
            told.append(f"{words.RESIDENTS}：{words.residents_fact(residents.sources, *people, residents.estimated)}")
        link = f"{imprint.site}{PATH}?{urlencode(choice.to_query())}" if imprint.site else ""
        return (
            *told,
            *warnings_of(found, 0),
            *picture_words.provenance_notes(provenance(self.city, dataset, imprint, link)),
        )

    def _spec(self, found: TypeCoverage, type_: str, within: str) -> CoverageSpec:
        crs, counties = self.city.region.metric_crs, self.city.geography.counties.geometry
        facilities, residents = metres(found.facilities.geometry, crs), found.residents
        around = counties.to_crs(crs).union_all()
        return CoverageSpec(
            facilities=facilities,
            settlements=metres(residents.places.geometry, crs) if residents else np.empty((0, 2)),
            residents=residents.places["population"].to_numpy(float) if residents else np.empty(0),
            covered=found.coverage.covered.astype(bool),
            catchment=catchments(facilities, convert_to_reach(found.standard), found.travel, around)
            if len(facilities)
            else shapely.Polygon(),
            names=(
                words.facility_text(type_, len(facilities)),
                words.COVERED,
                words.UNCOVERED,
                words.within_text(within),
            ),
        )
