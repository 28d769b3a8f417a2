"""Maps on paper: the same classes and colours as on the screen, hatch for what is missing, every element in place."""

import shutil
import subprocess
from dataclasses import replace
from io import BytesIO
from typing import Any

import geopandas as gpd
import pandas as pd
import pytest
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.text import Text
from PIL import Image
from shapely import LineString

from geodata.ground.surroundings import Surroundings
from geodata.region import Level
from indicators.classes import BreakMethod
from layouts.figures import theme
from layouts.figures.maps.map_spec import MapSpec, map_spec
from layouts.figures.specs.panel_data import ABSENT, encode_panel
from layouts.paper.maps.map_sheet import fill_areas, render_map_sheet
from layouts.paper.sheet.picture_spec import Caption
from layouts.paper.sheet.round_steps import round_length
from layouts.sheet_sizes import Format, parse_paper
from locales import say
from tests.conftest import of_every_kind

LEVELS = [Level.COUNTY, Level.TOWNSHIP]


def spec_of(classes, names=None, title="2016年", legend="每千人床位（张）", level=Level.COUNTY):
    codes = list(classes)
    return MapSpec(
        title=title,
        legend=legend,
        level=level,
        classes=pd.Series(classes, dtype="Int64"),
        colours=("#EDF8B1", "#2C7FB8"),
        labels=("<4张", "≥4张"),
        names=pd.Series(names or ["甲"] * len(codes), index=codes),
        outline="北部与南部的分界",
        schematic=False,
    )


def screen_colours(data, year):
    return [
        theme.MISSING_FILL if number == ABSENT else data["colours"][int(number)] for number in data["classes"][year]
    ]


def paper_colours(axes, areas, spec):
    """The face of every area as matplotlib holds it after drawing, in map order; ``axes`` are left empty."""
    fill_areas(axes, areas, spec, 1)
    faces = {}
    for collection in list(axes.collections):
        drawn = areas.index[spec.classes.isna() == (collection.get_gid() == "missing")]
        colours = [to_hex(face).upper() for face in collection.get_facecolor()]
        faces |= dict(zip(drawn, colours * len(drawn) if len(colours) == 1 else colours, strict=True))
        collection.remove()
    return [faces[code] for code in areas.index]


def fullest_and_emptiest(panel):
    """The last year in which most areas have a value, and the first in which fewest have: two, if there are two."""
    counts = panel.values.notna().sum(axis=1)
    return {counts[::-1].idxmax(), counts.idxmin()}


def one_of_every_look(city, level):
    """Of the indicators that are coloured by the same rules one or two: the first and the last that is declared."""
    looks: dict[tuple[object, ...], list[str]] = {}
    for key in of_every_kind(city, "demo", level):
        own = city.indicators[key]
        looks.setdefault((own.yes_no, own.direction, own.count_kind, key in city.anchors), []).append(key)
    return [key for alike in looks.values() for key in dict.fromkeys((alike[0], alike[-1]))]


@pytest.mark.parametrize("level", LEVELS)
def test_screen_and_paper_put_every_area_into_the_same_class_and_colour(city, level):
    areas, axes = city.geography.areas(level), Figure().add_subplot()
    boxes = areas.set_geometry(areas.envelope)  # drawn sooner than areas, in the same colours
    compared = 0
    for key in one_of_every_look(city, level):
        method = BreakMethod.TARGET if key in city.anchors else BreakMethod.NATURAL
        panel = city.panel("demo", key, level, method, 5)
        on_screen = encode_panel(panel, level, city.geography)
        for year in fullest_and_emptiest(panel):
            spec = map_spec(panel, year, level, ("", ""), areas["short_name"], "", False)
            assert paper_colours(axes, boxes, spec) == [colour.upper() for colour in screen_colours(on_screen, year)], (
                key,
                year,
            )
            compared += 1
    assert compared > 15


@pytest.fixture
def texts_of(monkeypatch):
    """Every text on a sheet, as drawn."""

    def found(geography, specs, size="1754x1240") -> list[str]:
        texts: list[Text] = []
        save = Figure.savefig

        def keep(figure, *given: Any, **named: Any) -> None:
            texts.extend(figure.findobj(Text))
            save(figure, *given, **named)

        with monkeypatch.context() as patched:
            patched.setattr(Figure, "savefig", keep)
            render_map_sheet(specs, geography, Caption("题"), parse_paper(size, 150), Format.SVG)
        return [text.get_text() for text in texts if text.get_text()]

    return found


def test_the_legend_counts_the_areas_of_every_class_empty_ones_too(square_geography, texts_of):
    codes = list(square_geography.counties.index)
    spec = spec_of(dict.fromkeys(codes, 0) | {codes[-1]: pd.NA})
    texts = texts_of(square_geography, [spec])
    for said in ("<4张", f"{len(codes) - 1}个", "≥4张", "0个", "暂无数据", "1个", "北部与南部的分界", "北"):
        assert said in texts


def test_without_missing_areas_the_legend_has_no_entry_for_them(square_geography, texts_of):
    spec = spec_of(dict.fromkeys(square_geography.counties.index, 1))
    assert "暂无数据" not in texts_of(square_geography, [spec])


