"""Addresses of slides, judged by the pages' own readers: what is gone, and what is nearest."""

from functools import cache

import pytest

from callbacks.storyboard.judge import PageReaders, judge_slide
from datasets.queries.group_query import regroup_as_given
from datasets.queries.storyboard import Slide

BEDS = "medical_beds_per_1000_residents"
OWN = "groups=%E7%94%B2.441823_%E4%B9%99.441802"


@pytest.fixture(scope="module")
def judge(city):
    @cache
    def readers_in(groups: str) -> PageReaders:
        return PageReaders(regroup_as_given(city, groups))

    return lambda address: judge_slide(Slide(address=address), readers_in)


@pytest.mark.parametrize(
    "address",
    [
        f"/map?dataset=demo&indicator={BEDS}&year=2016",
        "/targets?dataset=demo&year=2016&domain=health",
        f"/gap?dataset=demo&domain=all&indicator={BEDS}&year=2016&goal=line",
        "/county?dataset=demo&county=441823&year=2016",
        "/service?dataset=demo&type=library&year=2016&mode=siting",
        f"/county?dataset=demo&county=441823&year=2016&{OWN}",
    ],
)
def test_what_is_there_stays_as_it_is(judge, address):
    assert (judge(address).remarks, judge(address).address) == ((), address)


@pytest.mark.parametrize(
    ("address", "said", "nearest"),
    [
        (
            f"/map?dataset=demo&indicator={BEDS}&year=2018",
            "年份“2018”已不可用，最接近的是“2016”。",
            f"/map?dataset=demo&indicator={BEDS}&year=2016",
        ),
        (
            f"/map?dataset=sold&indicator={BEDS}",
            "数据集“sold”已不可用，最接近的是“公开数据”。",
            f"/map?indicator={BEDS}&dataset=public",
        ),
        ("/gap?dataset=demo&indicator=gone", "指标“gone”已不可用", "/gap?dataset=demo&indicator="),
        ("/county?dataset=demo&county=441899", "县（市、区）“441899”已不可用", "/county?dataset=demo&county=4418"),
        ("/service?dataset=demo&type=inn", "设施类型“inn”已不可用", "/service?dataset=demo&type="),
        (
            "/targets?dataset=demo&year=1999",
            "年份“1999”已不可用，最接近的是“2016”。",
            "/targets?dataset=demo&year=2016",
        ),
        ("/gap?dataset=demo&groups=x", "分组（groups）未采用", "/gap?dataset=demo"),
    ],
)
def test_what_is_gone_is_named_with_the_nearest(judge, address, said, nearest):
    found = judge(address)
    assert len(found.remarks) == 1
    assert found.remarks[0].startswith(said)
    assert found.address.startswith(nearest)
    assert judge(found.address).remarks == ()


def test_a_page_that_is_gone_has_no_nearest(judge):
    assert (judge("/pamphlet?year=2016").remarks, judge("/pamphlet").address) == (("程序中已没有这一页。",), "")
