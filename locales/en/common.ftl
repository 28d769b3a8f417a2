# Words for the closed sets, and numbers as text.

common-domains =
    { $domain ->
        [education] Education
        [health] Health
        [culture] Culture
        [sports] Sports
        [transport] Transport
        [social_security] Social security
        [employment] Employment
        [housing] Housing
        [governance] Governance
       *[context] Population and economy
    }
common-kinds =
    { $kind ->
        [published] Published
        [transcribed] Transcribed
        [secondary] Second-hand
        [computed] Computed
        [estimated] Estimated
       *[demonstration] Demonstration
    }
common-kind-meanings-published = A figure published by its original source, such as a statistical bulletin
common-kind-meanings-transcribed = Transcribed from a yearbook or another publication, not checked against the book
common-kind-meanings-secondary = Quoted by a third party, the original source not seen
common-kind-meanings-computed = Computed from the figures above by a formula
common-kind-meanings-estimated = Estimated under assumptions, not a statistic
common-kind-meanings-demonstration = Made up, for demonstration only
common-methods =
    { $method ->
        [natural] Natural breaks
        [quantiles] Quantiles
        [equal] Equal intervals
        [target] By the target value
       *[own] Breaks of your own
    }
common-directions =
    { $direction ->
        [higher] higher is better
        [lower] lower is better
       *[neutral] not judged
    }
common-comparators =
    { $comparator ->
        [at_least] ≥
        [above] >
        [at_most] ≤
        [below] <
        [equal] =
        [about] about
       *[yes] reached
    }
common-statuses =
    { $status ->
        [reached] Reached
        [on_track] On schedule
        [behind] Behind schedule
        [missed] Missed
        [cannot_tell] Cannot tell
        [too_few] Too few
        [no_data] No data
       *[not_due] Not due
    }
common-averaging-names =
    { $averaging ->
        [simple] Mean of counties
        [weighted] Weighted by population
       *[pooled] Pooled
    }
common-averaging-meanings =
    { $averaging ->
        [simple] the simple mean of the counties’ values
        [weighted] the mean weighted by the counties’ residents
       *[pooled] sum of the counties’ numerators ÷ sum of their denominators
    }
common-averaging-meant = { common-averaging-names }: { common-averaging-meanings }
common-levels =
    { $level ->
        [city] City
        [county] Counties
       *[township] Townships
    }
common-note = Note
common-missing = No data
common-ungrouped = No groups
common-ungrouped-text = The counties are not divided into two groups, so groups are not compared
common-yes = Yes
common-no = No
common-schematic = Schematic boundaries (not official)
common-demo-ribbon = Demonstration data · not real statistics
common-product = Junheng Atlas
common-renewed = The data or the program have changed.
common-reload = Reload
common-all-values = All values
common-band-better = within the target range is good, warm colours miss it
common-map-counties = County boundaries: { $source }
common-map-seats = Seats of townships: { $source }
common-most-areas = { $names } and others, { $count } in all
common-most-notes = { $notes } and others, { $count } in all
common-sources =
    Source: { $sources } (kind of figure: { $kinds ->
        [none] { common-missing }
       *[other] { $kinds }
    }){ $notes ->
        [none] {""}
       *[other] {" · "}{ common-note }: { $notes }
    }
common-anchored = { common-directions }, warm colours miss the target
common-legend-head =
    { $unit ->
        [none] Value: { $better }
       *[other] { $unit }, { $better }
    }
common-all-alike = all { $value }
common-value-of-unit = { $value } ({ $unit })
common-day =
    { $day } { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    } { $year }
common-place-within = { $inner }, { $outer }
