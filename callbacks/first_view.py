"""The first view of an address: what its page shows, written into the document."""

from collections.abc import Callable, Mapping, Sequence

from flask import Response, after_this_request, request
from markupsafe import Markup

from callbacks.atlas.first_view import build_first_map
from callbacks.overview.answers import OverviewAnswers
from callbacks.server.city_snapshots import CitySnapshot
from datasets.city.city import City
from datasets.queries.map_query import read_map_query
from layouts.frame.component_json import compact_elements
from layouts.frame.first_view import (
    FirstFrame,
    OfficeMark,
    write_atlas,
    write_first_view,
    write_no_page,
    write_overview,
)
from layouts.frame.shell import Page
from layouts.page_paths import PagePath
from layouts.words.messages.publication import standing_notices
from locales import say


def first_view(current: CitySnapshot, list_pages: Callable[[City], Sequence[Page]], office: OfficeMark) -> Markup:
    """HTML of the page that the request's address names."""
    city, pages = current.city, current.cached(list_pages)
    view, _ = read_map_query(city, request.args)
    dataset = city.datasets[view.dataset]
    links = [(page.path, page.title) for page in pages]
    notices = standing_notices(city.region, city.set_aside)
    frame = FirstFrame(city.region.title, links, request.path, dataset.name, dataset.demonstration, notices, office)
    if request.path == PagePath.ATLAS:
        return write_first_view(frame, write_atlas(build_first_map(current, view)))
    if request.path == PagePath.OVERVIEW:
        return write_first_view(frame, build_first_overview(current, request.args))
    if request.path not in dict(links):
        after_this_request(_mark_as_missing)
        return write_first_view(frame, write_no_page(request.path))
    return write_first_view(frame)


def _mark_as_missing(response: Response) -> Response:
    response.status_code = 404
    return response


def build_first_overview(current: CitySnapshot, query: Mapping[str, str]) -> Markup:
    """The first page as an address asks for it; what it is made of is kept."""
    answers = current.cached(OverviewAnswers)
    choice, _ = answers.options.read_query(query)
    shown = answers.show(choice)
    return write_overview(shown["title"], say("overview-in-year", year=choice.year), compact_elements(shown["body"]))
