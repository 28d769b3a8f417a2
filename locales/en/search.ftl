# The words of the search over everything that has a name.

search-open = Search
search-open-hint = Search indicators, areas, targets, pages and facilities (Ctrl+K)
search-failed = The search is not available at present. Please try again later.
search-kinds-indicator = Indicators
search-kinds-area = Areas
search-kinds-domain = Domains
search-kinds-type = Types of facility
search-kinds-facility = Facility
search-kinds-target = Targets
search-kinds-page = Pages
search-browser-title = Search
search-browser-hint = A name, with an area and a year if you like: Liannan beds 2016
search-browser-keys = ↑ ↓ choose   Enter open   Esc close
search-browser-recent = Opened last
search-browser-results = Results
search-browser-year = { $year }
search-browser-counted = { $count } found
search-browser-nearest = “{ $found }” was not found; below is what the nearest, “{ $used }”, gives.
search-browser-apart = Nothing fits all the words; each of these fits some of them.
search-browser-partly = “{ $found }” was not found; below is what the other words give.
search-browser-nothing = “{ $found }” was not found, nor any name near it. These are the pages.
search-other-words =
    { $path ->
        [overview] overview home
        [atlas] map atlas
        [targets] targets progress
        [gap] gap
        [county] county profile
        [coverage] service coverage facilities siting
        [packs] briefing pack report
       *[data] data import upload
    }
