# The words of the meeting mode: its entry in the menu, and what the browser writes.

meeting-open = Full screen
meeting-keys = Keys

# Keys, and what they do: first those of a meeting, then those of every page and of its parts. A table has the keys,
# then a bar, then what they do.
meeting-key-heads-slides = While presenting
meeting-key-heads-pages = On every page
meeting-key-heads-map = On the map
meeting-key-heads-controls = In controls
meeting-key-slides-next = → ← Space PageDown PageUp | Next and previous slide (a clicker does the same)
meeting-key-slides-first = Home End | First and last slide
meeting-key-slides-number = Number Enter | Go to that slide
meeting-key-slides-overview = O | All slides
meeting-key-slides-years = ↑ ↓ or . , | A year on, a year back
meeting-key-slides-play = P | Play the years; again to stop
meeting-key-slides-choose = I | Change indicator, county or facility type
meeting-key-slides-chart = C | Another chart
meeting-key-slides-zoom = + − R or wheel | Bring the map closer, farther, whole
meeting-key-slides-reset = Backspace | The slide as it was
meeting-key-slides-spotlight = L | Spotlight that follows the pointer
meeting-key-slides-black = B W | Black and white screen; any key brings it back
meeting-key-slides-note = N | Speaker's note
meeting-key-slides-full = F | Back to full screen
meeting-key-slides-end = Esc | End; with a dialog, a black or a white screen, close that first
meeting-key-pages-search = Ctrl+K | Search indicators, areas, targets, pages and facility types
meeting-key-pages-present = F | Present what you see, or the open storyboard
meeting-key-pages-add = S | Add to the storyboard
meeting-key-pages-zoom = + − R | Bring the map closer, farther, whole
meeting-key-pages-tab = Tab Shift+Tab | Next and previous control; the first one skips to the content
meeting-key-pages-close = Esc | Close dialogs, menus and panels
meeting-key-pages-keys = ? | This table
meeting-key-map-years = ← → | A year back, a year on
meeting-key-map-areas = ← → ↑ ↓ | After Tab has reached the map: the next area that way
meeting-key-map-select = Enter | Select the area; again to open it
meeting-key-map-leave = Backspace | Leave the opened area
meeting-key-controls-tabs = ← → Home End | Tabs and years: next, first, last
meeting-key-controls-list = ↑ ↓ | Lists: previous and next

# What the browser writes.
meeting-browser-keys-title = Keys
meeting-browser-close = Close
meeting-browser-overview-title = All slides
meeting-browser-note-title = Speaker's note
meeting-browser-no-note = This slide has no note.
meeting-browser-choose-title = Change what is shown
meeting-browser-choose-hint = ↑ ↓ choose · ← → column · Enter take · Esc back
meeting-browser-no-choice = There is nothing to choose on this page.
meeting-browser-number = { $at } / { $count }
meeting-browser-said = Slide { $at } of { $count }. { $text }
meeting-browser-at-first = This is the first slide
meeting-browser-at-last = This is the last slide
meeting-browser-no-such-slide = There is no slide { $number }
meeting-browser-going = Slide { $digits } · press Enter
meeting-browser-changed = Changed for now · Backspace brings it back
meeting-browser-left-full-screen = Full screen was left; the presentation goes on. F brings it back, Esc ends.
meeting-browser-other-groups = This slide has other groups and was opened in them. Any key brings full screen back.
meeting-browser-last-year = This is the last year
meeting-browser-first-year = This is the first year
meeting-browser-no-years = This page has no years
meeting-browser-untitled = Slide { $at }
meeting-browser-help = ? keys · Esc end
meeting-browser-no-slide = There is nothing on the page “{ $page }” to present.
meeting-browser-no-slide-hint = → shows the next slide, Esc ends.
meeting-browser-counted = { $count } { $label }
meeting-browser-tile = { $type }: { $label } { $value }
meeting-browser-source = Where figures come from
meeting-browser-year-and-unit = { $year } · { $unit }
meeting-browser-most-pressing = The widest gaps first, as many as fit
meeting-browser-named = { $name }: { $text }
