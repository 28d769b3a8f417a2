# The words of the atlas page, and its sentences about the gap.

atlas-title = Map
atlas-map-by-keys = Map: arrow keys move to the next area, Enter selects
atlas-dataset = Dataset
atlas-domain = Domain
atlas-indicator = Indicator
atlas-level = Level
atlas-method = Class breaks
atlas-classes = Classes
atlas-own-breaks = Breaks, parted by commas, such as 2.5, 4
atlas-labels = Text on the map
atlas-compare = Compare
atlas-other-indicator = Indicator on the right
atlas-close-notice = Close the notice
atlas-open-hint = A double click on the map or Enter does the same
atlas-close-hint = Backspace does the same
atlas-play = Play
atlas-pause = Pause
atlas-year = Year
atlas-copy-link = Copy link
atlas-copied = Copied
atlas-explain = Definition
atlas-map-notes = Show or hide the whole of caveats, sources and notes
atlas-ranking = Ranking
atlas-trend = Trend
atlas-table = Table
atlas-facilities = Facilities
atlas-detail = Values of areas
atlas-controls = Choose indicator and drawing
atlas-zoom-in = Closer (+)
atlas-zoom-out = Farther (−)
atlas-zoom-reset = Whole map (R)
atlas-zoom-hint = Hold Ctrl and scroll to zoom
atlas-facility-search = Find by name, type or township
atlas-open-townships = Open townships
atlas-close-townships = Back to the city
atlas-unselect = Unselect
atlas-place = Area
atlas-every-place = { $name } (all)
atlas-select-hint = Click on an area on the map, in the ranking or in the table to select it
atlas-definition = Definition
atlas-source = Source
atlas-caveat = Caveat
atlas-target = Policy target
atlas-unit = Unit
atlas-direction = Direction
atlas-kinds-title = Kinds of figures
atlas-formula = Formula
atlas-readings-title = Three ways of averaging
atlas-no-target = No target with a number that a map of counties could show
atlas-dataset-about = About the dataset
atlas-before = ; { $percent } in { $year }
atlas-replaced-indicator = “{ $wanted }” has no data in { $dataset }; “{ $shown }” is shown instead
atlas-replaced-level = “{ $indicator }” has no data at that level; shown: { $level }
atlas-replaced-year = “{ $indicator }” has no data of { $wanted }; { $shown } is shown instead
atlas-unreadable-breaks = The breaks “{ $text }” cannot be read; natural breaks are used. Please write 1 to 6 numbers parted by commas, such as 2.5, 4
atlas-relative = { $focus } has { $percent } of { $benchmark }

atlas-labels-shown-values = Values
atlas-labels-shown-names = Names
atlas-labels-shown-none = No text
atlas-compares-none = One map
atlas-compares-years = Years
atlas-compares-indicators = Indicators
atlas-facility-tables-list = List
atlas-facility-tables-counts = By area
atlas-facility-columns-name = Name
atlas-facility-columns-typeName = Type
atlas-facility-columns-place = Township
atlas-facility-columns-capacity = Capacity
atlas-facility-columns-grade = Grade
atlas-facility-columns-opened = Opened
atlas-facility-columns-closed = Closed
atlas-facility-columns-source = Source
atlas-columns-name = Area
atlas-columns-county = County
atlas-columns-group = Group
atlas-columns-value = Value
atlas-columns-earlier = Earlier
atlas-columns-later = Later
atlas-columns-change = Change
atlas-columns-rank = Rank
atlas-columns-basis = Count, interval
atlas-columns-kind = Kind
atlas-columns-class = Class
atlas-columns-source = Source
atlas-columns-note = Note
atlas-columns-code = Code

# What stands on a map and beside it; the browser writes some of it alike.
atlas-subject = { $name } ({ $unit }) · { $when } · { $where }
atlas-in-year = { $year }
atlas-areas-of =
    { $level ->
        [county] counties of { $name }
       *[township] townships of { $name }
    }
atlas-open-place =
    { $prefix ->
        [2] Open its province
        [4] Open its city
       *[none] Open townships
    }
atlas-back =
    { $around ->
        [none] { atlas-close-townships }
       *[other] Back to { $around }
    }
