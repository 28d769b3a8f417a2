# The words of the first page.

overview-title = Overview
overview-year = Year
overview-method = How it is computed
overview-domains-title = By domain
overview-widest = Widest gaps
overview-closed = Closed the most
overview-certain = Certain although counties lack
overview-targets = Policy targets
overview-reach = Out of reach
overview-publication = Last update
overview-nothing-wide = No indicator that can be judged lies below the other level.
overview-nothing-closed = No gap narrowed.
overview-no-earlier = There is no earlier comparable year; no change can be seen yet.
overview-no-ledger = No policy targets are registered here.
overview-no-reach = Not known yet: it takes the places of facilities and settlements, from the departments in charge and civil affairs.
overview-see-demonstration = See a demonstration
overview-demonstration = Demonstration data of the program: all made up, not to be judged by.
overview-shipped = Public data of the program; this office has not published a version of its own.
overview-domain = Domain
overview-indicators = Indicators
overview-outcomes =
    { $outcome ->
        [on_time] Reached on time
        [late] Reached late
        [reached] Reached, time unknown
        [missed] Missed
        [under_way] Not due
       *[cannot_tell] Cannot tell
    }
overview-columns =
    { $column ->
        [card] Card
        [subject] Subject
        [text] Finding
        [ratio] Share or ratio
        [further] Change and remarks
       *[page] Page that proves it
    }
overview-all-indicators = All indicators
overview-all-targets = All targets
overview-heading = Equality of basic public services in { $region } · { $year }
overview-published = Version { $number }, imported on { $day }: { $added } rows added, { $changed } changed, { $removed } removed.
overview-unknown-publication = Version { $number }; what it changed cannot be read just now.
overview-sign = { $indicator }: { $verdict }
overview-sources-note = { $sources } (of the gaps listed)
overview-sign-meanings-reached = Reached
overview-sign-meanings-sensitive = Averagings disagree
overview-sign-meanings-short = Not reached
overview-sign-meanings-none = Not judged

# What the page says.
overview-method-text = Of each indicator: the level of { $focus } ÷ that of { $benchmark } (inverted where lower is better), held against { $line }. “Reached” means by all three averagings, pooled, weighted by population and mean of counties; where they differ, “averagings disagree”. Indicators that lack a county, rest on too few or are not judged do not count.
overview-of-ratio = { $text } ({ $ratio })
overview-none-judged = No indicator of { $focus } and { $benchmark } can be judged yet
overview-all-hold =
    { $count ->
        [one] { $count } indicator: { $focus } reaches { $line } of { $benchmark }
       *[other] { $count } indicators: { $focus } reaches { $line } of { $benchmark } in all of them
    }
overview-some-hold = { $count } indicators: { $focus } reaches { $line } of { $benchmark } in { $reached }
overview-moved =
    { $way ->
        [up] { $then } in { $earlier } → { $now } in { $later }, { $count } more
        [down] { $then } in { $earlier } → { $now } in { $later }, { $count } fewer
       *[same] { $then } in { $earlier } → { $now } in { $later }, no change
    }
overview-of-both = Of { $count } that both years judge, { $moved }
overview-needs =
    { $areas ->
        [none] It takes indicators of the counties, or counts with the residents, from statistics and the departments in charge.
       *[other] It lacks figures of { $areas }, from statistics and the departments in charge.
    }
overview-of-domain =
    { $judged ->
        [0] no indicator can be judged
       *[other] { $judged } judged, { $reached } reached
    }
overview-plus = +{ $count }
overview-same = same
overview-since =
    { $year ->
        [none] Change
       *[other] Since { $year }
    }
overview-in-year = { $year }
overview-from-to = { $ratio } in { $earlier } → { $later }
overview-map-pair =
    { $earlier ->
        [none] { $name }: map of { $later }
       *[other] { $name }: maps of { $earlier } and { $later }
    }
overview-unjudged-for =
    { $reason ->
        [missing] { $count } lack a county
        [too_few] { $count } rest on too few
        [undefined] { $count } have no meaningful ratio
       *[ungrouped] { $count } without groups
    }
overview-unjudged = Not judged: { $reasons }.
overview-counted = { $what } { $count }
overview-targets-by = Up to { $year }, { $count } targets: { $outcomes }.
overview-owing =
    { $is_late ->
        [true] Lead departments with most not reached on time: { $departments }.
       *[false] Lead departments with most figures lacking: { $departments }.
    }
overview-people-share = { $people } ({ $share })
overview-beyond = beyond { $distance }
overview-change-since = { $since }: { $change }
overview-sheet-subtitle =
    { $before ->
        [none] { $year }, no earlier comparable year
       *[other] { $year }, compared with { $before }
    }
overview-maps-note =
    { $earlier ->
        [none] Small maps show { $later }, in the colours of the map.
       *[other] Small maps show { $earlier } on the left and { $later } on the right, in the colours of the map.
    }
