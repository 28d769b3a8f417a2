# The sentence that a chart or a map is headed by, and what the chart shows.

findings-noun =
    { $level ->
        [township] township
       *[county] county
    }
findings-areas =
    { $level ->
        [township]
            { $count ->
                [one] { $count } township
               *[other] { $count } townships
            }
       *[county]
            { $count ->
                [one] { $count } county
               *[other] { $count } counties
            }
    }
findings-place = { $name } ({ $around })
findings-some = { $name } and others ({ findings-areas })
findings-some-more = { $name } and others ({ $count } in all)
findings-some-items =
    { $names }{ $more ->
        [true] {" "}and others ({ $count } in all)
       *[false] {""}
    }
findings-years = { $first }–{ $last }
findings-no-data = No { findings-noun } has data of this year
findings-unjudged = {" "}({ $count } more not judged)

# What is not told of
findings-rest-missing = no data of { findings-areas }
findings-missing = no data: { $areas }
findings-small = too few to compare: { $areas }
findings-redrawn = borders changed, not compared: { $areas }
findings-estimated = with estimates
findings-remarks = {" "}({ $remarks })

# Values of a year
findings-among =
    { $partial ->
        [true] , of { findings-areas }
       *[false] {""}
    }
findings-highest =
    { $high } { $highs ->
        [1] is highest
       *[other] are joint highest
    }
findings-lowest =
    { $low } { $lows ->
        [1] is lowest
       *[other] are joint lowest
    }
findings-ends =
    { $kind ->
        [apart] { findings-highest }, { $apart } above the lowest, { $low }{ findings-among }{ $remarks }
        [apart_lowest_first] { findings-lowest } and { findings-highest }, { $apart } apart{ findings-among }{ $remarks }
        [near] { findings-highest } and { findings-lowest }, less than 5% apart{ findings-among }{ $remarks }
        [near_lowest_first] { findings-lowest } and { findings-highest }, less than 5% apart{ findings-among }{ $remarks }
        [times] { findings-highest }, { $apart } times the lowest, { $low }{ findings-among }{ $remarks }
       *[times_lowest_first] { findings-lowest }; the highest, { $high }, at { $apart } times that{ findings-among }{ $remarks }
    }
findings-points = { $points } percentage points
findings-all-small =
    { $level ->
        [township] Too few in every township, not compared
       *[county] Too few in every county, not compared
    }
findings-all-alike = { findings-areas } all at { $value }{ $remarks }
findings-only-known = Only { $name } has data: { $value }{ $remarks }
findings-only = { $name }: { $value }{ $remarks }
findings-span =
    { $low } { $lows ->
        [1] lowest
       *[other] joint lowest
    } at { $bottom }, { $high } { $highs ->
        [1] highest
       *[other] joint highest
    } at { $top }{ findings-among }{ $remarks }
findings-span-of-groups = { $group }; { findings-span }
findings-group-whole =
    { $side ->
        [highest] All { findings-areas } of { $group } are above { $other }
       *[lowest] All { findings-areas } of { $group } are below { $other }
    }
findings-group-end =
    { $side ->
        [highest] The highest { findings-areas } are all in { $group }
       *[lowest] The lowest { findings-areas } are all in { $group }
    }

# Years
findings-gap-change = { findings-ratio-change }; { findings-gap-course }
findings-ratio-change =
    { findings-years }: { $focus } { $way ->
        [same] stayed at { $after } of { $benchmark }
        [up] rose from { $before } to { $after } of { $benchmark }
       *[down] fell from { $before } to { $after } of { $benchmark }
    }{ $direction ->
        [lower] , inverted
       *[other] {""}
    }{ $averaging ->
        [none] {""}
       *[other] {" "}({ common-averaging-names })
    }
findings-gap-way =
    { $way ->
        [up] rose
       *[down] fell
    }
findings-gap-course =
    { $course ->
        [narrowed] the gap narrowed
        [widened] the gap widened
        [unchanged] the gap did not change
        [closed] behind before, not behind now
        [opened] not behind before, behind now
       *[ahead] behind in neither year
    }
findings-no-comparison = There are no two years to compare
findings-none-comparable = { findings-years }: no { findings-noun } can be compared{ $remarks }
findings-way =
    { $way ->
        [higher] rose
        [lower] fell
       *[same] stayed the same
    }
findings-all-moved =
    { findings-years }: { $count ->
        [1] {""}
       *[other] all{" "}
    }{ findings-areas } { findings-way }{ $remarks }
