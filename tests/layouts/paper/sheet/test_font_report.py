"""Which names the font of pictures cannot write."""

from layouts.paper.sheet.font_report import report_fonts


def test_a_name_with_a_character_that_no_font_has_is_listed():
    found = report_fonts(["连南瑶族自治县", "\U0001f9ff县"])
    assert found.family
    assert found.lacking == ("\U0001f9ff县",)
