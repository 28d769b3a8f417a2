# The words of marks: what a user puts on a map by hand.

marks-open = Marks: write, draw arrows and rings on the map
marks-note-of-picture = Framed texts, arrows and rings on the map are marks made by hand and no data.
marks-browser-title = Marks by hand
marks-browser-tag = ✎ By hand, not data
marks-browser-note = Text
marks-browser-arrow = Arrow
marks-browser-ring = Ring
marks-browser-mark = { $kind } { $text }
marks-browser-hint = Choose one, then click or drag on the map. Keyboard: Tab selects, arrow keys move (Alt: the other end), Enter writes, Delete removes.
marks-browser-note-hint = Click on the map to put a text.
marks-browser-arrow-hint = Drag from the end with the text to the end it points at.
marks-browser-ring-hint = Drag from the middle outwards.
marks-browser-text = Text of the mark
marks-browser-text-hint = Write; Enter for a new line
marks-browser-remove = Delete
marks-browser-undo = Undo
marks-browser-clear = Clear all
marks-browser-done = Done
marks-browser-full = A map holds at most { $most } marks.
marks-browser-letters = The texts of a map hold at most { $most } characters together.