findings-moved = { findings-years }: of { findings-areas } { $parts }{ $remarks }
findings-moved-part =
    { $number } { findings-way }{ $names ->
        [none] {""}
       *[other] {" "}({ $names })
    }

# States
findings-state-all =
    { $count ->
        [1] “{ $state }” in { findings-areas }{ $remarks }
       *[other] “{ $state }” in all { findings-areas }{ $remarks }
    }
findings-state-some =
    “{ $state }” in { $number } of { findings-areas }{ $names ->
        [none] {""}
       *[other] : { $names }
    }{ $remarks }
findings-state-since = { $start }; latest: { $names } ({ $year })

# The gap page
findings-overview-unjudged =
    { $count ->
        [one] It cannot be told of { $count } indicator whether { $focus } reached 80% of { $benchmark }
       *[other] It cannot be told of any of { $count } indicators whether { $focus } reached 80% of { $benchmark }
    }
findings-overview =
    Against 80% of { $benchmark }, { $judged ->
        [one] { $judged } indicator of { $focus }: { $parts }
       *[other] { $judged } indicators of { $focus }: { $parts }
    }{ $left ->
        [0] {""}
       *[other] {" "}({ $left } more not judged)
    }
findings-overview-part =
    { $assessment ->
        [short] { $count } not reached
        [sensitive] { $count } where averages differ
       *[reached] { $count } reached
    }
findings-needs-none =
    { $rises ->
        [true] { $focus }: reached, nothing to add
       *[false] { $focus }: reached, nothing to take away
    }
findings-needs =
    { $rises ->
        [true] { $focus }: { $amount } { $unit } more needed in all ({ $numerator })
       *[false] { $focus }: { $amount } { $unit } fewer needed in all ({ $numerator })
    }{ $largest ->
        [none] {""}
       *[other] , the largest gap in { $largest }
    }

# Policy targets
findings-index-method = Method, weights and missing values
findings-heat-subject =
    { $count ->
        [one] Status of { $count } target in every county by { $year }; for the letters see the statuses above, blank where a county has no such target
       *[other] Status of { $count } targets in every county by { $year }; for the letters see the statuses above, blank where a county has no such target
    }
findings-departments-subject = Targets of the leading departments by status, by { $year } (number of targets)
findings-timeline-subject = Targets by deadline and status, by { $year } (number of targets)
findings-index-subject = Scores of the counties by domain and in all, { $year } (points, 100 at most); on the right what the difference between the two groups’ mean totals consists of
findings-missed-most =
    Most missed: { $names } ({ $total ->
        [none] { $missed } each
       *[other] { $missed } of { $total }
    })
findings-missed-none =
    None missed{ $unjudged ->
        [0] {""}
       *[other] {" "}({ $unjudged } cannot be judged)
    }
findings-due-none = No target was due by { $year }
findings-due =
    { $total ->
        [one] Of { $total } target due by { $year }, { $missed } was missed
       *[other] Of { $total } targets due by { $year }, { $missed } were missed
    }{ $unjudged ->
        [0] {""}
       *[other] {" "}and { $unjudged } cannot be judged
    }
findings-index-without =
    { $without ->
        [none] {""}
       *[other] {" "}(no total for want of data: { $without })
    }
findings-index-none = No total for any county, for want of data
findings-index-alike =
    { $count ->
        [one] { $count } county with a total of { $points } points{ findings-index-without }
       *[other] { $count } counties all with a total of { $points } points{ findings-index-without }
    }
findings-index = Highest total: { $high } ({ $top } points); lowest: { $low } ({ $bottom } points){ findings-index-without }
findings-index-near = The mean totals of { $focus } and { $benchmark } are less than 0.1 points apart
findings-index-gap =
    { $way ->
        [lower] The mean total of { $focus } is { $points } points below that of { $benchmark }, most of all by { common-domains } ({ $part })
       *[higher] The mean total of { $focus } is { $points } points above that of { $benchmark }, most of all by { common-domains } ({ $part })
    }

# A county
findings-positions-subject = { $county }: { county-spine }, { $year } (each row in the unit of its indicator)
findings-key-figures-subject = { $county }: { county-key-figures }, { $year } (units beside the figures)
findings-places-subject = { $county }: { county-context-places }, census of { $year } (units beside the figures)
findings-alike-subject = { county-context-alike }, { $scope }; the smaller the distance, the more alike
findings-standing-unjudged =
    { $count ->
        [one] { $count } indicator, which cannot be judged against the city
       *[other] { $count } indicators, none of which can be judged against the city
    }
