# The words beside figures that chance moves: count and interval; of few events also that they are not judged.

small-few = Too few
small-too-few = Too few to judge
small-unjudged =
    { $known ->
        [false] number of cases unknown, cannot tell
       *[true] too few to judge
    }
small-rule = Values of fewer than { $fewest } cases depend much on chance: cases and 95% interval are given, without rank or judgement, and they do not enter the composite index.
small-count =
    { $kind ->
        [events] cases: { $count }
       *[people] numerator only { $count }
    }
small-unknown-count = number of cases unknown
small-interval = { small-count }, 95% interval { $low } – { $high }
small-sampled = sample, 95% interval { $low } – { $high }
small-class = Too few (fewer than { $fewest })
small-group = { $group } ({ $count })
small-sampled-groups =
    { $whole ->
        [true] Counted from a sample; 95% interval: { $intervals }.
       *[false] Counted from a sample; 95% interval of the pooled figures: { $intervals }.
    }
small-members = too few in { $names }: only pooled figures are read
