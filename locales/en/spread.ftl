# The words of how far the townships of one county lie apart.

spread-townships = Townships
spread-township-mean = Mean of townships
spread-heading = Between the townships of { $county }
spread-nothing = No township has figures that can be compared
spread-one-value = Only one township has a figure; nothing is compared
spread-ends = { $count } townships: { $high } highest, { $low } lowest
spread-same = { $count } townships, all with the same value
spread-none-short =
    { $side ->
        [above] None of { $count } townships lies above the level of { $whose } ({ $value })
       *[below] None of { $count } townships lies below the level of { $whose } ({ $value })
    }
spread-short =
    { $side ->
        [above] { $short } of { $count } townships above the level of { $whose } ({ $value }): { $areas }
       *[below] { $short } of { $count } townships below the level of { $whose } ({ $value }): { $areas }
    }
spread-points = { $points } percentage points
spread-apart =
    { $times ->
        [none] Highest { $highest } { $high }, lowest { $lowest } { $low }, { $difference } apart; { spread-township-mean } { $mean }
       *[other] Highest { $highest } { $high }, lowest { $lowest } { $low }, { $difference } apart, { $times } times; { spread-township-mean } { $mean }
    }
spread-states = { $held } of { $count } townships: yes
spread-states-not = No: { $areas }
spread-lacking =
    { $why ->
        [missing] No data: { $areas }
       *[small] Too few, not counted: { $areas }
    }
spread-uncompared = The spread between townships is not compared
spread-others-known = Other townships have figures in the two years
spread-from-to = Highest to lowest: { $before } in { $earlier } → { $after } in { $later }
spread-change =
    { $way ->
        [same] The spread between townships stayed the same
        [narrowed] The spread between townships narrowed
       *[widened] The spread between townships widened
    }