findings-standing-only =
    { $count ->
        [one] { $count } indicator { findings-standing-verdict }
       *[other] All { $count } indicators { findings-standing-verdict }
    }
findings-standing-verdict =
    { $comparison ->
        [better] better than the city
        [similar] similar to the city
        [worse] worse than the city
       *[unjudged] not judged
    }
findings-standing = Of { $count } indicators { $parts }
findings-standing-part = { $count } { findings-standing-verdict }
findings-standing-end =
    { $end ->
        [first] first in { findings-some-items }
       *[last] last in { findings-some-items }
    }
findings-course =
    { $course ->
        [better] improved
        [worse] became worse
       *[same] stayed the same
    }
findings-courses-only =
    Since { findings-since } { $count ->
        [one] { $count } key indicator { findings-course }
       *[other] all { $count } key indicators { findings-course }
    }{ findings-courses-rest }
findings-courses = Since { findings-since }, of { $count } key indicators { $parts }{ findings-courses-rest }
findings-courses-part = { $count } { findings-course }
findings-courses-rest =
    { $rest ->
        [none] {""}
       *[other] {" "}(besides: { $rest })
    }
findings-since =
    { $year ->
        [several] the first year of each
       *[other] { $year }
    }
findings-courses-unjudged =
    { $count ->
        [one] { $count } key indicator with data, which cannot be judged to have improved or not ({ $rest })
       *[other] { $count } key indicators with data, none of which can be judged to have improved or not ({ $rest })
    }
findings-courses-left =
    { $reason ->
        [unjudged] { $count } where neither way is better
        [unclear] { $count } within chance variation
       *[alone] { $count } without a comparable earlier year
    }
findings-change-unclear = The difference from { $year } is within chance variation
findings-change-none = As in { $year }
findings-change-state = “{ $before }” in { $year }{ findings-change-judged }
findings-change =
    { $way ->
        [higher] { $difference } higher than in { $year }{ findings-change-judged }
       *[lower] { $difference } lower than in { $year }{ findings-change-judged }
    }
findings-change-points = { $difference } percentage points
findings-change-judged =
    { $course ->
        [better] , better
        [worse] , worse
       *[other] {""}
    }
findings-places-none =
    { $count ->
        [one] { $count } indicator, not judged
       *[other] { $count } indicators, none judged
    }
findings-places-only = { $name }: better than { $share } of the country’s counties{ $rest }
findings-places =
    { $ahead ->
        [0] Of { $count } indicators none is better than in most of the country’s counties{ $rest }; { $ends }
        [one] Of { $count } indicators { $ahead } is better than in most of the country’s counties{ $rest }; { $ends }
       *[other] Of { $count } indicators { $ahead } are better than in most of the country’s counties{ $rest }; { $ends }
    }
findings-places-ends = furthest ahead { $top }, furthest behind { $bottom }
findings-places-alike = { findings-some-items } (better than { $share })
findings-alike = Most like { $county } in the whole country: { $names } (distance { $distance })

# Facilities
findings-shares-subject = { $type }: share of residents within the standard by county, { $year } (%)
findings-measures-subject = { $type }: the city, { $first } and { $second }, { $year } (units beside the rows)
findings-worst-subject =
    Settlements outside the standard, { $year }{ $places ->
        [0] {""}
       *[other] : { $number }, { $people }
    }
findings-reach-all = All residents of the city live within { $within } of a facility: { $type }{ findings-reach-estimated }
findings-reach = { $share } of the city’s residents live within { $within } ({ $type }); most of the others live in { $names } ({ findings-reach-most }){ findings-reach-estimated }
findings-reach-most =
    { $count ->
        [1] { $most }
       *[other] { $most } each
    }{ $of ->
        [none] {""}
       *[other] , { $of } of them
    }
findings-reach-estimated =
    { $estimated ->
        [true] {" "}(places of residents are estimated)
       *[false] {""}
    }
findings-distances =
    Nine tenths of the city’s residents have no more than { $distance } { $unit } to the nearest one ({ $type }){ $names ->
        [none] {""}
       *[other] ; farthest in { $names }, at { $most } { $unit }
    }
findings-worst-none = All settlements are within the standard
findings-worst =
    { $order ->
        [distance] Farthest away: { findings-worst-place }
       *[residents] Most residents: { findings-worst-place }
    }
findings-worst-place =
    { $count ->
        [1] { $name } ({ $county }, { $value })
       *[other] { $name } ({ $county }) and others, { $count } in all ({ $value } each)
    }
