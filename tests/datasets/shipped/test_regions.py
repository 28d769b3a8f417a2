"""Which region a setting names, and the declaration that is written to go on from."""

import pytest

from datasets.files.declarations import BadInputError, read_declaration
from datasets.shipped.regions import draft_region, find_region_id, read_divisions, read_polygon_list, read_region
from geodata.region import Region
from tests.conftest import ROOT

FOLDER = ROOT / "geodata" / "regions"


@pytest.mark.parametrize("text", ["qingyuan", "441800", "清远市", "清远"])
def test_a_declared_region_goes_before_the_bare_city(text):
    assert find_region_id(ROOT, text) == "qingyuan"


@pytest.mark.parametrize(
    ("text", "id_"), [("440200", "440200"), ("韶关市", "440200"), ("44", "440000"), ("中国", "china")]
)
def test_any_city_and_province_is_a_region(text, id_):
    assert find_region_id(ROOT, text) == id_


def test_an_unknown_region_names_the_nearest_and_the_files():
    with pytest.raises(BadInputError, match=r"韶关市 440200.*china, qingyuan"):
        find_region_id(ROOT, "韶光市")


def test_every_polygon_lies_in_a_prefecture_and_a_province():
    divisions = read_divisions(FOLDER)
    codes = read_polygon_list(FOLDER, []).index
    assert len(codes) == 2891
    for length in (2, 4):
        assert [code for code in codes if code[:length].ljust(6, "0") not in divisions and length == 2] == []


def test_a_draft_reads_back_as_the_same_region(tmp_path):
    path, text = draft_region(ROOT, "韶关市")
    assert path.name == "440200.toml"
    (tmp_path / "440200.toml").write_text(text, "utf-8")
    faults: list[str] = []
    read = read_declaration(tmp_path / "440200.toml", Region, faults)
    assert faults == []
    assert read == read_region(FOLDER, "440200", read_polygon_list(FOLDER, faults), faults)


def test_a_region_of_several_prefectures_knows_their_names_and_one_of_one_has_none():
    def divisions(region_id: str) -> dict[str, str]:
        region = read_region(FOLDER, region_id, read_polygon_list(FOLDER, []), [])
        assert region
        return region.divisions

    assert divisions("44")["4418"] == "清远市"
    assert not divisions("qingyuan")
    assert {key: divisions("china")[key] for key in ("44", "4418")} == {"44": "广东省", "4418": "清远市"}
