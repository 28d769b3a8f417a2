"""The first page as a picture: its own sentences, its mark, its sources, on every sheet."""

from datetime import date

import pytest

from callbacks.overview.answers import OverviewAnswers
from callbacks.pictures.overview import OverviewPictures
from layouts.frame.component_json import compact_elements, write_html
from layouts.sheet_sizes import Format, Size, parse_paper
from layouts.words.paper.pictures import Attribution
from locales import say

ATTRIBUTION = Attribution(date(2026, 1, 2), maker="市统计局", site="http://atlas")


@pytest.fixture(scope="module", params=["public", "demo"])
def drawn(request, city):
    """A dataset and its picture."""
    return request.param, OverviewPictures(city).by_kind["overview"]({"dataset": request.param}, ATTRIBUTION)


def test_every_sentence_of_the_sheet_is_the_pages(drawn, city):
    dataset, picture = drawn
    answers = OverviewAnswers(city)
    page = str(write_html(compact_elements(answers.show(answers.options.choose(dataset))["body"])))
    spec = picture.picture.contents[0]
    said = [part for goal in spec.goals for part in (goal.title, goal.finding, goal.lines[0])]
    said += [part for card in spec.moves for row in card.rows for part in (row.name, row.told, row.ratio)]
    said += [part for row in spec.domains for part in (row.name, row.count, row.change)]
    said += [
        spec.targets.text,
        spec.targets.owing,
        spec.publication,
        *(part for row in spec.reach.rows for part in row),
    ]
    assert [text for text in said if text not in page] == []
    assert sum(len(row.verdicts) for row in spec.domains) == page.count('class="ov-sign gp-') - 3  # of the key
    assert len([maps for card in spec.moves for row in card.rows for maps in row.maps if maps]) > 6


def test_it_says_its_kind_its_source_and_its_making(drawn):
    dataset, picture = drawn
    notes = "\n".join(picture.caption.notes)
    for part in ("来源：", "数值性质：", "2026-01-02", "市统计局", "审图号", f"http://atlas/?dataset={dataset}&year="):
        assert part in notes
    assert picture.caption.watermark == (say("picture-watermark") if dataset == "demo" else None)


def test_its_file_is_named_by_what_is_in_it(drawn):
    dataset, picture = drawn
    assert picture.file_name == {"public": "清远_总览_2020", "demo": "清远_总览_2016"}[dataset]


@pytest.mark.parametrize(("size", "form"), [(Size.SLIDE, Format.SVG), (Size.A4_PORTRAIT, Format.PDF)])
def test_it_is_drawn_on_a_wide_and_on_a_tall_sheet(drawn, size, form):
    _, picture = drawn
    file = picture.picture(parse_paper(size, 72), form)
    assert file.lstrip()[:5] in (b"<?xml", b"%PDF-")
