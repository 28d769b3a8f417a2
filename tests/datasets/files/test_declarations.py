"""The strict reader: sentences that say where, what was found and what is allowed."""

import pytest

from datasets.files.declarations import read_declaration, read_declarations
from indicators.definition import Indicator, Variable

GOOD = """
name = "甲"
domain = "health"
unit = "张"
decimals = 1
direction = "higher"
definition = "d"
source = "s"
[formula]
numerator = "n"
"""


def faults_of(tmp_path, text: str) -> list[str]:
    path = tmp_path / "beds.toml"
    path.write_text(text, encoding="utf-8")
    faults: list[str] = []
    read_declaration(path, Indicator, faults, id="beds")
    return faults


def test_a_good_declaration_has_no_faults(tmp_path):
    assert faults_of(tmp_path, GOOD) == []


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ('"higher"', '"up"', "beds.toml: direction: expected one of higher, lower, neutral, got 'up'"),
        ('domain = "health"', "", "beds.toml: domain: this key is required and missing"),
        ("decimals = 1", "decimals = 1\ncolour = 3", "beds.toml: colour: this key is not known"),
        ("decimals = 1", 'decimals = "1"', "beds.toml: decimals: Input should be a valid integer, got '1'"),
        ("decimals = 1", "decimals = 9", "beds.toml: decimals: expected 0 to 4, got 9"),
        ("decimals = 1", "decimals = 1 1", "beds.toml: not valid TOML"),
    ],
)
def test_a_fault_names_file_key_finding_and_choice(tmp_path, before, after, fault):
    (found,) = faults_of(tmp_path, GOOD.replace(before, after, 1))
    assert found.startswith(fault)


def test_all_faults_of_a_file_are_told_at_once(tmp_path):
    broken = GOOD.replace('"higher"', '"up"').replace('"health"', '"wealth"')
    assert len(faults_of(tmp_path, broken)) == 2


def test_a_file_that_is_not_there_is_a_fault(tmp_path):
    faults: list[str] = []
    assert read_declaration(tmp_path / "none.toml", Indicator, faults) is None
    assert faults == ["none.toml: cannot be read: No such file or directory"]


def test_a_faulty_table_leaves_its_neighbours(tmp_path):
    path = tmp_path / "variables.toml"
    path.write_text('[good]\nname="a"\nunit="b"\n[bad]\nname="a"\n', encoding="utf-8")
    faults: list[str] = []
    assert list(read_declarations(path, Variable, faults)) == ["good"]
    assert faults == ["variables.toml: bad: unit: this key is required and missing"]
