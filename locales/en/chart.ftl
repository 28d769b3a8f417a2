# The words on charts for paper.

chart-ranking = Ranking
chart-trend = Trend
chart-waterfall = Make-up of the gap
chart-heat = Status of targets by county
chart-spine = Position of the county
chart-states = States over the years
chart-states-key = ● yes · ○ no · blank: no data
chart-status-signs =
    { $status ->
        [reached] R
        [on_track] S
        [behind] B
        [missed] M
        [cannot_tell] ?
        [too_few] F
        [no_data] –
       *[not_due] D
    }
chart-no-targets = No target matches
chart-county-row = Counties
chart-whole-row = Region
chart-year-without-data = No county has data of this year; there is no verdict
chart-subject = Targets
chart-orders =
    { $direction ->
        [higher] From high to low, higher is better
        [lower] From low to high, lower is better
       *[neutral] From high to low, not judged
    }
chart-heat-title = { $place } · status of policy targets up to { $year }
chart-spine-title = { $county } · its position among the counties, { $year }
chart-redrawn-groups = The divisions of a member changed between the two censuses: it is not the same place before and after, and nothing is compared with the time before.
chart-redrawn = Line broken: the divisions changed between the two censuses; not the same place before and after
chart-unit = Unit: { $unit }
chart-headline = { $title }: { $detail }.
chart-single-year = Data of { $year } only: no trend
chart-without-values = { $names }: { common-missing }
chart-group-mean = { $group }: mean of counties (broken where any lacks)
chart-continued = { $domain } (continued)
chart-whole-gap = This compares all of { $region }; the counties of { $division } are the dark points
chart-whole-classes = Classes of all counties of { $region }
chart-share-of-counties = { $share } of counties
chart-line-of-states = 80% line: { $share } of counties
chart-order-of-small = Too few, not ranked: in the order of the map
chart-order-of-states = Yes or no, not ranked
chart-small-last =
    { $count ->
        [one] { $count } with too few is not ranked and stands last
       *[other] { $count } with too few are not ranked and stand last
    }
chart-ranking-title =
    { $is_ranked ->
        [true] { $what } · ranking
       *[false] { $what } · values
    }
chart-trend-title = { $place } · { $indicator }, { $span } · trend
chart-states-title = { $place } · { $indicator }, { $span } · states over the years
chart-heat-subtitle =
    { $filters ->
        [none] { $count } targets
       *[other] { $count } targets · filter: { $filters }
    }
chart-not-compared = ; the divisions of a member changed: not compared with { $year }
chart-full-stop = { $text }.
