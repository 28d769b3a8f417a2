"""Reading observations: units converted, former codes understood, every fault told with its line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datasets.shipped.observations import COLUMNS, read_observations
from indicators.definition import Direction, Domain, Formula, Indicator, Variable

VARIABLES = {"people": Variable("人口", "人", accepts={"万人": 10_000}, maximum=1e8)}
CODES = {"441803": "441803", "441827": "441803"}
SHARE = Indicator(
    *("share", "比重", Domain.CONTEXT, "%", 1, Direction.NEUTRAL, Formula("people"), "定义", "来源"),
    former_ids=("part",),
)
GOOD = "441803,2016,people,5,人,published,公报,"


def read(tmp_path, *rows: str, header: str = ",".join(COLUMNS)):
    path = tmp_path / "figures.csv"
    path.write_text("\n".join([header, *rows]), encoding="utf-8")
    faults: list[str] = []
    return read_observations(path, CODES, VARIABLES, {"share": SHARE}, faults), faults


def test_a_value_is_kept_in_the_unit_of_its_variable(tmp_path):
    figures, faults = read(tmp_path, "441803,2016,people,112.97,万人,secondary,转引,")
    assert faults == []
    assert figures["value"].tolist() == [1129700]


@given(st.lists(st.decimals(min_value=0, max_value=9999, places=4), min_size=1, max_size=30))
def test_decimals_come_out_as_they_were_written(tmp_path_factory, written):
    """Four decimals of 万人 are whole people."""
    rows = [f"441803,{1950 + at},people,{value},万人,secondary,转引," for at, value in enumerate(written)]
    figures, _ = read(tmp_path_factory.getbasetemp(), *rows)
    assert figures["value"].tolist() == [float(value * 10_000) for value in written]


def test_a_former_code_is_taken_for_the_code_in_force(tmp_path):
    figures, _ = read(tmp_path, GOOD.replace("441803", "441827"))
    assert figures["area_code"].tolist() == ["441803"]


def test_an_indicator_is_known_by_the_id_that_it_had(tmp_path):
    figures, faults = read(tmp_path, "441803,2016,part,5,%,published,公报,")
    assert (figures["variable"].tolist(), faults) == (["share"], [])


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("999,2016,people,5,人,published,公报,", "line 3: area_code: expected a code of this region, got '999'"),
        ("441803,MMXVI,people,5,人,published,公报,", "line 3: year: expected a whole year, such as 2016, got 'MMXVI'"),
        (
            "441803,2016.5,people,5,人,published,公报,",
            "line 3: year: expected a whole year, such as 2016, got '2016.5'",
        ),
        ("441803,2015,beds,5,张,published,公报,", "line 3: variable: expected a name in variables.toml"),
        ("441803,2015,people,many,人,published,公报,", "line 3: value: expected a finite number, got 'many'"),
        ("441803,2015,people,inf,人,published,公报,", "line 3: value: expected a finite number, got 'inf'"),
        ("441803,2015,people,5,户,published,公报,", "line 3: unit: expected the variable's unit"),
        (
            "441803,2015,people,-1,人,published,公报,",
            "line 3: value: expected a number in the variable's range, got '-1'",
        ),
        ("441803,2015,people,5,人,guessed,公报,", "line 3: kind: expected one of published, transcribed"),
        ("441803,2015,people,5,人,published, ,", "line 3: source: expected where the figure comes from"),
        (GOOD, "line 3: variable: expected one figure per area, year and variable"),
    ],
)
def test_a_bad_row_is_told_by_line_and_left_out(tmp_path, row, fault):
    figures, faults = read(tmp_path, GOOD, row)
    assert any(fault in found for found in faults), faults
    assert len(figures) == 1


def test_the_same_figure_under_the_former_code_is_a_duplicate(tmp_path):
    _, faults = read(tmp_path, GOOD, GOOD.replace("441803", "441827"))
    assert len(faults) == 1


def test_a_missing_column_is_named(tmp_path):
    _, faults = read(tmp_path, header="area_code,year,value")
    assert faults == [f"figures.csv line 1: expected the columns {', '.join(COLUMNS)}; variable is missing in area_code, year, value"]  # fmt: skip  # noqa: E501


def test_a_file_in_another_encoding_is_a_fault_not_a_crash(tmp_path):
    path = tmp_path / "figures.csv"
    path.write_bytes((",".join(COLUMNS) + "\n" + GOOD).encode("gb18030"))
    faults: list[str] = []
    read_observations(path, CODES, VARIABLES, {}, faults)
    assert faults[0].startswith("figures.csv: not a CSV table in UTF-8")


@given(
    cells=st.lists(
        st.text(st.characters(exclude_categories=["Cs"], exclude_characters='",\r\n\x00')), min_size=8, max_size=8
    )
)
def test_no_row_of_text_crashes_the_reader(tmp_path_factory, cells):
    figures, faults = read(tmp_path_factory.mktemp("wild"), GOOD, ",".join(cells))
    assert len(figures) == 1
    assert faults or not "".join(cells).strip()