atlas-source-line = Source: { $source }
atlas-source-of-kind = Source: { $source } ({ $kind })
atlas-remark = Note: { $remark }
atlas-remarks-cut = { $remark }; { $count } in all, each one in “{ atlas-table }”
atlas-caveat-line = { atlas-caveat }: { $caveat }
atlas-no-facilities = This dataset has no positions of facilities. The demonstration data have some; or import a table of facilities on the page “Data”.

# What the browser writes itself, year by year.
atlas-browser-rank = Rank { $rank } of { $count }
atlas-browser-no-rank = Not ranked
atlas-browser-in-country = Rank { $place }/{ $province } in the province, { $rank }/{ $country } in the country; mean of like counties { $alike }
atlas-browser-ranking-ends = { $count } areas, of which the first and last { $ends } and the selected one are drawn; “{ atlas-table }” has all
atlas-browser-also-here = { $count } more here
atlas-browser-trend-groups = Too many areas: only the means of groups and the selected area are drawn
atlas-browser-single-year = Data of { $year } only: no trend
atlas-browser-left-out = Texts without room: { $count }; bring the map closer to see them
atlas-browser-name-in = { $name } ({ $place })

# What the browser writes on facility points, over any map.
atlas-points-none-chosen = None
atlas-points-chosen = Types: { $count }
atlas-points-clear = Clear all
atlas-points-unreachable = The facilities could not be read; please try again later.
atlas-points-reading = Reading the facilities…
atlas-points-legend = Facilities · { $year }
atlas-points-hollow = Hollow: place approximate
atlas-points-cluster = Facilities: { $count }
atlas-points-cluster-hint = Click to bring closer
atlas-points-type-count = { $name }: { $count }
atlas-points-and-more = …
atlas-points-opened = Opened { $year }
atlas-points-opened-unknown = Year of opening unknown
atlas-points-closed = Closed { $year }
atlas-points-approximate = Place approximate (seat of the township)
atlas-points-outside = Outside the region
atlas-points-source = Source: { $source }
atlas-points-list-count = { $open } open in { $year }
atlas-points-list-closed = { $closed } more not open in the year
atlas-points-list-found = { $found } found
atlas-points-every-type = No type chosen: all are listed
atlas-points-area = Area
atlas-points-total = Total
atlas-points-name-of-type = { $name } ({ $type })

# Notices.
atlas-lost-facilities =
    { $more ->
        [0] { $dataset } has no positions of { $types }; they are not on the map any more
       *[other] { $dataset } has no positions of { $types } and others; they are not on the map any more
    }
atlas-ignored = { $part }={ $found } in the address cannot be used and was ignored; { $allowed }
atlas-nothing-allowed = this dataset has nothing to choose from
atlas-allowed =
    { $is_cut ->
        [true] possible: { $allowed }, { $count } in all
       *[false] possible: { $allowed }
    }
atlas-target-line = { $requirement } ({ $year }, “{ $clause }”)

# The gap of one year.
atlas-gap-heading =
    { $is_grouped ->
        [true] Gap between { $focus } and { $benchmark }
       *[false] Level of { $benchmark }
    }
atlas-with-averaging = { $text } ({ $averaging })
atlas-side =
    { $held ->
        [true] { $averaging } reached
       *[false] { $averaging } not reached
    }
atlas-split = The averagings disagree: { $sides }
atlas-below = { $points } percentage points short of the 80% line
atlas-above =
    { $is_by_all ->
        [true] All three averagings reach the 80% line
       *[false] Reaches the 80% line
    }
atlas-lacking = Lacking: { $areas }
atlas-no-mean = A member has no data: no mean of the group and no verdict
atlas-descriptive = Descriptive indicator
atlas-not-judged = It describes and is not judged
atlas-incomparable = Not comparable
atlas-no-ratio = The level of { $group } is 0: a ratio has no meaning
atlas-equality-line = 80% line { $value }
atlas-beside =
    { $side ->
        [level] { $focus } is level with { $benchmark }
        [above] { $focus } is above { $benchmark }
       *[below] { $focus } is below { $benchmark }
    }
atlas-relative-folded =
    { $excess ->
        [none] { atlas-beside }; lower is better, so inverted: { $percent } of the level of { $benchmark }
       *[other] { atlas-beside } by { $excess }; lower is better, so inverted: { $percent } of the level of { $benchmark }
    }
