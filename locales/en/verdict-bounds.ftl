# What is certain of a verdict on the 80% line although counties lack a value.

bounds-certainty =
    { $certainty ->
        [certain] Certain
        [almost_certain] Almost certain
        [depends] Depends on counties without data
       *[cannot_tell] Cannot tell
    }{ $assessment ->
        [reached] : reached
        [short] : not reached
        [sensitive] : averages differ
       *[none] {""}
    }
bounds-line =
    { bounds-certainty }{ $assessment ->
        [reached] {" "}(80% line)
        [short] {" "}(80% line)
       *[other] {""}
    }
bounds-line-certain = { bounds-line }, whatever the value of { $areas }
bounds-line-side =
    { bounds-line }, { $assessment ->
        [none] reached with { $areas } { $side }
       *[other] at least with { $areas } { $side }
    }
bounds-verdict =
    { $assessment ->
        [reached] { $focus } reached 80% of { $benchmark } by every average
        [short] { $focus } did not reach 80% of { $benchmark } by any average
       *[sensitive] it depends on the average whether { $focus } reached 80% of { $benchmark }
    }
bounds-sentence-certain = Certain: whatever the value of { $areas }, { bounds-verdict }.
bounds-sentence-almost = Almost certain: with { $areas } within { $range }, { bounds-verdict }{ $turn }.
bounds-sentence-depends = It depends on { $areas }{ $turn }; the plausible range is { $range }, and either verdict is possible.
bounds-sentence-unknown = Cannot tell: there are no data of { $areas }, nor enough others to infer their range{ $turn }.
bounds-plausible = The plausible range is from the lowest to the highest value of the same area in other years and of the other counties in the same year. It is for comparison only and no estimate.
bounds-range = { $low } to { $high } { $unit }
bounds-mean = the mean of { $areas }
bounds-turn-state = {" "}(the verdict depends on whether { $areas } has it)
bounds-turn = {" "}({ $sides })
bounds-turn-side =
    { $assessment ->
        [reached] with { $areas } { $side }: reached by { $focus }
       *[short] with { $areas } { $side }: not reached by { $focus }
    }
bounds-sides =
    { $side ->
        [at_least] at { $level } or more
        [below] below { $level }
        [at_most] at { $level } or less
       *[above] above { $level }
    }
