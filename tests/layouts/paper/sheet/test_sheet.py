"""The sheet around a picture: caption, watermark, grey, glyphs, formats."""

from io import BytesIO

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.patches import Rectangle
from matplotlib.text import Text
from PIL import Image

from layouts.figures import theme
from layouts.paper.sheet.fonts import check_glyphs
from layouts.paper.sheet.picture_spec import Caption, MissingGlyphError
from layouts.paper.sheet.sheet import Format, convert_to_grey, render_picture, text_width, wrap_text
from layouts.sheet_sizes import parse_paper

CAPTION = Caption("清远市　每千人床位（张），2016年", "县级", ("来源：年鉴", "定义：床位 ÷ 人口"), "演示数据")


def drawn(caption=CAPTION, size="600x500", grey=False, form=Format.PNG, draw=id):
    return render_picture(caption, parse_paper(size, 100, grey), form, draw)


def texts(caption, size="600x500"):
    found: list[Text] = []
    drawn(caption, size, draw=lambda body: found.append(body.figure))
    return [text.get_text() for text in found[0].findobj(Text)]


def pixels(body):
    return np.asarray(Image.open(BytesIO(body)).convert("RGB")).astype(int)


def test_every_part_of_the_caption_is_written():
    assert {"清远市　每千人床位（张），2016年", "县级", "来源：年鉴", "定义：床位 ÷ 人口", "演示数据"} <= set(
        texts(CAPTION, "1200x900")
    )


def test_a_picture_without_a_watermark_has_none():
    assert "演示数据" not in texts(Caption("题"))


@pytest.mark.parametrize(
    ("size", "grey"), [("a4-landscape", False), ("600x500", True), ("2400x500", False), ("500x1500", False)]
)
def test_the_watermark_reaches_every_ninth_of_the_sheet(size, grey):
    marked, plain = (
        pixels(render_picture(Caption("题", "", ("注",), mark), parse_paper(size, 72, grey), Format.PNG, id))
        for mark in ("演示数据", None)
    )
    differs = (marked != plain).any(axis=2)
    ninths = [part for band in np.array_split(differs, 3) for part in np.array_split(band, 3, axis=1)]
    assert all(part.mean() > 0.005 for part in ninths)


def test_the_drawing_has_room_between_title_and_notes():
    boxes = []
    drawn(draw=lambda body: boxes.append(body.box))
    assert 0 < boxes[0].y0 < boxes[0].y1 < 1
    assert boxes[0].height > 0.4


@pytest.mark.parametrize("size", ["400x400", "400x12000", "12000x400"])
def test_the_room_is_never_turned_inside_out(size):
    boxes = []
    render_picture(
        Caption("很长的标题" * 9, "副标题" * 20, ("来源" * 200,)),
        parse_paper(size, 72),
        Format.SVG,
        lambda body: boxes.append(body.box),
    )
    assert boxes[0].width > 0
    assert boxes[0].height > 0


def test_a_png_has_the_pixels_asked_for():
    assert Image.open(BytesIO(drawn(size="640x480"))).size == (640, 480)


@pytest.mark.parametrize(("form", "begins"), [(Format.SVG, b"<?xml"), (Format.PDF, b"%PDF"), (Format.PNG, b"\x89PNG")])
def test_every_format_is_what_its_name_says(form, begins):
    assert drawn(form=form).startswith(begins)


@pytest.mark.parametrize("form", Format)
def test_the_same_picture_is_the_same_file(form):
    assert drawn(form=form) == drawn(form=form)


def test_a_grey_picture_has_no_colour_left():
    def paint(body) -> None:
        body.figure.add_artist(Rectangle((0.2, 0.2), 0.5, 0.5, facecolor=theme.LINE_80, edgecolor="#00FF00"))

    colour, toned = pixels(drawn(draw=paint)), pixels(drawn(draw=paint, grey=True))
    assert np.ptp(colour, axis=2).max() > 100
    assert np.ptp(toned, axis=2).max() == 0


def test_a_grey_is_as_light_as_its_colour():
    assert convert_to_grey("#FFFFFF") == pytest.approx((1, 1, 1, 1))
    assert convert_to_grey("#FFFF00")[0] > convert_to_grey("#0000FF")[0]


def test_a_character_without_a_glyph_is_named():
    with pytest.raises(MissingGlyphError, match=r"𱳪 \(U\+31CEA\) in '下𱳪镇'"):
        drawn(Caption("下𱳪镇"))


def test_all_signs_in_use_can_be_drawn():
    check_glyphs(["≥≤＜＞＝—－·％‰㎡㎞①②÷×±“”‘’…、。《》〔〕Ａ１á", "浛洸 崀 埗"])


@pytest.mark.parametrize("text", ["100.0%（县均值）", "Place data © GeoNames, CC BY 4.0", "每千人床位"])
def test_a_text_is_as_wide_as_it_is_drawn(text):
    widths = []

    def measure(body) -> None:
        written = body.figure.text(0, 0, text, size=20)
        widths.append(written.get_window_extent().width / body.figure.dpi * 72)

    drawn(size="2000x500", draw=measure)
    assert text_width(text, 20) == pytest.approx(widths[0], rel=0.05)


def test_a_line_breaks_anywhere_but_before_a_closing_mark():
    assert wrap_text("一二三四五，六七八九十。", 52, 10) == ["一二三四", "五，六七八", "九十。"]
    assert wrap_text("一二三四五）。六", 52, 10) == ["一二三四", "五）。六"]


@given(st.text("一二三，。）%1W ", max_size=60), st.integers(20, 90))
def test_lines_are_no_wider_than_the_room_and_lose_nothing(text, room):
    lines = wrap_text(text, room, 10)
    assert "".join(lines) == text
    assert all(text_width(line, 10) <= room or not set(line[1:]) - set("，。）%") for line in lines)


def test_dollar_signs_are_written_and_are_no_formula():
    assert drawn(Caption("题", "", (r"来源：$\frac$ 与 $未知$",))), "read as a formula, it could not be drawn"
