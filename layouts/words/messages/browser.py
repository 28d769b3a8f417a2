"""What the page says before, or instead of, its scripts."""

LOST = "与服务器的连接中断，正在重新连接；恢复后本页会继续。"
OPENING = "正在打开……"
TOO_OLD = "这个浏览器版本太旧，本页不能使用。请换用2022年以后的 Chrome、Edge、Firefox 或 Safari。"
