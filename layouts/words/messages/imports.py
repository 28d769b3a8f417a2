"""What is wrong with a file and what to do about it, in sentences; plain text, never markup."""

import re
from collections.abc import Callable, Mapping

from datasets.imports.model import Fault, FaultCode
from datasets.imports.words import ImportWords
from layouts.words.common import KINDS
from layouts.words.pages.data.imports import size_text
from layouts.words.pages.data.page import KINDS as KIND_NAMES

_WORDS = ImportWords.shipped()
FAULTS, IGNORED, ASSUMED = _WORDS.faults, _WORDS.ignored, _WORDS.assumed
DRY_RUN = "只做检查，没有保存任何内容。"
NOT_CLEAN = "有错误的行，没有导入。请改正后再导入，或加上 --good-only 只导入无误的行。"

_LETTER = re.compile(r"^([A-Z]{1,3})(?: (.*))?$", re.DOTALL)

# With values put in
MORE_FAULTS = "……另有 {count:,} 处，未逐条列出"
NO_SUCH_TYPE = "--type：不认识这种设施类型：“{text}”。可用：{allowed}。"
DRAFT_KEPT = "已存为草稿：数据集 {dataset} 第 {number} 版。发布：python app.py publish {dataset} {number}"


def fault_sentence(fault: Fault) -> str:
    """Where, what is wrong, and what to do."""
    where = fault_place(fault.sheet, fault.row, fault.column, fault.count)
    text = fault_text(fault.code, fault.found, fault.allowed)
    return f"{where}：{text}" if where else text


def fault_cells(fault: Fault) -> tuple[str, str, str, str, str]:
    """A fault in the columns of a report: how grave, where, what is wrong, what the file has, what to do."""
    words = FAULTS[fault.code]
    allowed = shown_text(fault.code, fault.allowed)
    return (
        _WORDS.severities[fault.severity],
        fault_place(fault.sheet, fault.row, fault.column, fault.count),
        problem_text(fault.code, fault.found),
        shown_text(fault.code, fault.found),
        f"{words.remedy}。{words.allowed}：{allowed}" if allowed else f"{words.remedy}。",
    )


def fault_place(sheet: str, row: int, column: str, count: int = 1) -> str:
    """Where a fault is, as a spreadsheet names it; "" for the file as a whole."""
    lettered = _LETTER.match(column)
    heading = f"（{lettered[2]}）" if lettered and lettered[2] else ""
    parts = (
        f"“{sheet}”" if sheet else "",
        f"第 {row} 行" if row else "",
        f"{lettered[1]} 列{heading}" if lettered else f"“{column}”" if column else "",
        f"共 {count:,} 处" if count > 1 else "",
    )
    return " ".join(part for part in parts if part)


def fault_text(code: FaultCode, found: str, allowed: str) -> str:
    """What is wrong and what to do, without the place."""
    words = FAULTS[code]
    what = f"{words.problem}：“{shown_text(code, found)}”" if found else problem_text(code, found)
    hint = f"{words.allowed}：{shown_text(code, allowed)}。" if allowed else ""
    return f"{what}。{words.remedy}。{hint}"


def problem_text(code: FaultCode, found: str) -> str:
    """What is wrong; where the file says nothing, that it says nothing."""
    words = FAULTS[code]
    return words.problem if found.strip() else words.unsaid or words.problem


def shown_text(code: FaultCode, text: str) -> str:
    """What the file has or may have: sizes in a unit that suits them, and names of the program's own in words."""
    return _SHOWN[code](text) if code in _SHOWN else text


def _size_text(text: str) -> str:
    return size_text(int(text)) if text.isdigit() else text


def _shape_names(text: str) -> str:
    return re.sub("|".join(_WORDS.shapes), lambda found: _WORDS.shapes[found[0]], text)


def _type_names(text: str) -> str:
    return "、".join(_type_name(part) for part in re.split(r"、|, ", text))


def _type_name(name: str) -> str:
    """A type of file as people call it; an archive by what is in it."""
    kind, _, inside = name.partition(": ")
    if inside:
        return f"{'压缩包' if kind == 'zip' else kind.upper()}（里面是 {inside}）"
    return _WORDS.file_types.get(name, name.upper())


def _translate_terms(text: str, words: Mapping[str, str]) -> str:
    return "、".join(words.get(part, part) for part in re.split(r"、|, ", text))


_SHOWN: dict[str, Callable[[str], str]] = {
    **dict.fromkeys(("too_large", "expands_too_much", "too_much_memory"), _size_text),
    "too_slow": lambda text: f"{text} 秒",
    **dict.fromkeys(("column_missing", "column_twice"), lambda text: _translate_terms(text, _WORDS.roles)),
    "wrong_geometry": _shape_names,
    "unknown_type": _type_names,
    **dict.fromkeys(
        ("datum_doubtful", "datum_stated", "datum_differs"), lambda text: _translate_terms(text, _WORDS.datums)
    ),
    "kind_unknown": lambda text: _translate_terms(text, {str(kind): word for kind, word in KINDS.items()}),
}


def summary(file_name: str, kind: str, rows: int, good: int) -> str:
    """What came of the check of a file."""
    return f"{file_name}（{KIND_NAMES[kind][0]}）：读到 {rows:,} 行，可导入 {good:,} 行"


def withdrawn(dataset: str) -> str:
    """That a dataset was taken back."""
    return f"已撤下：数据集 {dataset} 不再显示，各版本都保留。重新发布：python app.py rollback {dataset} 版本号"


def published(dataset: str, number: int) -> str:
    """That a version was published."""
    return f"已发布：数据集 {dataset} 第 {number} 版。"
