# The words of marks (标注): what a user puts on a map by hand.

marks-open = 标注：在图上写字、画箭头、画圈
marks-note-of-picture = 图上带框的文字、箭头和圈由使用者手工标注，不属于数据。
marks-browser-title = 手工标注
marks-browser-tag = ✎ 手工标注，非数据
marks-browser-note = 文字
marks-browser-arrow = 箭头
marks-browser-ring = 圈
marks-browser-mark = { $kind } { $text }
marks-browser-hint = 选一种后在图上点或拖。键盘：Tab 选中，方向键移动（Alt 移另一端），回车写字，Delete 删除。
marks-browser-note-hint = 在图上点一下，放文字。
marks-browser-arrow-hint = 从写字的一端，拖到箭头所指的一端。
marks-browser-ring-hint = 从中心向外拖。
marks-browser-text = 标注文字
marks-browser-text-hint = 写字，回车换行
marks-browser-remove = 删除
marks-browser-undo = 撤销
marks-browser-clear = 清空
marks-browser-done = 完成
marks-browser-full = 一幅图最多{ $most }处标注。
marks-browser-letters = 一幅图的标注文字合计最多{ $most }字。
