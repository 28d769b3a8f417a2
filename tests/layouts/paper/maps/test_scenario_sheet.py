"""A scenario on paper, over the square world."""

from typing import Any

import numpy as np
import pytest
import shapely
from matplotlib.figure import Figure
from matplotlib.legend import Legend

from layouts.figures.theme import LINE_80, NEW_FACILITY, WON
from layouts.paper.maps.scenario_sheet import render_scenario_sheet
from layouts.paper.sheet.picture_spec import NOWHERE, Caption, ScenarioSpec
from layouts.sheet_sizes import Format, parse_paper
from locales import say
from tests.locales.code import list_variants

CAPTION = Caption("方案“两步走”")
ON = parse_paper("800x600", 96)


@pytest.fixture
def middle(square_geography) -> np.ndarray:
    """A point in the world, in metres."""
    projected = square_geography.counties.to_crs(square_geography.region.metric_crs)
    return shapely.get_coordinates(projected.union_all().centroid)


def spec(**own: object) -> ScenarioSpec:
    kinds = ("standing", "new", "closed", "covered", "uncovered", "won", "lost")
    empty: dict[str, object] = dict.fromkeys(kinds, NOWHERE) | {"reach": shapely.Polygon()}
    return ScenarioSpec(**(empty | own))  # type: ignore[arg-type]


def drawn(geography, shown: ScenarioSpec) -> str:
    return render_scenario_sheet(shown, geography, CAPTION, ON, Format.SVG).decode()


def test_each_kind_of_mark_stands_on_the_map_in_its_colour(square_geography, middle):
    colours = {"new": NEW_FACILITY.lower(), "closed": LINE_80.lower(), "won": WON.lower()}
    marked, plain = drawn(square_geography, spec(**dict.fromkeys(colours, middle))), drawn(square_geography, spec())
    assert [kind for kind, colour in colours.items() if colour not in marked or colour in plain] == []


def test_a_file_is_made_in_every_format(square_geography, middle):
    made = {form: render_scenario_sheet(spec(new=middle), square_geography, CAPTION, ON, form) for form in Format}
    assert made[Format.PNG].startswith(b"\x89PNG")
    assert made[Format.PDF].startswith(b"%PDF")


def test_the_same_scenario_is_the_same_file(square_geography, middle):
    assert drawn(square_geography, spec(new=middle)) == drawn(square_geography, spec(new=middle))


def test_the_words_of_the_legend_differ():
    told = [
        say("siting-paper-covered"),
        say("siting-paper-uncovered"),
        say("siting-paper-standing"),
        *(say("siting-legend", mark=mark) for mark in list_variants("siting-legend")),
    ]
    assert len(set(told)) == len(told)


def test_the_legend_names_and_counts_what_a_scenario_adds(square_geography, middle, monkeypatch):
    told: list[str] = []
    save = Figure.savefig

    def keep(figure: Figure, *given: Any, **named: Any) -> None:
        told.extend(text.get_text() for legend in figure.findobj(Legend) for text in legend.get_texts())
        save(figure, *given, **named)

    monkeypatch.setattr(Figure, "savefig", keep)
    reach = shapely.Point(middle[0]).buffer(10)
    shown = spec(new=middle, standing=np.vstack([middle, middle]), won=middle, reach=reach, ways=((middle, middle),))
    render_scenario_sheet(shown, square_geography, CAPTION, ON, Format.SVG)
    assert sorted(told) == sorted(
        ["新建或迁入的设施（1）", "新进入标准的居民点（1）", "现有设施（2）", "新建或迁入设施的标准范围", "迁移"]
    )
