"""Messages for a page whose dataset has no data for it."""

from collections.abc import Sequence

IMPORT = "去导入"
_NAMED = 4  # of what it does hold


def nothing_to_show(dataset: str, held: Sequence[str], of_counties: bool) -> str:
    """What is missing, what there is, and what to do."""
    what = "任何县的指标数值" if of_counties else "可以上图的指标"
    more = f"等 {len(held)} 项" if len(held) > _NAMED else ""
    there = f"它只有：{'、'.join(held[:_NAMED])}{more}，还不够算出指标。" if held else "它没有统计数据。"
    do = "请导入各县的指标，或统计数连同常住人口；也可以换一个数据集。"
    return f"数据集“{dataset}”没有{what}，各页显示为暂无数据。{there}{do}"
