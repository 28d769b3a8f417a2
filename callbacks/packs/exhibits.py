"""The maps and charts of a pack, made by the same classes as exported pictures."""

from datetime import date

from callbacks.pictures.charts import ChartKind, ChartPictures
from callbacks.pictures.maps import MapPictures
from datasets.analyses.pack_request import PackChoice, PackPart
from datasets.city.city import City
from datasets.queries.county_query import CountyChoice
from datasets.queries.map_query import MapQuery, MapView, settle_view
from geodata.region import Level
from layouts.paper.documents.pack import Exhibit
from layouts.paper.sheet.picture_spec import ChartPicture, NamedPicture
from layouts.words.paper.pictures import Attribution
from locales import say


class PackExhibits:
    """Exhibits for one choice, without title, sentences and table."""

    def __init__(self, city: City, choice: PackChoice, today: date) -> None:
        self.city, self.choice, self.attribution = city, choice, Attribution(today, choice.maker)
        self._maps, self._charts = MapPictures(city), ChartPictures(city)

    def illustrate(self, part: PackPart, subject: str, year: int) -> Exhibit:
        """The exhibit of a part in a year; ``subject`` is a county, for targets a domain, else an indicator."""
        picture = self._choose_picture(part, subject, year)
        source = next((note for note in picture.caption.notes if note.startswith(say("document-sources"))), "")
        chart, finding = (picture.chart, picture.finding) if isinstance(picture, ChartPicture) else (None, "")
        caveat = next((note for note in picture.caption.notes if note.startswith(say("document-about"))), "")
        return Exhibit(
            "", picture.file_name, picture.picture, chart=chart, source=source, caveat=caveat, finding=finding
        )

    def _choose_picture(self, part: PackPart, subject: str, year: int) -> NamedPicture:
        match part:
            case PackPart.COUNTY:
                return self._charts.spine(CountyChoice(self.choice.dataset, subject, year), self.attribution)
            case PackPart.TARGETS:
                department = {"department": self.choice.department} if self.choice.department else {}
                query = {"dataset": self.choice.dataset, "year": str(year), "domain": subject}
                return self._charts.by_kind[ChartKind.HEAT](query | department, self.attribution)
            case PackPart.GAPS:
                return self._charts.gap(self._map_view(subject, year), self.attribution)
            case PackPart.RANKINGS:
                return self._charts.ranking(self._map_view(subject, year), self.attribution)
            case PackPart.TRENDS:
                return self._charts.trend(self._map_view(subject, year), self.attribution)
        return self._maps.map_sheet(self._map_view(subject, year), self.attribution)

    def _map_view(self, indicator: str, year: int) -> MapView:
        """The map of an indicator's counties in a year, as the atlas opens it."""
        wanted = MapQuery(dataset=self.choice.dataset, indicator=indicator, year=year, level=Level.COUNTY)
        return settle_view(self.city, wanted)
