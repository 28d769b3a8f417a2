"""The words of the meeting mode (演示): its entry in the menu, and what the browser writes."""

from typing import Any

OPEN, OPEN_KEY = "全屏放映", "F"

KEYS, KEYS_KEY = "按键表", "?"

# Keys, and what they do: first those of a meeting, then those of every page and of its parts.
_KEYS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        "放映时",
        (
            ("→ ← 空格 PageDown PageUp", "下一张、上一张（翻页笔相同）"),
            ("Home End", "第一张、最后一张"),
            ("数字 Enter", "跳到第几张"),
            ("O", "全部画面"),
            ("↑ ↓ 或 . ,", "后一年、前一年"),
            ("P", "逐年播放，再按停止"),
            ("I", "换指标、县或设施类型"),
            ("C", "换一种图"),
            ("+ − R 或滚轮", "地图放大、缩小、恢复全图"),
            ("Backspace", "回到这一张原来的样子"),
            ("L", "聚光灯，随指针移动"),
            ("B W", "黑屏、白屏，按任意键恢复"),
            ("N", "讲稿备注"),
            ("F", "回到全屏"),
            ("Esc", "结束放映；有对话框、黑屏或白屏时先关掉它"),
        ),
    ),
    (
        "任何页面",
        (
            ("Ctrl+K", "搜索指标、地区、目标、页面和设施类型"),
            ("F", "全屏放映当前画面，或打开的故事板"),
            ("S", "加入故事板"),
            ("+ − R", "地图放大、缩小、恢复全图"),
            ("Tab Shift+Tab", "下一个、上一个控件；首次可跳到正文"),
            ("Esc", "关闭对话框、菜单和弹出的面板"),
            ("?", "这张按键表"),
        ),
    ),
    (
        "服务地图",
        (
            ("← →", "前一年、后一年"),
            ("← → ↑ ↓", "用 Tab 到地图上之后：移到相邻地区"),
            ("Enter", "选中所在地区；再按打开选中的地区"),
            ("Backspace", "退出打开的地区"),
        ),
    ),
    (
        "控件中",
        (
            ("← → Home End", "选项卡、年份：相邻、最前、最后"),
            ("↑ ↓", "选项列表：上一项、下一项"),
        ),
    ),
)

FOR_BROWSER: dict[str, Any] = {
    "keys_title": "按键",
    "keys": _KEYS,
    "close": "关闭",
    "overview_title": "全部画面",
    "note_title": "讲稿备注",
    "no_note": "这一张没有备注。",
    "choose_title": "更换画面内容",
    "choose_hint": "↑ ↓ 选择　← → 换列　Enter 确定　Esc 返回",
    "no_choice": "这一页没有可更换的内容。",
    "number": "{at} / {count}",
    "said": "第{at}张，共{count}张。{text}",
    "at_first": "已是第一张",
    "at_last": "已是最后一张",
    "no_such_slide": "没有第{number}张",
    "going": "第{digits}张　按 Enter",
    "changed": "已临时改动　按 Backspace 回到原样",
    "left_full_screen": "已退出全屏，放映还在继续。按 F 回到全屏，按 Esc 结束。",
    "other_groups": "这一张的分组不同，已按它的分组重新打开。按任意键回到全屏。",
    "last_year": "已是最后一年",
    "first_year": "已是最早一年",
    "no_years": "这一页没有年份可换",
    "untitled": "画面{at}",
    "help": "? 按键　Esc 结束",
    "no_slide": "“{page}”页没有可以放映的画面。",
    "no_slide_hint": "按 → 看下一张，按 Esc 结束放映。",
    "counted": "{count}项{label}",
    "tile": "{type}：{label} {value}",
    "source": "数值来源",
    "year_and_unit": "{year}年　单位：{unit}",
    "most_pressing": "差距最大的排在最前，列到画面放得下为止",
    "named": "{name}：{text}",
}
