"""What the frame says beside its pages: before, or instead of, its scripts, and to those who hear it."""

LOST = "与服务器的连接中断，正在重新连接；恢复后本页会继续。"
OPENING = "正在打开……"
SKIP, PAGES, MENU = "跳到正文", "页面", "菜单"
NO_PAGE = "没有这个页面：{path}"
NO_PAGE_HELP = "请核对网址，或从上方选择页面。"
TOO_OLD = "这个浏览器版本太旧，本页不能使用。请换用2022年以后的 Chrome、Edge、Firefox 或 Safari。"
