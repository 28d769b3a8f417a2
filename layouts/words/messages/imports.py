"""What is wrong with a file and what to do about it, in sentences; plain text, never markup."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from datasets.imports.model import Fault
from layouts.words.common import KINDS
from layouts.words.pages.data import KINDS as KIND_NAMES
from layouts.words.pages.imports import DATUMS, ROLES, SEVERITIES, size_text


@dataclass(frozen=True)
class FaultWords:
    """What is wrong, what to do, and what the text of ``allowed`` is."""

    problem: str
    remedy: str
    allowed: str = "允许"


FAULTS: dict[str, FaultWords] = {
    "empty_file": FaultWords("文件是空的", "请检查导出是否成功，再选一次文件"),
    "unknown_type": FaultWords("不认识这种文件", "请另存为下列类型之一再上传", "可用类型"),
    "damaged": FaultWords("文件已损坏或不完整", "请重新导出或重新下载，确认能打开后再上传", "应有"),
    "encrypted": FaultWords("文件有密码", "请在原软件中取消密码后另存再上传"),
    "macros": FaultWords("文件里有宏", "请另存为不带宏的 XLSX 再上传"),
    "external_links": FaultWords("文件引用了外部内容", "请断开外部链接、只保留数值后再上传"),
    "too_large": FaultWords("文件太大", "请拆成几个文件分别上传", "上限"),
    "expands_too_much": FaultWords("压缩包解开后太大", "请检查压缩包的内容，或拆成几个文件", "上限"),
    "too_many_rows": FaultWords("行数太多", "请拆成几个文件分别上传", "上限"),
    "too_many_columns": FaultWords("列数太多", "请删去用不到的列，或拆成几个文件", "上限"),
    "too_many_sheets": FaultWords("工作表太多", "请只留下要导入的工作表，或拆成几个文件", "上限"),
    "too_many_vertices": FaultWords("图形的顶点太多", "请在制图软件里简化图形后再导出", "上限"),
    "cell_too_long": FaultWords("单元格内容太长", "请缩短这个单元格的内容", "字数上限"),
    "too_much_memory": FaultWords("读取这个文件要占用太多内存", "请删去用不到的列和工作表，或拆成几个文件", "上限"),
    "too_slow": FaultWords("读取这个文件花的时间太长", "请删去用不到的列和工作表、简化图形，或拆成几个文件", "上限"),
    "reader_ended": FaultWords(
        "读取这个文件时程序意外中止", "文件可能已损坏或内容太多，请在原软件中打开、删去用不到的内容后另存再上传"
    ),
    "unknown_encoding": FaultWords("认不出文字编码", "请用 UTF-8 编码另存，或选择正确的编码", "可用编码"),
    "no_table": FaultWords("没有找到表头和数据", "请检查工作表，或在“核对列”里指定表头所在行"),
    "no_features": FaultWords("文件里没有图形", "请检查导出的图层，Shapefile 要把各个文件一起打包", "应有"),
    "several_layers": FaultWords("文件里有几个图层", "请每次只导出一个图层再上传"),
    "wrong_geometry": FaultWords("图形的类型不对", "请换成对应种类的图层", "需要"),
    "unknown_crs": FaultWords("认不出坐标系", "请换成下列坐标系之一再导出", "可用坐标系"),
    "column_missing": FaultWords("缺少必需的列", "请在“核对列”里指定哪一列是", "缺少"),
    "column_twice": FaultWords("有几列用作同一内容", "请在“核对列”里只保留一列"),
    "formula": FaultWords("单元格是公式", "请复制后“选择性粘贴为数值”再上传"),
    "not_a_number": FaultWords("不是数字", "请填数字；没有数据就留空"),
    "not_finite": FaultWords("不是有效的数值", "请填有限的数字；没有数据就留空"),
    "not_a_year": FaultWords("不是年份", "请填四位年份，如 2016"),
    "year_is_a_date": FaultWords("是日期，不是年份", "请只填四位年份，如 2016，并把单元格格式改为“常规”"),
    "area_unknown": FaultWords("找不到这个地区", "请填本区域县（市、区）或乡镇（街道）的全称或代码", "是不是"),
    "area_ambiguous": FaultWords("有几个地区叫这个名字", "请填代码，或在名称前加上所属的县（市、区）", "可能是"),
    "area_foreign": FaultWords("代码不属于本区域", "请删去外地的行；代码写错了的请改正", "本区域的代码开头是"),
    "area_disagrees": FaultWords("代码和名称说的不是同一个地区", "请核对后改正其中一个", "对应"),
    "variable_unknown": FaultWords("不认识这个指标", "请用系统里的指标名称或编号，或在“核对列”里指定", "是不是"),
    "variable_fixed": FaultWords("这一项由行政区划本身确定，不能导入", "请删去这些行"),
    "unit_unknown": FaultWords("单位与指标不符", "请换成可用的单位并相应换算数值", "可用单位"),
    "unit_suspicious": FaultWords("数量级不对，像是单位写错了", "请核对单位；确认无误可以照常导入", "可能是"),
    "share_of_one": FaultWords(
        "单位是 %，数字却在 0 和 1 之间，没有换算", "请核对；如果是小数形式的比率，请改成百分数再导入", "也许应为"
    ),
    "kind_unknown": FaultWords("不认识这种数值性质", "请从可用的词里选一个，或留空", "可用"),
    "source_missing": FaultWords("没有写来源", "请填“来源”一列，或在“核对列”里统一指定来源"),
    "out_of_range": FaultWords("超出合理范围", "请核对数值和单位", "范围"),
    "duplicate": FaultWords("与另一行重复，只导入一次", "可以删去重复的行", "相同的单元格"),
    "contradiction": FaultWords("与另一行是同一地区、年份、指标，但内容不同，都不导入", "请只保留正确的一行", "另一行"),
    "total_differs": FaultWords("合计与各项之和不符", "请核对合计和各项；确认无误可以照常导入", "各项之和"),
    "jump": FaultWords("与上年相差太大", "请核对；属实可以照常导入", "上年"),
    "derived_out_of_range": FaultWords("由这些数字算出的指标超出合理范围", "请核对分子和分母", "范围"),
    "type_unknown": FaultWords("不认识这种类型", "请改用可用的类型，或在“核对列”里统一指定设施类型", "可用类型"),
    "name_missing": FaultWords("没有写名称", "请填上名称"),
    "point_missing": FaultWords("没有位置", "请填经度和纬度，或填所在的乡镇（街道）"),
    "point_approximate": FaultWords("没有坐标，放在乡镇驻地，标为近似位置", "有坐标时请补上", "放在"),
    "point_of_polygon": FaultWords("图形是面，取其内部一点作为位置，已写入备注", "请在地图上核对"),
    "point_swapped": FaultWords("经度和纬度像是填反了", "请核对这两列", "对调后"),
    "point_outside": FaultWords("位置不在本区域内", "请核对经纬度和坐标类型", "范围"),
    "datum_doubtful": FaultWords("坐标类型可能选错了", "请核对坐标是哪一种", "更像是"),
    "datum_stated": FaultWords("坐标类型由文件判断", "不对的话，请在“核对列”里改选", "坐标类型"),
    "datum_differs": FaultWords("文件所示的坐标类型与选定的不同", "请在“核对列”里核对坐标是哪一种", "文件所示"),
    "hidden": FaultWords("表里有隐藏的行或列，也在导入的范围内", "请取消隐藏或筛选，核对后删去不要的行和列"),
    "hidden_sheet": FaultWords("这张工作表在文件里是隐藏的", "请核对是不是要导入这一张"),
    "columns_left_out": FaultWords("这些列没有用到", "要导入的话，请在“核对列”里指定用作什么"),
    "road_class_assumed": FaultWords("不认识这种道路等级，按“其他道路”的车速计入路网", "请改用可用的等级", "可用等级"),
    "no_road": FaultWords("没有道路等级的线，不是道路，不导入", "是道路的，请填上道路等级"),
    "road_absent": FaultWords("在建、规划或已废弃的道路，不导入", "已经通车的，请改成它的道路等级"),
    "closed_before_opened": FaultWords("停用年份早于启用年份", "请核对这两个年份", "启用"),
    "geometry_invalid": FaultWords("图形有错误", "请在制图软件里修正图形后再导出"),
    "geometry_repaired": FaultWords("图形有小错误，已自动修正", "请在地图上核对", "修正"),
    "overlap": FaultWords("与相邻图形重叠", "请在制图软件里修正共同的边界", "相邻"),
    "gap": FaultWords("图形之间有空隙", "请在制图软件里修正共同的边界", "允许"),
    "area_absent": FaultWords("缺少这个地区的图形", "请补上这个地区再导入"),
    "wider_area": FaultWords(
        "这是县（市、区）或全市的界线，这里只导入乡镇（街道）的界线", "请换成乡镇（街道）界线的图层"
    ),
    "county_disagrees": FaultWords("图形不在它所属的县里", "请核对代码和图形", "应属"),
}
# What gave no figure, by ``datasets.imports.columns.extract_rows.Ignored``.
IGNORED = {
    "blank": "空单元格或缺数记号",
    "total": "合计行的数字（只用来核对）",
    "note": "说明、注释行",
    "heading": "重复的表头行",
    "column": "没有用到的列里的单元格",
}
# What the rows did not say themselves.
ASSUMED = {"unit": "没有写单位，按指标的单位", "kind": "没有写数值性质，按统一指定", "source": "没有写来源，按统一指定"}

DRY_RUN = "只做检查，没有保存任何内容。"
NOT_CLEAN = "有错误的行，没有导入。请改正后再导入，或加上 --good-only 只导入无误的行。"

_NOTHING_SAID = {
    "area_unknown": "没有写地区的名称或代码",
    "variable_unknown": "没有写指标",
    "not_a_year": "没有写年份",
    "type_unknown": "没有写类型",
    "road_class_assumed": "没有写道路等级，按“其他道路”的车速计入路网",
}
_SHAPES = {
    "GeometryCollection": "混合图形",
    "MultiPoint": "多个点",
    "MultiLineString": "线",
    "MultiPolygon": "面",
    "LineString": "线",
    "LinearRing": "线",
    "Polygon": "面",
    "Point": "点",
}
_FILE_TYPES = {
    "binary": "二进制内容",
    "NUL": "二进制内容",
    "html": "网页（HTML）",
    "xlsb": "XLSB（Excel 二进制工作簿）",
    "doc": "Word 文档",
    "docx": "Word 文档",
    "odt": "文字文档（ODT）",
    "ppt": "幻灯片",
    "pptx": "幻灯片",
    "odp": "幻灯片（ODP）",
    "shapefile": "Shapefile（ZIP）",
    "geojson": "GeoJSON",
    "gpkg": "GeoPackage",
    "gzip": "GZIP 压缩包",
}
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
        SEVERITIES[fault.severity],
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


def fault_text(code: str, found: str, allowed: str) -> str:
    """What is wrong and what to do, without the place."""
    words = FAULTS[code]
    what = f"{words.problem}：“{shown_text(code, found)}”" if found else problem_text(code, found)
    hint = f"{words.allowed}：{shown_text(code, allowed)}。" if allowed else ""
    return f"{what}。{words.remedy}。{hint}"


def problem_text(code: str, found: str) -> str:
    """What is wrong; where the file says nothing, that it says nothing."""
    return FAULTS[code].problem if found.strip() else _NOTHING_SAID.get(code, FAULTS[code].problem)


def shown_text(code: str, text: str) -> str:
    """What the file has or may have: sizes in a unit that suits them, and names of the program's own in words."""
    return _SHOWN[code](text) if code in _SHOWN else text


