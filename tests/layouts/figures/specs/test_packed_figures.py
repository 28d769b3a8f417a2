"""Packed figures: every value, rank and class can be read back, and a country's fit into an answer."""

import json
from pathlib import Path

import brotli
import numpy as np
import orjson
import pytest

from layouts.figures.specs.packed_figures import pack_figures

# The browser's test reads the same file: tests/js/atlas/unpack.test.mjs.
SAMPLE = json.loads(Path("tests/js/atlas/packed_panel.json").read_text(encoding="utf-8"))
COUNTRY, MOST_BYTES = 2891, 40_000


def read_sample():
    """The panel as ``encode_panel`` has it: years are numbers, ranks a text."""
    panel = SAMPLE["panel"]
    own = {key: {int(year): row for year, row in panel[key].items()} for key in ("values", "classes", "ranks")}
    ranks = {year: " ".join("." if rank is None else str(rank) for rank in row) for year, row in own["ranks"].items()}
    return panel | own | {"ranks": ranks}


def test_a_panel_is_packed_as_the_browser_reads_it():
    assert orjson.loads(orjson.dumps(pack_figures(read_sample()), option=orjson.OPT_NON_STR_KEYS)) == SAMPLE["packed"]


def test_what_is_not_ranked_has_no_ranks():
    packed = pack_figures(read_sample() | {"ranks": None})["figures"]
    assert [packed[year]["ranks"] for year in (2012, 2020)] == [None, None]


@pytest.mark.parametrize("years", [range(2010, 2021, 10), range(2010, 2017)])
def test_a_country_fits_into_an_answer(years):
    chance = np.random.default_rng(7)
    level = chance.lognormal(3, 0.5, COUNTRY)
    values = {year: (level * chance.normal(1, 0.05, COUNTRY)).round(1) for year in years}
    panel = {
        "years": list(years),
        "values": {year: row.tolist() for year, row in values.items()},
        "ranks": {year: " ".join(str(int((row > one).sum()) + 1) for one in row) for year, row in values.items()},
        "classes": {year: "".join(map(str, np.searchsorted((10, 20, 30), row))) for year, row in values.items()},
    }
    packed = brotli.compress(orjson.dumps(pack_figures(panel), option=orjson.OPT_NON_STR_KEYS), quality=4)
    assert len(packed) < MOST_BYTES
