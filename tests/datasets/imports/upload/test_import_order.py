"""Mappings of columns as JSON: what was written is read, anything else is refused."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datasets.imports.model import ColumnMapping, ColumnRole, ColumnUse
from datasets.imports.upload.import_order import ImportOrderError, read_mapping, write_mapping

uses = st.builds(
    ColumnUse,
    st.sampled_from(ColumnRole),
    st.none() | st.text(max_size=5),
    st.none() | st.integers(1949, 2100),
    st.none() | st.text(max_size=5),
)


@given(st.lists(uses, max_size=4), st.text(max_size=5), st.none() | st.integers(1949, 2100))
def test_a_mapping_survives_json(columns, source, year):
    mapping = ColumnMapping("表", (1, 2), 3, 9, tuple(columns), year=year, source=source)
    assert read_mapping(write_mapping(mapping)) == mapping


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"columns": [{"role": "no such"}]}', json.dumps({"columns": [], "header_rows": [1]})]
)
def test_what_is_no_mapping_is_refused(text):
    with pytest.raises(ImportOrderError, match=r"."):
        read_mapping(text)
