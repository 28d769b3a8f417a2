# What it takes to reach the 80% line or a policy target.

gap-needs-goals =
    { $goal ->
        [line] 80% line
       *[target] Policy target
    }
gap-needs-title =
    { $goal ->
        [line] What { $focus } would need to reach the 80% line
       *[target] What { $focus } would need to reach the policy target
    }
gap-needs-line = Pooled level of { $name }: { $level } { $unit } { $sign } 80% = { $wanted } { $unit }.
gap-needs-target =
    { $each ->
        [true] Policy target: { $target }; for each county by itself.
       *[false] Policy target: { $target }; for the pooled level.
    }
gap-needs-now = { $focus } now: { $level } (pooled)
gap-needs-beyond =
    { $each ->
        [true] { gap-needs-now }; { gap-needs-above }, and the other counties have reached it.
       *[false] { gap-needs-now }; { gap-needs-above }.
    }
gap-needs-above = { $beyond } above the permitted range already, where adding does not help
gap-needs-none =
    { gap-needs-now }, { $each ->
        [true] reached in every county
       *[false] reached
    }, nothing to { gap-needs-verb }{ $surplus ->
        [true] {" "}(the gap is negative, a surplus)
       *[false] {""}
    }.
gap-needs-wanted =
    { gap-needs-now }; { $amount } { $unit } to { gap-needs-verb } in all ({ $numerator }); { $each ->
        [true] once every county has reached it, the pooled level of { $focus } is { $after }
       *[false] the pooled level of { $focus } is then { $after }
    }{ $beyond ->
        [none] {""}
       *[other] ; { gap-needs-above }
    }.
gap-needs-verb =
    { $rises ->
        [true] add
       *[false] take away
    }
gap-needs-level = Level now ({ $unit })
gap-needs-contribution = Part of the gap ({ $unit })
gap-needs-addition =
    { $rises ->
        [true] To add ({ $unit })
       *[false] To take away ({ $unit })
    }
gap-needs-after = Level after ({ $unit })
gap-needs-remark = Remark
gap-needs-note-highest = At the limit of { $highest } { $unit }, no more can be added
gap-needs-note-beyond = Above the permitted range already, adding does not help
gap-needs-note-reached = Reached
gap-needs-note-surplus = Above the level needed, set against the gap
gap-needs-total = Total
gap-needs-assumption =
    { $each ->
        [true] Assumed: every county is raised to the target by itself, and none makes up for another; denominators stay as they are; whole units.
       *[false] Assumed: the counties furthest behind come first, up to one level for all; the other group and the denominators stay as they are; whole units.
    }
gap-needs-lower = Of this indicator less is better: only what the numerator has to fall by is computed; a larger denominator would do as well.
gap-needs-states =
    { $count ->
        [0] { $unknown ->
                [none] All counties of { $focus } have reached it.
               *[other] No data of { $unknown }.
            }
       *[other]
            { $unknown ->
                [none] Counties of { $focus } that have not reached it: { $areas } (one each, { $count } in all).
               *[other] Counties of { $focus } that have not reached it: { $areas }. No data of { $unknown }.
            }
    }
gap-needs-nothing =
    { $reason ->
        [undivided] This indicator has no denominator, so no need can be computed.
        [no_data] No county has data of this year, so no need can be computed.
        [descriptive] A descriptive indicator is not judged, and no need is computed.
        [too_few] Too few to judge, and no need is computed.
       *[undefined] Numerator or denominator is missing in this year, or the level to divide by is 0, so no need can be computed.
    }
gap-needs-lacking = No data of { $areas }, so no need can be computed.