def test_rivers_and_roads_are_named_where_they_are_drawn(square_geography, texts_of):
    river = gpd.GeoSeries([LineString([(112, 24), (113, 25)])], crs="EPSG:4490")
    crossed = replace(square_geography, surroundings=Surroundings(rivers=river))
    spec = spec_of(dict.fromkeys(square_geography.counties.index, 1))
    named = [{"主要河流", "主要道路"} & set(texts_of(each, [spec])) for each in (square_geography, crossed)]
    assert named == [set(), {"主要河流"}]


def test_maps_classed_alike_share_one_legend_and_are_titled(square_geography, texts_of):
    codes = square_geography.counties.index
    specs = [spec_of(dict.fromkeys(codes, 0), title=f"{year}年") for year in (2014, 2015, 2016)]
    texts = texts_of(square_geography, specs)
    assert texts.count("每千人床位（张）") == 1
    assert {"2014年", "2015年", "2016年"} <= set(texts)


def test_maps_of_different_classes_have_their_own_legends(square_geography, texts_of):
    codes = square_geography.counties.index
    specs = [spec_of(dict.fromkeys(codes, 0)), spec_of(dict.fromkeys(codes, 0), legend="每万人医生（人）")]
    texts = texts_of(square_geography, specs)
    assert texts.count("每千人床位（张）") == texts.count("每万人医生（人）") == 1


def test_a_map_of_one_class_in_its_order_needs_no_second_legend(square_geography, texts_of):
    codes = square_geography.counties.index
    full = spec_of(dict.fromkeys(codes, 0), legend=say("picture-by-order"))
    single = replace(full, colours=full.colours[:1], labels=("第1级（数值最高）",), title="各地相同")
    assert texts_of(square_geography, [single, full]).count(say("picture-by-order")) == 1
    assert "第1级（数值最高）" not in texts_of(square_geography, [full, single])
    assert texts_of(square_geography, [single]).count(say("picture-by-order")) == 1
    lacking = replace(single, classes=pd.Series([pd.NA] * len(codes), index=codes, dtype="Int64"))
    assert "暂无数据" in texts_of(square_geography, [full, lacking])


def test_maps_of_classes_in_their_order_share_a_legend_of_both_families_of_colours(square_geography, texts_of):
    codes = square_geography.counties.index
    higher = replace(spec_of(dict.fromkeys(codes, 0), legend=say("picture-by-order")), better="越高越好")
    lower = replace(higher, better="越低越好", colours=("#FED6A7", "#B6351A"))
    texts = texts_of(square_geography, [higher, lower])
    assert texts.count("<4张") == 1
    assert "色块自左：越高越好、越低越好" in "".join(texts)
    assert "数值越高越好" in "".join(texts_of(square_geography, [higher, higher]))


@pytest.mark.parametrize(
    "size", ["slide", "slide-4k", "a4-portrait", "a4-landscape", "a3-portrait", "400x400", "3000x420"]
)
def test_every_size_can_be_drawn(square_geography, size):
    spec = spec_of(dict.fromkeys(square_geography.counties.index, 1))
    on = parse_paper(size, 100)
    image = Image.open(BytesIO(render_map_sheet([spec], square_geography, Caption("题", notes=("来源：年鉴",)), on)))
    assert image.size == (on.width, on.height)


def test_every_township_is_named_on_an_upright_sheet(city, texts_of):
    areas = city.geography.townships
    spec = spec_of(dict.fromkeys(areas.index, 0), list(areas["short_name"]), level=Level.TOWNSHIP)
    texts = texts_of(city.geography, [spec], "a4-portrait")
    assert set(areas["short_name"]) <= set(texts)


@pytest.mark.parametrize(("longest", "length"), [(1, 1), (4.9, 2), (5, 5), (99_999, 50_000), (0.3, 0.2)])
def test_the_scale_bar_has_a_round_length(longest, length):
    assert round_length(longest) == pytest.approx(length)


TESSERACT = shutil.which("tesseract")


def read_by_machine(file):
    """The characters that tesseract finds in a picture, None where it has no Chinese."""
    asked = [str(TESSERACT), str(file), "-", "-l", "chi_sim", "--psm", "11"]
    read = subprocess.run(asked, capture_output=True, text=True, check=False)  # noqa: S603 (our own file)
    return read.stdout.replace(" ", "") if read.returncode == 0 else None


@pytest.mark.skipif(TESSERACT is None, reason="tesseract is not installed")
def test_a_reader_of_the_printed_map_finds_title_legend_and_source(client, tmp_path):
    file = tmp_path / "map.png"
    file.write_bytes(
        client.get("/export/map.png?indicator=medical_beds_per_1000_residents&size=a4-landscape&dpi=200").data
    )
    read = read_by_machine(file)
    if read is None:
        pytest.skip("tesseract has no chi_sim")
    for said in ("清远市", "每千人床位", "2020年", "暂无数据", "来源", "中国县域统计年鉴", "定义", "制图日期"):
        assert said in read
