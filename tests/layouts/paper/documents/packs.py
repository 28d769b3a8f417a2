"""A pack built in code: a map and a chart of two counties, one sentence, one table."""

import re
from dataclasses import replace
from datetime import date
from io import BytesIO
from itertools import count
from typing import Any

from matplotlib.figure import Figure

from indicators.gaps.gaps import Averaging
from indicators.policy.progress import Status
from layouts.figures.specs.chart_spec import GapSpec, HeatSpec, RankingSpec, Series, TrendSpec
from layouts.pack_terms import Cell, Key, Quoted, Sentence, SheetId
from layouts.paper.documents.pack import (
    About,
    Block,
    DataSheet,
    Exhibit,
    FailedPicture,
    Pack,
    Section,
)
from layouts.paper.documents.text_table import TextTable
from layouts.sheet_sizes import Format, Paper

RANKING = RankingSpec(
    "张",
    2,
    ("甲县", "乙县", "丙县"),
    (3.46, 1.2, None),
    ("#AA0000", "#0000AA", "#0000AA"),
    {"北": "#AA0000", "南": "#0000AA"},
)
TREND = TrendSpec(
    "张",
    2,
    (2015, 2016),
    (Series("甲县", "#AA0000", (1.0, 2.0)), Series("乙县", "#0000AA", (None, 3.0))),
    (Series("北", "#AA0000", (1.0, 2.0)),),
    2016,
)
GAP = GapSpec(
    "张",
    2,
    (Series("北", "#AA0000", (1.0, None)), Series("南", "#0000AA", (2.0, 3.0))),
    (("甲", "乙"), ("丙", "丁")),
    {Averaging.SIMPLE: (None, 2.5), Averaging.WEIGHTED: (1.1, 2.6)},
    {Averaging.WEIGHTED: (2.08, "80%线 2.080")},
    "缺乙县",
)
HEAT = HeatSpec(
    ("1 床位（2016）", "2 医生（2016）"),
    ("甲", "乙"),
    ((Status.REACHED, Status.MISSED), (None, Status.NO_DATA)),
    (("已达到", "到期未达"), ("", "暂无数据")),
)
SENTENCE = Sentence("2016年甲县 3.46 张。", (Quoted("3.46", SheetId.VALUES, ("beds", 2016, "a"), "value"),))


def picture(_on: Paper | None, form: Format) -> bytes:
    """A small empty picture."""
    buffer = BytesIO()
    Figure(figsize=(2, 1.5)).savefig(buffer, format=form)
    return buffer.getvalue()


def values_sheet(name: str = "甲县") -> DataSheet:
    """One exact value, and one county without any."""
    rows: dict[Key, dict[str, Cell]] = {
        ("beds", 2016, "a"): {"area_name": name, "year": 2016, "value": 3.456789},
        ("beds", 2016, "c"): {"area_name": "丙县", "year": 2016, "value": None},
    }
    formats: dict[Key, dict[str, str]] = {("beds", 2016, "a"): {"value": "#,##0.00"}}
    return DataSheet("数值", {"area_name": "地区", "year": "年份", "value": "数值"}, rows, formats)


def exhibit(title: str = "床位，2016年", **own: Any) -> Exhibit:
    """A map with a sentence."""
    plain = Exhibit(title, "方城_床位_2016", picture, (SENTENCE,), source="来源：年鉴（公布）")
    return replace(plain, **own)


def pack(*blocks: Block, warning: str = "", title: str = "床位简报", sheets: Any = None) -> Pack:
    """A pack of one section."""
    about = About(
        title, "方城　2016年", "方城统计局", date(2026, 1, 2), "公开数据", "abc12345", warning, (("床位", "定义。"),)
    )
    section = Section("医疗卫生", (SENTENCE,), blocks or (exhibit(), table()))
    return Pack(about, (section,), sheets or {SheetId.VALUES: values_sheet()})


def table(rows: int = 2) -> TextTable:
    """A table of counties and values."""
    return TextTable("各县床位", ("地区", "数值"), tuple((f"{number}县", f"{number}.00 张") for number in range(rows)))


def drawn(of: Pack, form: Format = Format.PNG, failing: tuple[int, ...] = ()) -> Pack:
    """A pack with all its pictures, some of which failed."""
    position = count()

    def draw(one: Exhibit) -> bytes | FailedPicture:
        return FailedPicture(one.title, "缺字形") if next(position) in failing else picture(None, form)

    return of.with_pictures(draw)


# Years, the line, articles, a unit
_NOT_QUOTED = re.compile(r"(?:\d{4}—)?\d{4}年|80%线|80%为线|第\d+条|水平为0|1/10万|95%区间")


def untraced(sentence: Sentence) -> str:
    """The digits of a sentence that are neither quoted from a cell nor a year, an article or the line."""
    rest = _NOT_QUOTED.sub("", sentence.text)
    for number in sentence.numbers:
        rest = rest.replace(number.text, "", 1)
    return "".join(re.findall(r"\d", rest))
