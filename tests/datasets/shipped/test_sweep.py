"""Every city and province of the country: its polygons can be drawn, and its figures are counted."""

from datasets.shipped.sweep import sweep_divisions
from tests.conftest import ROOT


def test_every_city_and_province_is_drawn_and_its_figures_are_those_of_the_books():
    lines = list(sweep_divisions(ROOT, draw=True))
    faulty = [line for line in lines if ";" in line]
    assert faulty == []
    assert len(lines) == 374 + 2
    assert "441800 清远市 counties 8 2010 8 2020 8 both 8 drawn, 0 repaired, 891 figures" in lines
    assert "441900 东莞市 counties 1 2010 1 2020 1 both 1 drawn, 0 repaired, 243 figures" in lines
    assert "820000 澳门特别行政区 counties 1 2010 0 2020 0 both 0 drawn, 0 repaired, 0 figures" in lines
    assert lines[-1].split() == ["34", "provinces", "counties", "2891", "2010", "2734", "2020", "2841", "both", "2734"]
