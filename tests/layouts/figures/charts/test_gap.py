"""The gap chart on screen: its groups bear their whole names."""

import re

from layouts.figures.charts.gap import gap_figure


def test_a_long_name_of_a_group_has_lines_of_its_own_and_a_margin_as_wide():
    short = gap_figure({"北部": "#AA0000", "南部": "#0000AA"}).layout
    long = gap_figure({"中西部和东北": "#AA0000", "东部": "#0000AA"}).layout
    assert [re.sub("</?b( [^>]*)?>", "", text) for text in long.yaxis.ticktext] == ["中西部<br>和东北", "东部"]
    assert [layout.margin.l for layout in (short, long)] == [44, 53]
