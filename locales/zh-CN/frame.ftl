# What the frame says beside its pages: before, or instead of, its scripts, and to those who hear it.

frame-lost = 与服务器的连接中断，正在重新连接；恢复后本页会继续。
frame-opening = 正在打开……
frame-skip = 跳到正文
frame-pages = 页面
frame-menu = 菜单
frame-no-page = 没有这个页面：{ $path }
frame-no-page-help = 请核对网址，或从上方选择页面。
frame-too-old = 这个浏览器版本太旧，本页不能使用。请换用2022年以后的 Chrome、Edge、Firefox 或 Safari。
