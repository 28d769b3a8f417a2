"""Words of the import: every fault, reason and role has them, and a sentence says where, what and what to do."""

import pytest

from datasets.imports.cells.area_index import MatchedBy
from datasets.imports.check.context import KIND_TEXTS
from datasets.imports.columns.extract_rows import IgnoredReason
from datasets.imports.model import ColumnRole, Fault, FaultCode, Severity
from datasets.kinds import ImportKind
from layouts.words.common import kind_names
from layouts.words.messages.imports import fault_sentence
from locales import say_all
from tests.locales.code import list_variants


@pytest.mark.parametrize(
    ("closed", "words"),
    [
        (FaultCode, list_variants("faults-problem")),
        (FaultCode, list_variants("faults-remedy")),
        (IgnoredReason, say_all("imports-ignored-")),
        (Severity, say_all("imports-severities-")),
        (ImportKind, list_variants("data-kind")),
        (ColumnRole, list_variants("imports-roles")),
        (MatchedBy, say_all("imports-matched-")),
    ],
)
def test_every_member_has_its_words_and_no_word_is_left_over(closed, words):
    assert set(words) == {member.value for member in closed}


def test_whatever_a_report_assumes_has_its_words():
    assert set(say_all("imports-assumed-")) == {"unit", "kind", "source"}


def test_the_words_of_the_screen_for_kinds_are_understood_in_files():
    assert {KIND_TEXTS[word] for word in kind_names().values()} == kind_names().keys()


def test_a_sentence_says_where_what_and_what_to_do():
    fault = Fault(FaultCode.NOT_A_NUMBER, found="abc", sheet="数据", row=3, column="D 床位数（张）")
    assert fault_sentence(fault) == "“数据” 第 3 行 D 列（床位数（张））：不是数字：“abc”。请填数字；没有数据就留空。"


def test_a_fault_of_the_whole_file_names_no_place():
    assert fault_sentence(Fault(FaultCode.EMPTY_FILE)).startswith("文件是空的")


def test_a_suggestion_is_asked_not_told():
    fault = Fault(FaultCode.AREA_UNKNOWN, found="清城曲", allowed="清城区 441802", row=2)
    assert fault_sentence(fault).endswith("是不是：清城区 441802。")


def test_bytes_are_shown_as_megabytes():
    assert "“300 MB”" in fault_sentence(Fault(FaultCode.TOO_LARGE, str(300 * 1024 * 1024)))


def test_kinds_and_roles_are_told_in_their_words():
    assert "公布、转录" in fault_sentence(Fault(FaultCode.KIND_UNKNOWN, "猜的", "published、transcribed"))
    assert "地区代码" in fault_sentence(Fault(FaultCode.COLUMN_MISSING, allowed="area_code"))


def test_markup_in_a_cell_stays_text():
    fault = Fault(FaultCode.NOT_A_NUMBER, found="<script>alert(1)</script>")
    assert "“<script>alert(1)</script>”" in fault_sentence(fault)


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (Fault(FaultCode.UNKNOWN_TYPE, "xlsb", "xlsx, ods"), ("“XLSB（Excel 二进制工作簿）”", "XLSX、ODS")),
        (Fault(FaultCode.UNKNOWN_TYPE, "zip: photo.jpg"), ("压缩包（里面是 photo.jpg）",)),
        (Fault(FaultCode.WRONG_GEOMETRY, "LineString", "Point, Polygon（5 km）"), ("“线”", "点, 面（5 km）")),
        (Fault(FaultCode.DATUM_STATED, "高德", "gcj02"), ("高德", "GCJ-02")),
        (Fault(FaultCode.AREA_UNKNOWN, row=3), ("没有写地区",)),
    ],
)
def test_names_of_the_program_are_told_in_words(fault, words):
    assert all(word in fault_sentence(fault) for word in words)


def test_a_fault_that_many_rows_share_tells_how_many():
    fault = Fault(FaultCode.SOURCE_MISSING, sheet="数据", count=1600)
    assert fault_sentence(fault).startswith("“数据” 共 1,600 处：没有写来源")
