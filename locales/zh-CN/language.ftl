# The language itself, and how it joins and encloses.
language-name = 中文
language-choose = 用中文显示
language-unknown = 没有语言“{ $asked }”，已按{ language-name }显示。可用：{ $known }。

list-names = 、
list-parts = ；
list-facts = 　
list-comma = ，
list-sentences = {""}
list-aside = { $text }（{ $aside }）
list-named = { $name }：{ $text }
