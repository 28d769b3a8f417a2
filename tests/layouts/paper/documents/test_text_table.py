"""Tables as documents show them: which columns are numbers."""

from layouts.paper.documents.text_table import TextTable


def test_a_column_of_numbers_is_told_from_one_of_texts():
    rows = (("甲", "3.46 张", "达到", "5/8"), ("乙", "暂无数据", "未达", "—"))
    assert TextTable("", ("地区", "数值", "80%线", "位次"), rows).numeric == (False, True, False, True)
