# The language itself, and how it joins and encloses.
language-name = English
language-choose = Show in English
language-unknown = There is no language “{ $asked }”; shown in { language-name }. Available: { $known }.

list-names = {", "}
list-parts = {"; "}
list-facts = {" · "}
list-comma = {", "}
list-sentences = {" "}
list-aside = { $text } ({ $aside })
list-named = { $name }: { $text }
