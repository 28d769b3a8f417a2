# The words of what changed between two years: units, classes, reasons, findings.

change-uncompared = Not comparable
change-uncompared-for = { change-uncompared }: { $reason }
change-line-label = 80% line
change-same-year = Both sides are the same year: there is no change
change-change = Change
change-reason = Why not comparable
change-choose-years = No two years are compared: choose “Two years” under “Compare” on the map
change-browser-between = { $earlier }–{ $later }
change-browser-drawn = {" "}(shown: { $year })
change-browser-counted = Areas: { $earlier } | { $later }
change-browser-from-to = { $before } in { $earlier } → { $after } in { $later }
change-browser-rank = Rank { $rank } of { $count } by change

# Units and classes.
change-points =
    { $share ->
        [percent] percentage points
       *[per_mille] points per mille
    }
change-in-points = {" "}{ change-points }
change-plus = +
change-name =
    { $is_relative ->
        [true] Relative change ({ $unit })
       *[false] Change ({ $unit })
    }
change-subtitle =
    { $kind ->
        [states] { $indicator } · change { $earlier }–{ $later }
        [relative] { $indicator } · relative change { $earlier }–{ $later } (%, the value shown for { $earlier } being 100)
       *[absolute] { $indicator } · change { $earlier }–{ $later } ({ $unit }, of the values as shown)
    }
change-states =
    { $way ->
        [fallen] from yes to no
        [kept] unchanged
       *[risen] from no to yes
    }
change-sides =
    { $side ->
        [higher_fallen] worse
        [higher_risen] better
        [lower_fallen] better
        [lower_risen] worse
        [neutral_fallen] lower
        [neutral_risen] higher
       *[kept] the same
    }
change-colours =
    { $direction ->
        [neutral] purple is higher, green is lower, not judged
       *[other] blue is better, orange is worse
    }
change-order =
    { $direction ->
        [neutral] In the order of { $change } between the two years, the greatest rise first
       *[other] In the order of { $change } between the two years, the greatest improvement first
    }

# Why areas are not compared.
change-reasons =
    { $reason ->
        [earlier_missing] no data in { $earlier }
        [later_missing] no data in { $later }
        [both_missing] no data in either year
        [redrawn] the divisions changed: not the same place before and after
        [too_few] too few
       *[from_zero] 0 in { $earlier }: no percentage
    }
change-for-reason = { $areas } ({ $reason })
change-left-out = { change-uncompared }: { $told }

# Findings.
change-map-title = { $earlier }–{ $later }: { $change }
change-nothing = No area can be compared between { $earlier } and { $later }
change-all =
    { $count ->
        [1] The one comparable area: { $side }
       *[other] All { $count } comparable areas: { $side }
    }
change-some = { $count } { $side }
change-of-all = Of { $count } comparable areas, { $sides }
change-most = { $areas } the most { $side } ({ $change })

# The gap.
change-no-shared-ratio = No averaging gives a ratio in both years
change-untold = Nothing is said of the change of the gap
change-gap-not-judged = It describes; the gap is not judged
change-gap-unknown = The gap of one year is not known
change-no-data-in = No comparable data in { $year }
change-lacking = { $year } lacks { $areas }
change-incomparable = Not comparable in { $year }
change-no-ratio = A ratio has no meaning
change-gaps-uncompared = The gaps of the two years are not compared
change-member-redrawn = The divisions of a member changed: not the same place before and after
change-gap-verdicts =
    { $verdict ->
        [same] the gap stayed the same
        [caught_up] no longer behind
        [fell_behind] fell behind
        [narrowed] the gap narrowed
       *[widened] the gap widened
    }
change-gap-title = { $focus } to { $benchmark }: { change-gap-verdicts }
change-gap-from-to =
    { $is_folded ->
        [true] Lower is better, so inverted: { $before } in { $earlier } → { $after } in { $later } ({ $averaging })
       *[false] { $before } in { $earlier } → { $after } in { $later } ({ $averaging })
    }
change-gap-detail =
    { $way ->
        [kept] { change-gap-from-to }
        [risen] { change-gap-from-to }, up { $points } percentage points
       *[fallen] { change-gap-from-to }, down { $points } percentage points
    }
