# The words of the meeting mode (演示): its entry in the menu, and what the browser writes.

meeting-open = 全屏放映
meeting-keys = 按键表

# Keys, and what they do: first those of a meeting, then those of every page and of its parts. A table has the keys,
# then a bar, then what they do.
meeting-key-heads-slides = 放映时
meeting-key-heads-pages = 任何页面
meeting-key-heads-map = 服务地图
meeting-key-heads-controls = 控件中
meeting-key-slides-next = → ← 空格 PageDown PageUp | 下一张、上一张（翻页笔相同）
meeting-key-slides-first = Home End | 第一张、最后一张
meeting-key-slides-number = 数字 Enter | 跳到第几张
meeting-key-slides-overview = O | 全部画面
meeting-key-slides-years = ↑ ↓ 或 . , | 后一年、前一年
meeting-key-slides-play = P | 逐年播放，再按停止
meeting-key-slides-choose = I | 换指标、县或设施类型
meeting-key-slides-chart = C | 换一种图
meeting-key-slides-zoom = + − R 或滚轮 | 地图放大、缩小、恢复全图
meeting-key-slides-reset = Backspace | 回到这一张原来的样子
meeting-key-slides-spotlight = L | 聚光灯，随指针移动
meeting-key-slides-black = B W | 黑屏、白屏，按任意键恢复
meeting-key-slides-note = N | 讲稿备注
meeting-key-slides-full = F | 回到全屏
meeting-key-slides-end = Esc | 结束放映；有对话框、黑屏或白屏时先关掉它
meeting-key-pages-search = Ctrl+K | 搜索指标、地区、目标、页面和设施类型
meeting-key-pages-present = F | 全屏放映当前画面，或打开的故事板
meeting-key-pages-add = S | 加入故事板
meeting-key-pages-zoom = + − R | 地图放大、缩小、恢复全图
meeting-key-pages-tab = Tab Shift+Tab | 下一个、上一个控件；首次可跳到正文
meeting-key-pages-close = Esc | 关闭对话框、菜单和弹出的面板
meeting-key-pages-keys = ? | 这张按键表
meeting-key-map-years = ← → | 前一年、后一年
meeting-key-map-areas = ← → ↑ ↓ | 用 Tab 到地图上之后：移到相邻地区
meeting-key-map-select = Enter | 选中所在地区；再按打开选中的地区
meeting-key-map-leave = Backspace | 退出打开的地区
meeting-key-controls-tabs = ← → Home End | 选项卡、年份：相邻、最前、最后
meeting-key-controls-list = ↑ ↓ | 选项列表：上一项、下一项

# What the browser writes.
meeting-browser-keys-title = 按键
meeting-browser-close = 关闭
meeting-browser-overview-title = 全部画面
meeting-browser-note-title = 讲稿备注
meeting-browser-no-note = 这一张没有备注。
meeting-browser-choose-title = 更换画面内容
meeting-browser-choose-hint = ↑ ↓ 选择　← → 换列　Enter 确定　Esc 返回
meeting-browser-no-choice = 这一页没有可更换的内容。
meeting-browser-number = { $at } / { $count }
meeting-browser-said = 第{ $at }张，共{ $count }张。{ $text }
meeting-browser-at-first = 已是第一张
meeting-browser-at-last = 已是最后一张
meeting-browser-no-such-slide = 没有第{ $number }张
meeting-browser-going = 第{ $digits }张　按 Enter
meeting-browser-changed = 已临时改动　按 Backspace 回到原样
meeting-browser-left-full-screen = 已退出全屏，放映还在继续。按 F 回到全屏，按 Esc 结束。
meeting-browser-other-groups = 这一张的分组不同，已按它的分组重新打开。按任意键回到全屏。
meeting-browser-last-year = 已是最后一年
meeting-browser-first-year = 已是最早一年
meeting-browser-no-years = 这一页没有年份可换
meeting-browser-untitled = 画面{ $at }
meeting-browser-help = ? 按键　Esc 结束
meeting-browser-no-slide = “{ $page }”页没有可以放映的画面。
meeting-browser-no-slide-hint = 按 → 看下一张，按 Esc 结束放映。
meeting-browser-counted = { $count }项{ $label }
meeting-browser-tile = { $type }：{ $label } { $value }
meeting-browser-source = 数值来源
meeting-browser-year-and-unit = { $year }年　单位：{ $unit }
meeting-browser-most-pressing = 差距最大的排在最前，列到画面放得下为止
meeting-browser-named = { $name }：{ $text }