def _size_text(text: str) -> str:
    return size_text(int(text)) if text.isdigit() else text


def _shape_names(text: str) -> str:
    return re.sub("|".join(_SHAPES), lambda found: _SHAPES[found[0]], text)


def _type_names(text: str) -> str:
    return "、".join(_type_name(part) for part in re.split(r"、|, ", text))


def _type_name(name: str) -> str:
    """A type of file as people call it; an archive by what is in it."""
    kind, _, inside = name.partition(": ")
    if inside:
        return f"{'压缩包' if kind == 'zip' else kind.upper()}（里面是 {inside}）"
    return _FILE_TYPES.get(name, name.upper())


def _translate_terms(text: str, words: Mapping[str, str]) -> str:
    return "、".join(words.get(part, part) for part in re.split(r"、|, ", text))


_SHOWN: dict[str, Callable[[str], str]] = {
    **dict.fromkeys(("too_large", "expands_too_much", "too_much_memory"), _size_text),
    "too_slow": lambda text: f"{text} 秒",
    **dict.fromkeys(("column_missing", "column_twice"), lambda text: _translate_terms(text, ROLES)),
    "wrong_geometry": _shape_names,
    "unknown_type": _type_names,
    **dict.fromkeys(("datum_doubtful", "datum_stated", "datum_differs"), lambda text: _translate_terms(text, DATUMS)),
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
