"""The words of storyboards (故事板): menu, panel, what is wrong with one, and its documents."""

from layouts.pack_terms import DocumentFormat
from layouts.words.pages import atlas as atlas_words

MENU, MENU_HINT = "演示", "会议演示：放映当前画面（按键 F），或收集页面按顺序放映"
TITLE = "故事板"
ADD, OPEN = "加入故事板", "打开故事板"
ADD_KEY = "S"
LONGEST_LINK = 16_000  # characters, of what chat programs and mail still pass on whole

# The documents that a storyboard is made into, with the words of their buttons.
OUTPUTS = {
    DocumentFormat.PDF: "打印用PDF（每页一幅）",
    DocumentFormat.PPTX: "PowerPoint",
    DocumentFormat.DOCX: "Word",
}

FOR_BROWSER = {
    "title": TITLE,
    "close": "关闭",
    "untitled": "故事板{number}",
    "copy_title": "{title}（副本）",
    "choose": "选择故事板",
    "in_browser": "本浏览器",
    "in_account": "账户",
    "count": "{title} · {count}页",
    "name": "故事板名称",
    "new": "新建",
    "duplicate": "复制一份",
    "delete": "删除",
    "add": ADD,
    "add_here": "加入当前页",
    "not_a_view": "当前页没有可放映的内容",
    "page": "{page}",
    "page_year": "{page}，{year}年",
    "added": "已加入“{title}”，第{number}页。",
    "write_note": "写备注",
    "full": "一个故事板最多{most}页；请另建一个，或移除几页。",
    "slide_title": "第{number}页标题",
    "note": "第{number}页备注",
    "note_hint": "备注：讲什么、注意什么",
    "up": "上移",
    "down": "下移",
    "remove": "移除",
    "open_page": "打开",
    "use_nearest": "改用最接近的页面",
    "removed": "已移除“{title}”。",
    "deleted": "已删除“{title}”。",
    "undo": "撤销",
    "empty": "还没有页面。打开任意一页，按 S 键或点“加入当前页”。",
    "present": "放映",
    "copy_link": "复制链接",
    "link_copied": "链接已复制，内含全部{count}页。",
    "link_too_long": "内容太多，链接有{length}个字符（上限{most}），容易被截断。请改用“存为文件”，或分成几个故事板。",
    "save_file": "存为文件",
    "open_file": "打开文件",
    "file_name": "{title}.故事板.json",
    "to_account": "存入账户",
    "documents": "成册",
    "making": "已开始制作，完成后在“简报”页下载。",
    "see_making": "查看进度",
    "hint": "Alt+↑、Alt+↓ 调整顺序",
    # what was read
    "opened_link": "已打开链接中的“{title}”，共{count}页，存于本浏览器。",
    "opened_file": "已打开文件中的“{title}”，共{count}页，存于本浏览器。",
    "newer": "内容由较新版本的程序制作，只取出本程序能识别的{count}页。",
    "cut": "内容不完整，后半部分缺失，已取出完整的{count}页。",
    "broken": "有{broken}页无法识别，未取出。",
    "broken_marks": "有{lost}处手工标注无法识别，未取出。",
    "beyond": "最多放{most}页，其余{beyond}页未取出。",
    "nothing": "这不是故事板，或内容残缺，没有可以取出的页面。",
    "no_inflate": "本浏览器版本过旧，打不开压缩的链接；请对方改发文件。",
    # kept elsewhere
    "no_room": "浏览器的存储已满，改动没有存下；请用“存为文件”保存。",
    "not_saved": "没有存入账户：{reason}",
    "unreachable": "服务器没有回应。",
    "changed": "“{title}”已在别处改过（另一窗口或另一人）。您的改动还在这里，没有覆盖对方的。",
    "keep_copy": "我的另存一份",
    "take_theirs": "改用对方的",
    "try_again": "重试",
}

# What of a slide's address is gone
_PARTS = {
    "dataset": atlas_words.DATASET,
    "indicator": atlas_words.INDICATOR,
    "other_indicator": atlas_words.OTHER_INDICATOR,
    "year": atlas_words.YEAR,
    "other_year": "对比年份",
    "county": "县（市、区）",
    "type": "设施类型",
    "target": "政策目标",
    "within": "下钻的地区",
    "selected": "选中的地区",
    "facilities": "设施点",
    "marks": "手工标注",
    "groups": "自定分组",
}
NO_PAGE = "程序中已没有这一页。"
NOT_LOGGED_IN = "请先登录，再存入账户。"
UNUSABLE = "内容不合规定，没有采用。"
TOO_MANY = "账户中最多存{most}个故事板，请先删除几个。"
NOTHING_TO_MAKE = "故事板里还没有页面。"
NO_JOB = "制作没有完成，请重试。"
CHANGED_SLIDE = "原页面有变：{remarks}以下为最接近的页面。"
MIXED_WARNING = "含演示数据 · 非真实统计"
SUBTITLE = "{region} · 故事板，共{count}页"


def gone_text(part: str, found: str, nearest: str) -> str:
    """A part of an address that cannot be shown any more, and what is shown in its place; empty for nothing."""
    name = _PARTS.get(part, part)
    instead = f"，最接近的是“{nearest}”" if nearest else ""
    return f"{name}“{found[:40]}”已不可用{instead}。"
