"""The pack as plain data: numbers are traced, names of files are safe."""

import pytest

from layouts.figures.theme import STATUS_COLOURS
from layouts.pack_terms import Quoted, Sentence, SheetId
from layouts.paper.documents.pack import safe_file_name
from tests.layouts.paper.documents.packs import HEAT, RANKING, SENTENCE, exhibit, pack, values_sheet


def test_a_number_of_a_sentence_leads_to_its_exact_value():
    assert pack().exact_value(SENTENCE.numbers[0]) == 3.456789


def test_a_cell_has_the_address_that_it_has_in_the_workbook():
    assert values_sheet().address(("beds", 2016, "a"), "value") == "C3"
    assert values_sheet().address(("beds", 2016, "c"), "value") == "C4"


def test_a_number_that_its_sentence_does_not_write_is_refused():
    with pytest.raises(ValueError, match="does not stand in"):
        Sentence("北部 3.4 张", (Quoted("3.5", SheetId.VALUES, ("beds",), "value"),))


@pytest.mark.parametrize(
    ("text", "name"),
    [("a/b\\c:d", "a_b_c_d"), ("../../etc", "etc"), ("", "_"), ("床位\n2016", "床位_2016"), ("县" * 200, "县" * 80)],
)
def test_a_file_name_cannot_leave_its_folder(text, name):
    assert safe_file_name(text) == name


def test_statuses_become_a_table_in_the_colours_of_the_screen():
    found = exhibit(chart=HEAT).status_table
    assert found.rows[0] == ("1 床位（2016）", "已达到", "到期未达")
    assert found.fill(0, 2) == STATUS_COLOURS[HEAT.statuses[0][1]]
    assert found.fill(1, 1) is None
    assert exhibit(chart=RANKING).status_table is None
