# Sentences of a pack; each number in them is quoted from a cell of the pack's data sheets.

pack-assessments =
    { $count ->
        [one] In { $year } against 80% of { $benchmark }, { $count } indicator of { $focus }: { $parts }.
       *[other] In { $year } against 80% of { $benchmark }, { $count } indicators of { $focus }: { $parts }.
    }
pack-assessment = { gap-assessments } { $count }
pack-gap-none = { $indicator }, { $year }: no county has data of this year.
pack-gap =
    { $indicator }, { $year }: { $levels ->
        [none] {""}
       *[other] { $levels };{" "}
    }{ $title }, { $detail }{ $certain ->
        [none] {""}
       *[other] ; { $certain }
    }.
pack-averaged = { $levels } ({ common-averaging-names })
pack-change = { findings-ratio-change }, { $points } percentage points apart.
pack-change-none = { findings-ratio-change }.
pack-extremes-unknown = { $indicator }, { $year }: no data of any county.
pack-extremes-small = { $indicator }, { $year }: too few in every county to compare{ pack-extremes-missing }.
pack-extremes =
    { $indicator }, { $year }: { $parts }{ $small ->
        [none] {""}
       *[other] ; too few to compare: { $small }
    }{ pack-extremes-missing }.
pack-extremes-missing =
    { $missing ->
        [none] {""}
       *[other] ; no data: { $missing }
    }
pack-extremes-alike =
    { $rest ->
        [true] { $value } { $unit } in all other counties
       *[false] { $value } { $unit } in all counties with data
    }
pack-extreme =
    { $end ->
        [highest] highest { $names }, { $value } { $unit }
       *[lowest] lowest { $names }, { $value } { $unit }
    }
pack-states-alike = “{ $state }” in all counties with data
pack-states = “{ $state }” in { $names }
pack-county-missing = { $indicator }, { $county }, { $year }: no data.
pack-county-state = { $indicator }, { $county }, { $year }: “{ $state }”.
pack-county-few = { $indicator }, { $county }, { $year }: { $value } ({ $few }), not ranked.
pack-county = { $indicator }, { $county }, { $year }: { $parts }.
pack-target =
    Article { $article }, “{ $subject }” ({ $need }), by { $year }: { common-statuses }{ $firm ->
        [false] {" "}by the letter
       *[true] {""}
    }
pack-target-stated = { pack-target }; without a figure, as stated: { $said }.
pack-target-bare = { pack-target }.
pack-target-state = { pack-target }, now “{ $value }”.
pack-target-value =
    { pack-target }, now { $value } { $unit }{ $few ->
        [none] {""}
       *[other] {" "}({ $few })
    }.
pack-target-areas =
    { pack-target }; of { $areas } areas { $reached } reached it{ $few ->
        [0] {""}
       *[other] , { $few } are too few to judge
    }{ $unknown ->
        [0] {""}
       *[other] , { $unknown } without data
    }.
pack-statuses =
    { $total ->
        [one] Of { $total } policy target by { $year }: { $parts }
       *[other] Of { $total } policy targets by { $year }: { $parts }
    }
pack-statuses-sentence = { pack-statuses }.
pack-statuses-part = { common-statuses } { $count }
pack-statuses-few = { $count } more too few to judge
