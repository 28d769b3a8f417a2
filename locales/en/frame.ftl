# What the frame says beside its pages: before, or instead of, its scripts, and to those who hear it.

frame-lost = The connection to the server is lost and being restored; this page goes on once it is back.
frame-opening = Opening…
frame-skip = Skip to content
frame-pages = Pages
frame-menu = Menu
frame-no-page = There is no such page: { $path }
frame-no-page-help = Please check the address, or choose a page above.
frame-too-old = This browser is too old for this page. Please use Chrome, Edge, Firefox or Safari of 2022 or later.
