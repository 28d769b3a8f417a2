"""A layer is drawn once for all starts; a file that cannot be trusted is drawn anew."""

import gzip
import sys

import pytest

from datasets.city.kept_layers import read_or_draw
from geodata.layers import EncodedLayer


@pytest.fixture
def read(square_geography, tmp_path):
    """A start of the program that asks for a layer, and how often it was drawn at any."""
    shapes, drawn = square_geography.counties.geometry, []

    def start(name: str = "county-hatch", *details: object) -> bytes:
        packed = read_or_draw(EncodedLayer(name, shapes, lambda: drawn.append(name) or shapes, *details), tmp_path)
        return gzip.decompress(packed)

    start.drawn = drawn
    return start


def test_it_is_drawn_once_for_all_starts(read):
    assert read() == read()
    assert read.drawn == ["county-hatch"]


def test_another_content_takes_the_place_of_the_last_and_of_no_other_layer(read, tmp_path):
    read("county-areas")
    for detail in ("coarse", "fine"):
        read("county-hatch", detail)
    assert len(list(tmp_path.glob("county-hatch-*"))) == 1
    read("county-areas")
    assert read.drawn == ["county-areas", "county-hatch", "county-hatch"]


@pytest.mark.parametrize("spoil", [lambda packed: packed[:0], lambda packed: packed[:-9], lambda packed: b"x" + packed])
def test_a_damaged_file_is_drawn_anew(read, tmp_path, spoil):
    whole = read()
    (path,) = tmp_path.glob("*.gz")
    path.write_bytes(spoil(path.read_bytes()))
    assert [read(), read()] == [whole, whole]
    assert len(read.drawn) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="files have no such modes")
def test_a_file_that_others_may_have_written_is_drawn_anew(read, tmp_path):
    read()
    (path,) = tmp_path.glob("*.gz")
    path.chmod(0o666)
    read()
    assert len(read.drawn) == 2
