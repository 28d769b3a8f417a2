"""The words of marks (标注): what a user puts on a map by hand."""

OPEN = "标注：在图上写字、画箭头、画圈"
NOTE_OF_PICTURE = "图上带框的文字、箭头和圈由使用者手工标注，不属于数据。"
FOR_BROWSER = {
    "title": "手工标注",
    "tag": "✎ 手工标注，非数据",
    "note": "文字",
    "arrow": "箭头",
    "ring": "圈",
    "mark": "{kind} {text}",
    "hint": "选一种后在图上点或拖。键盘：Tab 选中，方向键移动（Alt 移另一端），回车写字，Delete 删除。",
    "note_hint": "在图上点一下，放文字。",
    "arrow_hint": "从写字的一端，拖到箭头所指的一端。",
    "ring_hint": "从中心向外拖。",
    "text": "标注文字",
    "text_hint": "写字，回车换行",
    "remove": "删除",
    "undo": "撤销",
    "clear": "清空",
    "done": "完成",
    "full": "一幅图最多{most}处标注。",
    "letters": "一幅图的标注文字合计最多{most}字。",
}
