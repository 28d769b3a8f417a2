"""What the page says before, or instead of, its scripts."""

OPENING = "正在打开……"
TOO_OLD = "这个浏览器版本太旧，本页不能使用。请换用2022年以后的 Chrome、Edge、Firefox 或 Safari。"
