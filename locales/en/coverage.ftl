# The words of the coverage page.

coverage-title = Coverage
coverage-type = Facility type
coverage-year = Year
coverage-modes-coverage = Coverage
coverage-modes-siting = Siting
coverage-open-map = Show on the map
coverage-open-map-hint = The share of residents within the standard, by county and township
coverage-covered = Settlements within the standard
coverage-uncovered = Settlements outside the standard
coverage-size = The size of a circle is its population
coverage-approximate = Hollow: place approximate
coverage-share = Residents within the standard
coverage-city = City
coverage-measures =
    { $measure ->
        [share_within] Residents within the standard
        [mean_distance] Mean distance
        [p90_distance] Distance of nine in ten residents
        [facilities_per_10000] Facilities per 10,000
        [capacity_per_10000] Per 10,000: { $capacity }
        [accessibility] Accessible per 10,000: { $capacity }
       *[townships_without] Townships without one
    }
coverage-measure = Indicator
coverage-unit = Unit
coverage-share-title = Residents within the standard, by county
coverage-worst-orders-residents = Most people
coverage-worst-orders-distance = Farthest away
coverage-outside = Residents outside the standard
coverage-longitude = Longitude
coverage-latitude = Latitude
coverage-method-title = Method and sources
coverage-standard = Standard
coverage-distance = Distance
coverage-residents = Residents
coverage-facilities = Facilities
coverage-capacity-standard = Capacity
coverage-due = One is due
coverage-estimated-residents = Places of residents estimated
coverage-demonstration = Demonstration
coverage-unreachable = Out of reach
coverage-verdicts =
    { $assessment ->
        [short] Below 80%
        [sensitive] Averagings disagree
        [reached] Reaches 80%
        [undefined] Not comparable
        [ungrouped] No groups
        [too_few] Too few
        [missing] Lacks data
        [not_judged] Not judged
       *[no_data] No data
    }
coverage-map-heading = { $type } · { $year } · within { $within }
coverage-faults =
    { $fault ->
        [counties_without_residents] No population figure in this year for { $names }: their settlements are not drawn, and their group has no verdict.
        [outside] { $count } facilities lie outside the region and do not count: { $names }. Please check their coordinates.
        [duplicate] { $count } facilities are listed again and count once: { $names }.
        [closed_before_opened] { $count } facilities closed before they opened and do not count: { $names }. Please check the years.
        [settlements_outside] { $count } settlements lie outside the region and do not count.
        [capacity_unknown] The capacity of { $count } facilities is not known; areas in reach have no figure of capacity or accessibility: { $names }.
        [unreachable] From { $count } settlements no imported road leads to any facility; they count as outside the standard: { $names }.
        [settlements_off_network] { $count } settlements are too far from any road; straight lines stand for their ways: { $names }.
       *[facilities_off_network] { $count } facilities are too far from any road; straight lines stand for their ways: { $names }.
    }
coverage-no-residents-do = This dataset has neither residents nor settlements. Import one of them under “Data → Import”.
coverage-no-facilities = This dataset has no facilities
coverage-template = Template for facilities
coverage-see-demo = See the demonstration data
coverage-import-facilities = Import facilities
coverage-import-settlements = Import settlements
coverage-none-open = No { $type } is open in { $year }
coverage-no-residents = No population of { $year }: coverage cannot be computed
coverage-share-note = Black lines are the shares of all residents of a group (pooled), the red dashed line is 80% of that of { $benchmark }.
coverage-worst-columns-place = Settlement
coverage-worst-columns-county = County
coverage-worst-columns-people = People
coverage-worst-columns-distance = Nearest
coverage-worst-none = All settlements are within the standard.
coverage-browser-failed = The server did not finish this computation. Please try again later.
coverage-browser-worst-hint = Click on a row to see it on the map.
coverage-bases =
    { $basis ->
        [policy] The policy
        [national] National standard
       *[default] Default of this program
    }
coverage-estimated = Estimated
coverage-picture-title = { $region }: coverage of { $type } ({ $year }, within { $within })
coverage-type-without-points = { $name } (none)
coverage-line = 80% line { $value }
coverage-people = { $count } people
coverage-within = Catchment (within { $within })
coverage-facilities-of-type = { $type } ({ $count })
coverage-km = { $km } km
coverage-folded = inverted { $percent }
coverage-people-outside = { $people } outside
coverage-lacking = Lacks { $counties }: no verdict
coverage-residents-here =
    { $is_estimated ->
        [true] { $count } residents (estimated)
       *[false] { $count } residents
    }
coverage-nearest =
    { $is_covered ->
        [true] Nearest: { $facility } · { $way } · within the standard
       *[false] Nearest: { $facility } · { $way } · outside the standard
    }
coverage-share-in = { $area }: within standard
coverage-capacity = { $noun }: { $value } { $unit }

# The method.
coverage-straight-line = Straight line × { $detour } (no roads imported)
coverage-by-road = By road: the shortest path along imported roads
coverage-standard-fact =
    { $basis ->
        [none] Within { $within }. { $source }
       *[other] Within { $within }. { $basis }: { $source }
    }
coverage-capacity-fact =
    { $now ->
        [none] At most { $standard } people for each unit of { $noun } ({ $unit }); the capacity of some facilities is not known, so it cannot be compared.
       *[other] At most { $standard } people for each unit of { $noun } ({ $unit }); now { $now }.
    }
coverage-due-rule = Settlements outside the standard with { $least } people or more within { $within }
coverage-due-unknown = { $rule }: no population of settlements, so it cannot be told; please import settlements with their population.
coverage-due-nowhere = { $rule }: none.
coverage-due-places = { $rule }: { $count } ({ $places }). By the population of settlements, registered or not.
coverage-and-others = { $names } and others
coverage-residents-fact = { $sources }, { $places } places, { $people } in all
coverage-estimated-fact = [Estimated] { $fact }
coverage-facilities-fact =
    { $approximate ->
        [0] { $count } open in { $year }. { $sources }
       *[other] { $count } open in { $year }, { $approximate } of them with an approximate place. { $sources }
    }
coverage-not-drawn = { $count } smaller settlements are not drawn; the figures hold them all.

# Why there is nothing to show.
coverage-no-facilities-do-table = To see who is within the standard, and where new facilities belong, a table of facilities is needed, a row each: type, name, longitude, latitude (or the township, where there are no coordinates).
coverage-no-facilities-do-more = Capacity, grade, years of opening and closing and the source may be given too. With the population of settlements and roads it becomes more exact; without them it is estimated by seats of townships and straight lines.
coverage-no-facilities-do-import = Choose “Facilities” under “Data → Import”; after publication their coverage is seen here.
coverage-none-of-type = { $dataset } has no { $type }
coverage-types-held = Types that it has: { $types }.
coverage-first-opened = the first opened in { $year }
coverage-last-closed = the last closed in { $year }
coverage-held =
    { $when ->
        [none] The dataset has { $count }.
       *[other] The dataset has { $count }; { $when }.
    }
coverage-years-with-residents = Years with a population: { $years }.
coverage-opened = opened { $year }
coverage-closed = closed { $year }
